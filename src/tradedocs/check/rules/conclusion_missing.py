"""An inspection of the shipment does not say plainly what it concludes.

What: a pre-shipment inspection that states neither PASS nor FAIL releases nothing, and neither does any report on the
shipment whose stated conclusion is no plain pass (`Withdrawn`, `PASS?`).

Bad: overall conclusion: PASS / FAIL, with nothing ticked.
Good: overall conclusion: PASS.
"""

from __future__ import annotations

from collections.abc import Iterator

from tradedocs.check.case import Case, at
from tradedocs.check.evidence import speaks_for_shipment
from tradedocs.model.finding import Finding, Verdict
from tradedocs.ui import say

ID = "conclusion-missing"
RESTS_ON: tuple[str, ...] = ("inspection.report",)


def check(case: Case) -> Iterator[Finding]:
    """HOLD for each report on the shipment without a plain conclusion."""
    for report in case.reports:
        stated = report.conclusion_stated
        wanted = report.family == "pre-shipment" or (speaks_for_shipment(report) and stated is not None)
        if report.conclusion is not None or not wanted:
            continue
        fact = (
            say("{file} states no overall conclusion", file=report.source.file)
            if stated is None
            else say(
                "{file} concludes {text!r}, which is no plain pass", file=report.source.file, text=stated.text
            )
        )
        yield Finding(
            rule=ID,
            severity=Verdict.HOLD,
            message=fact,
            way_out=say("Ask the inspection body for its conclusion."),
            places=(at(report, stated.place),) if stated is not None else (),
        )
