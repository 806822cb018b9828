"""The operating characteristic of a plan for one lot: which share of lots of each quality passes.

Exact: a lot holds a whole number of nonconforming items and the sample is drawn from it without replacement
(hypergeometric). For a process, or where nonconformities per 100 items are counted, the curves of the standard are used
(binomial, Poisson; see `curve`).
"""

from __future__ import annotations

from math import comb
from typing import Literal, NamedTuple

from tradedocs.model.base import Fact
from tradedocs.sampling.curve import acceptance, quality_accepted
from tradedocs.sampling.plans import Plan

Distribution = Literal["hypergeometric", "binomial", "poisson"]
POINTS = 40
_SELDOM = 0.01  # the curve is drawn up to the quality of which so few lots pass
_EXACT_LOT = 1_000_000  # above it the binomial is the same to four digits for any sample of the tables


class Point(NamedTuple):
    """A quality (percent nonconforming, or nonconformities per 100 items) and the share of such lots that passes."""

    quality: float
    passes: float


class Curve(Fact):
    """The operating characteristic of one plan.

    Attributes:
        points: from quality 0 to one of which hardly a lot passes.
        at_aql: the share of lots of the AQL's quality that passes; None where no nonconforming item is accepted.
        one_in_ten: the quality of which one lot in ten passes (the consumer's risk); for a lot the worst whole number
            of items at which at least so many still pass.
    """

    plan: Plan
    distribution: Distribution
    points: tuple[Point, ...]
    at_aql: float | None
    one_in_ten: float


def curve(plan: Plan, *, of_process: bool = False) -> Curve:
    """The curve of a plan: for its lot, or for the process that makes such lots."""
    kind = _distribution(plan, of_process)
    aql = float(plan.aql)
    if kind != "hypergeometric":
        return Curve(
            plan=plan, distribution=kind, points=_smooth(plan), at_aql=acceptance(plan, aql) if aql else None,
            one_in_ten=quality_accepted(plan, 0.1),
        )  # fmt: skip
    most = _first_below(plan, _SELDOM)
    step = max(1, -(-most // POINTS))
    points = tuple(
        Point(100 * bad / plan.lot, lot_passes(plan, bad)) for bad in [*range(0, most, step), most]
    )
    at = lot_passes(plan, int(aql * plan.lot / 100)) if aql else None
    worst = _first_below(plan, 0.1) - 1
    return Curve(plan=plan, distribution=kind, points=points, at_aql=at, one_in_ten=100 * worst / plan.lot)


def lot_passes(plan: Plan, bad: int) -> float:
    """The share of samples that accept the plan's lot when it holds so many nonconforming items; exact."""
    good, ways = plan.lot - bad, comb(plan.lot, plan.sample_size)
    found = range(max(0, plan.sample_size - good), min(plan.reject - 1, bad) + 1)
    return sum(comb(bad, k) * comb(good, plan.sample_size - k) for k in found) / ways


def _distribution(plan: Plan, of_process: bool) -> Distribution:
    if not plan.counts_items:
        return "poisson"
    return "binomial" if of_process or plan.lot > _EXACT_LOT else "hypergeometric"


def _first_below(plan: Plan, share: float) -> int:
    """The smallest number of nonconforming items at which fewer lots than that share pass."""
    low, high = 0, plan.lot
    while low < high:
        middle = (low + high) // 2
        low, high = (low, middle) if lot_passes(plan, middle) < share else (middle + 1, high)
    return low


def _smooth(plan: Plan) -> tuple[Point, ...]:
    most = quality_accepted(plan, _SELDOM)
    return tuple(
        Point(most * k / POINTS, min(1.0, acceptance(plan, most * k / POINTS))) for k in range(POINTS + 1)
    )
