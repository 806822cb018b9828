"""The memo of a paper that came back as a Word file: an overview, then one card for each changed clause."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from markupsafe import Markup

from tradedocs.errors import BuildError
from tradedocs.model.memo import CardMemo, MemoCard
from tradedocs.model.revision import Words, WordsKind
from tradedocs.ui import say
from tradedocs.word.markup import cell, joined, paragraph, row, run, table
from tradedocs.word.memo import language_of, section_xml
from tradedocs.word.package import read_parts, write_parts
from tradedocs.word.specification import HEAD_FILL
from tradedocs.word.styles import GRID, TABLE_GAP, TABLE_HEAD, TABLE_TEXT, TEXT_WIDTH
from tradedocs.word.template import load_template
from tradedocs.word.text import normalised, visible_text

GRAVE_FILL = "F6D5D5"
_LABEL = TEXT_WIDTH * 22 // 100
_LOOK: dict[WordsKind, Markup] = {
    "removed": Markup('<w:strike/><w:color w:val="B00020"/>'),
    "added": Markup('<w:color w:val="0B6B2E"/><w:u w:val="single"/>'),
}


def cards_docx(memo: CardMemo, template: Path) -> bytes:
    """The memo in its template. The same memo gives the same bytes.

    Raises:
        UsageError: the template cannot be read.
        BuildError: it does not fit, or a card is not found in what was written.
    """
    sections = [section_xml(memo.overview), *map(_card, memo.cards), *map(section_xml, memo.after)]
    context = {
        "contract_no": memo.title,
        "facts": [{"label": name, "value": value} for name, value in memo.facts],
        "sections": joined(sections),
    }
    data = write_parts(load_template(template).render(context))
    text = visible_text(read_parts(data, name=template.name))
    for card in memo.cards:
        for line in (line for one in card.rows for line in one.lines):
            words = normalised("".join(piece.text for piece in line))
            if words not in text:
                raise BuildError(
                    say("{words!r} is not found in the memo", words=words), place=template.name,
                    way_out=say("Correct the template of memos: it must print {{p sections }}."),
                )  # fmt: skip
    return data


def _card(card: MemoCard) -> Markup:
    widths = (_LABEL, TEXT_WIDTH - _LABEL)
    head = row(
        cell(width, paragraph(TABLE_HEAD, run(text, language_of(text)), keep_next=True),
             fill=GRAVE_FILL if card.grave else HEAD_FILL)
        for width, text in zip(widths, (card.standing, card.title), strict=True)
    )  # fmt: skip
    rows = []
    for one in card.rows:
        last = one is card.rows[-1]
        label = paragraph(TABLE_TEXT, run(one.label, "en"), keep_next=not last)
        lines = (paragraph(TABLE_TEXT, *map(_words, line), keep_next=not last) for line in one.lines)
        rows.append(_row((cell(widths[0], label), cell(widths[1], *lines))))
    return table(GRID, widths, [head, *rows]) + paragraph(TABLE_GAP)


def _row(cells: Sequence[Markup]) -> Markup:
    """A row that may go on over the page, for a changed clause can be long."""
    return Markup("<w:tr>{}</w:tr>").format(joined(cells))


def _words(piece: Words) -> Markup:
    plain = run(piece.text, language_of(piece.text))
    look = _LOOK.get(piece.kind)
    if look is None:
        return plain
    # After the font hint, before the language: the order of CT_RPr.
    head, lang, rest = str(plain).partition("<w:lang ")
    return Markup(f"{head}{look}{lang}{rest}")  # noqa: S704
