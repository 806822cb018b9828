from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from tradedocs.reading.likeness import contradicts, same_value


@pytest.mark.parametrize(
    ("printed", "seen"),
    [
        ("12.5", "12.5"),
        ("12.5", " 12 .5"),
        ("<0.01", "＜0.01"),
        ("≤ 0.5", "<0.5"),
        ("-18", "–18"),
        ("10³", "103"),
        ("12.5¹", "12.5"),
        ("1 250", "1250"),
        ("N.D.", "ND"),
        ("N.D.", "N.D"),
        ("Not Detected", "NOTDETECTED"),
        ("Pass", "PASS"),
        ("合格", "合格"),
        ("0.02 mg/kg", "O.02 mg/kg"),
        ("100", "1O0"),
        ("12–14", "12-14"),
        ("１２.5", "12.5"),
        ("The goods conform to the order", "The goods conform to the 0rder"),
    ],
)
def test_readings_of_one_value(printed: str, seen: str) -> None:
    assert same_value(printed, seen)


@pytest.mark.parametrize(
    ("printed", "seen"),
    [
        ("12.5", "14.2"),
        ("12.5", "125"),
        ("12.5", "12,5"),
        ("12.5", "-12.5"),
        ("<0.01", "0.01"),
        ("<0.01", ">0.01"),
        ("12.5", "12.5 14.2"),
        ("12.5", ""),
        ("N.D.", "0.5"),
        ("Not Detected", "Detected"),
        ("Pass", "Fail"),
        ("合格", "不合格"),
        ("The goods do not conform to the order", "The goods do conform to the order"),
        ("1250", "1520"),
        ("12-14", "12-15"),
    ],
)
def test_readings_of_two_values(printed: str, seen: str) -> None:
    assert not same_value(printed, seen)
    assert not same_value(seen, printed)
    assert contradicts(printed, seen or "?")


@given(st.from_regex(r"[<>]?-?[0-9]{1,4}(\.[0-9]{1,3})?", fullmatch=True), st.data())
def test_a_number_with_another_digit_is_another_value(number: str, data: st.DataObject) -> None:
    assert same_value(number, number)
    at = data.draw(st.sampled_from([k for k, char in enumerate(number) if char.isdigit()]))
    other = data.draw(st.sampled_from("0123456789"))
    assume(other != number[at])
    assert not same_value(number, number[:at] + other + number[at + 1 :])


def test_what_recognition_commonly_does_is_no_contradiction_and_no_agreement() -> None:
    assert not same_value("2111160", "211160")
    assert not contradicts("2111160", "211160")  # a run of one digit
    assert not same_value("14 ¼", "14 /4")
    assert not contradicts("14 ¼", "14 /4")
