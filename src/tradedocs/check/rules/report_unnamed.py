"""A report does not say who issued it, under which number, or when.

What: every report that a verdict rests on must state issuer, report number and date, also a laboratory report on a
submitted sample.

Why: what nobody signed for cannot be verified with anybody.

Bad: two pages of results without a heading.
Good: issuer, number and date on the first page.

Source: ISO/IEC 17025 7.8.2.1; ISO/IEC 17020 (content of inspection reports).
"""

from __future__ import annotations

from collections.abc import Iterator

from tradedocs.check.case import Case
from tradedocs.model.finding import Finding, Verdict
from tradedocs.ui import say

ID = "report-unnamed"
RESTS_ON: tuple[str, ...] = ("inspection.report",)


def check(case: Case) -> Iterator[Finding]:
    """HOLD for each report that lacks one of the three."""
    for report in case.reports:
        if not report.source.pages:
            continue  # unread-page says that nothing was read
        facts = {
            say("issuer"): report.issuer,
            say("number"): report.report_no,
            say("date"): report.issue_date,
        }
        lacks = [name for name, fact in facts.items() if fact is None]
        if lacks:
            yield Finding(
                rule=ID,
                severity=Verdict.HOLD,
                message=say(
                    "{file} does not state: {lacks}", file=report.source.file, lacks=", ".join(lacks)
                ),
                way_out=say("Ask for the report as its issuer made it."),
            )
