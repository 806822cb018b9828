"""A share of defective pieces with its confidence interval: a rate alone says nothing of how little was examined.

The two-sided interval of Clopper and Pearson (The use of confidence or fiducial limits illustrated in the case of the
binomial, Biometrika 26, 1934), also ISO 11453:1996, section 7. It holds for pieces drawn at random from a lot that is
large beside the sample; for a small lot it is wider than need be.
"""

from __future__ import annotations

from collections.abc import Callable
from decimal import ROUND_HALF_UP, Decimal, localcontext

from tradedocs.model.claim import Interval
from tradedocs.ui import say

_STEPS = 10_000
"""Limits are looked for in steps of a hundredth of a percent."""
_DIGITS = 60
"""So many that the error of a sum over a million terms is far below the last digit shown."""


def interval(examined: int, defective: int, confidence: Decimal = Decimal(95)) -> Interval:
    """The share in percent, and the interval that covers the true share with at least that confidence.

    Limits are rounded outwards to two decimals, so that rounding never narrows the interval; the rate half up.

    Raises:
        ValueError: the numbers are impossible.
    """
    if not 0 <= defective <= examined or examined < 1:
        raise ValueError(
            say("{d} of {n} pieces cannot be a number of defective pieces", d=defective, n=examined)
        )
    if not 0 < confidence < 100:
        raise ValueError(say("a confidence of {confidence} % is none", confidence=confidence))
    tail = (100 - confidence) / 200
    with localcontext() as context:
        context.prec = _DIGITS
        low = 0 if defective == 0 else _last(lambda k: at_least(examined, defective, _share(k)) <= tail)
        high = (
            _STEPS
            if defective == examined
            else _STEPS - _last(lambda k: at_most(examined, defective, _share(_STEPS - k)) <= tail)
        )
        rate = (Decimal(100 * defective) / examined).quantize(Decimal("0.01"), ROUND_HALF_UP)
    return Interval(
        examined=examined,
        defective=defective,
        rate=rate,
        low=_percent(low),
        high=_percent(high),
        confidence=confidence,
    )


def at_most(size: int, most: int, share: Decimal) -> Decimal:
    """The chance of at most that many defective pieces in a sample, by the binomial distribution."""
    if most >= size:
        return Decimal(1)
    if share in (0, 1):
        return Decimal(1 - share)
    term = total = (1 - share) ** size
    odds = share / (1 - share)
    for found in range(most):
        term = term * (size - found) / (found + 1) * odds
        total += term
    return total


def at_least(size: int, least: int, share: Decimal) -> Decimal:
    """The chance of at least that many: the same question about the good pieces."""
    return at_most(size, size - least, 1 - share)


def _last(holds: Callable[[int], bool]) -> int:
    """The last step at which it holds; it holds at 0 and, once it does not, never again."""
    low, high = 0, _STEPS
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (middle, high) if holds(middle) else (low, middle)
    return low


def _share(step: int) -> Decimal:
    return Decimal(step) / _STEPS


def _percent(step: int) -> Decimal:
    return (Decimal(step) / (_STEPS // 100)).quantize(Decimal("0.01"))
