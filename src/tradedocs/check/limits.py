"""A limit as a report prints it, against the bounds of a requirement."""

from __future__ import annotations

import re
from decimal import Decimal
from fractions import Fraction

from tradedocs.model.report import Result
from tradedocs.model.requirement import Requirement, parse
from tradedocs.model.units import find, ratio

_NUMBERS = frozenset({"limit", "range", "tolerance"})
_THOUSANDS = re.compile(r"(?<![\d.,])\d{1,3}(?:,\d{3})+(?![\d,])")
_COMMA = re.compile(r"(?<=\d),(?=\d)")
_BETWEEN = re.compile(r"(?<=\d)\s*(?:to|-|–|—|~|～|至)\s*(?=\d)")
_LEAD = re.compile(
    r"^(max(?:imum|\.)?|min(?:imum|\.)?|not more than|not less than|nmt|nlt|up to|at least|at most)\s*:?\s*",
    re.I,
)
_TAIL = re.compile(r"^(.*\d)(\s*[^\d]*?)\s*\(?(max|min)(?:imum|\.)?\)?$", re.I)
_BARE = re.compile(r"-?\d+(?:\.\d+)?")


def prints_other_limit(agreed: tuple[Requirement, ...], result: Result) -> bool:
    """Whether the row prints a limit in numbers that is none of these.

    A number without a direction is held against each bound; words, and a limit in a unit that cannot be compared, are
    not told from the contract's.
    """
    printed = (result.limit or "").strip()
    numbers = [one for one in agreed if one.kind in _NUMBERS]
    if not printed or not numbers:
        return False
    readings = [
        bounds for text in _spellings(printed) if (bounds := _bounds(text, result.unit, numbers[0].unit))
    ]
    return bool(readings) and not any(_same(bounds, one) for bounds in readings for one in numbers)


_Bounds = tuple[Fraction | None, Fraction | None, bool]


def _spellings(printed: str) -> set[str]:
    """The limit with a comma as a thousands separator, and with a comma as the decimal sign."""
    thousands = _THOUSANDS.sub(lambda match: match[0].replace(",", ""), printed)
    return {thousands, _COMMA.sub(".", printed)}


def _bounds(text: str, unit: str | None, wanted: str | None) -> _Bounds | None:
    """Lower bound, upper bound, and whether it is a bare number; in the wanted unit. None for what is no number."""
    bare = _BARE.fullmatch(text) is not None
    try:
        found = parse(f"= {text}" if bare else _plain(text))
        if not bare and found.kind not in _NUMBERS:
            return None
        scale = Fraction(1) if wanted is None else ratio(find(found.unit or unit or wanted), find(wanted))
    except ValueError:
        return None
    low, high = _fraction(found.low), _fraction(found.high)
    return (None if low is None else low * scale, None if high is None else high * scale, bare)


def _plain(text: str) -> str:
    """The limit in the words of the requirement language."""
    tail = _TAIL.match(text)
    if tail is not None:
        text = f"{tail[3]} {tail[1]}{tail[2]}"
    lead = _LEAD.match(text)
    if lead is not None:
        word = lead[1].casefold()
        sign = (
            ">=" if word.startswith("min") or word.endswith(("less than", "least")) or word == "nlt" else "<="
        )
        return f"{sign} {text[lead.end() :]}"
    return _BETWEEN.sub("..", text)


def _same(bounds: _Bounds, agreed: Requirement) -> bool:
    low, high, bare = bounds
    if bare:
        return low in {_fraction(one) for one in (agreed.low, agreed.high, agreed.nominal)}
    return low == _fraction(agreed.low) and high == _fraction(agreed.high)


def _fraction(number: Decimal | None) -> Fraction | None:
    return None if number is None else Fraction(number)
