"""One file holds several reports.

What: the report's number or its page numbering starts again within the file.

Why: number, date, sample and conclusion belong to one of the reports only; a pass of the first says nothing of
the second.

Bad: two laboratory reports joined into one PDF, the second of which concludes fail.
Good: each report in a file of its own, named one after the other.
"""

from __future__ import annotations

from collections.abc import Iterator

from tradedocs.check.case import Case
from tradedocs.model.base import Place
from tradedocs.model.finding import Finding, Verdict
from tradedocs.model.report import Part, Report
from tradedocs.ui import say

ID = "several-reports"
RESTS_ON: tuple[str, ...] = ("inspection.report",)


def check(case: Case) -> Iterator[Finding]:
    """HOLD for each file that holds more than one report; REJECT where one of them concludes fail."""
    for report in case.reports:
        if len(report.parts) > 1:
            yield _finding(report)


def _finding(report: Report) -> Finding:
    failed = any(part.conclusion == "fail" for part in report.parts)
    return Finding(
        rule=ID,
        severity=Verdict.REJECT if failed else Verdict.HOLD,
        message=say("{file}: the file holds {n} reports: {parts}", file=report.source.file, n=len(report.parts),
                    parts="; ".join(map(_named, report.parts))),
        way_out=say("Ask for each report as a file of its own, from its issuer, and check them one by one."),
        places=tuple(Place(document=report.source.file, page=part.first_page) for part in report.parts),
    )  # fmt: skip


def _named(part: Part) -> str:
    pages = say("p.{first}–{last}", first=part.first_page, last=part.last_page)
    named = part.report_no.text if part.report_no is not None else say("no number")
    return " ".join(word for word in (named, pages, part.conclusion) if word)
