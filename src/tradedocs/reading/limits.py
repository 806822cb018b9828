"""What a row requires, as printed: limits, bounds, tolerances, and tables that state nothing else."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tradedocs.reading.columns import is_heading
from tradedocs.reading.layout import Layout
from tradedocs.reading.table import Cell, Table, distinct
from tradedocs.vocabulary.units import is_unit, unit_key

_SIGNED = re.compile(r"[+\-−–]\s*\d")
_FIGURE_UNIT = re.compile(r"\d\s?(?P<unit>(?!\d)[^\s\d,;()（）以±<>≤≥~～]{1,10})")
_SIZE = re.compile(r"\d[\d.,/ ]*\s*[^\d\s]{0,4}")


@dataclass(frozen=True)
class Requirement:
    """One row of a table that states limits, units and methods but no results."""

    parameter: str
    unit: str | None
    method: str | None
    mdl: str | None
    limit: str | None


def deviates(row: Sequence[Cell], layout: Layout) -> bool:
    """Whether the row's results are deviations from the nominal size: some carry a sign."""
    return any(_SIGNED.match(row[k].text) for k in layout.every("result"))


def limit_of(row: Sequence[Cell], layout: Layout, *, deviating: bool = False) -> str | None:
    """What the row requires, as printed; for deviations from a nominal size the tolerance alone."""
    tolerance = next(
        (text for k in layout.every("tolerance") if (text := text_in(row, k)) and text[0] in "±+"), None
    )
    if deviating and tolerance:
        return tolerance
    if limit := text_in(row, layout.first("limit")):
        return (
            f"{limit} {tolerance}" if tolerance and tolerance[0] == "±" and _SIZE.fullmatch(limit) else limit
        )
    low, high = text_in(row, layout.first("min")), text_in(row, layout.first("max"))
    if low and high:
        return f"{low} - {high}"
    if low or high:
        return f"min {low}" if low else f"max {high}"
    tolerances = layout.every("tolerance")
    nominal, tolerance = (
        text_in(row, layout.first("nominal")),
        text_in(row, tolerances[-1] if tolerances else None),
    )
    if nominal and tolerance:
        return f"{nominal} {tolerance}" if tolerance[0] in "±+-" else f"{nominal} ± {tolerance}"
    return nominal or tolerance


def unit_of_limit(limit: str | None) -> str | None:
    """The one unit that a limit's figures carry, `6.7±0.5mm`; a share behind `±` is one of the nominal size."""
    found = [match["unit"] for match in _FIGURE_UNIT.finditer(limit or "")]
    units = {unit_key(unit) for unit in found if is_unit(unit)}
    if len(units) != 1 or ("±" in (limit or "") and units == {"%"}):
        return None
    return next(unit for unit in found if is_unit(unit))


def heading_unit(layout: Layout) -> str | None:
    """A unit that the heading of the limit or the detection limit names holds for the row as well."""
    for role in ("limit", "mdl", "loq", "min", "max", "tolerance", "nominal"):
        at = layout.first(role)
        if at is not None and layout.columns[at].unit:
            return layout.columns[at].unit
    return None


def requirements_of(table: Table, layout: Layout) -> Iterator[Requirement]:
    """The rows of a table that states requirements only."""
    at = layout.first("parameter")
    if at is None or not any(
        layout.first(role) is not None for role in ("limit", "mdl", "unit", "min", "max")
    ):
        return
    for row in table.rows[layout.body :]:
        name = row[at].text.strip()
        if not name or is_title_row(row) or is_heading(row):
            continue
        yield Requirement(
            name,
            text_in(row, layout.first("unit")) or heading_unit(layout),
            text_in(row, layout.first("method")),
            text_in(row, layout.first("mdl")) or text_in(row, layout.first("loq")),
            limit_of(row, layout),
        )


def text_in(row: Sequence[Cell], column: int | None) -> str | None:
    """The text of the row's cell in that column; None where either is missing."""
    if column is None or not row[column]:
        return None
    return row[column].text.strip() or None


def is_title_row(row: tuple[Cell, ...]) -> bool:
    """One text alone in the row: a section's title or a note."""
    return len(distinct(row)) < 2
