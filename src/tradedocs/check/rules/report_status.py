"""A report calls itself a draft, a copy, provisional or cancelled.

What: a word such as DRAFT, CANCELLED or COPY in large print, as a title or as a stamp. Small print that speaks of
drafts and copies means nothing.

Why: only the report as it was finally issued binds the body that issued it.

Bad: "DRAFT Certificate of Quality and Weight".
Good: "Certificate of Quality and Weight", with "copies are valid only in full" in the footer.
"""

from __future__ import annotations

from collections.abc import Iterator

from tradedocs.check.case import Case, at
from tradedocs.model.finding import Finding, Verdict
from tradedocs.ui import say

ID = "report-status"
RESTS_ON: tuple[str, ...] = ("inspection.report",)


def check(case: Case) -> Iterator[Finding]:
    """HOLD for each report with such a status."""
    for report in case.reports:
        if report.status is not None:
            yield Finding(
                rule=ID,
                severity=Verdict.HOLD,
                message=say(
                    "{file} says of itself: {status!r}", file=report.source.file, status=report.status.text
                ),
                way_out=say("Ask for the report as it was finally issued."),
                places=(at(report, report.status.place),),
            )
