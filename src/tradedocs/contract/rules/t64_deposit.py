"""The deposit is more than a fifth of the price.

What: a part of the price with `nature: deposit` is a 定金 in the sense of the Civil Code: forfeited by the buyer in
default, returned twice by the seller in default. What exceeds 20 % of the price has not this effect.

Why: the parties count on twice the sum and get it only in part.

Bad: `{share: 30 %, method: tt-advance, nature: deposit}`
Good: `{share: 30 %, method: tt-advance, nature: advance}`, or 20 % as deposit.

Source: PRC Civil Code Articles 586 to 588. For an export sale under another law the parties may agree otherwise:
there it is a warning.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from tradedocs.contract.case import DealCase, told
from tradedocs.model.dealfinding import DealFinding, Suppressible
from tradedocs.ui import say

ID = "T64"
SUPPRESSIBLE: Suppressible = "warnings"
EXPORT = False

_MOST = Decimal(20)


def judge(case: DealCase) -> Iterator[DealFinding]:
    """An error in a domestic sale, a warning in an export sale."""
    deposits = [index for index, part in enumerate(case.deal.payment) if part.nature == "deposit"]
    share = sum((case.deal.payment[index].share for index in deposits), Decimal(0))
    if share <= _MOST:
        return
    total = case.deal.total
    paid, most = (total.model_copy(update={"amount": total.amount * part / 100}) for part in (share, _MOST))
    yield told(
        ID, "error" if case.deal.domestic else "warning",
        say("{share} % of {total} = {paid} is called a deposit (定金); at most {most_share} % = {most} can be one",
            share=share, total=total, paid=paid, most_share=_MOST, most=most),
        say("Lower the deposit, or make the rest an advance (预付款)."),
        *(("payment", index, "share") for index in deposits),
    )  # fmt: skip
