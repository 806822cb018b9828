"""A gesture without liability: a few percent of the price of the goods concerned."""

from __future__ import annotations

from collections.abc import Iterator

from tradedocs.claims.remedies.case import RemedyCase, step
from tradedocs.model.settling import Remedy
from tradedocs.model.shapes import LocalText

_TITLE = LocalText(en="Goodwill discount, without liability", zh="善意折让，不承认责任")


def grant(case: RemedyCase) -> Iterator[Remedy]:
    """The house's percentage; it is open whatever the notice, because nothing is owed."""
    if case.category in ("batch-defect", "misuse") or case.severity == "safety":
        return
    price, percent = case.concerned.amount, case.levels.goodwill
    gain = case.money(price.amount * percent / 100)
    steps = (case.concerned, step(f"{percent} % × {price} = {gain}", f"{percent}% × {price} = {gain}", gain))
    gain, steps, capped = case.capped(gain, steps)
    yield case.remedy(
        "goodwill",
        _TITLE,
        ("compensation.credit-note",),
        gain=gain,
        cost=gain,
        steps=steps,
        capped=capped,
        authority=case.authority(gain),
    )
