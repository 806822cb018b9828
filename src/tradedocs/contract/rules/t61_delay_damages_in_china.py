"""Damages for delay under Chinese law can be cut or raised.

What: under the law of China a court or tribunal holds agreed damages against the loss that was suffered, and
usually cuts what is more than 30 % above it. A cap above 20 % of the price of the late goods is a warning.

Why: who relies on the figure alone must be able to show the loss.

Bad: Chinese law with `late_delivery: {cap: 30 %}`
Good: Chinese law with `late_delivery: {cap: 5 %}`: noted, no warning.

Source: PRC Civil Code Article 585; Fa Shi (2023) No. 13 Article 65.
"""

from __future__ import annotations

from collections.abc import Iterator

from tradedocs.contract.case import DealCase, told
from tradedocs.model.dealfinding import DealFinding
from tradedocs.ui import say

ID = "T61"
SUPPRESSIBLE = True
EXPORT = False

_HIGH = 20


def judge(case: DealCase) -> Iterator[DealFinding]:
    """An info under Chinese law; a warning for a cap above 20 %."""
    law, cap, total = case.law, case.deal.late_delivery.cap, case.deal.total
    if law is None or law.code != "CN":
        return
    most = total.model_copy(update={"amount": total.amount * cap / 100})
    yield told(
        ID,
        "warning" if cap > _HIGH else "info",
        say(
            "{cap} % of {total} = {most} at most for delay; under Chinese law this is held against the loss, and "
            "what is more than 30 % above it is usually cut",
            cap=cap,
            total=total,
            most=most,
        ),
        say("Keep the estimate of the loss with the contract's file."),
        ("late_delivery", "cap"),
        ("law", "governing"),
    )
