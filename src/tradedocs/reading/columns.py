"""What each column of a table holds: from its heading, and where that is silent from its content and place."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from tradedocs.reading.basis import without_basis
from tradedocs.reading.content import completed, is_verdict
from tradedocs.reading.layout import Column, Layout
from tradedocs.reading.table import Cell, Table, distinct
from tradedocs.reading.values import is_measured, is_value_like
from tradedocs.vocabulary import Hit, fold, lexicon
from tradedocs.vocabulary.ownresult import says_own
from tradedocs.vocabulary.units import is_unit, unit_in_heading

_HEAD_NOUNS = {"limit", "mdl", "loq", "result", "verdict"}
_TELLING = {"parameter", "result", "limit", "mdl", "loq", "unit", "verdict", "method"}
SCALED = "heading-scale"
_SCALE = re.compile(
    r"[x×*]\s*10|10\s*[-−⁻^]\s*\d|10[⁻⁰¹²³⁴⁵⁶⁷⁸⁹]|\bin thousands?\b|\bthousands\b|\bmillions\b", re.I
)
_IN_UNIT = re.compile(r"(?P<bare>.+?)\s+in\s+(?P<unit>\S+)", re.I)
_LOOK_DOWN = 6
_ENOUGH_COVER = 0.45
_SPECIMEN = re.compile(
    r"[\(（]?\s*(?:no\.?|nr\.?|sample|specimen|#|№|s|样品|시료|probe)?\s*[:#]?\s*[\w\-./]{0,20}\d[\w\-./#]{0,12}\s*[\)）]?\S?",
    re.I,
)


def is_scaled(heading: str) -> bool:
    """Whether a heading says that its figures are multiplied: `Result x 10`, `C (×10⁻³)`, `Count (x 1000)`."""
    return bool(_SCALE.search(heading))


@lru_cache(maxsize=8192)
def role_of(text: str) -> str | None:
    """The role that a heading text names, its unit left aside."""
    bare, _ = with_unit(" ".join(text.split()))
    hit = role_hit(bare)
    return hit.meaning if hit else None


@lru_cache(maxsize=4096)
def with_unit(heading: str) -> tuple[str, str | None]:
    """A heading without its unit, and the unit: `Result (mg/kg)`, `Tolerance in inches`."""
    bare, unit = unit_in_heading(heading)
    bare = without_basis(bare)
    match = _IN_UNIT.fullmatch(bare) if unit is None else None
    return (match["bare"], match["unit"]) if match and is_unit(match["unit"]) else (bare, unit)


@lru_cache(maxsize=8192)
def role_hit(heading: str) -> Hit | None:
    """The label that makes a heading's role: labels must cover nearly half of it, and the last one is its head noun."""
    columns = lexicon("columns")
    best = columns.best(heading) if heading else None
    if best is not None and best.cover < 1 and best.meaning in ("index", "specimen") and is_specimen(heading):
        return None  # `No.1` and `Sample 2` are specimens themselves
    if best is None or best.cover >= _ENOUGH_COVER:
        return best
    hits = columns.all_in(heading)
    if len(heading) > 48 or sum(hit.cover for hit in hits) < _ENOUGH_COVER:
        return _head_noun(heading)
    folded = fold(heading)
    return max(hits, key=lambda hit: folded.rfind(hit.label))


def _head_noun(heading: str) -> Hit | None:
    """The label that a short heading ends in: `All Use Limit`, `Ingestion (P/F)`."""
    words = fold(heading).split()
    if not 2 <= len(words) <= 5:
        return None
    columns = lexicon("columns")
    for size in (2, 1):
        tail = " ".join(words[-size:])
        meaning = columns.labels.get(tail)
        if meaning in _HEAD_NOUNS and len(words) > size:
            return Hit(meaning, tail, len(tail) / len(" ".join(words)))
    return None


def layout_of(table: Table, begin: int = 0) -> Layout | None:
    """The heading at or below row `begin`; None when no row there reads like a heading of results."""
    for at in range(begin, min(len(table.rows) - 1, begin + _LOOK_DOWN)):
        if is_heading(table.rows[at]):
            end = _heading_end(table, at)
            columns = _named_columns(table, at, end)
            return completed(table, Layout(columns, at, end))
    return None


def is_heading(row: Sequence[Cell]) -> bool:
    """Whether two of its cells at least name roles, one of them a telling one, and none is a measured value."""
    cells = distinct(tuple(row))
    if len(cells) < 2:
        return False
    roles = {role for cell in cells if (role := role_of(cell.text))}
    if len(roles) < 2 and not (
        len(roles) == 1 and roles <= {"parameter", "result"} and (_has_specimens(cells) or _has_units(cells))
    ):
        return False
    columns = lexicon("columns")
    if sum(is_verdict(cell.text) and columns.exact(cell.text) is None for cell in cells) == 1:
        return False
    return bool(roles & _TELLING) and not any(is_measured(cell.text) for cell in cells)


