"""The credit allows another tolerance than the contract.

What: `letter_of_credit.tolerance` is what the credit will say of quantity and amount; it must be the tolerance of
every goods line.

Why: within the contract's tolerance the seller may load what the credit does not pay for.

Bad: a goods line with `tolerance: 5 %` and `letter_of_credit: {tolerance: 0 %}`
Good: a goods line with `tolerance: 5 %` and `letter_of_credit: {tolerance: 5 %}`

Source: UCP 600 Article 30; CISG Article 52(2).
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from tradedocs.contract.case import DealCase, told
from tradedocs.model.amount import Quantity
from tradedocs.model.dealfinding import DealFinding
from tradedocs.ui import say

ID = "T31"
SUPPRESSIBLE = False
EXPORT = True


def judge(case: DealCase) -> Iterator[DealFinding]:
    """An error for each line whose tolerance differs."""
    credit = case.deal.letter_of_credit
    if credit is None or credit.tolerance is None or not case.deal.has_credit:
        return
    for index, line in enumerate(case.deal.goods):
        if line.tolerance != credit.tolerance:
            yield told(
                ID, "error",
                say("line {n}: the contract allows ± {contract} % ({wide}), the credit ± {credit} % ({narrow})",
                    n=line.line, contract=line.tolerance, wide=_range(line.quantity, line.tolerance),
                    credit=credit.tolerance, narrow=_range(line.quantity, credit.tolerance)),
                say("Give contract and credit the same tolerance."),
                ("letter_of_credit", "tolerance"), ("goods", index, "tolerance"),
            )  # fmt: skip


def _range(quantity: Quantity, percent: Decimal) -> str:
    part = quantity.number * percent / 100
    return (
        f"{(quantity.number - part).normalize():f}..{(quantity.number + part).normalize():f} {quantity.unit}"
    )
