"""A report that an earlier check of this shipment read speaks against the goods, and it was not given this time.

What: the ledger keeps what each report of a shipment said against the goods: values outside their limits, exceeded
acceptance numbers, an adverse conclusion, contradictions. It counts in every later check of the same contract number
and shipment, whatever contract file or option the earlier check was run with, until the report is given again and is
judged anew, is replaced by a reissue, or is answered by a re-inspection. What was only missing or unread is not kept.
A report that names another contract was perhaps given by mistake: it holds, and a person may say so.

Why: leaving out the report that failed is the oldest way to a clean file.

Bad: the first check rejects at moisture 0.09 %; the second is run with another laboratory's report only.
Good: the second check is run with both, and the second report is the re-inspection of the first.

Clause: none; the ledger is the program's own, and what a report found is evidence under every contract.
"""

from __future__ import annotations

from collections.abc import Iterator

from tradedocs.check.case import Case, Unnamed
from tradedocs.check.names import fold_number
from tradedocs.model.finding import Adverse, Finding, Remembered, Verdict
from tradedocs.ui import say

ID = "adverse-on-record"
RESTS_ON: tuple[str, ...] = ()


def check(case: Case) -> Iterator[Finding]:
    """As grave as it was recorded, for each adverse finding that is on record and not answered."""
    for report in case.recalled:
        for one in report.adverse:
            yield _finding(case, report, one)
    at_hand = {report.source.sha256 for report in case.reports}
    at_hand |= {reply.old.sha256 for reply in case.replies if reply.old is not None}
    for unnamed in case.standing.unnamed_on_record:
        if not set(unnamed.reports) <= at_hand:
            yield _old_row(unnamed)


def _finding(case: Case, report: Remembered, one: Adverse) -> Finding:
    mine = report.contract_no is None or fold_number(report.contract_no) == fold_number(case.spec.contract_no)
    return Finding(
        rule=ID,
        severity=Verdict.REJECT if one.severity is Verdict.REJECT and mine else Verdict.HOLD,
        message=say("ledger row {row}: {file} (report {no}{pages}), which is not given now: {what}", row=report.row,
                    file=report.file, no=report.report_no or "–", pages=_pages(one), what=one.message),
        way_out=say("Give that report again, with the reissue that replaces it or the re-inspection that answers it.")
        if mine
        else say("If it was checked by mistake, a person says so: tradedocs resolve. Else give it again, with the "
                 "reissue that replaces it or the re-inspection that answers it."),
        line=one.line if any(line.line == one.line for line in case.lines) else None,
        characteristic=one.characteristic,
    )  # fmt: skip


def _pages(one: Adverse) -> str:
    return "".join(say(", p.{page}", page=page) for page in one.pages)


def _old_row(unnamed: Unnamed) -> Finding:
    return Finding(
        rule=ID,
        severity=Verdict.HOLD,
        message=say("ledger row {row}: an earlier check of this shipment found {rules}; the row does not say in which "
                    "report, and not all of its reports are given now", row=unnamed.row,
                    rules=", ".join(unnamed.rules)),
        way_out=say("Give the reports of that check again; their SHA-256 begins with {hashes}. If they were checked by "
                    "mistake, a person resolves this finding: tradedocs resolve.",
                    hashes=", ".join(sha256[:12] for sha256 in unnamed.reports)),
    )  # fmt: skip
