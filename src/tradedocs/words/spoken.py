"""A whole number in words → the number: the reverse of `words.amounts` for what people write."""

from __future__ import annotations

from tradedocs.model.clause import Language

_SMALL = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
    " seventeen eighteen nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_UNITS = {word: value for value, word in enumerate(_SMALL)} | {
    word: 10 * value for value, word in enumerate(_TENS, 2)
}
_SCALES = {"thousand": 10**3, "million": 10**6, "billion": 10**9}
WORDS = "|".join(sorted((*_UNITS, "hundred", *_SCALES), key=len, reverse=True))
"""Every English number word, for a regular expression."""

_DIGITS = {char: value for value, char in enumerate("零一二三四五六七八九")}
_DIGITS |= {char: value for value, char in enumerate("零壹贰叁肆伍陆柒捌玖")} | {"〇": 0, "两": 2, "俩": 2}
_PLACES = {"十": 10, "百": 100, "千": 1000, "拾": 10, "佰": 100, "仟": 1000}
_MYRIADS = {"万": 10**4, "萬": 10**4, "亿": 10**8, "億": 10**8}
NUMERALS = "".join((*_DIGITS, *_PLACES, *_MYRIADS))
"""Every Chinese numeral, for a class of a regular expression."""


def spoken_number(text: str, language: Language) -> int | None:
    """The number that the words name; None where they name none."""
    return _chinese(text) if language == "zh" else _english(text.casefold().replace("-", " ").split())


def _english(words: list[str]) -> int | None:
    total = part = 0
    for word in words:
        if word in _UNITS:
            part += _UNITS[word]
        elif word == "hundred":
            part = (part or 1) * 100
        elif word in _SCALES:
            total, part = total + (part or 1) * _SCALES[word], 0
        elif word != "and":
            return None
    return total + part if words else None


def _chinese(text: str) -> int | None:
    if text and all(char in _DIGITS for char in text):
        return int("".join(str(_DIGITS[char]) for char in text))
    total = part = digit = 0
    for char in text:
        if char in _DIGITS:
            digit = _DIGITS[char]
        elif char in _PLACES:
            part, digit = part + (digit or 1) * _PLACES[char], 0
        elif char in "亿億":
            total, part, digit = (total + part + digit) * _MYRIADS[char], 0, 0
        elif char in _MYRIADS:
            total, part, digit = total + (part + digit) * _MYRIADS[char], 0, 0
        else:
            return None
    return total + part + digit if text else None
