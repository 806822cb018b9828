"""The table of the sampling inspection: defect classes × what was allowed and what was found."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from tradedocs.model.base import Place
from tradedocs.model.report import AqlRow, DefectClass
from tradedocs.pdf.page import Page
from tradedocs.reading.defects import (
    CLASSES,
    class_in,
    defects_listed,
    defects_totalled,
    measure_of,
    names_classes,
)
from tradedocs.reading.labels import Found
from tradedocs.reading.lines import page_lines
from tradedocs.reading.table import Cell, Table, distinct
from tradedocs.vocabulary import fold, lexicon

_MEASURES = ("aql", "sample_size", "accept", "reject", "found")
CONFLICT = "figures-conflict"
SUMMED = "summed-from-list"
_PAIR = re.compile(
    r"(?:ac(?:c(?:ept)?)?\.?\s*[:=]?\s*)?(\d+)\s*(?:[/|,;-]\s*(?:re(?:j(?:ect)?)?\.?\s*[:=]?\s*)?|re(?:j(?:ect)?)?\.?\s*[:=]?\s*)(\d+)",
    re.I,
)
_COUNT = re.compile(r"(\d{1,6})(?:\s*(?:pcs|pc|pieces|sets|units|件|个|套|개|шт\.?|st\.?|stk\.?))?\.?", re.I)
_LEVEL = re.compile(r"(?:aql\s*[:=]?\s*)?(\d{1,3}(?:[.,]\d{1,3})?)", re.I)
_AQL_IN_LABEL = re.compile(r"aql\s*[:=]?\s*(\d{1,3}(?:[.,]\d{1,3})?)", re.I)
# `K / 125`, `125 (K)`: the code letter with the size that it stands for
_SAMPLE = re.compile(r"[A-HJ-NP-R]\s*[-/:=(]?\s*(\d{1,5})\)?|(\d{1,5})\s*[-/(]\s*[A-HJ-NP-R]\)?")
_ALLOWANCE = ("accept", "reject", "ac_re")
_ZERO = (
    *(
        "none",
        "zero",
        "nil",
        "not allowed",
        "not permitted",
        "not accepted",
        "no defect allowed",
        "none allowed",
        "0",
    ),
    *(
        "不允许",
        "不接受",
        "无",
        "nicht zulässig",
        "nicht erlaubt",
        "keine",
        "non autorisé",
        "aucun",
        "no permitido",
    ),
    *("ninguno", "kabul edilmez", "yok", "не допускается", "нет", "δεν επιτρέπεται", "불허", "없음"),
)
_NO_FIGURE = frozenset(map(fold, _ZERO))
_NO_LEVEL = frozenset(("n a", "na", "not applicable")) | _NO_FIGURE
_SIZE = re.compile(r"(\d{1,3}(?:,\d{3})+|\d{1,6})(?![\d.,%])")
_TOLD = re.compile(
    r"(?P<class>[^\W\d_]+(?: (?:defects?|fehler))?)\s*[:：=–-]?\s*"
    r"(?P<figure>\d+(?:[.,]\d+)?(?:\s*/\s*\d+)?|not allowed|none|nil)(?![\w.])",
    re.I,
)
_STATED = re.compile(r"(?P<label>[^:：=\d]{3,48}?)\s*[:：=]\s*(?P<text>\S.*)")


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
    """The defect classes of every table that states an allowance; empty when there is none.

    What was found may stand in a table of its own, or only in the total of the list of defects. Where tables differ
    about a class, the row keeps the gravest figures and says that they conflict; so does a row whose class has more
    defects in the lists of defects than it counts.
    """
    everywhere = pages
    pages = [(page, tables) for page, tables in pages if names_classes(page)]
    told = [rows for page, tables in pages for table in tables if (rows := _classes_of(page, table))]
    whole = [row for rows in told if _is_whole(rows) for row in rows]
    listed = [counts for _, tables in pages for table in tables if (counts := defects_listed(table))]
    if not whole:
        told += [rows for page, _ in pages if (rows := _in_lines(page))]
        whole = [row for rows in told if _is_whole(rows) for row in rows]
    if not whole:
        parts = [row for rows in told if _allowing(rows) or _counting(rows) for row in rows]
        whole = parts if any(map(_allowing, told)) else []
    merged = [_merged([row for row in whole if row.defect_class == name]) for name in CLASSES]
    stated = [row for row in merged if row is not None]
    sizes = _sample_sizes(everywhere, found) if any(row.sample_size is None for row in stated) else ()
    totals = [counts for _, tables in pages for table in tables if (counts := defects_totalled(table))]
    counted = (_with_count(_with_sample(row, sizes), totals, listed) for row in stated)
    return tuple(_checked(row, listed) for row in counted)


def _in_lines(page: Page) -> tuple[AqlRow, ...]:
    """The figures that lines of text give class by class: `AQL: critical 0, major 2.5, minor 4.0`."""
    tally = _Tally()
    for line in page_lines(page):
        told = list(_TOLD.finditer(line.text))
        classes = [class_in(match["class"]) for match in told]
        if len(told) < 2 or len(set(classes) - {None}) < 2:
            continue
        measure = measure_of([line.text[: told[0].start("class")]])
        if measure is None or measure == "ac_re":
            measure = "accept" if measure and _PAIR.fullmatch(told[0]["figure"]) else measure
        cell = Cell(line.words)
        for match, defect in zip(told, classes, strict=True):
            pair = _PAIR.fullmatch(match["figure"])
            if defect is None or measure in (None, "ac_re"):
                continue
            if pair and measure in ("accept", "reject"):
                tally.put(defect, "accept", pair[1], cell, by_row=True)
                tally.put(defect, "reject", pair[2], cell, by_row=True)
            elif not pair and measure is not None:
                tally.put(defect, measure, match["figure"], cell, by_row=True)
    return tuple(_row(page, name, tally) for name in CLASSES if tally.figures[name])


def _classes_of(page: Page, table: Table) -> tuple[AqlRow, ...]:
    tally = _tally(table)
    return tuple(_row(page, name, tally) for name in CLASSES if tally.figures[name])


def _is_whole(rows: Sequence[AqlRow]) -> bool:
    """Whether one table states both what is allowed and what was found."""
    telling = [row for row in rows if sum(getattr(row, name) is not None for name in _MEASURES) >= 2]
    enough = len(telling) >= 2 or any(row.found is not None and _allows(row) for row in telling)
    return enough and any(row.found is not None for row in telling) and any(map(_allows, telling))


def _allowing(rows: Sequence[AqlRow]) -> bool:
    return sum(row.accept is not None for row in rows) >= 2 or (
        sum(row.aql is not None for row in rows) >= 2 and any(row.sample_size is not None for row in rows)
    )


def _counting(rows: Sequence[AqlRow]) -> bool:
    return sum(row.found is not None for row in rows) >= 2


def _merged(rows: Sequence[AqlRow]) -> AqlRow | None:
    """One row of what several tables say about a class: the most found, the least allowed."""
    if len(rows) < 2:
        return next(iter(rows), None)
    rows = [row for row in rows if row.accept is not None or row.aql is not None] + [
        row for row in rows if row.accept is None and row.aql is None
    ]
    gravest = max(rows, key=lambda row: -1 if row.found is None else row.found)
    told = {name: [v for row in rows if (v := getattr(row, name)) is not None] for name in _MEASURES}
    allowed = {name: min(told[name], default=None) for name in ("accept", "reject")}
    first = {name: next(iter(told[name]), None) for name in ("aql", "sample_size")}
    most = {"found": max(told["found"], default=None)}
    conflict = any(len(set(values)) > 1 for values in told.values())
    doubt = tuple(
        dict.fromkeys((*(d for row in rows for d in row.doubt), *((CONFLICT,) if conflict else ())))
    )
    return gravest.model_copy(update={**allowed, **first, **most, "doubt": doubt})


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
    labels = [text for text in left if class_in(text) is None and _is_label(text)]
    heads = [text for text in over if not _figure_like(text.strip())]
    named = {name for text in left if (name := class_in(text)) is not None}
    defect = (_first(left) if len(named) == 1 else None) or _first(
        over
    )  # several classes at the left are headings
    by_row, by_column = measure_of(labels), measure_of(heads)
    measure = by_column if by_row in _ALLOWANCE and by_column in _ALLOWANCE else by_row or by_column
    if defect is None or measure is None:
        return
    pair = _PAIR.fullmatch(figure)
    if measure == "sample_size":
        sample = _SAMPLE.fullmatch(figure)
        yield defect, measure, next(filter(None, sample.groups())) if sample else figure, by_row is not None
    elif pair and measure in _ALLOWANCE:
        yield defect, "accept", pair[1], by_row is not None
        yield defect, "reject", pair[2], by_row is not None
    elif measure != "ac_re":
        yield defect, measure, figure, by_row is not None


def _is_label(text: str) -> bool:
    """Whether a text at the left of a figure names what it counts: `Cut at hem of sample` names a defect."""
    hits = lexicon("aql").all_in(text)
    return not _figure_like(text.strip()) and sum(hit.cover for hit in hits) >= 0.4


def _figure_like(text: str) -> bool:
    return (
        bool(
            _COUNT.fullmatch(text)
            or _LEVEL.fullmatch(text)
            or _PAIR.fullmatch(text)
            or _SAMPLE.fullmatch(text)
        )
        or fold(text) in _NO_LEVEL
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
    return 0 if text and fold(text) in _NO_FIGURE else None


def _with_sample(row: AqlRow, sizes: Sequence[int]) -> AqlRow:
    """A sample size that is stated outside the table holds for every class, if it is the only one."""
    if row.sample_size is not None or not sizes:
        return row
    doubt = row.doubt if len(set(sizes)) == 1 else tuple(dict.fromkeys((*row.doubt, CONFLICT)))
    return row.model_copy(update={"sample_size": sizes[0], "doubt": doubt})


def _sample_sizes(pages: Sequence[tuple[Page, Sequence[Table]]], found: Sequence[Found]) -> tuple[int, ...]:
    """The sample sizes that lines and labelled cells state."""
    stated = [(item.label, item.text) for item in found]
    for page, tables in pages:
        for line in page_lines(page):
            stated += [
                (m["label"], m["text"]) for part in line.text.split("   ") if (m := _STATED.fullmatch(part))
            ]
        for table in tables:
            stated += [(a.text, b.text) for row in table.rows for a, b in pairwise(distinct(row))]
    sized = [text for label, text in stated if lexicon("aql").exact(label.strip(" :：")) == "sample_size"]
    return tuple(size for text in sized if (size := _size(text)) is not None)


def _size(text: str) -> int | None:
    """The size in `80 pcs`, `200 (code letter L)`, `L / 200`."""
    if sample := _SAMPLE.fullmatch(text.strip()):
        return int(next(filter(None, sample.groups())))
    match = _SIZE.match(text.strip())
    return int(re.sub(r"\D", "", match[1])) if match else None


def _with_count(
    row: AqlRow, totals: Sequence[Mapping[DefectClass, int]], listed: Sequence[Mapping[DefectClass, int]]
) -> AqlRow:
    """What was found, where only the list of defects tells: its printed total, else its sum, which is a doubt."""
    if row.found is not None:
        return row
    printed = [counts[row.defect_class] for counts in totals if row.defect_class in counts]
    summed = [counts[row.defect_class] for counts in listed if row.defect_class in counts]
    if len(set(printed)) == 1:
        return row.model_copy(update={"found": printed[0]})
    if not printed and not summed:
        return row
    most = max((*printed, *summed))
    return row.model_copy(update={"found": most, "doubt": tuple(dict.fromkeys((*row.doubt, SUMMED)))})
