"""The exact operating characteristic of a lot: against counting, and against the published curves for large lots."""

from __future__ import annotations

from decimal import Decimal
from itertools import combinations, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from tests.sampling.reference import lines
from tradedocs.formats.sampling_curve import curve_data, curve_text, curves_svg
from tradedocs.sampling.characteristic import curve, lot_passes
from tradedocs.sampling.curve import acceptance
from tradedocs.sampling.plans import Plan, plan, plans

K = plan(2000, "II", Decimal("2.5"))
SMALL = K.model_copy(update={"lot": 9, "sample_size": 4, "accept": 1, "reject": 2})


@pytest.mark.parametrize("bad", range(10))
def test_a_small_lot_counted_out(bad: int) -> None:
    samples = list(combinations(range(9), 4))
    passing = sum(sum(item < bad for item in sample) <= 1 for sample in samples)
    assert lot_passes(SMALL, bad) == pytest.approx(passing / len(samples), abs=1e-12)


LOTS = (8, 15, 25, 50, 90, 150, 280, 500, 1200, 3200, 10_000, 35_000, 150_000, 500_000, 500_001)


def reached(letter: str, aql: str) -> Plan | None:
    """The plan of a lot that has this letter at level II and is not moved to another one."""
    found = (plan(lot, "II", Decimal(aql)) for lot in LOTS)
    return next((one for one in found if one.code_letter == one.letter == letter and one.counts_items), None)


CURVES = [
    (row, found)
    for row in [row for row in lines("curves") if row[0] == "normal"][:40]
    if (found := reached(row[1], row[2])) is not None
]


@pytest.mark.parametrize(("line", "found"), CURVES, ids=[" ".join(row) for row, _ in CURVES])
def test_a_very_large_lot_follows_the_published_curve(line: list[str], found: Plan) -> None:
    _, _, aql, at_aql, *_ = line
    large = found.model_copy(update={"lot": 5_000_000})
    assert lot_passes(large, round(5_000_000 * float(aql) / 100)) == pytest.approx(float(at_aql), abs=0.002)


def test_enough_letters_are_reached() -> None:
    assert len(CURVES) >= 12


@given(st.integers(2, 3000), st.sampled_from(["0.65", "1.0", "2.5", "4.0", "10"]), st.data())
def test_a_worse_lot_passes_less_often(lot: int, aql: str, data: st.DataObject) -> None:
    found = plan(lot, "II", Decimal(aql))
    fewer, more = sorted(data.draw(st.tuples(st.integers(0, lot), st.integers(0, lot))))
    assert 0 <= lot_passes(found, more) <= lot_passes(found, fewer) <= 1
    assert lot_passes(found, 0) == 1


@given(st.integers(2, 60_000), st.booleans())
def test_the_curve_begins_at_one_and_ends_where_hardly_a_lot_passes(lot: int, process: bool) -> None:
    found = curve(plan(lot, "II", Decimal("2.5")), of_process=process)
    shares = [point.passes for point in found.points]
    assert shares[0] == 1
    assert all(left >= right - 1e-9 for left, right in pairwise(shares))
    assert shares[-1] < 0.0101
    assert found.points[0].quality == 0


def test_the_lot_is_exact_where_the_binomial_is_not() -> None:
    small = plan(60, "II", Decimal("2.5"))
    exact, process = curve(small), curve(small, of_process=True)
    assert (exact.distribution, process.distribution) == ("hypergeometric", "binomial")
    assert lot_passes(small, 6) < acceptance(small, 10.0)


def test_nonconformities_per_100_items_stay_poisson() -> None:
    assert curve(plan(500, "II", Decimal("25"))).distribution == "poisson"


def test_the_chart_names_shares_and_quality() -> None:
    text = curve_text(curve(K))
    assert "AQL 2.5" in text
    assert "100 % │█" in text
    assert all(len(line) <= 80 for line in text.splitlines())


def test_the_drawing_is_well_formed_and_the_data_complete() -> None:
    curves = [curve(one) for one in plans(2000, "II", [Decimal(0), Decimal("2.5")])]
    root = etree.fromstring(curves_svg(curves).encode())
    assert len(root.findall("{*}polyline")) == 2
    data = curve_data(curves[1])
    assert data["points"][0] == [0.0, 1.0]
    assert data["at_aql"] == pytest.approx(0.98, abs=0.02)
