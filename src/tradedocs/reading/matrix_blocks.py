"""Blocks of a table with a row a specimen: side by side, one below the other, or gone on with in the next table."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from tradedocs.pdf.page import Page
from tradedocs.reading.lines import page_lines
from tradedocs.reading.matrix_columns import VALUES, kind_of
from tradedocs.reading.matrix_heading import NAMED_RANKS, Matrix, matrix_in, rank_of
from tradedocs.reading.table import EMPTY, Cell, Table, distinct
from tradedocs.vocabulary import fold


def matrices_of(table: Table) -> Iterator[Matrix]:
    """The layouts of a table that gives a row to each specimen, one for each block beside or below another.

    Nothing for a table whose rows name parameters, units or methods, or which lists equipment or orders.
    """
    blocks = [block for block in _beside(table) if block.width >= 2]
    found = [list(_below(block)) for block in blocks]
    if blocks and all(found):
        yield from (matrix for several in found for matrix in several)


def with_line_above(page: Page, table: Table) -> Table | None:
    """The unruled table with the line right over it as a row of common headings; None where none stands there."""
    top, high = table.box[1], table.rows[0]
    letter = max((word.height for cell in high for word in cell.words), default=0.0)
    over = [line for line in page_lines(page) if 0 <= top - line.y1 + 1 <= letter and len(line.phrases) > 1]
    if table.ruled or not over:
        return None
    row = [EMPTY] * table.width
    for phrase in over[-1].phrases:
        at = bisect_right(table.edges, (phrase.x0 + phrase.x1) / 2) - 1
        if not 0 <= at < table.width or row[at]:
            return None
        row[at] = Cell(phrase.words)
    return replace(table, rows=(tuple(row), *table.rows))


def goes_on(table: Table, before: Matrix) -> Matrix | None:
    """The layout of a table without a heading that has the columns of the one before it."""
    last = before.table
    if table.width != last.width or table.page - last.page not in (0, 1) or table.ruled != last.ruled:
        return None
    if any(abs(a - b) > 8 for a, b in zip(table.edges, last.edges, strict=True)):
        return None
    columns = [quantity.column for quantity in before.of("measured", "stated", "verdict")]
    for row in table.rows:
        if len(distinct(row)) > 1 and not all(kind_of(row[k].text) in (*VALUES, "blank") for k in columns):
            return None
    if not any(row[before.label] and any(row[k] for k in columns) for row in table.rows):
        return None
    return replace(before, table=table, start=0, body=0)


def _beside(table: Table) -> Iterator[Table]:
    """The table, cut where its label's heading stands again further right."""
    cuts = [0]
    for row in table.rows[:4]:
        seen: list[tuple[str, Cell]] = []
        for k, cell in enumerate(row):
            text = fold(cell.text)
            if (
                any(text == other and cell is not first for other, first in seen)
                and rank_of(cell.text, k) in NAMED_RANKS
            ):
                cuts.append(k)
            seen += [(text, cell)] if text and not seen else []
    edges = [*sorted(set(cuts)), table.width]
    if len(edges) == 2:
        yield table
        return
    for low, high in pairwise(edges):
        rows = tuple(row[low:high] for row in table.rows)
        yield replace(table, rows=rows, edges=table.edges[low : high + 1])


def _below(table: Table) -> Iterator[Matrix]:
    """The layouts of blocks that stand one below the other, each under its own heading."""
    rest = table
    while True:
        first, again = _first_block(rest)
        found = matrix_in(first)
        if found is None:
            return
        yield found
        if again is None:
            return
        rest = replace(rest, rows=rest.rows[again:])


def _first_block(table: Table) -> tuple[Table, int | None]:
    """The rows up to where the heading's first cell stands again, and where the next block (with its titles) begins."""
    heads: list[str] = []
    for at, row in enumerate(table.rows):
        text = fold(row[0].text)
        if text and text in heads and at > 2 and row[0] is not table.rows[at - 1][0]:
            begin = at
            while begin > 1 and not any(
                kind_of(c.text) in VALUES for c in distinct(table.rows[begin - 1])[1:]
            ):
                begin -= 1
            return replace(table, rows=table.rows[:begin]), begin
        if at < 4 and text and rank_of(row[0].text, 0) in NAMED_RANKS:
            heads.append(text)
    return table, None
