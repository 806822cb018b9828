"""The operating characteristic: how often a plan accepts lots of a given quality.

An AQL does not promise that accepted lots are that good: a plan for AQL 2.5 with 125 items still accepts one in ten of
the lots with 9.2 % nonconforming items. Binomial for nonconforming items, Poisson for nonconformities per 100 items, as
ISO 2859-1 works out its curves: for a process, or a lot that is large beside the sample.
"""

from __future__ import annotations

from math import comb, exp, fsum, lgamma, log

from tradedocs.sampling.plans import Plan


def acceptance(plan: Plan, quality: float) -> float:
    """The share of lots (0 to 1) of that quality that the plan accepts.

    Args:
        plan: a plan whose sample is a part of the lot.
        quality: nonconforming items in percent (0 to 100), or above AQL 10 nonconformities per 100 items (0 or more).
    """
    most = plan.reject - 1
    if plan.counts_items:
        return _binomial(plan.sample_size, most, quality / 100)
    return _poisson(most, plan.sample_size * quality / 100)


def quality_accepted(plan: Plan, share: float) -> float:
    """The quality, in the unit of `acceptance`, of which the plan accepts that share of lots (between 0 and 1)."""
    low, high = 0.0, 100.0
    while not plan.counts_items and acceptance(plan, high) > share:
        high *= 2
    for _ in range(60):
        middle = (low + high) / 2
        low, high = (middle, high) if acceptance(plan, middle) > share else (low, middle)
    return (low + high) / 2


def _binomial(size: int, most: int, share: float) -> float:
    if share >= 1:
        return float(most >= size)
    return fsum(
        comb(size, found) * share**found * (1 - share) ** (size - found)
        for found in range(min(most, size) + 1)
    )


def _poisson(most: int, mean: float) -> float:
    if mean == 0:
        return 1.0
    return fsum(exp(found * log(mean) - mean - lgamma(found + 1)) for found in range(most + 1))
