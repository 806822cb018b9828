"""The period for quantity claims is longer than the one for quality claims.

What: `claims.quantity_days` should not exceed `claims.quality_days`.

Why: quantity is seen at once, quality takes a laboratory; the other way round is usually a slip of the pen.

Bad: `claims: {quantity_days: 45, quality_days: 30}`
Good: `claims: {quantity_days: 15, quality_days: 30}`

Source: Chinese export practice (quality 30 days, quantity 15 days after arrival); CISG Articles 38 and 39.
"""

from __future__ import annotations

from collections.abc import Iterator

from tradedocs.contract.case import DealCase, told
from tradedocs.model.dealfinding import DealFinding
from tradedocs.ui import say

ID = "T54"
SUPPRESSIBLE = True
EXPORT = False


def judge(case: DealCase) -> Iterator[DealFinding]:
    """A warning with both periods."""
    claims = case.deal.claims
    if claims.quantity_days > claims.quality_days:
        yield told(
            ID, "warning",
            say("{quantity} days for quantity, but only {quality} for quality", quantity=claims.quantity_days,
                quality=claims.quality_days),
            say("Check whether the two are the wrong way round."),
            ("claims", "quantity_days"), ("claims", "quality_days"),
        )  # fmt: skip
