"""The interval of Clopper and Pearson against published values, closed forms and its own symmetries."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from math import comb

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tradedocs.claims.interval import interval

SAMPLES = st.integers(1, 120).flatmap(lambda n: st.tuples(st.just(n), st.integers(0, n)))
TAIL = Fraction(25, 1000)


def _chance(n: int, wanted: range, share: Fraction) -> Fraction:
    return sum((comb(n, k) * share**k * (1 - share) ** (n - k) for k in wanted), Fraction(0))


@pytest.mark.parametrize(
    ("n", "d", "low", "high", "within"),
    [
        # W. J. Conover, Practical Nonparametric Statistics, 3rd edition (1999), table of exact limits: 0.068 to 0.407
        (25, 5, "6.8", "40.7", "0.06"),
        # the worked example of an exact interval in R (by the quantiles of F): 0.057334 to 0.436614
        (20, 4, "5.7334", "43.6614", "0.01"),
        # worked out apart from the program, to one decimal
        (125, 13, "5.7", "17.1", "0.06"),
        (80, 9, "5.3", "20.3", "0.06"),
        (200, 16, "4.6", "12.7", "0.06"),
    ],
)
def test_published_values(n: int, d: int, low: str, high: str, within: str) -> None:
    found = interval(n, d)
    assert abs(found.low - Decimal(low)) <= Decimal(within)
    assert abs(found.high - Decimal(high)) <= Decimal(within)


@pytest.mark.parametrize("n", [1, 5, 20, 125, 1000])
def test_nothing_found_and_all_found_have_a_closed_form(n: int) -> None:
    """0 of n: the upper limit is 1 - (alpha/2)^(1/n); n of n: the lower one is (alpha/2)^(1/n)."""
    root = 100 * 0.025 ** (1 / n)
    none, every = interval(n, 0), interval(n, n)
    assert none.low == 0
    assert every.high == 100
    assert float(none.high) == pytest.approx(100 - root, abs=0.0101)
    assert float(every.low) == pytest.approx(root, abs=0.0101)


@given(SAMPLES)
def test_defective_and_good_pieces_mirror_each_other(sample: tuple[int, int]) -> None:
    n, d = sample
    one, other = interval(n, d), interval(n, n - d)
    assert (one.low, one.high) == (100 - other.high, 100 - other.low)


@given(SAMPLES)
def test_limits_cover_by_exact_fractions_and_are_tight(sample: tuple[int, int]) -> None:
    """Outside a limit the sample is as rare as the tail says, and a step further in it is not."""
    n, d = sample
    found = interval(n, d)
    low, high, step = Fraction(found.low) / 100, Fraction(found.high) / 100, Fraction(1, 10_000)
    if d > 0:
        assert _chance(n, range(d, n + 1), low) <= TAIL < _chance(n, range(d, n + 1), low + step)
    if d < n:
        assert _chance(n, range(d + 1), high) <= TAIL < _chance(n, range(d + 1), high - step)


@given(SAMPLES)
def test_more_defective_pieces_never_lower_a_limit(sample: tuple[int, int]) -> None:
    n, d = sample
    if d < n:
        fewer, more = interval(n, d), interval(n, d + 1)
        assert fewer.low <= more.low
        assert fewer.high <= more.high
    assert interval(n, d).low <= interval(n, d).rate <= interval(n, d).high


@given(SAMPLES)
def test_more_confidence_is_wider(sample: tuple[int, int]) -> None:
    n, d = sample
    narrow, wide = interval(n, d, Decimal(90)), interval(n, d, Decimal(99))
    assert wide.low <= narrow.low
    assert narrow.high <= wide.high


def test_a_large_sample_is_exact_too() -> None:
    found = interval(100_000, 2_500)
    assert (found.low, found.high) == (Decimal("2.40"), Decimal("2.60"))


@pytest.mark.parametrize(
    ("n", "d", "confidence"), [(0, 0, 95), (5, 6, 95), (5, -1, 95), (5, 1, 100), (5, 1, 0)]
)
def test_impossible_numbers_are_refused(n: int, d: int, confidence: int) -> None:
    with pytest.raises(ValueError, match=r"cannot be|is none"):
        interval(n, d, Decimal(confidence))