def _has_specimens(cells: Sequence[Cell]) -> bool:
    others = [cell.text for cell in cells if role_of(cell.text) is None]
    return bool(others) and all(is_specimen(text) for text in others)


def _has_units(cells: Sequence[Cell]) -> bool:
    """Whether all the other columns are headed by a unit alone: `% (w/w)`, `mg/g`."""
    others = [cell.text for cell in cells if role_of(cell.text) is None]
    return bool(others) and all(map(unit_alone, others))


def unit_alone(text: str) -> str | None:
    """The unit that the whole text is, brackets around it taken off; None for any other text."""
    flat = text.strip()
    bare = flat if is_unit(flat) else flat.strip("()[]（） ")
    return bare if is_unit(bare) and not bare.isdigit() else None


def is_specimen(text: str) -> bool:
    """Whether a heading could be a specimen's label: short, with a figure in it."""
    return len(text) <= 24 and bool(_SPECIMEN.fullmatch(text.strip()))


def _heading_end(table: Table, start: int) -> int:
    end = start + 1
    while end < min(len(table.rows), start + 5) and _goes_on(table.rows[start:end], table.rows[end]):
        end += 1
    return end


def _goes_on(heading: Sequence[tuple[Cell, ...]], row: tuple[Cell, ...]) -> bool:
    """Whether the row still belongs to the heading above it."""
    above = heading[-1]
    spanning = any(cell and cell is over for cell, over in zip(row, above, strict=False))
    if spanning:
        return any(cell is not over for cell, over in zip(row, above, strict=False))
    cells = distinct(row)
    if not cells:
        return True
    if len(row) > 2 and len(cells) == 1 and row[0] is row[-1]:
        return False  # a section's title over the whole width
    if all(
        is_unit(cell.text.strip("()[] ")) or (role_of(cell.text) and not is_value_like(cell.text))
        for cell in cells
    ):
        return True
    parameter = next((k for k, cell in enumerate(above) if role_of(cell.text) == "parameter"), 0)
    if row[parameter]:
        return False
    if any(
        lexicon("columns").exact(f"{over.text} {cell.text}")
        for cell, over in zip(row, above, strict=False)
        if cell and over
    ):
        return True
    return all(is_specimen(cell.text) for cell in cells) and any(
        role_of(cell.text) == "result" for cell in above
    )


def _named_columns(table: Table, start: int, end: int) -> tuple[Column, ...]:
    columns: list[Column] = []
    for k in range(table.width):
        parts: list[Cell] = []
        for row in table.rows[start:end]:
            if row[k] and not any(row[k] is part for part in parts):
                parts.append(row[k])
        columns.append(_column([part.text for part in parts]))
    return tuple(columns)


def _column(parts: Sequence[str]) -> Column:
    """The column under these heading parts, topmost first; a scale in the heading makes its figures doubtful."""
    column = _unscaled(parts)
    if column.role == "result" and says_own(column.heading):
        column = replace(column, specimen=column.heading)  # whose value it is must not get lost
    return replace(column, doubt=(SCALED,)) if is_scaled(column.heading) else column


def _unscaled(parts: Sequence[str]) -> Column:
    """The column under these heading parts, topmost first."""
    heading = " ".join(parts)
    unit = None
    roles: list[str] = []
    left: list[str] = []
    whole = lexicon("columns").exact(heading)
    for part in parts:
        bare, own = with_unit(" ".join(part.split()))
        unit = own or unit
        hit = role_hit(bare)
        if hit:
            roles.append(hit.meaning)
            left.append(_without(bare, hit.label))
        else:
            left.append(bare.strip("()") if is_unit(bare.strip("()")) and unit is None else bare)
    if unit is None and parts and is_unit(parts[-1].strip("()[] ")) and len(parts) > 1:
        unit = parts[-1].strip("()[] ")
        left[-1] = ""
    role = whole or _chosen(roles)
    specimen = (
        next((text for text in reversed(left) if text and is_specimen(text)), None)
        if role == "result"
        else None
    )
    if (
        role == "result"
        and specimen is None
        and len(parts) > 1
        and left[-1]
        and len(left[-1]) <= 30
        and not whole
    ):
        specimen = left[-1]
    if role in (None, "parameter", "other", "remark") and len(parts) > 1 and is_specimen(parts[-1]):
        return Column(None, heading, unit, parts[-1])
    if role is None and left and is_specimen(left[-1]) and not lexicon("fields").exact(heading):
        specimen = left[-1]
    return Column(role, heading, unit, specimen)


def _chosen(roles: Sequence[str]) -> str | None:
    if "result" in roles:
        return "result"
    return roles[-1] if roles else None


def _without(text: str, label: str) -> str:
    """The heading less the words of the label that was found in it."""
    words = [word for word in text.split() if fold(word) not in label.split() and fold(word)]
    return " ".join(words)
