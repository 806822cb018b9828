"""What a person says that a page shows, as a value that the check can hold against the contract."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

from tradedocs.check.names import squeezed
from tradedocs.model.report import AqlRow, Result, Stated, StatedCount, StatedDate, Value, Witness

Fact = Result | AqlRow | Stated | StatedDate | StatedCount
"""A fact of a report that a person may state."""

_NUMBER = re.compile(r"([<>≤≥]?)\s*([-+]?\d+(?:\.\d+)?)(?!\s*[.,\d])\s*(\D.*)?", re.S)
_PAIR = re.compile(r"(n|ac|re|found|aql)\s*=\s*([\d.]+)", re.I)
_SETS: dict[str, tuple[str, Callable[[str], object]]] = {
    "n": ("sample_size", int), "ac": ("accept", int), "re": ("reject", int), "found": ("found", int),
    "aql": ("aql", str),
}  # fmt: skip


def stated(fact: Fact, text: str) -> Fact | None:
    """The fact as the person states it, without a doubt; None where the text cannot stand for such a fact.

    A result is a number with a decimal point and its unit (`12.4 %`, `< 0.5 mg/kg`) or the word that is printed. A row
    of an AQL table is `n=315 Ac=14 Re=15 found=5`. A day is `2027-01-05`, one of the readings of what is printed. Any
    other fact must be the one that was read.
    """
    text = text.strip()
    if isinstance(fact, Result):
        return _result(fact, text)
    if isinstance(fact, AqlRow):
        return _row(fact, text)
    if isinstance(fact, StatedDate):
        return _day(fact, text)
    return fact.model_copy(update={"doubt": ()}) if squeezed(text) == squeezed(fact.text) else None


def value_and_unit(text: str) -> tuple[Value, str, str | None]:
    """What a person typed: what it means, the value as typed, and the unit where one stands behind it."""
    match = _NUMBER.fullmatch(unicodedata.normalize("NFKC", text).strip())
    if match is None:
        return Value(kind="text", text=text.casefold()), text, None
    number, unit = Decimal(match[2]), (match[3] or "").strip() or None
    printed = f"{match[1]}{match[2]}"
    if match[1] in ("<", "≤"):
        return Value(kind="below", high=number), printed, unit
    if match[1]:
        return Value(kind="above", low=number), printed, unit
    return Value(kind="number", low=number, high=number), printed, unit


def _result(result: Result, text: str) -> Result | None:
    value, printed, unit = value_and_unit(text)
    if value.kind == "text" and any(char.isdigit() for char in text):
        return None  # `1,234` and `12.4-12.6` would have to be understood, and that is what is in doubt
    return result.model_copy(update={
        "value": value, "result": printed, "unit": unit or result.unit, "doubt": (),
        "witnesses": (*result.witnesses, Witness(by="person", text=text, agrees=True)),
    })  # fmt: skip


def _row(row: AqlRow, text: str) -> AqlRow | None:
    given = {name.lower(): number for name, number in _PAIR.findall(text)}
    if _PAIR.sub("", text).strip(" ,;") or not {"n", "ac", "re", "found"} <= given.keys():
        return None
    sets: dict[str, Any] = {}
    try:
        for name, number in given.items():
            field, kind = _SETS[name]
            sets[field] = kind(number)
    except ValueError:
        return None
    return row.model_copy(update={**sets, "doubt": ()})


def _day(fact: StatedDate, text: str) -> StatedDate | None:
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return None
    printed = {int(number) for number in re.findall(r"\d+", fact.text)}
    if not {day.day} <= printed or not (day.month in printed or re.search(r"[^\W\d_]{3}", fact.text)):
        return None
    if day.year not in printed and day.year % 100 not in printed:
        return None
    return fact.model_copy(update={"value": day, "doubt": ()})
