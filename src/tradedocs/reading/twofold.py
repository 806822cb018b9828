"""One value printed in two units: `5.186 mg/g (0.5186 %)`; the units prove that both say the same, or they do not."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache

from tradedocs.model import units
from tradedocs.reading.notation import Notation, Reading, number_in
from tradedocs.vocabulary.units import is_unit

_QUANTITY = r"(?:[<>≤≥]\s*)?\d[\d.,]*\s*[^\d\s()（）,;][^()（）,;]{0,18}"
_TWOFOLD = re.compile(
    rf"(?P<first>{_QUANTITY}?)\s*[(（]\s*(?P<second>{_QUANTITY})\s*[)）](?P<more>(?:\s*[,;]\s*{_QUANTITY})*)"
)
_BOUNDS = "<>≤≥"
_PARTS = re.compile(r"(?P<number>(?:[<>≤≥]\s*)?\d[\d.,]*)\s*(?P<unit>.+)", re.S)


@dataclass(frozen=True)
class Twofold:
    """The first of the values with its unit, and whether the second, in its own unit, is the same within rounding."""

    number: str
    unit: str
    agrees: bool


@lru_cache(maxsize=20_000)
def twofold(text: str) -> Twofold | None:
    """What a cell says twice; None where it is not a value with a known unit and another one in brackets."""
    match = _TWOFOLD.fullmatch(text.strip()) if "(" in text or "（" in text else None
    if match is None:
        return None
    first, second = _parts(match["first"]), _parts(match["second"])
    if first is None or second is None:
        return None
    return Twofold(*first, agrees=not match["more"] and _same(first, second))


def _parts(text: str) -> tuple[str, str] | None:
    match = _PARTS.fullmatch(text.strip())
    if match is None or not is_unit(match["unit"]):
        return None
    return match["number"].strip(), match["unit"].strip()


def _same(first: tuple[str, str], second: tuple[str, str]) -> bool:
    """Whether the values differ by no more than one step of the last printed digit of each."""
    try:
        own, other = units.find(first[1]), units.find(second[1])
    except units.UnknownUnit:
        return False
    if own.dimension != other.dimension or first[0][0] in _BOUNDS or second[0][0] in _BOUNDS:
        return False
    return any(
        _near(number_in(first[0], sign), own.factor, number_in(second[0], sign), other.factor)
        for sign in (Notation(point=True), Notation(comma=True))
    )


def _near(a: Reading | None, own: Fraction, b: Reading | None, other: Fraction) -> bool:
    if a is None or b is None or a.doubt or b.doubt:
        return False
    return abs(Fraction(a.value) * own - Fraction(b.value) * other) <= (
        _step(a.value) * own + _step(b.value) * other
    )


def _step(value: Decimal) -> Fraction:
    exponent = value.as_tuple().exponent
    return Fraction(10) ** int(exponent) if isinstance(exponent, int) else Fraction(0)
