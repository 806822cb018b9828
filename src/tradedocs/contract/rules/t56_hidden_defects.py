"""The last day for hidden defects comes before the one for defects that can be seen.

What: `claims.latent_days` should be at least `claims.quality_days`. (More than two years is not possible in a deal
file; a warranty that runs longer is taken care of by quality.warranty.)

Why: the long stop would cut off the ordinary period.

Bad: `claims: {quality_days: 60, latent_days: 45}`
Good: `claims: {quality_days: 60, latent_days: 365}`

Source: CISG Article 39(2); PRC Civil Code Article 621.
"""

from __future__ import annotations

from collections.abc import Iterator

from tradedocs.contract.case import DealCase, told
from tradedocs.model.dealfinding import DealFinding
from tradedocs.ui import say

ID = "T56"
SUPPRESSIBLE = True
EXPORT = False


def judge(case: DealCase) -> Iterator[DealFinding]:
    """A warning with both periods."""
    claims = case.deal.claims
    if claims.latent_days < claims.quality_days:
        yield told(
            ID,
            "warning",
            say(
                "hidden defects can be claimed for {latent} days, visible ones for {quality}",
                latent=claims.latent_days,
                quality=claims.quality_days,
            ),
            say("Agree at least {quality} days for hidden defects.", quality=claims.quality_days),
            ("claims", "latent_days"),
            ("claims", "quality_days"),
        )
