"""What fits first: by the kind of claim, its gravity, and whether a next order is planned."""

from __future__ import annotations

from collections.abc import Sequence

from tradedocs.claims.remedies.case import RemedyCase
from tradedocs.model.settling import Remedy, RemedyKind

_Order = tuple[RemedyKind, ...]
_MINOR: _Order = (
    "price-scale",
    "price-reduction",
    "goodwill",
    "defect-refund",
    "repair",
    "sorting",
    "replenishment",
    "make-up-shortage",
    "refund",
    "repudiation",
)
_BATCH: _Order = (
    "replenishment",
    "price-scale",
    "refund",
    "price-reduction",
    "sorting",
    "repair",
    "defect-refund",
    "make-up-shortage",
    "goodwill",
    "repudiation",
)
_PERCEPTION: _Order = ("repudiation", "goodwill", "price-reduction")
_SHORT: _Order = ("make-up-shortage", "goodwill", "refund", "price-reduction", "repudiation")
_SAFETY: _Order = (
    "refund",
    "replenishment",
    "price-reduction",
    "defect-refund",
    "repair",
    "sorting",
    "price-scale",
    "make-up-shortage",
    "goodwill",
    "repudiation",
)
_REFUSED: _Order = (
    "repudiation",
    "goodwill",
    "price-reduction",
    "defect-refund",
    "replenishment",
    "make-up-shortage",
)


def ranked(case: RemedyCase, found: Sequence[Remedy]) -> tuple[Remedy, ...]:
    """The remedies with their ranks from 1; an offset stands before what it pays, where an order is planned."""
    order = _order(case)

    def place(one: Remedy) -> tuple[bool, int, bool]:
        kind = one.excludes[0] if one.kind == "offset" and one.excludes else one.kind
        return (
            one.barred is not None,
            order.index(kind) if kind in order else len(order),
            one.kind != "offset",
        )

    return tuple(
        one.model_copy(update={"rank": rank}) for rank, one in enumerate(sorted(found, key=place), 1)
    )


def _order(case: RemedyCase) -> _Order:
    if case.severity == "safety":
        return _SAFETY
    if case.category == "batch-defect":
        return _BATCH
    if case.category == "perception-deviation":
        return ("goodwill", "repudiation", "price-reduction") if case.complaint.next_order else _PERCEPTION
    if case.category == "shortage":
        return _SHORT
    if case.category in ("misuse", "transport-damage"):
        return _REFUSED
    return _MINOR
