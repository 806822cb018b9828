"""What a report's own numbers prove about its decimal sign, and numbers read under that proof."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from functools import lru_cache

DECIMAL_SIGN = "decimal-sign-ambiguous"

_NUMBER = re.compile(r"(?<![\w.,])[-+−]?\d[\d.,]*\d(?![\w])|(?<![\w.,])[.,]\d+(?!\w)")
_POWERS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻", "0123456789+-")
_SCIENTIFIC = re.compile(
    r"(?P<m>[-+]?[\d.,]+)\s*(?:[x×*·]\s*10\s*\^?\s*(?P<p>[⁺⁻]?[⁰¹²³⁴⁵⁶⁷⁸⁹]+|\^?[-+]?\d+)|e(?P<e>[-+]?\d+))",
    re.I,
)
_POWER_OF_TEN = re.compile(r"10(?:\^(?P<a>[-+]?\d+)|(?P<b>[⁺⁻]?[⁰¹²³⁴⁵⁶⁷⁸⁹]+))")
_THOUSANDS_COMMA = re.compile(r"[-+]?\d{1,3}(,\d{3})+(\.\d+)?")
_THOUSANDS_POINT = re.compile(r"[-+]?\d{1,3}(\.\d{3})+(,\d+)?")
_BLANK_THOUSANDS = re.compile(r"(?<=\d)[\u00a0\u2009\u202f' ](?=\d{3}(?:\D|$))")


_DIGITS = re.compile(r"[-+]?[\d.,]*\d[.,]?")
_MARK = re.compile(r"[.,]\d|\d[.,]")
_REFERENCE = re.compile(
    r"\b(?:rev|revision|version|ver|ed|edition|clause|section|sect|chapter|table|annex|fig|figure|item|form|no|para)\b\.?\s*\d|§",
    re.I,
)
_DATE = re.compile(r"\d{1,4}[./-]\d{1,2}[./-]\d{2,4}")
_STATED = re.compile(
    r"decimal\s+(?:sign|separator|mark|marker)\W+(?:is\s+|used\s+is\s+)?(?:the\s+|a\s+)?(?P<a>comma|point|dot|period)"
    r"|(?P<b>comma|point|dot|period)\s+(?:is|as|marks)\s+(?:used\s+as\s+)?(?:the\s+|a\s+)?decimal",
    re.I,
)


@dataclass(frozen=True)
class Notation:
    """Whether the point, or the comma, was seen as a decimal sign in this report."""

    point: bool = False
    comma: bool = False


NO_NOTATION = Notation()


@dataclass(frozen=True)
class Reading:
    """A number and the doubt of reading it."""

    value: Decimal
    doubt: tuple[str, ...] = ()


def notation_of(texts: Iterable[str]) -> Notation:
    """Look through values and limits for numbers that can be read in one way only.

    Numbers of clauses, sections, revisions and dates prove nothing, for nobody writes those with a decimal sign.
    """
    point = comma = False
    for text in texts:
        if not (point and comma):
            proved = _proof_in(text)
            point, comma = point or proved.point, comma or proved.comma
    return Notation(point, comma)


@lru_cache(maxsize=20_000)
def _proof_in(text: str) -> Notation:
    if not _MARK.search(text) or _REFERENCE.search(text) or _DATE.search(text):
        return NO_NOTATION
    numbers = [match[0] for match in _NUMBER.finditer(text)]
    return Notation(any(_proves(n, ".", ",") for n in numbers), any(_proves(n, ",", ".") for n in numbers))


def stated_notation(texts: Iterable[str]) -> Notation:
    """What the report itself says about its decimal sign: `The decimal sign is a comma`."""
    found = [match for text in texts if (match := _STATED.search(text))]
    signs = {(match["a"] or match["b"]).casefold() for match in found}
    return Notation(bool(signs & {"point", "dot", "period"}), "comma" in signs)


def _proves(number: str, sign: str, other: str) -> bool:
    """`0,19` and `1.234,5` prove the comma; `1,234` and `1.2.3` prove nothing."""
    if number.count(sign) != 1:
        return number.count(other) > 1 and sign not in number and _grouped(number, other)
    whole, part = number.split(sign)
    digits = whole.lstrip("+-−")
    if other in part:
        return False
    if other in digits:
        return _grouped(digits, other)
    return len(part) != 3 or digits in ("", "0") or len(digits) > 3


def _grouped(number: str, sign: str) -> bool:
    parts = number.lstrip("+-−").split(sign)
    return 1 <= len(parts[0]) <= 3 and all(len(part) == 3 for part in parts[1:])


@lru_cache(maxsize=20_000)
def number_in(text: str, notation: Notation = NO_NOTATION) -> Reading | None:
    """The number that the whole text is; None when it is none.

    Without proof of the decimal sign `1,200` is read as thousands and `1.200` as decimals, both with a doubt.
    """
    flat = _BLANK_THOUSANDS.sub("", text.strip().replace("−", "-").replace("–", "-"))
    if match := _POWER_OF_TEN.fullmatch(flat):
        return _scaled(Reading(Decimal(1)), match["a"] or match["b"])
    if match := _SCIENTIFIC.fullmatch(flat):
        base = _plain(match["m"], notation)
        return _scaled(base, match["p"] or match["e"]) if base else None
    return _plain(flat, notation)


def _scaled(base: Reading, power: str) -> Reading | None:
    exponent = int(power.translate(_POWERS).lstrip("^"))
    if abs(exponent) > 40:
        return None
    return Reading(base.value.scaleb(exponent), base.doubt)


def _plain(text: str, notation: Notation) -> Reading | None:
    if not _DIGITS.fullmatch(text) or len(text) > 40:
        return None
    comma_thousands = bool(_THOUSANDS_COMMA.fullmatch(text))
    point_thousands = bool(_THOUSANDS_POINT.fullmatch(text))
    if "," in text and "." in text:
        if comma_thousands == point_thousands:
            return None
        return _decimal(text.replace(",", "") if comma_thousands else text.replace(".", "").replace(",", "."))
    if "," in text:
        return _one_sign(text, ",", comma_thousands, notation.comma, notation.point)
    if "." in text:
        return _one_sign(text, ".", point_thousands, notation.point, notation.comma)
    return _decimal(text)


def _one_sign(
    text: str, sign: str, grouped: bool, is_decimal: bool, other_is_decimal: bool
) -> Reading | None:
    """A number with one kind of sign, which could part thousands or decimals."""
    if text.count(sign) > 1:
        return _decimal(text.replace(sign, "")) if grouped else None
    could_be_thousands = grouped and not text.lstrip("+-").startswith("0")
    if not could_be_thousands:
        return _decimal(text.replace(sign, "."))
    if sign == ".":  # the point is the decimal sign unless the report proves the comma, and only the comma
        if not other_is_decimal or is_decimal:
            return _decimal(text, () if is_decimal and not other_is_decimal else (DECIMAL_SIGN,))
        return _decimal(text.replace(".", ""))
    if is_decimal and not other_is_decimal:
        return _decimal(text.replace(",", "."))
    return _decimal(text.replace(",", ""), () if other_is_decimal and not is_decimal else (DECIMAL_SIGN,))


def _decimal(text: str, doubt: tuple[str, ...] = ()) -> Reading | None:
    try:
        return Reading(Decimal(text.rstrip(".") if text.endswith(".") else text), doubt)
    except InvalidOperation:
        return None
