"""Tables that hold no test results: orders, defect counts, summaries of sections."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tradedocs.model.base import Place
from tradedocs.pdf.page import Page
from tradedocs.reading.layout import Layout
from tradedocs.reading.rows import StatedVerdict
from tradedocs.reading.table import Table, distinct
from tradedocs.reading.verdicts import verdict_of
from tradedocs.vocabulary import fold, lexicon

_CLASSES = ("critical", "major", "minor")
_SECTIONS = (
    "section",
    "part",
    "chapter",
    "inspection section",
    "report section",
    "area",
    "section name",
    "章节",
    "部分",
)
_VERDICTS = ("pass", "fail", "pending")


def lists_orders(layout: Layout) -> bool:
    """Whether the table lists orders and their quantities, which are no test results."""
    meanings = [lexicon("fields").exact(column.heading) for column in layout.columns]
    return (
        sum(meaning in ("ordered", "inspected", "packed", "lot_size", "contract_no") for meaning in meanings)
        >= 2
    )


def counts_defects(table: Table, layout: Layout) -> bool:
    """Whether the table counts defects by class: its classes stand in the heading or down a column."""
    names = [column.heading for column in layout.columns]
    at = layout.first("parameter")
    down = [row[at].text for row in table.rows[layout.body :]] if at is not None else []
    return _names_classes(names) or _names_classes(down)


def heads_classes(table: Table) -> bool:
    """Whether a row of the table heads its columns by classes of defects: their totals are no test results."""
    return any(_names_classes([cell.text for cell in distinct(row)]) for row in table.rows[:3])


def _names_classes(texts: Iterable[str]) -> bool:
    return len({lexicon("aql").exact(text) for text in texts} & set(_CLASSES)) >= 2


def section_verdicts(page: Page, table: Table, layout: Layout) -> Iterator[StatedVerdict]:
    """The verdicts of a table that sums up sections; in each row every cell that could hold one, the remark too."""
    name = layout.first("parameter")
    if name is None:
        return
    stating = (*layout.every("result"), *layout.every("verdict"))
    for row in table.rows[layout.body :]:
        for k, cell in enumerate(row):
            if cell.box is None or k == name or (k and row[k - 1] is cell):
                continue
            if k in stating or verdict_of(cell.text) in ("fail", "pending"):
                place = Place(page=page.number, box=page.shown(cell.box))
                yield StatedVerdict(row[name].text, cell.text, place)


def sums_up(table: Table, layout: Layout) -> bool:
    """Whether the table only says how each section (or each test, with its date) ended."""
    if any(
        layout.first(role) is not None for role in ("unit", "limit", "mdl", "loq", "method", "min", "max")
    ):
        return False
    results = (*layout.every("result"), *layout.every("verdict"))
    cells = [row[k].text for row in table.rows[layout.body :] for k in results if row[k]]
    if not cells:
        return False
    judged = [verdict_of(t) is not None or lexicon("words").said(t) in (*_VERDICTS, "none") for t in cells]
    if any(fold(column.heading) in _SECTIONS for column in layout.columns):
        return sum(judged) >= 0.5 * len(cells)
    dates = any("date" in column.heading.casefold() for column in layout.columns)
    return dates and all(lexicon("words").said(t) in (*_VERDICTS, "none") for t in cells)


def adverse_cells(page: Page, table: Table) -> Iterator[StatedVerdict]:
    """Cells that refuse something in a table which gives no results; a row that lists both verdicts is a choice."""
    for row in table.rows:
        cells = distinct(row)
        said = [lexicon("words").said(cell.text) for cell in cells]
        if "pass" in said:
            continue
        for cell, meaning in zip(cells, said, strict=True):
            if (
                meaning in ("fail", "pending")
                and len(cell.text.strip()) > 1
                and cell is not cells[0]
                and cell.box
            ):
                yield StatedVerdict(
                    cells[0].text, cell.text, Place(page=page.number, box=page.shown(cell.box))
                )
