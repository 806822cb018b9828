"""A unit price is finer than the currency, and rounding it changes the amount.

What: the amount of a line is quantity times unit price, rounded once. Where the unit price has more decimals than the
currency has minor units, an invoice that prints the rounded price comes to another amount.

Why: documents under a letter of credit are refused when invoice and credit differ by cents.

Bad: 2.5 t at 4000.125 USD/t: 10,000.31; at the rounded price of 4000.13 it is 10,000.33.
Good: 2.5 t at 4000.12 USD/t.

Source: UCP 600 Articles 14(d) and 18; ISO 4217 (minor units).
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal

from tradedocs.contract.case import DealCase, told
from tradedocs.model.amount import MINOR_UNITS
from tradedocs.model.dealfinding import DealFinding
from tradedocs.model.goods import GoodsLine
from tradedocs.ui import say

ID = "T04"
SUPPRESSIBLE = True
EXPORT = False


def judge(case: DealCase) -> Iterator[DealFinding]:
    """A warning for each line whose amount moves by more than one minor unit."""
    step = Decimal(1).scaleb(-MINOR_UNITS[case.deal.currency])
    for index, line in enumerate(case.deal.goods):
        price = line.unit_price
        short = price.model_copy(update={"amount": price.amount.quantize(step, ROUND_HALF_UP)})
        apart = abs(short.total(line.quantity).amount - line.amount.amount)
        if apart > step:
            yield told(ID, "warning", _message(line, str(short.amount), str(short.total(line.quantity)), apart),
                       say("Agree a unit price that the currency can express, or print the full price everywhere."),
                       ("goods", index, "unit_price"))  # fmt: skip


def _message(line: GoodsLine, short: str, total: str, apart: Decimal) -> str:
    return say(
        "line {n}: {quantity} × {price} = {amount}; with the price rounded to {short} it is {total}, {apart} apart",
        n=line.line, quantity=line.quantity, price=line.unit_price, amount=line.amount, short=short, total=total,
        apart=apart,
    )  # fmt: skip
