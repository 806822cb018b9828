"""A value rounded to the decimals of its limit, as ASTM E29 (rounding method) and GB/T 8170 (rounded-value comparison).

A digit 5 with nothing behind it is rounded to the even digit: ASTM E29 6.4, ISO 80000-1 B.3 rule A, GB/T 8170 3.2.
"""

from __future__ import annotations

from decimal import ROUND_HALF_EVEN, Decimal
from fractions import Fraction


def decimals_of(bound: Decimal) -> int:
    """How many decimals the limit is written with: 2 in `0.04`, 3 in `0.040`, 0 in `100`."""
    exponent = bound.as_tuple().exponent
    return max(-exponent, 0) if isinstance(exponent, int) else 0


def rounded(number: Fraction, decimals: int) -> Fraction:
    """The number with so many decimals, rounded in one step, half to even; exact arithmetic."""
    scale = 10**decimals
    return Fraction(round(number * scale), scale)


def written(number: Fraction, decimals: int) -> str:
    """The rounded number with all its decimals."""
    exact = Decimal(number.numerator) / Decimal(number.denominator)
    return f"{exact.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_EVEN):f}"
