"""The price of the goods that are complained of, as the first step of every sum about them."""

from __future__ import annotations

from tradedocs.claims.remedies.making import Draft
from tradedocs.model.amount import Money
from tradedocs.words.values import quantity, unit_price


def concerned(draft: Draft) -> Money | None:
    """The price of the goods concerned as a step; where it cannot be told, what is missing is named."""
    case = draft.case
    line, price = case.line, case.affected_price
    if line is None:
        draft.needs("line")
        return None
    if price is None:
        draft.needs(f"affected ({line.unit_price.unit})")
        return None
    affected = case.complaint.affected
    whole = case.price_of(affected)
    if whole is not None and whole.amount > price.amount:
        draft.note(
            f"More is complained of than line {line.line} holds; the whole line counts.",
            f"索赔数量超过第{line.line}项的数量，以该项全部数量计。",
        )
        affected = line.quantity
    return draft.working.step(
        f"Price of the goods concerned: {quantity(affected, 'en')} × {unit_price(line.unit_price, 'en')}",
        f"所涉货物价款：{quantity(affected, 'zh')} × {unit_price(line.unit_price, 'zh')}",
        price.amount,
    )
