"""Tables that hold no test results: orders, defect counts, summaries of sections."""

from __future__ import annotations

from collections.abc import Iterator

from tradedocs.model.base import Place
from tradedocs.pdf.page import Page
from tradedocs.reading.columns import Layout
from tradedocs.reading.rows import StatedVerdict
from tradedocs.reading.table import Table
from tradedocs.vocabulary import lexicon

_CLASSES = ("critical", "major", "minor")
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
    return any(
        len({lexicon("aql").exact(text) for text in texts} & set(_CLASSES)) >= 2 for texts in (names, down)
    )


def section_verdicts(page: Page, table: Table, layout: Layout) -> Iterator[StatedVerdict]:
    """The verdicts of a table that sums up sections: a name, a date and a verdict in each row, no limits or units."""
    at, name = layout.first("result"), layout.first("parameter")
    at = layout.first("verdict") if at is None else at
    if at is None or name is None:
        return
    for row in table.rows[layout.body :]:
        box = row[at].box
        if row[name] and box is not None:
            yield StatedVerdict(row[name].text, row[at].text, Place(page=page.number, box=page.shown(box)))


def sums_up(table: Table, layout: Layout) -> bool:
    """Whether the table only says when each section was tested and how it ended."""
    if any(
        layout.first(role) is not None for role in ("unit", "limit", "mdl", "loq", "method", "min", "max")
    ):
        return False
    results = (*layout.every("result"), *layout.every("verdict"))
    cells = [row[k].text for row in table.rows[layout.body :] for k in results if row[k]]
    dates = [column for column in layout.columns if "date" in column.heading.casefold()]
    return bool(dates and cells) and all(lexicon("words").said(t) in (*_VERDICTS, "none") for t in cells)
