"""A value cannot be compared because of its unit.

What: the report gives no unit where the contract names one, a unit that the table does not hold, or one that
measures something else.

Why: 0.04 of what?

Bad: `require: <= 0.04 %`, and the report gives `0.03` without a unit.
Good: `require: <= 0.04 %`, and the report gives `300 mg/kg`.
"""

from __future__ import annotations

from collections.abc import Iterator

from tradedocs.check.case import Case
from tradedocs.check.unclear import unclear_findings
from tradedocs.model.finding import Finding
from tradedocs.ui import say

ID = "unit-unknown"
RESTS_ON: tuple[str, ...] = ("quality.specification", "inspection.report")


def check(case: Case) -> Iterator[Finding]:
    """HOLD for each such value."""
    return unclear_findings(
        case, ID, {"unit"}, say("Ask the issuer to state the unit; `tradedocs units` lists the known ones.")
    )
