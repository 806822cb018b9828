"""The tables that a contract file shows, read cell by cell, and those of the specification compared with a Spec."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import TYPE_CHECKING

from tradedocs.model.clause import Language
from tradedocs.model.spec import Spec
from tradedocs.ui import say
from tradedocs.word.specification import Cell, header_cells, scale_cells, scale_header, spec_cells
from tradedocs.word.text import normalised, paragraph_texts
from tradedocs.word.xml import w

if TYPE_CHECKING:
    from lxml import etree

Row = tuple[Cell, ...]
Table = tuple[Row, ...]


def differences(root: etree._Element, spec: Spec, languages: tuple[Language, ...]) -> Iterator[str]:
    """What the visible tables say otherwise than the Spec; nothing when they agree."""
    header, scales = header_cells(languages), scale_header(languages)
    tables = tables_of(root, (header, scales))
    shown = [table[1:] for table in tables if table[0] == header]
    if len(shown) != len(spec.lines):
        yield say("the document shows {n} specification tables, the contract has {wanted} goods lines", n=len(shown),
                  wanted=len(spec.lines))  # fmt: skip
    for line, rows in zip(spec.lines, shown, strict=False):
        what = say("the specification table of line {line}", line=line.line)
        yield from cells_differ(what, rows, spec_cells(line, languages))
    adjusted = [line for line in spec.lines if scale_cells(line, languages)]
    shown = [table[1:] for table in tables if table[0] == scales]
    if len(shown) != len(adjusted):
        yield say("the document shows {n} tables of price adjustments, the contract has {wanted}", n=len(shown),
                  wanted=len(adjusted))  # fmt: skip
    for line, rows in zip(adjusted, shown, strict=False):
        what = say("the table of price adjustments of line {line}", line=line.line)
        yield from cells_differ(what, rows, scale_cells(line, languages))


def tables_of(root: etree._Element, headers: Collection[Row]) -> list[Table]:
    """The tables of a document with one of these header rows, each as rows of cells of paragraphs."""
    tables = (_kept_rows(table) for table in root.iter(w("tbl")))
    return [tuple(_row(row) for row in rows) for rows in tables if rows and _row(rows[0]) in headers]


def _kept_rows(table: etree._Element) -> list[etree._Element]:
    """The rows that a reader sees: none that a tracked change proposes to take out."""
    return [row for row in table.findall(w("tr")) if row.find(f"{w('trPr')}/{w('del')}") is None]


def _row(row: etree._Element) -> Row:
    return tuple(tuple(paragraph_texts(cell)) for cell in row.findall(w("tc")))


def cells_differ(what: str, shown: Sequence[Row], wanted: Sequence[Row]) -> Iterator[str]:
    """Where a table that the file shows differs from the cells that it must show; `what` names the table."""
    if len(shown) != len(wanted):
        yield say("{table} shows {shown} rows, the contract has {wanted}", table=what, shown=len(shown),
                  wanted=len(wanted))  # fmt: skip
    for number, (cells, expected) in enumerate(zip(shown, wanted, strict=False), 1):
        agreed = tuple(tuple(normalised(text) for text in texts) for texts in expected)
        for column, (text, want) in enumerate(zip(cells, agreed, strict=False), 1):
            if text != want:
                yield say("{table}, row {row}, column {column}: shows {shown!r}, the contract says {wanted!r}",
                          table=what, row=number, column=column, shown=" / ".join(text),
                          wanted=" / ".join(want))  # fmt: skip
        if len(cells) != len(agreed):
            yield say("{table}, row {row}: shows {shown} cells, not {wanted}", table=what, row=number,
                      shown=len(cells), wanted=len(agreed))  # fmt: skip
