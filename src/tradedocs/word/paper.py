"""A document of the inspection as a Word file: rendered in its template, and read back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from markupsafe import Markup

from tradedocs.errors import BuildError
from tradedocs.model.annex import Texts
from tradedocs.model.clause import Language
from tradedocs.model.paper import LetterFrame, Paper, PaperSection, PaperTable
from tradedocs.ui import say
from tradedocs.word.labels import LABELS, of
from tradedocs.word.markup import cell, joined, paragraph, row, run, table
from tradedocs.word.package import read_parts, write_parts
from tradedocs.word.specification import HEAD_FILL, head_cell
from tradedocs.word.styles import (
    ANNEX_TEXT,
    GRID,
    TABLE_GAP,
    TABLE_HEAD,
    TABLE_NUMBER,
    TABLE_TEXT,
    TEXT_WIDTH,
)
from tradedocs.word.template import load_template
from tradedocs.word.text import normalised, visible_text

Languages = tuple[Language, ...]
_SECTION, _PLAIN, _SIGNATURE = "ContractSection", "ContractPlain", "ContractSignature"
_NEW_PAGE = Markup("<w:pageBreakBefore/>")
_LABEL_WIDTH = 2500
_TWIPS_A_MM = 57
_SIGNING_HEIGHT = 700


def paper_docx(paper: Paper, template: Path) -> bytes:
    """The document in its template. The same facts give the same bytes.

    Raises:
        UsageError: the template cannot be read.
        BuildError: it does not fit, or something that the document must say is not found in what was written.
    """
    compiled = load_template(template)
    data = write_parts(compiled.render(_context(paper)))
    text = visible_text(read_parts(data, name=template.name))
    for words in _said(paper):
        if normalised(words) not in text:
            raise BuildError(
                say("{words!r} is not found in the document", words=words), place=template.name,
                way_out=say("Correct the template: it must print {{p facts }}, {{p sections }} and the title."),
            )  # fmt: skip
    return data


def _context(paper: Paper) -> dict[str, object]:
    languages = paper.languages
    return {
        "contract_no": paper.contract_no,
        "title": list(paper.title),
        "name": paper.title[0].capitalize() if languages[0] == "en" else paper.title[0],
        "label": {"contract_no": " ".join(of(LABELS["contract_no"], one) for one in languages)},
        "english": "en" in languages,
        "chinese": "zh" in languages,
        "draft": bool(paper.mark),
        "draft_mark": paper.mark,
        "facts": _facts(paper.facts),
        "sections": joined(_section(one, languages) for one in paper.sections),
        **(_letter(paper.letter) if paper.letter is not None else {}),
    }


def _letter(frame: LetterFrame) -> dict[str, object]:
    return {
        "sender": list(frame.sender),
        "sender_lines": list(frame.sender_lines),
        "addressee": list(frame.to),
        "day": list(frame.day),
        "foot": frame.foot,
    }


def _said(paper: Paper) -> Iterator[str]:
    """Every text that the document must show."""
    yield paper.contract_no
    yield from paper.title
    yield from _fact_texts(paper.facts)
    if paper.mark:
        yield paper.mark
    if (frame := paper.letter) is not None:
        yield from (*frame.sender, *frame.sender_lines, *frame.to, *frame.day, frame.foot)
    for section in paper.sections:
        yield from section.title
        yield from _fact_texts(section.facts)
        yield from (text for note in (*section.lead, *section.notes, *section.signatures) for text in note)
        for one in section.tables:
            yield from (text for column in one.columns for text in column.head)
            yield from (text for cells in one.rows for words in cells for text in words)


def _fact_texts(facts: Iterable[tuple[Texts, Texts]]) -> Iterator[str]:
    return (text for pair in facts for words in pair for text in words)


def _section(section: PaperSection, languages: Languages) -> Markup:
    pairs = zip(section.title, languages, strict=False)
    title = run("  ", "en").join(run(text, language) for text, language in pairs)
    spacing = _NEW_PAGE if section.new_page else Markup("")
    parts = [paragraph(_SECTION, title, keep_next=True, spacing=spacing)] if section.title else []
    for note in section.lead:
        parts += _lines(note, ANNEX_TEXT, keep=True)
    if section.facts:
        parts.append(_facts(section.facts, keep=bool(section.signatures)))
    for one in section.tables:
        parts += [_table(one, languages), paragraph(TABLE_GAP)]
    for note in section.notes:
        parts += _lines(note, ANNEX_TEXT, keep=bool(section.signatures))
    if section.signatures:
        parts += [paragraph(TABLE_GAP, keep_next=True), _signatures(section.signatures)]
    return joined(parts)


def _facts(facts: tuple[tuple[Texts, Texts], ...], *, keep: bool = False) -> Markup:
    """A table of two columns on one page; `keep` holds it on the page of what follows."""
    widths = (_LABEL_WIDTH, TEXT_WIDTH - _LABEL_WIDTH)
    rows = (
        row(
            (
                cell(
                    widths[0], *_lines(label, TABLE_HEAD, keep=keep or index < len(facts) - 1), fill=HEAD_FILL
                ),
                cell(widths[1], *_lines(words, TABLE_TEXT)),
            )
        )
        for index, (label, words) in enumerate(facts)
    )
    return table(GRID, widths, rows) + paragraph(TABLE_GAP, keep_next=keep) if facts else Markup("")


def _lines(words: Texts, style: str, *, keep: bool = False) -> list[Markup]:
    """A paragraph for each text; Word needs one in each cell. `keep` holds it on the page of what follows."""
    return [paragraph(style, run(text, language_of(text)), keep_next=keep) for text in words or ("",)]


def language_of(text: str) -> Language:
    """Chinese where a character is; a cell may show names and numbers beside its texts in each language."""
    return "zh" if any("\u3400" <= char <= "\u9fff" for char in text) else "en"


def _table(one: PaperTable, languages: Languages) -> Markup:
    whole = sum(column.share for column in one.columns)
    widths = [TEXT_WIDTH * column.share // whole for column in one.columns]
    widths[-1] += TEXT_WIDTH - sum(widths)
    heads = (
        head_cell(width, column.head, languages, right=column.number)
        for width, column in zip(widths, one.columns, strict=True)
    )
    styles = [TABLE_NUMBER if column.number else TABLE_TEXT for column in one.columns]
    rows = (
        row(
            (
                cell(width, *_lines(words, style, keep=one.together and index < len(one.rows) - 1))
                for width, words, style in zip(widths, cells, styles, strict=True)
            ),
            height=one.height * _TWIPS_A_MM,
        )
        for index, cells in enumerate(one.rows)
    )
    return table(GRID, widths, [row(heads, header=True), *rows])


def _signatures(heads: tuple[Texts, ...]) -> Markup:
    width = TEXT_WIDTH // len(heads)
    names = row(cell(width, *_lines(words, _SIGNATURE)) for words in heads)
    line = row(
        (cell(width, paragraph(_SIGNATURE, run("_" * 34, "en"))) for _ in heads), height=_SIGNING_HEIGHT
    )
    return table(_PLAIN, [width] * len(heads), [names, line])
