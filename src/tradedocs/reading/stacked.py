"""Headings of several rows, read down a column: the quantity that it names, its unit and its scale."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache

from tradedocs.reading.table import Cell, Table
from tradedocs.vocabulary.parameters import meaning_of
from tradedocs.vocabulary.units import is_unit, unit_in_heading

_LONGEST_NAME = 90
_LEGEND = re.compile(r"(?P<mark>\d)\s*=\s*[x×*]\s*(?P<factor>10+)\b", re.I)
_FACTOR = re.compile(r"[x×*]\s*(?P<factor>10+)", re.I)
_POWER = re.compile(r"[(\[]?\s*[x×*]?\s*10\s*\^?\s*(?P<power>[⁻-]?[⁰¹²³⁴⁵⁶⁷⁸⁹]+|[-−]\s?\d)\s*[)\]]?", re.I)
_POWERS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻−", "0123456789--")
_NOTE_MARK = re.compile(r"\s*\*\d*\s*$|^\s*\*\d+\s*$")
_SPACED = re.compile(r"(?<=[\u3400-\u9fff])\s+(?=[\u3400-\u9fff])")
_SYMBOLS = frozenset(
    "C Si Mn P S Cr Ni Mo Cu V Nb Ti Al Alt Als B N W Co Sn Pb As Sb Ca Zr Fe Zn Mg O H Ce Ta Bi Ceq CEV CE Pcm "
    "Cd Hg Se Ba Be Li K Na Ag Au Pd Pt Rh Nb+V V+Nb Cr+Mo".split()
)
_ENERGY = re.compile(r"\b(?:energy|impact|work|kv|akv|ku)\b|冲击|吸收|arbeit|énergie", re.I)


@dataclass(frozen=True)
class Quantity:
    """What one column of figures measures.

    Attributes:
        own: the lowest heading that stands over this column alone, with what is stacked on it.
        groups: the headings that it shares with its neighbours, nearest last.
        factor: what a printed figure is multiplied by to give the true one; None where the heading has no scale.
        marked: the factor comes from a legend of the table, so that nothing is left to guess.
    """

    own: str
    groups: tuple[str, ...] = ()
    unit: str | None = None
    factor: Decimal | None = None
    marked: bool = False

    @property
    def is_symbol(self) -> bool:
        """Whether it is named by a chemical symbol."""
        return self.own in _SYMBOLS

    @property
    def is_known(self) -> bool:
        """Whether the vocabulary knows the tested thing."""
        return self.is_symbol or meaning_of(self.own) is not None


def quantities_over(table: Table, begin: int, end: int, columns: Sequence[int]) -> dict[int, list[Quantity]]:
    """What each column measures; several where its heading holds one name over another (`C` over `Nb`).

    Args:
        table: a table whose heading takes the rows `begin` to `end` (exclusive).
        begin, end: the heading's rows.
        columns: the columns to name.
    """
    heading = table.rows[begin:end]
    marks = _legend(heading)
    found: dict[int, list[Quantity]] = {}
    twins: dict[tuple[int, ...], int] = {}
    for k in columns:
        own = twins.setdefault(tuple(id(row[k]) for row in heading), k)
        if own == k and (tiers := _tiers(_parts(table, heading, k), marks)):
            found[k] = tiers
    named_ = _told_apart(found)
    same = {k: twins[tuple(id(row[k]) for row in heading)] for k in columns}
    return {k: named_[own] for k, own in same.items() if own in named_}


def _legend(heading: Sequence[tuple[Cell, ...]]) -> dict[str, int]:
    """`1=X10 2=X100`: how often the figure under a mark was multiplied by ten."""
    cells = {id(cell): cell for row in heading for cell in row if "=" in cell.text}
    return {
        match["mark"]: match["factor"].count("0")
        for cell in cells.values()
        for match in _LEGEND.finditer(cell.text)
    }


def _parts(table: Table, heading: Sequence[tuple[Cell, ...]], k: int) -> list[tuple[str, int]]:
    """The texts over column `k`, topmost first, each with how many columns it spans."""
    out: list[tuple[str, int]] = []
    last: Cell | None = None
    for row in heading:
        cell = row[k]
        if not cell or cell is last:
            continue
        last = cell
        span = [j for j in range(table.width) if row[j] is cell]
        share = _share(cell, table, span, k) if len(span) > 1 else None
        out.append((share, 1) if share else (cell.text.strip(), len(span)))
    return out


def _share(cell: Cell, table: Table, span: Sequence[int], k: int) -> str | None:
    """The words over column `k` of a cell whose wall is missing: as many phrases as columns, one over each."""
    lines = cell.lines
    if len(lines) != 1 or len(lines[0].phrases) != len(span) or len(span) != 2:
        return None
    edges = table.edges
    for j, phrase in zip(span, lines[0].phrases, strict=True):
        if not edges[j] - 2 <= phrase.x0 <= phrase.x1 <= edges[j + 1] + 2:
            return None
    return lines[0].phrases[list(span).index(k)].text


def _tiers(parts: Sequence[tuple[str, int]], marks: dict[str, int]) -> list[Quantity]:
    tiers: list[Quantity] = []
    groups: list[str] = []
    shared: str | None = None
    open_tier = False
    for text, span in parts:
        if _LEGEND.search(text):
            continue
        mark = _mark(text, marks)
        if mark is not None and tiers:
            tiers[-1] = replace(tiers[-1], factor=mark, marked=text.strip() in marks)
            open_tier = False
            continue
        if is_unit(text.strip("()[] ")) and text not in _SYMBOLS:
            shared = text.strip("()[] ")
            tiers = [replace(tier, unit=tier.unit or shared) for tier in tiers]
            continue
        bare, unit = named(text)
        if span > 1:
            groups.append(bare)
            shared = unit or shared
            continue
        if not bare:
            continue
        own, factor = _scale_in(bare)
        if open_tier and own not in _SYMBOLS:
            before = tiers[-1]
            tiers[-1] = replace(
                before, own=f"{before.own} {own}", unit=unit or before.unit, factor=factor or before.factor
            )
            continue
        if tiers and own not in _SYMBOLS and not _has_letters(own):
            continue
        tiers.append(Quantity(own, tuple(groups), unit or shared, factor))
        open_tier = True
    if not tiers and groups:
        own = groups.pop()
        tiers.append(Quantity(own, tuple(groups), shared))
    return [tier for tier in tiers if tier.own and len(tier.own) <= _LONGEST_NAME]


def _has_letters(text: str) -> bool:
    return any(char.isalpha() for char in text)


@lru_cache(maxsize=4096)
def named(heading: str) -> tuple[str, str | None]:
    """A heading without unit and note mark, and its unit."""
    flat = _NOTE_MARK.sub("", _SPACED.sub("", " ".join(heading.split())))
    bare, unit = unit_in_heading(flat)
    words = bare.split()
    if unit is None and len(words) > 1 and words[-1] == "J" and _ENERGY.search(bare):
        return " ".join(words[:-1]), "J"
    return bare.strip(" :：,"), unit


def _mark(text: str, marks: dict[str, int]) -> Decimal | None:
    """A cell that holds nothing but a scale: a mark of the legend, `×10⁻²`, `X100`."""
    bare = text.strip(" ()[]")
    if bare in marks:
        return Decimal(1).scaleb(-marks[bare])
    if match := _FACTOR.fullmatch(bare):
        return Decimal(1).scaleb(-match["factor"].count("0"))
    if match := _POWER.fullmatch(bare):
        return Decimal(1).scaleb(int(match["power"].translate(_POWERS).replace(" ", "")))
    return None


def _scale_in(text: str) -> tuple[str, Decimal | None]:
    """A heading without a scale of a negative power, and that scale: `C (×10⁻²)`."""
    match = _POWER.search(text)
    if match and match.start() > 0 and match["power"].translate(_POWERS).startswith("-"):
        power = int(match["power"].translate(_POWERS).replace(" ", ""))
        return (text[: match.start()] + text[match.end() :]).strip(" ()"), Decimal(1).scaleb(power)
    return text, None


def _told_apart(found: dict[int, list[Quantity]]) -> dict[int, list[Quantity]]:
    """Columns of one name, or named by a figure only, take the heading that they share with others into their name."""
    for _ in range(3):
        names = Counter(tier.own for tiers in found.values() for tier in tiers)
        found = {k: [_fuller(tier, names[tier.own] > 1) for tier in tiers] for k, tiers in found.items()}
    return found


def _fuller(tier: Quantity, shared: bool) -> Quantity:
    weak = (
        tier.own not in _SYMBOLS and sum(char.isalpha() for char in tier.own) < 2 and not meaning_of(tier.own)
    )
    weak |= tier.own.casefold().strip(".") in ("ave", "avg", "mean", "average", "min", "max", "平均")
    if not tier.groups or not (shared or weak):
        return tier
    *rest, nearest = tier.groups
    return replace(tier, own=f"{nearest} {tier.own}", groups=tuple(rest))
