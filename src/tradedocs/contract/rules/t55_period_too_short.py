"""A claim period is too short to use.

What: fewer than 15 days for quality or 7 for quantity after arrival. Unpacking, a survey and a laboratory take that
long. Goods that perish (HS chapters 02, 03, 04, 06, 07 and 08) are exempt: for them short periods are usual.

Why: a court reads a period that is too short for an examination as one for visible defects only.

Bad: `claims: {quality_days: 5}` for machine parts.
Good: `claims: {quality_days: 30}`

Source: PRC Civil Code Article 622; CISG Article 38(1); periods in use (15 to 45 days for chemicals and metals).
"""

from __future__ import annotations

from collections.abc import Iterator

from tradedocs.contract.case import DealCase, told
from tradedocs.model.deal import Deal
from tradedocs.model.dealfinding import DealFinding
from tradedocs.ui import say

ID = "T55"
SUPPRESSIBLE = True
EXPORT = False

_LEAST = {"quantity_days": 7, "quality_days": 15}
_PERISH = ("02", "03", "04", "06", "07", "08")


def judge(case: DealCase) -> Iterator[DealFinding]:
    """A warning for each period that is too short."""
    if _perishes(case.deal):
        return
    for key, least in _LEAST.items():
        days = getattr(case.deal.claims, key)
        if days < least:
            yield told(
                ID,
                "warning",
                say(
                    "`{key}` is {days} days; fewer than {least} leave no time to examine the goods",
                    key=key,
                    days=days,
                    least=least,
                ),
                say("Agree at least {least} days.", least=least),
                ("claims", key),
            )


def _perishes(deal: Deal) -> bool:
    return all(line.hs_code is not None and line.hs_code.startswith(_PERISH) for line in deal.goods)
