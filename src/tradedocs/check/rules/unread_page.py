"""A page of a report, or a whole report, could not be read.

What: scanned pages, pages whose text layer is garbage, and files that broke off are named, with the reason. What a
file holds beside its pages is named by `report-active-content`.

Why: what stands on an unread page may be the value that fails.

Bad: page 3 of 4 is a picture of a table.
Good: the report comes as the body issued it, with text on every page.
"""

from __future__ import annotations

from collections.abc import Iterator

from tradedocs.check.case import Case, at
from tradedocs.check.rules.report_active_content import CODES
from tradedocs.model.base import Place
from tradedocs.model.finding import Finding, Verdict
from tradedocs.ui import say

ID = "unread-page"
RESTS_ON: tuple[str, ...] = ("inspection.report",)


def check(case: Case) -> Iterator[Finding]:
    """HOLD for each page that was not read."""
    for report in case.reports:
        for unread in report.unread:
            if unread.code in CODES:
                continue
            yield Finding(
                rule=ID,
                severity=Verdict.HOLD,
                message=say("{file}: page {page} was not read ({why})", file=report.source.file, page=unread.page,
                            why=unread.why)
                if unread.page
                else say("{file} was not read: {why}", file=report.source.file, why=unread.why),
                way_out=say("Ask the issuer for the original file with text, or let a person read that page."),
                places=(at(report, Place(page=unread.page)),) if unread.page else (),
            )  # fmt: skip
