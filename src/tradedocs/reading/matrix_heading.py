"""Tables that give a row to each specimen, place or frequency and a column to each measured quantity: how they lie."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from tradedocs.reading.asides import bare, is_listing
from tradedocs.reading.columns import is_scaled, role_of
from tradedocs.reading.matrix_columns import (
    VALUES,
    Columns,
    Part,
    Quantity,
    columns_of,
    kind_of,
    without_repeats,
)
from tradedocs.reading.table import Cell, Table, distinct
from tradedocs.vocabulary import lexicon
from tradedocs.vocabulary.parameters import meaning_of
from tradedocs.vocabulary.units import is_unit, unit_in_heading

_LONGEST_LABEL, _LABEL_COLUMNS = 40, 5
_SPECIMEN, _ROW_LABEL, _INDEX, _UNKNOWN, _SAME_FOR_ALL = 0, 1, 2, 3, 5
NAMED_RANKS = (_SPECIMEN, _ROW_LABEL, _INDEX)
_ORDINAL = re.compile(r"(?:no\.?|nr\.?|#|n°|№)?\s*\d{1,3}\s*(?:st|nd|rd|th|#|\.)?|[a-z]\d{0,2}", re.I)
_ORDINARY = ("unit", "mdl", "loq", "method", "cas", "nominal", "tolerance", "request", "reference")
_REACH = 0.2  # the share of a heading's width that must stand over a column for it to head that column too
_SIZES = ("ordered", "inspected", "packed", "lot_size", "contract_no")


@dataclass(frozen=True)
class Matrix:
    """How a table with a row a specimen is laid out.

    Attributes:
        label: the column of the specimens' labels.
        groups: columns that tell specimens of one label apart (heat, batch, state).
        quantities: the other columns, left to right.
        start: the row where the heading begins; rows above it are titles.
        body: the first row below the heading.
        complete: no column of figures is left out.
        label_unit: the unit of the labels, where the rows are labelled by a measure (a frequency).
    """

    table: Table
    label: int
    groups: tuple[int, ...]
    quantities: tuple[Quantity, ...]
    start: int
    body: int
    complete: bool = True
    label_unit: str | None = None

    def of(self, *parts: Part) -> tuple[Quantity, ...]:
        """The columns that play one of these parts."""
        return tuple(quantity for quantity in self.quantities if quantity.part in parts)


def matrix_in(table: Table) -> Matrix | None:
    """The layout of a block under one heading; None where its rows are no specimens."""
    if table.width < 2 or len(table.rows) < 2:
        return None
    body = _body(table)
    if not body:
        return None
    for label, rank in _labels(table, body):
        found = _laid_out(table, label, rank, body)
        if found is not None:
            return found
    return None


def _body(table: Table) -> int:
    """The first row of the values, found from below: their columns hold no text there. 0 when there is none."""
    counts = [len(distinct(row)) for row in table.rows]
    most = max(counts)
    last = next((k for k in range(len(counts) - 1, 0, -1) if counts[k] >= max(2, 0.6 * most)), 0)
    if not last:
        return 0
    valued = [k for k, cell in enumerate(table.rows[last]) if k and kind_of(cell.text) in VALUES]
    body = 0
    for at in range(last, -1, -1):
        kinds = [kind_of(table.rows[at][k].text) for k in valued]
        if counts[at] >= 2 and kinds.count("text") > 0.2 * len(kinds):
            break
        if counts[at] >= 2 and any(kind in VALUES for kind in kinds):
            body = at
    return body


def _labels(table: Table, body: int) -> list[tuple[int, int]]:
    """Columns that could label the rows, the likeliest first, each with its rank."""
    found: list[tuple[int, int, int]] = []
    rows = [row for row in table.rows[body:] if len(distinct(row)) > 1]
    for k in range(min(table.width, _LABEL_COLUMNS)):
        if k and all(row[k] is row[k - 1] for row in rows):
            continue
        heading = next((row[k].text for row in reversed(table.rows[:body]) if row[k]), "")
        rank = rank_of(heading, k)
        texts = [row[k].text for row in rows if any(map(str.isalnum, row[k].text))]
        several = len(set(texts))
        if rank is None or not several or sum(len(t) <= _LONGEST_LABEL for t in texts) < 0.8 * len(texts):
            continue
        shared = several == 1 and len(rows) > 1  # one text for all rows is what they have in common
        found.append((rank + (_SAME_FOR_ALL if shared else 0), -several, -k))
    return [(-k, rank) for rank, _, k in sorted(found)]


def rank_of(heading: str, column: int) -> int | None:
    """How surely the heading is one of row labels: lower is surer, None is not at all."""
    name = bare(heading)
    role = role_of(name)
    if role == "specimen" or lexicon("fields").exact(name) == "lot":
        return _SPECIMEN
    if lexicon("matrix").said(name) in ("row-label", "frequency"):
        return _ROW_LABEL
    if role == "index":
        return _INDEX
    return _UNKNOWN if column == 0 and role is None else None


def _laid_out(table: Table, label: int, rank: int, body: int) -> Matrix | None:
    if not table.ruled:
        table = _with_spans(table, body)
    body = _below_heading(table, label, body)
    if body >= len(table.rows):
        return None
    start = _heading_start(table, label, body)
    columns = [k for k in range(table.width) if k != label and not _repeats(table, start, k)]
    parts = {k: _parts(table, start, body, k) for k in columns}
    texts = {k: _texts(table, body, k) for k in columns}
    headings = [*parts.values(), _parts(table, start, body, label)]
    if any(_is_ordinary(parts[k], texts[k]) for k in columns) or is_listing(
        [cells[-1].text for cells in headings if cells]
    ):
        return None
    if any(is_scaled(cell.text) for cells in headings for cell in cells):
        return None
    found = columns_of(parts, texts)
    if not _holds(found, rank, _texts(table, body, label)):
        return None
    if not without_repeats(found.quantities):
        found = Columns((), (), names_rows=False, left_out=True)
    unit = next((u for cell in reversed(headings[-1]) if (u := unit_in_heading(cell.text)[1])), None)
    return Matrix(
        table,
        label,
        found.groups,
        found.quantities,
        start,
        body,
        complete=not found.left_out,
        label_unit=unit,
    )


def _with_spans(table: Table, body: int) -> Table:
    """The unruled table with each heading cell that reaches over several columns put into each of them."""
    rows = [_spanned(row, table.edges) if at < body else row for at, row in enumerate(table.rows)]
    return replace(table, rows=tuple(rows))


def _spanned(row: tuple[Cell, ...], edges: Sequence[float]) -> tuple[Cell, ...]:
    out = list(row)
    for cell in distinct(row):
        if cell.box is None:
            continue
        x0, _, x1, _ = cell.box
        for k, (low, high) in enumerate(pairwise(edges)):
            if not out[k] and min(high, x1) - max(low, x0) >= _REACH * (x1 - x0):
                out[k] = cell
    return tuple(out)


def _below_heading(table: Table, label: int, body: int) -> int:
    """Rows of bare figures that still belong to the heading (`1 | 2 | 3` under `Impact energy`), and of units."""
    while body < len(table.rows):
        row, above = table.rows[body], table.rows[body - 1]
        spans = bool(row[label]) and row[label] is above[label]
        if not spans and (row[label] or not all(_only_numbers_columns(cell) for cell in distinct(row))):
            break
        body += 1
    return body


def _only_numbers_columns(cell: Cell) -> bool:
    return bool(_ORDINAL.fullmatch(cell.text.strip())) or is_unit(cell.text.strip("()[] "))


def _heading_start(table: Table, label: int, body: int) -> int:
    """The row where the heading begins: the label's own, or one above whose cells span several columns."""
    rows, start = table.rows, body - 1
    while start > 0 and (not rows[start][label] or rows[start][label] is rows[start - 1][label]):
        start -= 1
    while start > 0:
        above = rows[start - 1]
        cells = distinct(above)
        spanning = any(sum(cell is other for other in above) > 1 for cell in cells)
        if above[label] or not spanning or any(kind_of(cell.text) in VALUES for cell in cells):
            break
        start -= 1
    return start


