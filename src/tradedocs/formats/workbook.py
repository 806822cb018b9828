"""Tables as a workbook (.xlsx) in which no text is ever a formula; the same tables give the same bytes."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

Cell = str | int | None
_DAY = "2000-01-01T00:00:00Z"
_TIMES = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*")
_EPOCH = (1980, 1, 1, 0, 0, 0)
_LONGEST = 32_767  # characters that a cell may hold
_WIDEST, _NARROWEST = 60, 9
_LOOKED_AT = 200  # rows that a column's width is taken from


def workbook(sheets: Mapping[str, tuple[Sequence[str], Iterable[Sequence[Cell]]]]) -> bytes:
    """A sheet for each table: its heading stays in sight, and every text is text."""
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    for title, (heading, rows) in sheets.items():
        _fill(book.create_sheet(title), heading, rows)
    out = io.BytesIO()
    book.save(out)
    return _timeless(out.getvalue())


def _fill(sheet: Any, heading: Sequence[str], rows: Iterable[Sequence[Cell]]) -> None:
    from openpyxl.styles import Font
    from openpyxl.utils import get_column_letter

    kept = [tuple(row) for row in rows]
    for k, name in enumerate(heading):
        cells = [str(row[k]) for row in kept[:_LOOKED_AT] if row[k] is not None]
        wide = max(map(len, [name, *cells])) + 2
        sheet.column_dimensions[get_column_letter(k + 1)].width = max(_NARROWEST, min(_WIDEST, wide))
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(heading))}{len(kept) + 1}"
    bold = Font(bold=True)
    sheet.append([_cell(sheet, name, bold) for name in heading])
    for row in kept:
        sheet.append([_cell(sheet, value, None) for value in row])


def _cell(sheet: Any, value: Cell, font: Any) -> Any:
    from openpyxl.cell import WriteOnlyCell

    if not isinstance(value, str):
        return WriteOnlyCell(sheet, value)
    cell = WriteOnlyCell(sheet, value[:_LONGEST])
    cell.data_type = "s"  # openpyxl takes what begins with "=" for a formula, and "#N/A" for an error
    if font is not None:
        cell.font = font
    return cell


def _timeless(data: bytes) -> bytes:
    """The same workbook without the time at which it was written."""
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as source,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target,
    ):
        for name in source.namelist():
            content = source.read(name)
            if name == "docProps/core.xml":
                content = _TIMES.sub(rb"\g<1>" + _DAY.encode(), content)
            entry = zipfile.ZipInfo(name, _EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(entry, content)
    return out.getvalue()
