from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tradedocs.model.amount import Money
from tradedocs.words.amounts import chinese, english, in_words

WORDS = {
    word: value
    for value, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
        "seventeen eighteen nineteen".split()
    )
} | {word: (value + 2) * 10 for value, word in enumerate(
    "twenty thirty forty fifty sixty seventy eighty ninety".split())}  # fmt: skip
SCALES = {"thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}


def read_english(text: str) -> int:
    total = group = 0
    for word in text.replace("-", " ").replace(" and ", " ").split():
        if word in SCALES:
            total, group = total + group * SCALES[word], 0
        elif word == "hundred":
            group *= 100
        else:
            group += WORDS[word]
    return total + group


def read_chinese(text: str) -> int:
    """Reads capital figures by their places, without knowing how they were written."""
    for sign, value in (("亿", 10**8), ("万", 10**4)):
        if sign in text:
            high, low = text.rsplit(sign, 1)
            return read_chinese(high) * value + (read_chinese(low) if low else 0)
    total = digit = 0
    for char in text:
        if char in "零壹贰叁肆伍陆柒捌玖":
            digit = "零壹贰叁肆伍陆柒捌玖".index(char)
        else:
            total, digit = total + digit * {"拾": 10, "佰": 100, "仟": 1000}[char], 0
    return total + digit


@given(st.integers(0, 10**15 - 1))
def test_english_reads_back(number: int) -> None:
    assert read_english(english(number)) == number


@given(st.integers(0, 10**16 - 1))
def test_chinese_reads_back(number: int) -> None:
    text = chinese(number)
    assert read_chinese(text) == number
    assert "零零" not in text
    assert number == 0 or not text.endswith("零")


@pytest.mark.parametrize(
    ("amount", "currency", "en", "zh"),
    [
        ("16409.02", "CNY", "SAY CHINESE YUAN RENMINBI SIXTEEN THOUSAND FOUR HUNDRED AND NINE AND 02/100 ONLY",
         "人民币壹万陆仟肆佰零玖元零贰分"),
        ("1409.50", "CNY", "SAY CHINESE YUAN RENMINBI ONE THOUSAND FOUR HUNDRED AND NINE AND 50/100 ONLY",
         "人民币壹仟肆佰零玖元伍角整"),
        ("107000.53", "USD", "SAY US DOLLARS ONE HUNDRED AND SEVEN THOUSAND AND 53/100 ONLY",
         "美元壹拾万柒仟元伍角叁分"),
        ("33420", "USD", "SAY US DOLLARS THIRTY-THREE THOUSAND FOUR HUNDRED AND TWENTY ONLY",
         "美元叁万叁仟肆佰贰拾元整"),
        ("0.25", "EUR", "SAY EUROS ZERO AND 25/100 ONLY", "欧元零元贰角伍分"),
        ("100000001", "JPY", "SAY JAPANESE YEN ONE HUNDRED MILLION ONE ONLY", "日元壹亿零壹元整"),
        ("2.5", "KWD", "SAY KWD TWO AND 500/1000 ONLY", "KWD贰元又1000分之500"),
    ],
)  # fmt: skip
def test_amounts(amount: str, currency: str, en: str, zh: str) -> None:
    money = Money(amount=Decimal(amount), currency=currency)
    assert in_words(money, "en") == en
    assert in_words(money, "zh") == zh