def _repeats(table: Table, start: int, column: int) -> bool:
    """Whether the column only repeats the cells of the one before it."""
    rows = table.rows[start:]
    return column > 0 and all(r[column] is r[column - 1] or not (r[column] or r[column - 1]) for r in rows)


def _parts(table: Table, start: int, body: int, column: int) -> list[Cell]:
    """The heading's cells over a column, topmost first; without lines its own ones are one text that was wrapped."""
    out: list[Cell] = []
    own = False
    for row in table.rows[start:body]:
        cell = row[column]
        if not cell or any(cell is part for part in out):
            continue
        spans = table.ruled or sum(cell is other for other in row) > 1
        wrapped = own and not spans and not is_unit(cell.text.strip("()[] "))
        out[-1:] = [Cell((*out[-1].words, *cell.words))] if wrapped else [*out[-1:], cell]
        own = not spans
    return out


def _texts(table: Table, body: int, column: int) -> list[str]:
    return [row[column].text for row in table.rows[body:] if row[column] and len(distinct(row)) > 1]


def _is_ordinary(parts: Sequence[Cell], texts: Sequence[str]) -> bool:
    """Whether the column shows that rows are parameters: it names them, their units, methods or detection limits."""
    if not parts:
        return False
    name = bare(parts[-1].text)
    role = role_of(name)
    if role == "parameter":
        return any(kind_of(text) == "text" for text in texts)
    if role in _ORDINARY:
        return lexicon("columns").exact(name) is not None or role == "cas"
    return lexicon("fields").exact(name) in _SIZES


def _holds(columns: Columns, rank: int, labels: Sequence[str]) -> bool:
    """Whether what was found is enough to believe that the rows are specimens, not parameters."""
    rank %= _SAME_FOR_ALL
    measured = [quantity for quantity in columns.quantities if quantity.part == "measured"]
    strong = sum(
        quantity.strong for quantity in columns.quantities if quantity.part in ("measured", "stated")
    )
    judged = any(quantity.part in ("stated", "verdict") for quantity in columns.quantities)
    if not (measured or judged):
        return False
    if rank >= _INDEX and (columns.names_rows or _are_parameters(labels)):
        return False
    if rank == _SPECIMEN:
        return bool(strong) or len(measured) >= 2 or judged
    if rank == _ROW_LABEL:
        return strong >= 2 or (bool(strong) and judged)
    return strong >= 2 if rank == _UNKNOWN else bool(strong) or judged


def _are_parameters(labels: Sequence[str]) -> bool:
    """Whether a third of the labels are names of tested things."""
    return sum(meaning_of(text) is not None for text in labels) * 3 >= max(1, len(labels))
