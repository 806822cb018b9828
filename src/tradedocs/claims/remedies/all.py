"""Every remedy of a claim, ranked by its grade; which of them make good the same loss is said of each."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from tradedocs.claims.remedies import (
    defect_refund,
    goodwill,
    offset,
    price_reduction,
    price_scale,
    refund,
    repair,
    replenishment,
    repudiation,
    shortage,
    sorting,
)
from tradedocs.claims.remedies.case import RemedyCase
from tradedocs.claims.remedies.together import loss_of
from tradedocs.model.settling import REMEDIES, Remedy

_OFFERED: tuple[Callable[[RemedyCase], Iterator[Remedy]], ...] = (
    price_reduction.offered,
    price_scale.offered,
    defect_refund.offered,
    goodwill.offered,
    replenishment.offered,
    repair.offered,
    sorting.offered,
    shortage.offered,
    refund.offered,
    repudiation.offered,
)


def remedies_of(case: RemedyCase) -> tuple[Remedy, ...]:
    """What may be offered, best first; behind it what still lacks a figure, and last what is barred.

    An offset pays the first money remedy that is open, for it is a way of paying and no remedy of its own.
    """
    found = _in_order(case, [one for offered in _OFFERED for one in offered(case)])
    paid = next((one for each in found if (one := offset.paying(case, each)) is not None), None)
    if paid is not None:
        found = _in_order(case, [*found, paid])
    return excluding(found)


def _in_order(case: RemedyCase, found: list[Remedy]) -> list[Remedy]:
    first = case.policy.order.get(case.grade, ())
    order = (*first, *(one for one in REMEDIES if one not in first))
    return sorted(
        found, key=lambda one: (one.barred is not None, _blank(one), order.index(one.kind), one.key)
    )


def _blank(one: Remedy) -> bool:
    """Whether nobody gave what its money needs: it stands behind those that can be offered as they are."""
    return one.gain is None and one.high is None


def excluding(found: list[Remedy]) -> tuple[Remedy, ...]:
    """The remedies with their ranks, and for each the keys of the others that make good the same loss."""
    return tuple(
        one.model_copy(
            update={
                "rank": rank,
                "excludes": tuple(
                    other.key for other in found if other.key != one.key and loss_of(other) == loss_of(one)
                ),
            }
        )
        for rank, one in enumerate(found, 1)
    )
