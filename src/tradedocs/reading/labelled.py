"""All labelled values of a page: those of its lines, and those of the cells of drawn tables."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from tradedocs.model.base import Place
from tradedocs.pdf.page import Page
from tradedocs.reading.labelkeys import COLON, LEADER, NAMES, meaning_of
from tradedocs.reading.labels import Found, found_in_lines
from tradedocs.reading.labelvalues import is_code
from tradedocs.reading.lines import lines_of
from tradedocs.reading.table import Cell, Table
from tradedocs.reading.verdicts import ticked

_LONGEST_LABEL = 60


def found_on(page: Page, tables: Sequence[Table]) -> Iterator[Found]:
    """Every labelled value of the page: in lines, in drawn cells, under headings."""
    yield from found_in_lines(page)
    for table in tables:
        if table.ruled:
            yield from _in_cells(page, table)


def _in_cells(page: Page, table: Table) -> Iterator[Found]:
    for at, row in enumerate(table.rows):
        for k, cell in enumerate(row):
            if not cell.words or (k and row[k - 1] is cell) or (at and table.rows[at - 1][k] is cell):
                continue
            meaning = _meaning(cell)
            if meaning is None:
                continue
            value = _cell_value(table, at, k, meaning)
            if value is None or not value.box or not (text := LEADER.sub("", value.text)):
                continue
            place = Place(page=page.number, box=page.shown(value.box))
            lines = tuple(line.text for line in lines_of(value.words)) if meaning in NAMES else ()
            label = cell.text.strip().rstrip(COLON + " ")
            yield Found(meaning, label, text, place, " ".join(c.text for c in row), True, lines[1:], text)


def _meaning(cell: Cell) -> str | None:
    text = cell.text
    return meaning_of(text.strip().rstrip(COLON + " .…")) if len(text) <= _LONGEST_LABEL else None


def _cell_value(table: Table, at: int, k: int, meaning: str) -> Cell | None:
    """The cell that states the labelled value: beside the label, or below it where the label heads a column."""
    row = table.rows[at]
    if meaning in ("conclusion", "result_word"):  # a column of conclusions states one for each section
        return _options(row, k) or _beside(row, k, meaning)
    below = _beneath(table, at, k)
    heads = _heads_columns(row) or (at + 1 < len(table.rows) and table.rows[at + 1][k] is row[k])
    return below if below and heads else _beside(row, k, meaning) or below


def _options(row: Sequence[Cell], k: int) -> Cell | None:
    """The tick boxes behind a conclusion's label, be they in one cell or in several."""
    others = [
        cell for j, cell in enumerate(row) if j > k and cell and cell is not row[k] and cell is not row[j - 1]
    ]
    if not any(ticked(cell.text) is not None for cell in others):
        return None
    return Cell(tuple(word for cell in others for word in cell.words))


def _heads_columns(row: Sequence[Cell]) -> bool:
    """Whether labels follow each other in the row: it is a heading, and their values stand below."""
    cells = [cell for k, cell in enumerate(row) if k == 0 or cell is not row[k - 1] or not cell]
    named = [bool(cell) and _meaning(cell) is not None for cell in cells]
    return any(a and b for a, b in pairwise(named))


def _beside(row: Sequence[Cell], k: int, meaning: str) -> Cell | None:
    """The next cell to the right, unless that is a label too; a code before a name is passed over."""
    code: Cell | None = None
    for cell in row[k + 1 :]:
        if cell is row[k] or cell is code or not LEADER.sub("", cell.text):
            continue
        if _is_label(cell):
            return code
        if code is None and meaning in NAMES and is_code(cell.text):
            code = cell
            continue
        return cell
    return code


def _beneath(table: Table, at: int, k: int) -> Cell | None:
    for row in table.rows[at + 1 :]:
        if row[k] is table.rows[at][k]:
            continue
        return row[k] if row[k] and not _is_label(row[k]) else None
    return None


def _is_label(cell: Cell) -> bool:
    return cell.text.strip()[-1:] in COLON or _meaning(cell) is not None
