"""One drawn table that holds the same table several times side by side, as pesticide lists do."""

from __future__ import annotations

from dataclasses import replace

from tradedocs.reading.columns import is_heading, role_of
from tradedocs.reading.table import Cell, Table
from tradedocs.vocabulary import fold

_LOOK_DOWN = 4


def side_by_side(table: Table) -> tuple[Table, ...]:
    """The tables that stand in it from left to right: each begins with the heading that the first column has."""
    for at, row in enumerate(table.rows[:_LOOK_DOWN]):
        seams = _repeats(row)
        if seams:
            ends = (*seams[1:], table.width)
            return tuple(_part(table, begin, end) for begin, end in zip(seams, ends, strict=True))
        if is_heading(row) and at:
            break
    return (table,)


def _repeats(row: tuple[Cell, ...]) -> list[int]:
    """The columns where the first heading stands again, when each part is a heading of its own."""
    first = fold(row[0].text) if row[0] else ""
    if not first or role_of(row[0].text) not in ("parameter", "index"):
        return []
    seams = [
        k
        for k, cell in enumerate(row)
        if cell and fold(cell.text) == first and (k == 0 or cell is not row[k - 1])
    ]
    parts = [row[begin:end] for begin, end in zip(seams, (*seams[1:], len(row)), strict=True)]
    return seams if len(seams) > 1 and all(is_heading(part) for part in parts) else []


def _part(table: Table, begin: int, end: int) -> Table:
    rows = tuple(row[begin:end] for row in table.rows)
    box = (table.edges[begin], table.box[1], table.edges[end], table.box[3])
    return replace(table, rows=rows, edges=table.edges[begin : end + 1], box=box)
