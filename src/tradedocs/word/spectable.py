"""The specification tables that a contract file shows, compared cell by cell with a Spec."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from tradedocs.model.clause import Language
from tradedocs.model.spec import Spec, SpecLine
from tradedocs.ui import say
from tradedocs.word.specification import header_cells, spec_cells
from tradedocs.word.text import normalised, paragraph_texts
from tradedocs.word.xml import w

Row = tuple[tuple[str, ...], ...]


def differences(root: etree._Element, spec: Spec, languages: tuple[Language, ...]) -> Iterator[str]:
    """What the visible tables say otherwise than the Spec; nothing when they agree."""
    header = header_cells(languages)
    shown = [rows[1:] for table in root.iter(w("tbl")) if (rows := _rows(table)) and rows[0] == header]
    if len(shown) != len(spec.lines):
        yield say("the document shows {n} specification tables, the contract has {wanted} goods lines", n=len(shown),
                  wanted=len(spec.lines))  # fmt: skip
    for line, rows in zip(spec.lines, shown, strict=False):
        yield from _rows_differ(line, rows, languages)


def _rows(table: etree._Element) -> tuple[Row, ...]:
    return tuple(
        tuple(tuple(paragraph_texts(cell)) for cell in row.findall(w("tc"))) for row in table.findall(w("tr"))
    )


def _rows_differ(line: SpecLine, shown: tuple[Row, ...], languages: tuple[Language, ...]) -> Iterator[str]:
    wanted = spec_cells(line, languages)
    if len(shown) != len(wanted):
        yield say("the specification table of line {line} shows {shown} rows, the contract has {wanted}",
                  line=line.line, shown=len(shown), wanted=len(wanted))  # fmt: skip
    for number, (cells, expected) in enumerate(zip(shown, wanted, strict=False), 1):
        agreed = tuple(tuple(normalised(text) for text in texts) for texts in expected)
        for column, (text, want) in enumerate(zip(cells, agreed, strict=False), 1):
            if text != want:
                yield say(
                    "line {line}, row {row}, column {column} of the specification shows {shown!r}, the contract says "
                    "{wanted!r}",
                    line=line.line, row=number, column=column, shown=" / ".join(text), wanted=" / ".join(want),
                )  # fmt: skip
        if len(cells) != len(agreed):
            yield say("line {line}, row {row} of the specification shows {shown} cells, not {wanted}",
                      line=line.line, row=number, shown=len(cells), wanted=len(agreed))  # fmt: skip
