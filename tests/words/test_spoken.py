"""Numbers in words, read back."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tradedocs.words.spelled import in_figures_of_speech
from tradedocs.words.spoken import spoken_number


@given(st.integers(min_value=0, max_value=10**9))
def test_what_the_program_spells_it_reads(number: int) -> None:
    assert spoken_number(in_figures_of_speech(Decimal(number), "en"), "en") == number
    assert spoken_number(in_figures_of_speech(Decimal(number), "zh"), "zh") == number


@pytest.mark.parametrize(
    ("text", "number"), [("叁拾", 30), ("二〇二六", 2026), ("两万", 20_000), ("一百零五", 105), ("十二", 12)]
)
def test_other_chinese_forms(text: str, number: int) -> None:
    assert spoken_number(text, "zh") == number


def test_other_words_are_no_number() -> None:
    assert spoken_number("thirty goods", "en") is None
