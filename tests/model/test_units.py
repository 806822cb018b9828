from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tradedocs.model import units


def test_every_symbol_finds_itself() -> None:
    for unit in units.all_units():
        assert units.find(unit.symbol) == unit


def test_no_spelling_is_claimed_twice() -> None:
    claimed: dict[str, str] = {}
    for symbol, _, _, others in units._TABLE:
        for spelling in (symbol, *(other for other in others.split("|") if other)):
            folded = units._fold(spelling)
            assert claimed.setdefault(folded, symbol) == symbol, spelling


@given(st.sampled_from(units.all_units()), st.sampled_from(units.all_units()))
def test_ratio_is_exact_and_reversible(a: units.Unit, b: units.Unit) -> None:
    if a.dimension == b.dimension:
        assert units.ratio(a, b) * units.ratio(b, a) == 1
    else:
        with pytest.raises(ValueError, match="cannot be compared"):
            units.ratio(a, b)


@pytest.mark.parametrize(
    ("one", "in_other", "factor"),
    [("%", "mg/kg", "10000"), ("ppm", "mg/kg", "1"), ("in", "mm", "127/5"), ("t", "kg", "1000"),
     ("N/mm²", "MPa", "1"), ("dozen", "pcs", "12"), ("ppb", "mg/kg", "1/1000"), ("g/100 g", "%", "1")],
)  # fmt: skip
def test_known_factors(one: str, in_other: str, factor: str) -> None:
    assert units.ratio(units.find(one), units.find(in_other)) == pytest.approx(units.Fraction(factor), abs=0)


@pytest.mark.parametrize(
    "text", ["mPa", "m Pa", "mpa", "mΩ", "m Ohm", "mohm", "mJ/kg", "mgkg", "", "ppt", "parsec"]
)
def test_unknown_or_ambiguous_is_an_error(text: str) -> None:
    with pytest.raises(units.UnknownUnit):
        units.find(text)


def test_the_nearest_known_units_are_named() -> None:
    with pytest.raises(units.UnknownUnit, match="did you mean mg/kg"):
        units.find("mgkg")


def test_gram_is_a_mass_and_no_part_of_g_per_100_g() -> None:
    assert units.find("g").dimension == "mass"
