"""All the tables of one page, in reading order, each with the text that stands over it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tradedocs.pdf.page import Page, Word
from tradedocs.reading.grid import grids, merged, ruled_table
from tradedocs.reading.headed import headed_tables
from tradedocs.reading.lines import Line, lines_of, page_lines
from tradedocs.reading.rivers import unruled_tables
from tradedocs.reading.table import Table
from tradedocs.reading.twins import side_by_side

_LINES_ABOVE = 6


def tables_of(page: Page) -> tuple[Table, ...]:
    """The tables of the page, top to bottom."""
    floors = [(rule.at, rule.low, rule.high) for rule in merged(page.across)]
    floors += [(y, band.x0, band.x1) for band in page.filled for y in (band.y0, band.y1)]
    found: list[Table] = []
    rest: list[Word] = list(page.words)
    for grid in grids(page):
        inside = [word for word in rest if grid.holds(word)]
        if not inside:
            continue
        taken = set(map(id, inside))
        rest = [word for word in rest if id(word) not in taken]
        table, nested = ruled_table(page.number, grid, inside)
        if table is not None:
            found.append(table)
        elif not nested:
            nested = [tuple(inside)]
        for words in nested:
            found += _unruled(page.number, words, lines_of(words), floors)
    lines = page_lines(page)
    open_lines = lines if len(rest) == len(page.words) else lines_of(rest)
    found += _unruled(page.number, rest, open_lines, floors)
    ordered = sorted(found, key=lambda table: table.box[1])
    return tuple(
        replace(part, above=_above(part, lines)) for table in ordered for part in side_by_side(table)
    )


def _unruled(
    page: int,
    words: Sequence[Word],
    lines: Sequence[Line],
    floors: Sequence[tuple[float, float, float]],
) -> list[Table]:
    """Tables under a heading first; white rivers then find those that have none."""
    headed, rest = headed_tables(page, lines, floors)
    same = len(rest) == len(words)  # otherwise a table was taken out, or letters were put together
    return [*headed, *unruled_tables(page, lines if same else lines_of(rest), floors)]


def _above(table: Table, lines: Sequence[Line]) -> tuple[str, ...]:
    over = [
        line
        for line in lines
        if line.y1 <= table.box[1] + 2 and line.x0 < table.box[2] and line.x1 > table.box[0]
    ]
    return tuple(line.text for line in over[-_LINES_ABOVE:])
