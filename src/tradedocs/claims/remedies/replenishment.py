"""Free replenishment of a batch defect: the goods again, with freight, insurance, duty, clearance and disposal."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from tradedocs.claims.remedies.case import RemedyCase
from tradedocs.claims.remedies.goods import concerned
from tradedocs.claims.remedies.making import Draft
from tradedocs.claims.remedies.working import less
from tradedocs.model.amount import Money, UnitPrice
from tradedocs.model.settling import Remedy
from tradedocs.words.values import money, quantity, unit_price

_LOGISTICS = (
    ("freight", "Freight to the original destination", "运至原目的地的运费"),
    ("insurance", "Insurance", "保险费"),
    ("duty", "Customs duties", "关税"),
    ("clearance", "Charges of clearance", "清关费用"),
    ("disposal", "Return or disposal of the defective goods", "缺陷货物的退运或处置费用"),
)


def offered(case: RemedyCase) -> Iterator[Remedy]:
    """What the article on batch defects grants: beside its price for the buyer, its cost for the seller."""
    terms = case.granted.replenishing
    if terms is None or case.grade in ("shortage", "perception", "misuse"):
        return
    draft = Draft(
        case, "replenishment",
        ("compensation.replenishment", "compensation.returned-goods", "compensation.remedies"),
    )  # fmt: skip
    if case.grade not in ("batch", "safety"):
        draft.bar(
            f"Article {terms.article} grants it for a batch defect, which the triage has not found; the seller may "
            "still offer it.",
            f"第{terms.article}条仅就批量缺陷规定补货，分级结论未认定批量缺陷；卖方仍可自愿提出。",
        )
    _notes(draft)
    price = concerned(draft)
    cost = _cost(draft)
    due = None if terms.days is None else case.today + timedelta(days=terms.days)
    yield draft.made(price, cost, due=due)


def _notes(draft: Draft) -> None:
    terms = draft.case.granted.replenishing
    assert terms is not None
    if terms.days is not None:
        draft.note(
            f"To be shipped within {terms.days} days after the claim is established; the day shown counts from today.",
            f"应在索赔成立后{terms.days}日内装运；所示日期自今日起算。",
        )
    if terms.buyer_chooses:
        draft.note(
            "The buyer may choose a refund of the price of the defective goods instead.",
            "买方可选择退还缺陷货物的价款。",
        )
    draft.note(
        "The buyer clears the goods, recovers the duties and taxes that can be recovered and credits them. The "
        "pro-forma states the true value for customs.",
        "买方负责清关，退领可以退还的税费并返还卖方。形式发票应载明用于报关的真实价值。",
    )


def _cost(draft: Draft) -> Money | None:
    """Every part of it, or None where one of them is not known: half a cost would look like a cheap one."""
    parts = [_goods(draft)]
    for name, en, zh in _LOGISTICS:
        found = draft.cost(name)
        parts.append(None if found is None else draft.working.given(en, zh, found))
    known = [one for one in parts if one is not None]
    salvage = draft.case.cost("salvage")
    if salvage is not None:
        draft.working.given("What the defective goods still bring", "缺陷货物残值", salvage)
        known.append(less(salvage))
    if len(known) - (salvage is not None) == len(parts):
        return draft.working.total("Cost for the seller", "卖方成本", known)
    if known:
        so_far = draft.working.total("Known so far, not the whole cost", "目前已知部分，并非全部成本", known)
        draft.note(
            f"Of the cost for the seller {money(so_far)} is known so far.",
            f"卖方成本中目前已知{money(so_far)}。",
        )
    return None


def _goods(draft: Draft) -> Money | None:
    case, line = draft.case, draft.case.line
    each = draft.cost("unit_cost")
    if each is None or line is None:
        return None
    price = UnitPrice(amount=each.amount, currency=each.currency, unit=line.unit_price.unit)
    affected = case.complaint.affected
    try:
        affected = min(affected, line.quantity, key=lambda one: one.converted(price.unit))
        amount = price.total(affected)
    except ValueError:
        return None
    return draft.working.step(
        f"Goods at the seller's own cost: {quantity(affected, 'en')} × {unit_price(price, 'en')}",
        f"货物，按卖方自身成本：{quantity(affected, 'zh')} × {unit_price(price, 'zh')}",
        amount.amount,
    )
