from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.words.test_amounts import read_chinese, read_english
from tradedocs.words.spelled import counted_in_words, in_figures_of_speech, number_in_words, percent_in_words

_CAPITAL = str.maketrans("一二三四五六七八九十百千", "壹贰叁肆伍陆柒捌玖拾佰仟")


@pytest.mark.parametrize(
    ("value", "en", "zh"),
    [
        ("0", "zero", "零"),
        ("10", "ten", "十"),
        ("15", "fifteen", "十五"),
        ("30", "thirty", "三十"),
        ("105", "one hundred and five", "一百零五"),
        ("110", "one hundred and ten", "一百一十"),
        ("100000", "one hundred thousand", "十万"),
        ("0.5", "zero point five", "零点五"),
        ("12.05", "twelve point zero five", "十二点零五"),
        ("2.50", "two point five", "二点五"),
    ],
)
def test_a_number_in_words(value: str, en: str, zh: str) -> None:
    assert in_figures_of_speech(Decimal(value), "en") == en
    assert in_figures_of_speech(Decimal(value), "zh") == zh


def test_the_figure_stands_behind_the_words() -> None:
    assert counted_in_words(30, "day", "en") == "thirty (30) days"
    assert counted_in_words(1, "week", "en") == "one (1) week"
    assert counted_in_words(30, "day", "zh") == "三十（30）日"
    assert percent_in_words(Decimal("0.5"), "en") == "zero point five percent (0.5%)"
    assert percent_in_words(Decimal("0.5"), "zh") == "百分之零点五（0.5%）"
    assert number_in_words(3, "en") == "three (3)"
    assert number_in_words(3, "zh") == "三（3）"


@given(st.decimals(0, 10**9, places=3, allow_nan=False, allow_infinity=False))
def test_any_number_reads_back(value: Decimal) -> None:
    whole, _, digits = in_figures_of_speech(value, "en").partition(" point ")
    fraction = "".join(str(read_english(word)) for word in digits.split())
    assert Decimal(f"{read_english(whole)}.{fraction or 0}") == value
    whole, _, digits = in_figures_of_speech(value, "zh").partition("点")
    whole = f"一{whole}" if whole.startswith("十") else whole
    fraction = "".join(str("零一二三四五六七八九".index(digit)) for digit in digits)
    assert Decimal(f"{read_chinese(whole.translate(_CAPITAL))}.{fraction or 0}") == value
