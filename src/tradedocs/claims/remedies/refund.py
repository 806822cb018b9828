"""Rejection: the price of the goods concerned is paid back, and they are returned or disposed of."""

from __future__ import annotations

from collections.abc import Iterator

from tradedocs.claims.remedies.case import RemedyCase
from tradedocs.model.settling import Remedy
from tradedocs.model.shapes import LocalText

_TITLE = LocalText(en="Refund of the price, goods taken back", zh="退还价款，货物退回")


def grant(case: RemedyCase) -> Iterator[Remedy]:
    """For goods that are unsafe or unlawful, or a batch defect that cannot be replenished."""
    if case.severity not in ("safety", "batch") and case.category != "batch-defect":
        return
    gain, steps, capped = case.capped(case.concerned.amount, [case.concerned])
    notes = (
        [LocalText(en="Stop the sale of the goods at once", zh="立即停止销售")]
        if case.severity == "safety"
        else []
    )
    if case.severity == "safety":
        notes.append(
            LocalText(en="The limit of liability does not hold for injury", zh="责任限额不适用于人身伤害")
        )
    yield case.remedy(
        "refund",
        _TITLE,
        ("compensation.remedies", "compensation.replenishment", "compensation.returned-goods"),
        gain=gain,
        cost=gain,
        steps=steps,
        capped=capped,
        notes=tuple(notes),
        barred=case.barred,
        authority=case.authority(gain),
    )
