from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tradedocs.model.requirement import Requirement, parse
from tradedocs.model.units import all_units

NUMBERS = st.decimals(
    min_value=-(10**6), max_value=10**6, allow_nan=False, allow_infinity=False, places=3
).map(
    lambda number: (
        number.normalize() + 0 if number.normalize().as_tuple().exponent <= 0 else number.quantize(Decimal(1))
    )
)
UNITS = st.none() | st.sampled_from([unit.symbol for unit in all_units()])
WORDS = st.text("abcXYZ0189 -/", min_size=1, max_size=12).map(str.strip).filter(
    lambda word: word and not word[0].isdigit() and word[0] != "-" and "  " not in word
)  # fmt: skip


@st.composite
def requirements(draw: st.DrawFn) -> Requirement:
    kind = draw(st.sampled_from(["limit", "tolerance", "range", "exact", "text", "one-of", "absent", "word"]))
    low, high = sorted([draw(NUMBERS), draw(NUMBERS)])
    unit = draw(UNITS)
    match kind:
        case "limit" if draw(st.booleans()):
            return Requirement(kind="limit", high=high, high_open=draw(st.booleans()), unit=unit)
        case "limit":
            return Requirement(kind="limit", low=low, low_open=draw(st.booleans()), unit=unit)
        case "tolerance":
            plus, minus = abs(draw(NUMBERS)), abs(draw(NUMBERS))
            return Requirement(kind="tolerance", nominal=low, low=low - minus, high=low + plus, unit=unit)
        case "range":
            return Requirement(kind="range", low=low, high=high, unit=unit)
        case "exact":
            return Requirement(kind="exact", low=low, high=low, unit=unit)
        case "text":
            return Requirement(kind="exact", texts=(draw(WORDS),))
        case "one-of":
            return Requirement(kind="one-of", texts=tuple(draw(st.lists(WORDS, min_size=1, max_size=4))))
        case "absent":
            return Requirement(kind="absent", amount=abs(high) + 1, unit=unit or "g")
    return Requirement(kind=draw(st.sampled_from(["not-detected", "conforms"])))


@given(requirements())
def test_what_is_written_is_read_back(requirement: Requirement) -> None:
    assert parse(str(requirement)) == requirement


@given(st.text(max_size=40))
def test_any_text_is_a_requirement_or_a_value_error(text: str) -> None:
    try:
        found = parse(text)
    except ValueError:
        return
    assert parse(str(found)) == found


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("<= 0.04 %", "<= 0.04 %"), ("max 0.04 %", "<= 0.04 %"), ("≤0.04%", "<= 0.04 %"),
        (">= 99.8 °Z", ">= 99.8 °Z"),
        ("min. 46 %", ">= 46 %"), ("45 ± 2 mm", "45 ± 2 mm"), ("45 mm ± 2 mm", "45 ± 2 mm"),
        ("45 +2/-1 mm", "45 +2/-1 mm"), ("2.8..3.2 mm", "2.8..3.2 mm"), ("= 304", "= 304"), ("= 304L", "= 304L"),
        ("one of A, B", "one of A, B"), ("not detected", "not detected"), ("absent in 25 g", "absent in 25 g"),
        ("conforms", "conforms"), ("-5..10 °C", "-5..10 °C"), ("<= 45 ICUMSA units", "<= 45 IU"),
    ],
)  # fmt: skip
def test_spellings(text: str, written: str) -> None:
    assert str(parse(text)) == written


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("<= 0,04 %", "decimal comma"), ("<= 4 mgkg", "did you mean mg/kg"), ("soft", "is not a requirement"),
        ("45 mm ± 2 cm", "write one unit"), ("230 V ± 5 %", "not exact"), ("3.2..2.8 mm", "above the upper bound"),
        ("=", "nothing stands after"), ("= => 5 %", "no exact value"), ("= 5-10 %", "no exact value"),
        ("= 45±2 mm", "no exact value"), ("= max 5 %", "no exact value"), ("=> 99.8 %", "no exact value"),
        ("absent in 0 g", "more than nothing"), (">= 5 mOhm", "unknown unit"), ("one of A,,B", "empty word"),
        ("<= 0.04 % %", "unknown unit"),
    ],
)  # fmt: skip
def test_errors_say_what_to_write(text: str, said: str) -> None:
    with pytest.raises(ValueError, match=said):
        parse(text)


def test_numbers_are_exact() -> None:
    assert parse("<= 0.1000000000000000000000001 %").high == Decimal("0.1000000000000000000000001")
