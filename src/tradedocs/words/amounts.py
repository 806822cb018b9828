"""Amounts of money in words, English and Chinese, always computed from the figure.

English follows the cheque form (`SAY US DOLLARS ONE THOUSAND AND 50/100 ONLY`), Chinese the capital figures
of the People's Bank of China's rules for bills.
"""

from __future__ import annotations

from tradedocs.model.amount import MINOR_UNITS, Money
from tradedocs.model.clause import Language
from tradedocs.words.currencies import CURRENCY_NAMES

_SMALL = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen"
).split()
_TENS = "- - twenty thirty forty fifty sixty seventy eighty ninety".split()
_GROUPS = ("", " thousand", " million", " billion", " trillion")
_DIGITS = "零壹贰叁肆伍陆柒捌玖"
_PLACES = ("", "拾", "佰", "仟")
_SECTIONS = ("", "万", "亿", "万亿")


def in_words(money: Money, language: Language) -> str:
    """The amount in words, as the language writes it."""
    return amount_in_chinese(money) if language == "zh" else amount_in_english(money)


def amount_in_english(money: Money) -> str:
    """The amount in English capitals, from SAY to ONLY; a fraction as hundredths, or as the minor unit has it."""
    whole, minor, base = _split(money)
    name = CURRENCY_NAMES[money.currency][0]
    fraction = f" AND {minor:0{len(str(base)) - 1}}/{base}" if minor else ""
    return f"SAY {name} {english(whole).upper()}{fraction} ONLY"


def amount_in_chinese(money: Money) -> str:
    """The amount in Chinese capital figures, closed with 整 where nothing smaller follows."""
    whole, minor, base = _split(money)
    name = CURRENCY_NAMES[money.currency][1]
    return f"{name}{chinese(whole)}元{_minor(whole, minor, base)}"


def _split(money: Money) -> tuple[int, int, int]:
    base = 10 ** MINOR_UNITS[money.currency]
    whole, minor = divmod(int(money.rounded().amount * base), base)
    return whole, minor, base


def english(number: int) -> str:
    """A whole number below 10^15 in words (`one hundred and five thousand two hundred`)."""
    if number == 0:
        return _SMALL[0]
    parts: list[str] = []
    for name in _GROUPS:
        number, group = divmod(number, 1000)
        if group:
            parts.insert(0, _hundreds(group) + name)
    return " ".join(parts)


def _hundreds(number: int) -> str:
    hundreds, rest = divmod(number, 100)
    words = [f"{_SMALL[hundreds]} hundred"] if hundreds else []
    if rest:
        words.append(_below_hundred(rest))
    return " and ".join(words)


def _below_hundred(number: int) -> str:
    if number < 20:
        return _SMALL[number]
    tens, ones = divmod(number, 10)
    return _TENS[tens] + (f"-{_SMALL[ones]}" if ones else "")


def chinese(number: int) -> str:
    """A whole number below 10^16 in capital figures; a row of zeros is one 零."""
    if number == 0:
        return _DIGITS[0]
    out, zero = "", False
    for index in reversed(range(4)):
        section = number // 10_000**index % 10_000
        if section == 0:
            zero = zero or bool(out)
            continue
        if out and (zero or section < 1000):
            out += _DIGITS[0]
        out += _section(section) + _unit_of_section(number, index)
        zero = False
    return out


def _unit_of_section(number: int, index: int) -> str:
    """万亿 is written as 万 where the 亿 section below it says 亿 itself."""
    return "万" if index == 3 and number // 10_000**2 % 10_000 else _SECTIONS[index]


def _section(number: int) -> str:
    out, zero = "", False
    for place in reversed(range(4)):
        digit = number // 10**place % 10
        if digit == 0:
            zero = bool(out)
            continue
        out += (_DIGITS[0] if zero else "") + _DIGITS[digit] + _PLACES[place]
        zero = False
    return out


def _minor(whole: int, minor: int, base: int) -> str:
    if minor == 0:
        return "整"
    if base != 100:
        return f"又{chinese(base)}分之{chinese(minor)}"
    tens, ones = divmod(minor, 10)
    out = f"{_DIGITS[tens]}角" if tens else _DIGITS[0] if whole else ""
    return out + (f"{_DIGITS[ones]}分" if ones else "整")
