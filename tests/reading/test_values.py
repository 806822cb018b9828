from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tradedocs.reading.notation import DECIMAL_SIGN, Notation, notation_of, number_in
from tradedocs.reading.twofold import twofold
from tradedocs.reading.values import FOOTNOTE, UNCLEAR, is_value_like, split_unit, understood

POINT, COMMA = Notation(point=True), Notation(comma=True)


@pytest.mark.parametrize(
    ("printed", "kind", "low", "high"),
    [
        ("45", "number", "45", "45"),
        ("0.186%", "number", "0.186", "0.186"),
        ("3.20E-5", "number", "0.0000320", "0.0000320"),
        ("10³", "number", "1000", "1000"),
        ("1.2 × 10³", "number", "1200", "1200"),
        ("12.5 ± 0.3", "number", "12.5", "12.5"),
        ("<0.01", "below", None, "0.01"),
        ("≤ 5", "below", None, "5"),
        ("Max. 45", "below", None, "45"),
        ("> 100", "above", "100", None),
        ("97.0 – 103.0%", "range", "97.0", "103.0"),
        ('15 1/4"', "number", "15.25", "15.25"),
        ("-1/2", "number", "-0.5", "-0.5"),
        ("−4.5", "number", "-4.5", "-4.5"),
    ],
)
def test_what_a_printed_number_means(printed: str, kind: str, low: str | None, high: str | None) -> None:
    value, doubt = understood(printed)
    assert value.kind == kind
    assert value.low == (Decimal(low) if low else None)
    assert value.high == (Decimal(high) if high else None)
    assert doubt == ()


@pytest.mark.parametrize(
    "printed",
    ["N.D.", "ND", "Not Detected", "none detected", "未检出", "불검출", "не обнаружено", "nicht nachweisbar"],
)
def test_not_detected_is_below_the_detection_limit(printed: str) -> None:
    value, _ = understood(printed, mdl="2")
    assert (value.kind, value.high, value.not_detected) == ("below", Decimal(2), True)


def test_not_detected_without_a_limit_bounds_nothing() -> None:
    assert understood("ND")[0].high is None


def test_below_loq_never_borrows_the_smaller_detection_limit() -> None:
    assert understood("<LOQ", mdl="0.1")[0].high is None
    assert understood("<LOQ", mdl="0.1", loq="0.5")[0].high == Decimal("0.5")


@pytest.mark.parametrize(
    ("printed", "text"),
    [
        ("Pass", "pass"),
        ("Not Conform", "fail"),
        ("Beyond AQL", "fail"),
        ("合格", "pass"),
        ("Pass 合格", "pass"),
        ("不合格", "fail"),
    ],
)
def test_verdict_words(printed: str, text: str) -> None:
    assert understood(printed)[0].text == text


@pytest.mark.parametrize("printed", [None, "", "-", "--", "/", "N/A", "n.a.", "Not tested"])
def test_nothing_stated_is_no_value(printed: str | None) -> None:
    assert understood(printed)[0].kind == "none"


@pytest.mark.parametrize("printed", ["O.5", "2.0.1", "12,34,5", "l0"])
def test_a_number_that_cannot_be_read_is_doubtful(printed: str) -> None:
    assert UNCLEAR in understood(printed)[1]


@pytest.mark.parametrize(("printed", "number"), [("30511▲", 30511), ("305¹", 305), ("1000*", 1000)])
def test_a_footnote_mark_is_no_digit_and_a_doubt(printed: str, number: int) -> None:
    value, doubt = understood(printed)
    assert value.low == number
    assert doubt == (FOOTNOTE,)


