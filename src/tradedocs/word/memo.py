"""The deviation memo as a Word file."""

from __future__ import annotations

from pathlib import Path

from markupsafe import Markup

from tradedocs.errors import BuildError
from tradedocs.model.clause import Language
from tradedocs.model.memo import Memo, MemoSection
from tradedocs.ui import say
from tradedocs.word.markup import cell, joined, paragraph, row, run, table
from tradedocs.word.package import read_parts, write_parts
from tradedocs.word.specification import HEAD_FILL
from tradedocs.word.styles import GRID, TABLE_GAP, TABLE_HEAD, TABLE_TEXT, TEXT_WIDTH
from tradedocs.word.template import load_template
from tradedocs.word.text import normalised, visible_text

_SECTION = "ContractSection"


def memo_docx(memo: Memo, template: Path) -> bytes:
    """The memo in the template of memos. The same memo gives the same bytes.

    Raises:
        UsageError: the template cannot be read.
        BuildError: it does not fit, or a cell is not found in what was written.
    """
    compiled = load_template(template)
    context = {
        "contract_no": memo.contract_no,
        "facts": [{"label": name, "value": value} for name, value in memo.facts],
        "sections": joined(map(section_xml, memo.sections)),
    }
    data = write_parts(compiled.render(context))
    text = visible_text(read_parts(data, name=template.name))
    for section in memo.sections:
        for words in (word for line in section.rows for word in line):
            if normalised(words) not in text:
                raise BuildError(
                    say("{words!r} is not found in the memo", words=words), place=template.name,
                    way_out=say("Correct the template of memos: it must print {{p sections }}."),
                )  # fmt: skip
    return data


def section_xml(section: MemoSection) -> Markup:
    """A table under its heading, or the sentence that stands for no rows."""
    title = paragraph(_SECTION, run(section.title, "en"), keep_next=True)
    if not section.rows:
        return title + paragraph(TABLE_TEXT, run(section.nothing, "en"))
    widths = _widths(section.shares)
    head = row(
        (
            cell(width, paragraph(TABLE_HEAD, run(word, "en"), keep_next=True), fill=HEAD_FILL)
            for width, word in zip(widths, section.heads, strict=True)
        ),
        header=True,
    )
    rows = (
        row(
            cell(width, paragraph(TABLE_TEXT, run(text, language_of(text))))
            for width, text in zip(widths, one, strict=True)
        )
        for one in section.rows
    )
    return title + table(GRID, widths, [head, *rows]) + paragraph(TABLE_GAP)


def _widths(shares: tuple[int, ...]) -> list[int]:
    widths = [TEXT_WIDTH * share // sum(shares) for share in shares]
    return [*widths[:-1], TEXT_WIDTH - sum(widths[:-1])]


def language_of(text: str) -> Language:
    """The language that the text is set in."""
    return "zh" if any("\u3400" <= char <= "\u9fff" for char in text) else "en"
