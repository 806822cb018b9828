"""A list as a table, as CSV, or as a workbook; no cell of it is ever taken for a formula."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence

from tradedocs.formats.columns import table
from tradedocs.formats.plain import plain
from tradedocs.formats.report_csv import guarded
from tradedocs.formats.workbook import workbook

_SHOWN = 8
"""Columns that a terminal shows; the rest stands in the files."""


def register_text(head: Sequence[str], rows: Sequence[Sequence[str]], width: int | None) -> str:
    """The first columns as a table; columns without content are left out."""
    shown = [[plain(cell) for cell in row[:_SHOWN]] for row in (head, *rows)]
    return "".join(f"{line}\n" for line in table(shown, width))


def register_csv(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Every column; a cell that a spreadsheet could take for a formula begins with an apostrophe."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(head)
    writer.writerows([guarded(plain(cell)) for cell in row] for row in rows)
    return out.getvalue()


def register_xlsx(title: str, head: Sequence[str], rows: Sequence[Sequence[str]]) -> bytes:
    """One sheet, its heading in sight; every text is text."""
    return workbook({title: (head, [[plain(cell) for cell in row] for row in rows])})
