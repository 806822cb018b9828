"""The share of defective pieces that a sample shows, with its interval: never a bare rate.

Source: C. J. Clopper and E. S. Pearson, Biometrika 26 (1934) 404; the exact two-sided interval from binomial tails. It
holds for a sample drawn at random from a lot much larger than itself, and is wider than needed otherwise.
"""

from __future__ import annotations

from decimal import Context, Decimal, localcontext
from functools import lru_cache

from tradedocs.model.claim import Counted, Interval

CONFIDENCE = Decimal(95)
_DIGITS = 30
_STEPS = 60
_SHOWN = Decimal("0.01")


def interval_of(counted: Counted, confidence: Decimal = CONFIDENCE) -> Interval:
    """Rate and interval in percent, to two decimals; the ends are rounded away from the rate."""
    low, high = bounds(counted.defective, counted.examined, confidence)
    rate = Decimal(100 * counted.defective) / counted.examined
    return Interval(
        examined=counted.examined,
        defective=counted.defective,
        rate=rate.quantize(_SHOWN),
        low=low.quantize(_SHOWN, "ROUND_FLOOR"),
        high=high.quantize(_SHOWN, "ROUND_CEILING"),
        confidence=confidence,
    )


@lru_cache(maxsize=1024)
def bounds(defective: int, examined: int, confidence: Decimal = CONFIDENCE) -> tuple[Decimal, Decimal]:
    """The interval's ends in percent."""
    with localcontext(Context(prec=_DIGITS)):
        tail = (100 - confidence) / 200
        # The lower end for the defective pieces is the upper end for the good ones.
        low = Decimal(0) if defective == 0 else 1 - _root(examined, examined - defective, tail)
        high = Decimal(1) if defective == examined else _root(examined, defective, tail)
        return 100 * low, 100 * high


def _root(examined: int, at_most: int, tail: Decimal) -> Decimal:
    """The share at which so few (`at_most` of the sample) have the probability of the tail."""
    low, high = Decimal(0), Decimal(1)
    for _ in range(_STEPS):
        middle = (low + high) / 2
        if _at_most(at_most, examined, middle) > tail:
            low = middle
        else:
            high = middle
    return (low + high) / 2


def _at_most(most: int, examined: int, share: Decimal) -> Decimal:
    """The probability of at most `most` defective pieces, by the ratio of each term to the one before it."""
    if share <= 0:
        return Decimal(1)
    if share >= 1:
        return Decimal(most >= examined)
    rest = 1 - share
    term = total = rest**examined
    odds = share / rest
    for k in range(1, most + 1):
        term *= odds * (examined - k + 1) / k
        total += term
    return total
