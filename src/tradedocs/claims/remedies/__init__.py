"""The ways to settle a claim, one a file: what this contract grants, with its money."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from tradedocs.claims.remedies import (
    defect_refund,
    goodwill,
    make_up,
    offset,
    price_reduction,
    price_scale,
    refund,
    repair,
    replenishment,
    repudiation,
)
from tradedocs.claims.remedies.case import RemedyCase
from tradedocs.claims.remedies.ranking import ranked
from tradedocs.model.settling import Remedy

Grant = Callable[[RemedyCase], Iterator[Remedy]]
_GRANTS: tuple[Grant, ...] = (
    price_reduction.grant,
    price_scale.grant,
    defect_refund.grant,
    replenishment.grant,
    make_up.grant,
    refund.grant,
    repair.grant,
    goodwill.grant,
    repudiation.grant,
)


def options(case: RemedyCase) -> tuple[Remedy, ...]:
    """Everything that can be offered or asked for, what fits best first; what is barred comes last."""
    found = [remedy for grant in _GRANTS for remedy in grant(case)]
    return ranked(case, [*found, *offset.grant(case, found)])
