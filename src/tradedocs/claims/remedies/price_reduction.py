"""Discount or refund in proportion to the value (CISG article 50; PRC Civil Code article 582)."""

from __future__ import annotations

from collections.abc import Iterator

from tradedocs.claims.remedies.case import RemedyCase, step
from tradedocs.model.settling import Remedy
from tradedocs.model.shapes import LocalText

MINOR = "compensation.minor-deviations"
_TITLE = LocalText(en="Price reduction by value", zh="按价值比例减价")


def grant(case: RemedyCase) -> Iterator[Remedy]:
    """P × (1 − value as delivered ÷ value of conforming goods); unknown until somebody states the value."""
    if case.category in ("perception-deviation", "misuse", "shortage"):
        return
    ratio = case.complaint.value_ratio
    notes = [
        LocalText(
            en="Values are those at the time of delivery, not the loss on resale",
            zh="价值以交付时为准，不计转售损失",
        )
    ]
    if ratio is None:
        yield case.remedy(
            "price-reduction",
            _TITLE,
            (MINOR, "compensation.credit-note"),
            steps=(case.concerned,),
            unknown=("value_ratio",),
            barred=case.barred,
            notes=tuple(notes),
            authority="manager",
        )
        return
    price = case.concerned.amount
    reduced = case.money(price.amount * min(ratio, 100) / 100)
    gain = case.money(price.amount - reduced.amount)
    steps = (
        case.concerned,
        step(
            f"Reduced price: {price} × {ratio} % = {reduced}",
            f"减价后：{price} × {ratio}% = {reduced}",
            reduced,
        ),
        step(f"Reduction: {price} − {reduced} = {gain}", f"减价额：{price} − {reduced} = {gain}", gain),
    )
    gain, steps, capped = case.capped(gain, steps)
    cap = case.terms.number(MINOR, "discount_cap")
    if cap is not None and 100 - ratio > cap:
        notes.append(
            LocalText(
                en=f"More than {cap} % of the price: it is no Minor Deviation under Article {case.terms.article(MINOR)}",
                zh=f"超过价款的{cap}%，不属于第{case.terms.article(MINOR)}条的轻微偏差",
            )
        )
    yield case.remedy(
        "price-reduction",
        _TITLE,
        (MINOR, "compensation.credit-note"),
        gain=gain,
        cost=gain,
        steps=steps,
        capped=capped,
        barred=case.barred,
        notes=tuple(notes),
        authority=case.authority(gain),
    )
