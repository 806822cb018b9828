"""The table of the sampling inspection: defect classes × what was allowed and what was found."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from tradedocs.model.base import Place
from tradedocs.model.report import AqlRow, DefectClass
from tradedocs.pdf.page import Page
from tradedocs.reading.defects import CLASSES, class_in, defects_listed, measure_of
from tradedocs.reading.labels import Found
from tradedocs.reading.table import Cell, Table
from tradedocs.vocabulary import lexicon

_MEASURES = ("aql", "sample_size", "accept", "reject", "found")
CONFLICT = "figures-conflict"
_PAIR = re.compile(r"(?:ac\.?\s*)?(\d+)\s*[/|,]\s*(?:re\.?\s*)?(\d+)", re.I)
_COUNT = re.compile(r"(\d{1,6})(?:\s*(?:pcs|pc|pieces|sets|units|件|个|套|개|шт\.?|st\.?|stk\.?))?\.?", re.I)
_LEVEL = re.compile(r"(?:aql\s*[:=]?\s*)?(\d{1,3}(?:[.,]\d{1,3})?)", re.I)
_AQL_IN_LABEL = re.compile(r"aql\s*[:=]?\s*(\d{1,3}(?:[.,]\d{1,3})?)", re.I)
_NO_LEVEL = ("not allowed", "none", "zero", "n a", "not accepted", "0")


class _Tally:
    """The figures of each class, with their cells, while the table is gone through."""

    def __init__(self) -> None:
        self.figures: dict[DefectClass, dict[str, str]] = {name: {} for name in CLASSES}
        self.cells: dict[DefectClass, list[Cell]] = {name: [] for name in CLASSES}
        self.conflicts: set[DefectClass] = set()
        self._by_row: set[tuple[DefectClass, str]] = set()

    def put(self, defect: DefectClass, measure: str, text: str, cell: Cell, *, by_row: bool) -> None:
        """Take a figure; one whose row names the measure outweighs one that stands under a heading only."""
        known = self.figures[defect].get(measure)
        if known is not None and (by_row <= ((defect, measure) in self._by_row)):
            if known != text and by_row == ((defect, measure) in self._by_row):
                self.conflicts.add(defect)
            return
        self.figures[defect][measure] = text
        self.cells[defect].append(cell)
        if by_row:
            self._by_row.add((defect, measure))


def aql_of(pages: Sequence[tuple[Page, Sequence[Table]]], found: Sequence[Found]) -> tuple[AqlRow, ...]:
    """The defect classes of every table that states an allowance and a count; empty when there is none.

    Where tables differ about a class, the row keeps the gravest figures and says that they conflict; so does a row
    whose class has more defects in the lists of defects than it counts.
    """
    stated = [row for page, tables in pages for table in tables for row in _rows_of(page, table)]
    listed = [counts for _, tables in pages for table in tables if (counts := defects_listed(table))]
    rows = [_merged([row for row in stated if row.defect_class == name]) for name in CLASSES]
    return tuple(_checked(_with_sample(row, found), listed) for row in rows if row is not None)


def _rows_of(page: Page, table: Table) -> tuple[AqlRow, ...]:
    tally = _tally(table)
    rows = tuple(_row(page, name, tally) for name in CLASSES if _tells(tally.figures[name]))
    enough = len(rows) >= 2 or any(row.found is not None and _allows(row) for row in rows)
    counted = any(row.found is not None for row in rows) and any(map(_allows, rows))
    return rows if enough and counted else ()


def _merged(rows: Sequence[AqlRow]) -> AqlRow | None:
    """One row of what several tables say about a class: the most found, the least allowed."""
    if len(rows) < 2:
        return next(iter(rows), None)
    gravest = max(rows, key=lambda row: -1 if row.found is None else row.found)
    told = {name: [v for row in rows if (v := getattr(row, name)) is not None] for name in _MEASURES}
    allowed = {name: min(told[name], default=None) for name in ("accept", "reject")}
    first = {name: next(iter(told[name]), None) for name in ("aql", "sample_size")}
    conflict = any(len(set(values)) > 1 for values in told.values())
    doubt = tuple(
        dict.fromkeys((*(d for row in rows for d in row.doubt), *((CONFLICT,) if conflict else ())))
    )
    return gravest.model_copy(update={**allowed, **first, "doubt": doubt})


def _checked(row: AqlRow, listed: Sequence[Mapping[DefectClass, int]]) -> AqlRow:
    """The row measured against the lists of defects and against itself."""
    most = max((counts.get(row.defect_class, 0) for counts in listed), default=0)
    more = most > (row.found or 0)
    askew = row.accept is not None and row.reject is not None and row.reject <= row.accept
    if not (more or askew):
        return row
    doubt = tuple(dict.fromkeys((*row.doubt, CONFLICT)))
    return row.model_copy(update={"found": most if more else row.found, "doubt": doubt})


def _allows(row: AqlRow) -> bool:
    return row.accept is not None or row.aql is not None


def _tells(figures: dict[str, str]) -> bool:
    return len(figures) >= 2


def _tally(table: Table) -> _Tally:
    tally = _Tally()
    for at, row in enumerate(table.rows):
        for k, cell in enumerate(row):
            if not cell or (k and row[k - 1] is cell) or (at and table.rows[at - 1][k] is cell):
                continue
            for defect, measure, text, by_row in _readings(table, at, k, cell):
                tally.put(defect, measure, text, cell, by_row=by_row)
    return tally


def _readings(table: Table, at: int, k: int, cell: Cell) -> Iterator[tuple[DefectClass, str, str, bool]]:
    """What the figure in the cell counts, of which class, and whether its row says so."""
    figure = cell.text.strip()
    defect = class_in(figure)
    if defect is not None and (level := _AQL_IN_LABEL.search(figure)):
        yield defect, "aql", level[1], True
    if not _figure_like(figure):
        return
    over = [row[k].text for row in reversed(table.rows[:at]) if row[k] and row[k] is not cell]
    left = [c.text for c in reversed(table.rows[at][:k]) if c and c is not cell]
    defect = _first(left) or _first(over)
    by_row = measure_of([text for text in left if class_in(text) is None])
    measure = by_row or measure_of(over)
    if defect is None or measure is None:
        return
    pair = _PAIR.fullmatch(figure)
    if pair and measure in ("ac_re", "accept", "reject"):
        yield defect, "accept", pair[1], by_row is not None
        yield defect, "reject", pair[2], by_row is not None
    elif measure != "ac_re":
        yield defect, measure, figure, by_row is not None


def _figure_like(text: str) -> bool:
    return (
        bool(_COUNT.fullmatch(text) or _LEVEL.fullmatch(text) or _PAIR.fullmatch(text))
        or text.casefold() in _NO_LEVEL
    )


def _first(texts: Sequence[str]) -> DefectClass | None:
    return next((defect for text in texts if (defect := class_in(text))), None)


def _row(page: Page, name: DefectClass, tally: _Tally) -> AqlRow:
    figures = tally.figures[name]
    boxes = [cell.box for cell in tally.cells[name] if cell.box]
    box = (
        min(b[0] for b in boxes),
        min(b[1] for b in boxes),
        max(b[2] for b in boxes),
        max(b[3] for b in boxes),
    )
    return AqlRow(
        defect_class=name,
        aql=_level(figures.get("aql")),
        sample_size=_count(figures.get("sample_size")),
        accept=_count(figures.get("accept")),
        reject=_count(figures.get("reject")),
        found=_count(figures.get("found")),
        place=Place(page=page.number, box=page.shown(box)),
        doubt=(CONFLICT,) if name in tally.conflicts else (),
    )


def _level(text: str | None) -> str | None:
    if text is None:
        return None
    match = _LEVEL.fullmatch(text)
    return match[1].replace(",", ".") if match else text


def _count(text: str | None) -> int | None:
    match = _COUNT.fullmatch(text) if text else None
    if match:
        return int(match[1])
    return 0 if text and text.casefold() in ("none", "zero", "not allowed") else None


def _with_sample(row: AqlRow, found: Sequence[Found]) -> AqlRow:
    """A sample size that the header states holds for every class."""
    if row.sample_size is not None:
        return row
    for item in found:
        if lexicon("aql").exact(item.label) == "sample_size" and (match := _COUNT.match(item.text)):
            return row.model_copy(update={"sample_size": int(match[1])})
    return row
