from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tradedocs.model.amount import MINOR_UNITS, Money
from tradedocs.words.amounts import chinese, english, in_words
from tradedocs.words.currencies import CURRENCY_NAMES

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
        ("2.5", "KWD", "SAY KUWAITI DINARS TWO AND 500/1000 ONLY", "科威特第纳尔贰元又壹仟分之伍佰"),
        ("7.0205", "CLF", "SAY CHILEAN UNIDADES DE FOMENTO SEVEN AND 0205/10000 ONLY",
         "智利发展单位柒元又壹万分之贰佰零伍"),
        ("4", "VND", "SAY VIETNAMESE DONG FOUR ONLY", "越南盾肆元整"),
    ],
)  # fmt: skip
def test_amounts(amount: str, currency: str, en: str, zh: str) -> None:
    money = Money(amount=Decimal(amount), currency=currency)
    assert in_words(money, "en") == en
    assert in_words(money, "zh") == zh


def read_money(text: str) -> tuple[str, Decimal]:
    """The name and the amount that `SAY … ONLY` spells."""
    body = text.removeprefix("SAY ").removesuffix(" ONLY")
    fraction = Decimal(0)
    if "/" in body:
        body, part = body.rsplit(" AND ", 1)
        minor, base = part.split("/")
        fraction = Decimal(minor) / Decimal(base)
    name = max((one for one, _ in CURRENCY_NAMES.values() if body.startswith(f"{one} ")), key=len)
    return name, read_english(body.removeprefix(f"{name} ").lower()) + fraction


def read_capitals(text: str) -> tuple[str, Decimal]:
    """The name and the amount that capital figures spell; 角 and 分 are tenths and hundredths."""
    name = max((one for _, one in CURRENCY_NAMES.values() if text.startswith(one)), key=len)
    whole, _, rest = text.removeprefix(name).partition("元")
    fraction = Decimal(0)
    if rest.startswith("又"):
        base, minor = rest.removeprefix("又").split("分之")
        fraction = Decimal(read_chinese(minor)) / read_chinese(base)
    else:
        for sign, size in (("角", "0.1"), ("分", "0.01")):
            if sign in rest:
                fraction += read_chinese(rest[rest.index(sign) - 1]) * Decimal(size)
    return name, read_chinese(whole) + fraction


@given(st.integers(0, 10**13), st.sampled_from(sorted(MINOR_UNITS)))
def test_every_amount_of_every_currency_reads_back(minor: int, code: str) -> None:
    amount = Decimal(minor).scaleb(-MINOR_UNITS[code])
    money = Money(amount=amount, currency=code)
    english_name, chinese_name = CURRENCY_NAMES[code]
    assert read_money(in_words(money, "en")) == (english_name, amount)
    assert read_capitals(in_words(money, "zh")) == (chinese_name, amount)


def test_every_currency_has_both_names_of_its_own() -> None:
    assert set(CURRENCY_NAMES) == set(MINOR_UNITS)
    for side in (0, 1):
        names = [names[side] for names in CURRENCY_NAMES.values()]
        assert len(set(names)) == len(names)


def test_the_decimals_are_those_of_iso_4217() -> None:
    """Cash in hand is another matter: Iraqi dinars, for one, are counted without decimals in shops."""
    by_decimals = {number: {code for code, n in MINOR_UNITS.items() if n == number} for number in range(5)}
    assert by_decimals[0] == set(
        "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF".split()
    )
    assert by_decimals[1] == set()
    assert by_decimals[3] == {"BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND"}
    assert by_decimals[4] == {"CLF", "UYW"}
    assert len(MINOR_UNITS) == 165
    assert not {"BGN", "HRK", "ANG", "SLL", "ZWL", "CUC", "XAU", "XTS"} & set(MINOR_UNITS)
