"""What the report gives cannot be held against the requirement.

What: a word where a number is required; `not detected` with a detection limit above the requirement, or with none;
a range or a `<` value that lies on both sides of the limit; an absence without the amount examined; a row that the
report itself marks as failed although its value meets the contract's limit.

Bad: `require: <= 100 mg/kg`, and the report gives `N.D.` with a detection limit of 200 mg/kg.
Good: `require: <= 100 mg/kg`, and the report gives `N.D.` with a detection limit of 2 mg/kg.
"""

from __future__ import annotations

from collections.abc import Iterator

from tradedocs.check.case import Case
from tradedocs.check.unclear import unclear_findings
from tradedocs.model.finding import Finding
from tradedocs.ui import say

ID = "not-comparable"
RESTS_ON: tuple[str, ...] = ("inspection.decision-rule", "quality.specification")
_REASONS = {"no-number", "no-value", "detection-limit", "amount", "verdict"}


def check(case: Case) -> Iterator[Finding]:
    """HOLD for each such value."""
    return unclear_findings(
        case, ID, _REASONS, say("Ask the issuer for a value that answers the requirement.")
    )
