"""The buyer gets the goods before it pays, and nothing stands behind the price.

What: D/A and open account without `security` (credit insurance, a standby credit, a bank guarantee). Retention of
title is little worth once the goods are abroad and resold.

Why: if the buyer fails, the price is lost.

Bad: `{share: 70 %, method: open-account, days: 60, after: invoice-date}`
Good: the same with `security: credit insurance, policy confirmed`

Source: ISP98; practice of export credit insurers.
"""

from __future__ import annotations

from collections.abc import Iterator

from tradedocs.contract.case import DealCase, told
from tradedocs.model.dealfinding import DealFinding
from tradedocs.ui import say

ID = "T40"
SUPPRESSIBLE = True
EXPORT = False


def judge(case: DealCase) -> Iterator[DealFinding]:
    """A warning for each part, with the amount that is at risk."""
    total = case.deal.total
    for index, part in enumerate(case.deal.payment):
        if part.method in ("da", "open-account") and part.security is None:
            risk = total.model_copy(update={"amount": total.amount * part.share / 100})
            yield told(
                ID,
                "warning",
                say(
                    "{share} % of {total} = {risk} are paid {days} days after the {after}, and nothing secures them",
                    share=part.share,
                    total=total,
                    risk=risk,
                    days=part.days if part.days is not None else "?",
                    after=part.after or "?",
                ),
                say("Write what stands behind it as `security`, or agree a credit or an advance."),
                ("payment", index, "method"),
            )
