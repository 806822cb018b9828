"""The adjustment by the contract's scale: guarantee, adjustment zone, rejection."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import ROUND_CEILING, Decimal

from tradedocs.claims.remedies.case import RemedyCase, step
from tradedocs.model.claim import ReportedValue
from tradedocs.model.goods import Characteristic, PriceScale
from tradedocs.model.requirement import Requirement
from tradedocs.model.settling import Remedy, Step
from tradedocs.model.shapes import LocalText

SCALE = "compensation.price-scale"
_TITLE = LocalText(en="Adjustment by the price scale", zh="按价格调整标准调整")
_NUMBER = re.compile(r"[-−]?\d+(?:\.\d+)?")


def grant(case: RemedyCase) -> Iterator[Remedy]:
    """One remedy for all characteristics with a scale whose values are beyond the guarantee; reductions are added up."""
    found = list(_beyond(case))
    if not found:
        return
    price, total = case.concerned.amount, Decimal(0)
    steps: list[Step] = [case.concerned]
    rejected: list[str] = []
    for one, scale, value in found:
        percent = reduction(one.require, scale, value)
        total += percent
        amount = case.money(price.amount * percent / 100)
        words = f"{one.name} {value}, {one.require.shown}: {percent} % × {price} = {amount}"
        steps.append(step(words, words, amount))
        if _misses(scale.reject, value):
            rejected.append(one.name)
    gain = case.money(price.amount * min(total, Decimal(100)) / 100)
    steps.append(step(f"In sum: {total} % × {price} = {gain}", f"合计：{total}% × {price} = {gain}", gain))
    gain, all_steps, capped = case.capped(gain, steps)
    notes = (
        [
            LocalText(
                en=f"Beyond the limit of rejection: {', '.join(rejected)}. The buyer may reject instead.",
                zh=f"超出拒收限：{'、'.join(rejected)}。买方可选择拒收。",
            )
        ]
        if rejected
        else []
    )
    yield case.remedy(
        "price-scale",
        _TITLE,
        (SCALE,),
        gain=gain,
        cost=gain,
        steps=all_steps,
        capped=capped,
        barred=case.barred,
        notes=tuple(notes),
        authority="sales",
    )


def reduction(require: Requirement, scale: PriceScale, value: Decimal) -> Decimal:
    """Percent for a value: each started step beyond the guarantee, up to the cap of the scale."""
    beyond = _distance(require, value)
    if beyond <= 0:
        return Decimal(0)
    percent = (beyond / scale.step).to_integral_value(ROUND_CEILING) * scale.percent
    return min(percent, scale.cap) if scale.cap is not None else percent


def _beyond(case: RemedyCase) -> Iterator[tuple[Characteristic, PriceScale, Decimal]]:
    """The worst value of each characteristic with a scale in the last report that names it."""
    values: dict[str, list[ReportedValue]] = {}
    for piece in case.record.evidence:
        if piece.report is not None:
            fresh: dict[str, list[ReportedValue]] = {}
            for one in piece.report.values:
                fresh.setdefault(one.characteristic or one.parameter, []).append(one)
            values |= fresh
    for one in case.line.characteristics:
        if one.scale is None:
            continue
        numbers = [number for told in values.get(one.name, ()) if (number := _number(told.value)) is not None]
        worst = max(numbers, key=lambda number: _distance(one.require, number), default=None)
        if worst is not None and _distance(one.require, worst) > 0:
            yield one, one.scale, worst


def _number(text: str) -> Decimal | None:
    match = _NUMBER.search(text)
    return Decimal(match[0].replace("−", "-")) if match else None


def _distance(require: Requirement, value: Decimal) -> Decimal:
    if require.high is not None and value > require.high:
        return value - require.high
    if require.low is not None and value < require.low:
        return require.low - value
    return Decimal(0)


def _misses(require: Requirement, value: Decimal) -> bool:
    over = require.high is not None and (
        value > require.high or (require.high_open and value == require.high)
    )
    return over or (
        require.low is not None and (value < require.low or (require.low_open and value == require.low))
    )
