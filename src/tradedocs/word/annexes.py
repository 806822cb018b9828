"""The annexes as Word blocks, each on a new page, and what of them must be found again in the file."""

from __future__ import annotations

from collections.abc import Container, Iterator
from typing import TYPE_CHECKING

from markupsafe import Markup

from tradedocs.model.annex import Annex, AnnexTable, Texts
from tradedocs.model.clause import Language
from tradedocs.model.contract import Contract
from tradedocs.ui import say
from tradedocs.word.markup import cell, control, joined, paragraph, row, run, table
from tradedocs.word.specification import head_cell, open_cells, specification_xml, texts
from tradedocs.word.spectable import Row, cells_differ, tables_of
from tradedocs.word.styles import (
    ANNEX,
    ANNEX_LINE,
    ANNEX_TEXT,
    GRID,
    TABLE_GAP,
    TABLE_NUMBER,
    TABLE_TEXT,
    TEXT_WIDTH,
)
from tradedocs.word.text import normalised

if TYPE_CHECKING:
    from lxml import etree

Languages = tuple[Language, ...]
_FIRST_CONTROL = 900_000
_FORM_ROW = 640  # twips: two lines of handwriting
_TICK = "☐"


def annexes_xml(contract: Contract, specification: Markup | None = None) -> Markup:
    """All annexes in their order; `specification` stands in the place of the contract's own tables."""
    return joined(_annex(annex, contract, specification) for annex in contract.annexes)


def specification_block(contract: Contract) -> Markup:
    """The tables of the contract's specification."""
    steps = [contract.deal.steps(point.key) for point in contract.deal.confirm]
    return specification_xml(contract.spec, contract.languages, open_cells(steps, contract.spec))


def _annex(annex: Annex, contract: Contract, specification: Markup | None) -> Markup:
    languages = contract.languages
    parts = [_title(annex.title, languages)]
    if annex.kind == "specification":
        parts.append(specification_block(contract) if specification is None else specification)
    for index, one in enumerate(annex.tables):
        parts += [
            *(
                paragraph(ANNEX_LINE, run(text, language), keep_next=True)
                for text, language in zip(one.title, languages, strict=False)
            ),
            _table(one, languages, _FIRST_CONTROL + 1000 * annex.number + 100 * index),
            paragraph(TABLE_GAP),
        ]
    for note in annex.notes:
        parts += texts(note, languages, ANNEX_TEXT)
    return joined(parts)


def _title(title: Texts, languages: Languages) -> Markup:
    """Both languages in one paragraph, for its style begins a page."""
    runs = [run(text, language) for text, language in zip(title, languages, strict=False)]
    return paragraph(ANNEX, run("  ", "en").join(runs), keep_next=True)


def _table(one: AnnexTable, languages: Languages, first: int) -> Markup:
    whole = sum(column.share for column in one.columns)
    widths = [TEXT_WIDTH * column.share // whole for column in one.columns]
    widths[-1] += TEXT_WIDTH - sum(widths)
    heads = (
        head_cell(width, column.head, languages, right=column.number)
        for width, column in zip(widths, one.columns, strict=True)
    )
    rows = [row(heads, header=True)]
    for number, cells in enumerate(one.rows):
        filled = (
            cell(widths[place], *_cell(one, number, place, words, languages, first))
            for place, words in enumerate(cells)
        )
        rows.append(row(filled, height=_FORM_ROW if one.form else 0))
    return table(GRID, widths, rows)


def _cell(
    one: AnnexTable, number: int, place: int, words: Texts, languages: Languages, first: int
) -> list[Markup]:
    if one.form and place == len(one.columns) - 1:
        return _to_fill(number, words, languages, first)
    style = TABLE_NUMBER if one.columns[place].number else TABLE_TEXT
    return texts(words, languages, style, open_=(number, place) in one.open)


def _to_fill(number: int, words: Texts, languages: Languages, first: int) -> list[Markup]:
    """Boxes to tick as they are; a hint as the placeholder of a control."""
    if any(_TICK in text for text in words):
        return texts(words, languages, TABLE_TEXT)
    runs = [run(text, language, faint=True) for text, language in zip(words, languages, strict=False)]
    hint = run(" / ", "en", faint=True).join(runs)
    return [
        paragraph(TABLE_TEXT, control(first + number, f"claim:{number + 1}", words[0], hint, to_fill=True))
    ]


def expected_rows(one: AnnexTable) -> tuple[Row, ...]:
    """The cells that the table must show, without its header row."""
    if not one.form:
        return one.rows
    return tuple(
        (*cells[:-1], cells[-1] if any(_TICK in text for text in cells[-1]) else (" / ".join(cells[-1]),))
        for cells in one.rows
    )


def annex_problems(root: etree._Element, found: Container[str], contract: Contract) -> Iterator[str]:
    """What of the annexes is not found in the file as the contract has it; `found` are its paragraphs."""
    for annex in contract.annexes:
        for text in (" ".join(annex.title), *(text for note in annex.notes for text in note)):
            if normalised(text) not in found:
                yield say("{text!r} of an annex is not found in the built file", text=text)
    wanted = [(annex, one) for annex in contract.annexes for one in annex.tables]
    headers = {tuple(column.head for column in one.columns) for _, one in wanted}
    shown = tables_of(root, headers)
    if len(shown) != len(wanted):
        yield say("the document shows {n} tables of annexes, the contract has {wanted}", n=len(shown),
                  wanted=len(wanted))  # fmt: skip
    for (annex, one), rows in zip(wanted, shown, strict=False):
        what = say("annex {n}", n=annex.number)
        if rows[0] != tuple(column.head for column in one.columns):
            yield say("{table}: another table stands in its place", table=what)
        else:
            yield from cells_differ(what, rows[1:], expected_rows(one))
