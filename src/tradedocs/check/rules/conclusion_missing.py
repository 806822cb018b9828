"""A pre-shipment inspection does not say what it concludes.

What: an inspection report that states neither PASS nor FAIL, or whose conclusion was not found, releases nothing.

Bad: the page with the overall conclusion is missing.
Good: overall conclusion: PASS.
"""

from __future__ import annotations

from collections.abc import Iterator

from tradedocs.check.case import Case
from tradedocs.model.finding import Finding, Verdict
from tradedocs.ui import say

ID = "conclusion-missing"


def check(case: Case) -> Iterator[Finding]:
    """HOLD for each inspection without a conclusion."""
    for report in case.reports:
        if report.family == "pre-shipment" and report.conclusion is None:
            yield Finding(
                rule=ID,
                severity=Verdict.HOLD,
                message=say("{file} states no overall conclusion", file=report.source.file),
                way_out=say("Ask the inspection body for its conclusion."),
            )
