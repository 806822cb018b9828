"""Which specimen a table speaks of: the description list, and what the lines over the table state."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tradedocs.pdf.page import Page
from tradedocs.reading.columns import role_of
from tradedocs.reading.lines import Line
from tradedocs.reading.table import Table
from tradedocs.vocabulary import fold
from tradedocs.vocabulary.units import is_unit, unit_in_heading

_UNIT_LINE = re.compile(
    r"(?:unit|units|单位|단위|einheit|unité|unidad|birim|единица измерения)\s*[:：(（]\s*"
    r"(?P<unit>[^\s)）]+(?:\s?/\s?[^\s)）]+)?)",
    re.I,
)
_SPECIMEN_LINE = re.compile(
    r"(?:sample\s*(?:no|id)|specimen(?:\s*no)?|lab\s*id)\.?\s*[:：]+\s*(?P<id>[\w\-./#]+\d[\w\-./#]*)", re.I
)


def descriptions_of(pages: Sequence[tuple[Page, Sequence[Table]]]) -> dict[str, str]:
    """What the report's sample list says each specimen is: `No.1` → `Plastic`.

    Keys are folded, with and without `no`.
    """
    out: dict[str, str] = {}
    for _, tables in pages:
        for table in tables:
            for label, description in _list_rows(table):
                out.setdefault(fold(label), description)
                out.setdefault(f"no {fold(label)}", description)
    return out


def _list_rows(table: Table) -> list[tuple[str, str]]:
    head = [cell.text for cell in table.rows[0]]
    label = next((k for k, text in enumerate(head) if role_of(text) in ("index", "specimen")), None)
    said = next(
        (
            k
            for k, text in enumerate(head)
            if fold(text) in ("description", "part description", "sample description", "样品描述", "描述")
        ),
        None,
    )
    if label is None or said is None:
        return []
    return [(row[label].text, row[said].text) for row in table.rows[1:] if row[label] and row[said]]


def specimen_over(lines: Sequence[Line], table: Table) -> str | None:
    """The last specimen that a line of the page above the table names."""
    named = [
        match["id"]
        for line in lines
        if line.y1 <= table.box[1] and (match := _SPECIMEN_LINE.search(line.text))
    ]
    return named[-1] if named else None


def unit_over(table: Table) -> str | None:
    """The unit that the lines right over the table state for all of it."""
    found = [
        match["unit"] for line in table.above if (match := _UNIT_LINE.search(line)) and is_unit(match["unit"])
    ]
    return found[-1] if found else _titled_unit(table)


def _titled_unit(table: Table) -> str | None:
    """The unit in the title right over the table: `METALS (ppb)`, `TERPENES % (w/w)`."""
    for line in reversed(table.above[-2:]):
        title = line.split("   ")[0]
        bare, unit = unit_in_heading(title)
        if unit is not None and bare and len(bare.split()) <= 5 and not any(char.isdigit() for char in bare):
            return unit
    return None
