"""The report itself concludes against the goods, or leaves the decision open.

What: FAIL in an inspection of the shipment rejects. PENDING holds, and so does FAIL in a report on a submitted
sample, which may have been measured against other limits than the contract's.

Bad: overall conclusion: PENDING, for the client's decision.
Good: overall conclusion: PASS.
"""

from __future__ import annotations

from collections.abc import Iterator

from tradedocs.check.case import Case, at, concession_for
from tradedocs.check.conceding import conceded_words
from tradedocs.check.evidence import speaks_for_shipment
from tradedocs.model.finding import Finding, Verdict
from tradedocs.ui import say

ID = "conclusion-adverse"
RESTS_ON: tuple[str, ...] = ("inspection.pre-shipment", "inspection.report")


def check(case: Case) -> Iterator[Finding]:
    """REJECT or HOLD for each adverse conclusion."""
    for report in case.reports:
        if report.conclusion not in ("fail", "pending"):
            continue
        grave = report.conclusion == "fail" and speaks_for_shipment(report)
        stated = report.conclusion_stated
        signed = concession_for(case, report, conclusion=report.conclusion)
        yield Finding(
            rule=ID,
            severity=Verdict.CONCESSION if signed else Verdict.REJECT if grave else Verdict.HOLD,
            message=say("{file} concludes {stated!r}", file=report.source.file,
                        stated=stated.text if stated is not None else report.conclusion),
            way_out=conceded_words(signed)
            if signed
            else say("Read the report's reasons; have the goods corrected and inspected again."),
            places=(at(report, stated.place),) if stated is not None else (),
            conceded=signed,
        )  # fmt: skip
