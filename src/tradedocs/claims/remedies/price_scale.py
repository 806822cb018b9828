"""The agreed scale: for each started step beyond the guarantee so much of the price, up to its cap."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from math import ceil

from tradedocs.claims.remedies.case import RemedyCase
from tradedocs.claims.remedies.goods import concerned
from tradedocs.claims.remedies.making import Draft, paid_note
from tradedocs.model.amount import Money
from tradedocs.model.goods import Characteristic, PriceScale
from tradedocs.model.requirement import Requirement
from tradedocs.model.settling import Remedy
from tradedocs.model.units import find, ratio
from tradedocs.words.values import number, percent

_VALUE = re.compile(r"(-?\d+(?:\.\d+)?)\s*(\S.*)?")


def offered(case: RemedyCase) -> Iterator[Remedy]:
    """One remedy for all characteristics with a scale whose value is on file; their reductions are added up."""
    line = case.line
    if not case.granted.scales or line is None or case.grade == "shortage":
        return
    scaled = [one for one in line.characteristics if one.scale is not None]
    if not scaled:
        return
    draft = Draft(case, "price-scale", ("compensation.price-scale",))
    price = concerned(draft)
    reductions = [found for one in scaled if (found := _reduction(draft, one, price)) is not None]
    if not reductions:
        yield draft.made(None, None)
        return
    amount = draft.working.total("Reductions of all characteristics", "各特性减价合计", reductions)
    if price is not None and amount.amount > price.amount:
        amount = draft.working.step("At most the price", "以价款为限", price.amount)
    amount = draft.limited(amount, refund=True)
    paid_note(draft)
    yield draft.made(amount, amount)


def _reduction(draft: Draft, item: Characteristic, price: Money | None) -> Money | None:
    scale, found = item.scale, _value(draft, item)
    assert scale is not None
    missed = None if found is None else missed_by(item.require, found)
    if found is None or missed is None or price is None:
        draft.needs(f"values: {item.name}")
        return None
    shown, name_zh = f"{number(found)} {item.require.unit or ''}".strip(), item.name_zh or item.name
    if missed <= 0:
        return draft.working.step(
            f"{item.name}: {shown} meets the guarantee {item.require.shown}",
            f"{name_zh}：{shown}符合保证值{item.require.shown}",
            Decimal(0),
        )
    beyond = missed_by(scale.reject, found)
    if beyond is None or beyond > 0:
        draft.note(
            f"{item.name}: {shown} lies beyond the limit of rejection {scale.reject.shown}: the buyer may reject, or "
            "keep the goods at the highest reduction of the scale.",
            f"{name_zh}：{shown}超出拒收界限{scale.reject.shown}：买方可以拒收，或按最高减价保留货物。",
        )
        missed = missed_by(item.require, _edge(scale.reject, found)) or missed
    return _by_scale(draft, item, scale, missed, price, shown)


def _by_scale(
    draft: Draft, item: Characteristic, scale: PriceScale, missed: Fraction, price: Money, shown: str
) -> Money:
    steps = ceil(missed / Fraction(scale.step))
    share = min(steps * scale.percent, scale.cap if scale.cap is not None else Decimal(100))
    capped = share < steps * scale.percent
    unit, name_zh = item.require.unit or "", item.name_zh or item.name
    most, most_zh = (f", at most {percent(share)}", f"，最高{percent(share)}") if capped else ("", "")
    return draft.working.step(
        f"{item.name}: {shown} against {item.require.shown}: {steps} started steps of {number(scale.step)} {unit} at "
        f"{percent(scale.percent)}{most}: {price.amount:,} × {percent(share)}",
        f"{name_zh}：{shown}，保证值{item.require.shown}：{steps}个起算单位（每{number(scale.step)} {unit}）×"
        f"{percent(scale.percent)}{most_zh}：{price.amount:,} × {percent(share)}",
        price.amount * share / 100,
    )


def _value(draft: Draft, item: Characteristic) -> Decimal | None:
    """The value of the last report on file, else the one that the claimant states; in the requirement's unit."""
    names = {name.casefold() for name in (item.name, *item.aliases)}
    for one in reversed(draft.case.record.evidence):
        for result in one.report.values if one.report is not None else ():
            if (result.characteristic or result.parameter).casefold() in names:
                return in_unit(f"{result.value} {result.unit or ''}".strip(), item.require.unit)
    for stated in draft.case.complaint.values:
        if stated.characteristic.casefold() in names:
            draft.note(
                f"{item.name}: the value is the one that the claimant states; the contract counts the report's.",
                f"{item.name_zh or item.name}：该值由索赔方陈述；合同以报告所载的值为准。",
            )
            return in_unit(stated.value, item.require.unit)
    return None


def in_unit(text: str, unit: str | None) -> Decimal | None:
    """`14.2 %` as a number in the unit; None for anything that is not one number in a unit of that kind."""
    match = _VALUE.fullmatch(text.strip())
    if match is None:
        return None
    value = Decimal(match[1])
    if match[2] is None or unit is None or match[2].strip() == unit:
        return value if match[2] is None or unit is not None else None
    try:
        factor = ratio(find(match[2].strip()), find(unit))
    except ValueError:
        return None
    return value * factor.numerator / factor.denominator


def missed_by(require: Requirement, value: Decimal) -> Fraction | None:
    """How far a value lies beyond the bounds; 0 or less where it meets them; None where there are none."""
    ends = []
    if require.low is not None:
        ends.append(Fraction(require.low) - Fraction(value))
    if require.high is not None:
        ends.append(Fraction(value) - Fraction(require.high))
    return max(ends, default=None)


def _edge(reject: Requirement, value: Decimal) -> Decimal:
    """The last value that is not rejected, on the side of the value."""
    if reject.high is not None and value > reject.high:
        return reject.high
    return reject.low if reject.low is not None else value
