"""Defective pieces replaced or refunded at the unit price, whether or not their lot passes its plan."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import ROUND_CEILING, Decimal

from tradedocs.claims.remedies.case import RemedyCase, step
from tradedocs.model.amount import Money, Quantity
from tradedocs.model.settling import Remedy, Step
from tradedocs.model.shapes import LocalText

REMEDIES, PIECES = "compensation.remedies", "inspection.defective-pieces"
_TITLE = LocalText(en="Refund of the defective pieces", zh="缺陷件退款")


def grant(case: RemedyCase) -> Iterator[Remedy]:
    """Counted pieces at the unit price; from a sample, the share with both ends of its interval."""
    if case.category in ("perception-deviation", "misuse", "shortage", "transport-damage"):
        return
    affected, interval = case.complaint.affected, case.interval
    notes: list[LocalText] = []
    if interval is None:
        quantity, steps = affected, [case.concerned]
        low = high = None
    else:
        quantity = _share(affected, interval.rate)
        steps = [_estimated(case, quantity, interval.rate), case.priced(quantity)]
        low = case.priced(_share(affected, interval.low)).amount
        high = case.priced(_share(affected, interval.high)).amount
        notes.append(
            LocalText(
                en=f"An estimate from {interval.defective} of {interval.examined}: {interval.low} to {interval.high} % at "
                f"{interval.confidence} %. Sorting would give the number.",
                zh=f"由{interval.examined}件中{interval.defective}件估算：{interval.confidence}%置信区间为{interval.low}%至{interval.high}%。分选可得实数。",
            )
        )
    gain, all_steps, capped = case.capped(case.priced(quantity).amount, steps)
    salvage = case.costs.salvage
    cost = case.money(max(gain.amount - salvage.amount, Decimal(0))) if salvage is not None else gain
    yield case.remedy(
        "defect-refund",
        _TITLE,
        (REMEDIES, PIECES, "compensation.credit-note"),
        gain=gain,
        cost=cost,
        low=_under(case, low),
        high=_under(case, high),
        capped=capped,
        steps=all_steps,
        notes=tuple(notes),
        barred=case.barred,
        authority=case.authority(gain),
    )


def _share(affected: Quantity, percent: Decimal) -> Quantity:
    """That share of the quantity; pieces are whole, and rounded up: nobody refunds half a piece."""
    number = affected.number * percent / 100
    return Quantity(
        number=number.to_integral_value(ROUND_CEILING) if affected.counted else number, unit=affected.unit
    )


def _estimated(case: RemedyCase, quantity: Quantity, rate: Decimal) -> Step:
    affected = case.complaint.affected
    words = f"{affected} × {rate} % = {quantity}"
    return step(f"Defective by the sample: {words}", f"按样本估计的缺陷件：{words}", case.money(Decimal(0)))


def _under(case: RemedyCase, amount: Money | None) -> Money | None:
    return None if amount is None else case.capped(amount, ())[0]
