"""A report does not say who issued it, under which number, or when.

What: every report that a verdict rests on must state issuer, report number and date, also a laboratory report on a
submitted sample. Where a report that does not speak for the shipment has no number of its own, as certificates of
analysis by the lot, the number of its sample, job or lot tells it from others.

Why: what nobody signed for cannot be verified with anybody.

Bad: two pages of results without a heading.
Good: issuer, number and date on the first page.

Source: ISO/IEC 17025 7.8.2.1; ISO/IEC 17020 (content of inspection reports).
"""

from __future__ import annotations

from collections.abc import Iterator

from tradedocs.check.case import Case
from tradedocs.check.evidence import speaks_for_shipment
from tradedocs.model.finding import Finding, Verdict
from tradedocs.model.report import Report, Stated
from tradedocs.ui import say

ID = "report-unnamed"
RESTS_ON: tuple[str, ...] = ("inspection.report",)
_SHORTEST = 4  # signs; `0` and `N/A` identify nothing


def check(case: Case) -> Iterator[Finding]:
    """HOLD for each report that lacks one of the three."""
    for report in case.reports:
        if not report.source.pages:
            continue  # unread-page says that nothing was read
        facts = {
            say("issuer"): report.issuer,
            say("number"): report.report_no or _sample(report),
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


def _sample(report: Report) -> Stated | None:
    """What identifies a report on a sample that bears no number of its own."""
    if speaks_for_shipment(report):
        return None
    named = (report.identity.sample_no, report.identity.job_no, *report.lots)
    return next((one for one in named if one is not None and len(one.text.strip()) >= _SHORTEST), None)
