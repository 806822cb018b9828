"""The price is called net and holds a commission.

What: `price.net` says that nothing is to be taken off the price; `price.commission` says that it includes a
commission.

Why: the buyer or the agent will read the one that suits them.

Bad: `price: {net: true, commission: 3 %}`
Good: `price: {commission: 3 %}`

Source: trade practice (CIF C3 is a price that includes 3 % commission).
"""

from __future__ import annotations

from collections.abc import Iterator

from tradedocs.contract.case import DealCase, told
from tradedocs.model.dealfinding import DealFinding
from tradedocs.ui import say

ID = "T05"
SUPPRESSIBLE = False
EXPORT = False


def judge(case: DealCase) -> Iterator[DealFinding]:
    """A warning with the amount of the commission."""
    price, total = case.deal.price, case.deal.total
    if price.net and price.commission:
        taken = total.model_copy(update={"amount": total.amount * price.commission / 100})
        yield told(
            ID, "warning",
            say("the price is net, and holds a commission of {percent} % ({amount} of {total})",
                percent=price.commission, amount=taken, total=total),
            say("Take out `net`, or take out the commission and lower the price."),
            ("price", "commission"), ("price", "net"),
        )  # fmt: skip