@pytest.mark.parametrize(
    ("text", "notation", "number", "doubt"),
    [
        ("1,200", Notation(), "1200", (DECIMAL_SIGN,)),
        ("1,200", POINT, "1200", ()),
        ("1,200", COMMA, "1.200", ()),
        ("1.200", COMMA, "1200", ()),
        ("1.200", POINT, "1.200", ()),
        ("0,19", Notation(), "0.19", ()),
        ("0.800", COMMA, "0.800", ()),
        ("1.234,5", Notation(), "1234.5", ()),
        ("1,234.5", Notation(), "1234.5", ()),
        ("1,234,567", Notation(), "1234567", ()),
        ("1,200", Notation(point=True, comma=True), "1200", (DECIMAL_SIGN,)),
    ],
)
def test_the_decimal_sign_comes_from_the_reports_own_numbers(
    text: str, notation: Notation, number: str, doubt: tuple[str, ...]
) -> None:
    read = number_in(text, notation)
    assert read is not None
    assert (read.value, read.doubt) == (Decimal(number), doubt)


@pytest.mark.parametrize(
    ("texts", "notation"),
    [
        (["12.5 %"], POINT),
        (["0,19"], COMMA),
        (["1,200"], Notation()),
        (["1.234,5"], COMMA),
        (["3,000", "2.5"], POINT),
    ],
)
def test_what_proves_a_decimal_sign(texts: list[str], notation: Notation) -> None:
    assert notation_of(texts) == notation


@given(st.decimals(min_value=-(10**6), max_value=10**6, places=3, allow_nan=False, allow_infinity=False))
def test_a_plain_decimal_reads_as_itself(number: Decimal) -> None:
    read = number_in(f"{number:f}", POINT)
    assert read is not None
    assert read.value == number


@given(st.integers(min_value=0, max_value=10**9))
def test_thousands_signs_do_not_change_a_number(number: int) -> None:
    read = number_in(f"{number:,}", POINT)
    assert read is not None
    assert read.value == number


@given(st.text(max_size=40))
def test_any_text_is_understood_without_an_error(text: str) -> None:
    value, doubt = understood(text, mdl=text, loq=text, unit=text)
    assert value.kind in ("number", "below", "above", "range", "text", "none")
    assert all(isinstance(code, str) for code in doubt)


@given(st.decimals(min_value=0, max_value=10**4, places=2))
def test_a_bound_is_never_read_as_a_number(number: Decimal) -> None:
    assert understood(f"<{number:f}")[0].kind == "below"
    assert understood(f">{number:f}")[0].kind == "above"


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("0.186%", ("0.186", "%")),
        ("367.5 mg/unit", ("367.5", "mg/unit")),
        ("100ppm", ("100", "ppm")),
        ("A1", ("A1", None)),
        ("8-9 inch", ("8-9 inch", None)),
    ],
)
def test_a_unit_stuck_to_a_number(text: str, parts: tuple[str, str | None]) -> None:
    assert split_unit(text) == parts


@pytest.mark.parametrize(
    ("text", "yes"),
    [("12", True), ("N.D.", True), ("Pass", True), ("--", True), ("Lead (Pb)", False), ("", False)],
)
def test_what_could_be_a_result(text: str, yes: bool) -> None:
    assert is_value_like(text) is yes


@pytest.mark.parametrize(
    ("printed", "agrees"),
    [
        ("5.186 mg/g (0.5186 %)", True),
        ("5,186 mg/g (0,5186 %)", True),
        ("93.8 mg/g（9.38%）", True),
        ("5.186 mg/g (0.8186 %)", False),
        ("82.2 mg/g (8.22 %), 822 mg/package", False),
        ("5.186 mg/g (12 mg/unit)", False),
        ("<0.5 mg/kg (0.00005 %)", False),
    ],
)
def test_one_value_in_two_units(printed: str, *, agrees: bool) -> None:
    both = twofold(printed)
    assert both is not None
    assert both.agrees is agrees
    assert split_unit(printed) == (both.number, both.unit)


@pytest.mark.parametrize("printed", ["12.5 (0.3 %)", "5 mg (as lead)", "HB75 (ALL)", "5.186 mg/g"])
def test_no_value_in_two_units(printed: str) -> None:
    assert twofold(printed) is None


@pytest.mark.parametrize("printed", ["<LLOQ", "< MLOQ"])
def test_below_a_limit_of_quantification_by_its_other_names(printed: str) -> None:
    value, _ = understood(printed, mdl="0.1", loq="0.5")
    assert (value.kind, value.high) == ("below", Decimal("0.5"))
