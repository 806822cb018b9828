"""Free replenishment of a batch defect, with freight, insurance, duty and disposal borne by the seller."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from tradedocs.claims.remedies.case import RemedyCase, step
from tradedocs.model.amount import Money
from tradedocs.model.settling import Remedy, Step
from tradedocs.model.shapes import LocalText

REPLENISH, RETURNED = "compensation.replenishment", "compensation.returned-goods"
_TITLE = LocalText(en="Free replenishment, freight borne by the seller", zh="免费补货，运费由卖方承担")
_COSTS: tuple[tuple[str, str, str], ...] = (
    ("freight", "Freight", "运费"),
    ("insurance", "Insurance", "保险费"),
    ("duty", "Duty that is not recovered", "不能退还的关税"),
    ("clearance", "Clearance", "清关费"),
    ("disposal", "Return or disposal of the defective goods", "缺陷货物的退运或处置"),
)


def grant(case: RemedyCase) -> Iterator[Remedy]:
    """Conforming goods for the defective ones; what they cost the seller where the user gave the costs."""
    if case.category not in ("batch-defect", "single-defects", "transport-damage", "undecided"):
        return
    steps, unknown, cost = [case.concerned], [], Decimal(0)
    goods = _goods(case)
    if goods is None:
        unknown.append("costs.unit_cost")
    else:
        steps.append(goods)
        cost += goods.amount.amount
    for name, en, zh in _COSTS:
        value: Money | None = getattr(case.costs, name)
        if value is None:
            unknown.append(f"costs.{name}")
        else:
            steps.append(step(f"{en}: {value}", f"{zh}：{value}", value))
            cost += value.amount
    salvage = case.costs.salvage
    if salvage is not None:
        steps.append(step(f"Less salvage: −{salvage}", f"减残值：−{salvage}", salvage))
        cost -= salvage.amount
    total = case.money(max(cost, Decimal(0)))
    steps.append(step(f"The seller's cost: {total}", f"卖方成本：{total}", total))
    days = case.terms.days(REPLENISH, "replenish_days", case.terms.deal.remedies.replenish_days)
    yield case.remedy(
        "replenishment",
        _TITLE,
        (REPLENISH, RETURNED),
        gain=case.concerned.amount,
        cost=total if goods is not None else None,
        steps=tuple(steps),
        unknown=tuple(unknown),
        barred=case.barred,
        authority=case.authority(case.concerned.amount),
        notes=(
            LocalText(
                en=f"Shipped within {days} days after the claim is established; customs are told the true value",
                zh=f"索赔成立后{days}日内装运；向海关申报真实价值",
            ),
            LocalText(en="Its cost does not count towards the limit of liability", zh="其成本不计入责任限额"),
        ),
    )


def _goods(case: RemedyCase) -> Step | None:
    unit_cost = case.costs.unit_cost
    if unit_cost is None:
        return None
    affected = case.complaint.affected
    number = affected.converted(case.line.unit_price.unit)
    amount = case.money(unit_cost.amount * number)
    words = f"{number:f} × {unit_cost} = {amount}"
    return step(f"Goods at cost: {words}", f"货物成本：{words}", amount)
