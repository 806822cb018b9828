"""A shortage made good with the next shipment, or refunded at the unit price."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from tradedocs.claims.remedies.case import RemedyCase, step
from tradedocs.model.amount import Quantity
from tradedocs.model.settling import Remedy
from tradedocs.model.shapes import LocalText

SHORTAGE = "compensation.shortage"
_TITLE = LocalText(en="Make good or refund what is missing", zh="补足或退还短少部分")


def grant(case: RemedyCase) -> Iterator[Remedy]:
    """What is missing below the least quantity that may be delivered."""
    missing = case.complaint.missing
    if missing is None:
        return
    line = case.line
    allowed = line.quantity.number * line.tolerance / 100
    short = max(missing.converted(line.quantity.unit) - allowed, Decimal(0))
    quantity = Quantity(number=short, unit=line.quantity.unit)
    priced = case.priced(quantity)
    words = f"{missing} − {allowed.normalize():f} {line.quantity.unit} (±{line.tolerance} %) = {quantity}"
    steps = [
        step(f"Below the least quantity: {words}", f"低于最低数量：{words}", case.money(Decimal(0))),
        priced,
    ]
    gain, all_steps, capped = case.capped(priced.amount, steps)
    notes = (
        (
            LocalText(
                en="Within the tolerance of the contract nothing is missing",
                zh="在合同溢短装范围内不构成短少",
            ),
        )
        if short == 0
        else ()
    )
    yield case.remedy(
        "make-up-shortage",
        _TITLE,
        (SHORTAGE,),
        gain=gain,
        cost=gain,
        steps=all_steps,
        capped=capped,
        notes=notes,
        barred=case.barred,
        authority=case.authority(gain),
    )
