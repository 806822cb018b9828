"""The articles as Word paragraphs: numbered by the template's styles, with live cross-references.

No number is typed: a paragraph's style belongs to a level of a multilevel list. English and Chinese have a list
each, so that both columns count alike. Each paragraph is a bookmark; a reference is a REF field to it whose
cached text is the number that the assembly worked out.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import zip_longest

from markupsafe import Markup

from tradedocs.model.clause import Language
from tradedocs.model.contract import Contract, Paragraph, Segment
from tradedocs.word.markup import bookmark, cell, field, joined, paragraph, row, run, table
from tradedocs.word.styles import LEVELS, PARALLEL, REFERENCE, TABLE_GAP, TERM, TEXT_WIDTH, VALUE

_STYLES = {"text": None, "value": VALUE, "term": TERM}
_HALF = (TEXT_WIDTH // 2, TEXT_WIDTH - TEXT_WIDTH // 2)


def bookmark_name(language: Language, key: str) -> str:
    """The bookmark of a paragraph in one language (Word allows 40 characters, a letter first)."""
    return f"{language}_{key}"


def paragraphs_of(contract: Contract) -> Iterator[Paragraph]:
    """All numbered paragraphs in the order of the document."""
    for article in contract.articles:
        yield from article.paragraphs


def articles_xml(contract: Contract) -> Markup:
    """All articles: one column for one language, two parallel columns for two.

    The last paragraph is held on the page of what follows, so that no signature stands alone on a page.
    """
    items = list(paragraphs_of(contract))
    languages = contract.languages
    keep = [_leads(item, following) for item, following in zip_longest(items, items[1:])]
    if len(languages) == 1:
        return joined(
            _numbered(item, languages[0], number, keep_next=kept)
            for number, (item, kept) in enumerate(zip(items, keep, strict=True), 1)
        )
    rows = (
        _parallel(item, languages, number, keep_next=kept)
        for number, (item, kept) in enumerate(zip(items, keep, strict=True), 1)
    )
    # Word joins tables that touch; the small paragraph keeps this one apart from what follows.
    return table(PARALLEL, _HALF, rows) + paragraph(TABLE_GAP, keep_next=True)


def _leads(item: Paragraph, following: Paragraph | None) -> bool:
    """A heading, the words that open a list, and the last paragraph do not end a page."""
    return item.level == 1 or following is None or following.level > item.level


def _parallel(item: Paragraph, languages: tuple[Language, ...], number: int, *, keep_next: bool) -> Markup:
    return row(
        cell(width, _numbered(item, language, 2 * number + index, keep_next=keep_next))
        for index, (language, width) in enumerate(zip(languages, _HALF, strict=True))
    )


def _numbered(item: Paragraph, language: Language, number: int, *, keep_next: bool) -> Markup:
    segments = item.en if language == "en" else item.zh
    content = joined(_segment(segment, language) for segment in segments)
    named = bookmark(number, bookmark_name(language, item.key), content)
    return paragraph(LEVELS[language][item.level - 1], named, keep_next=keep_next)


def _segment(segment: Segment, language: Language) -> Markup:
    if segment.kind == "ref":
        assert segment.target is not None
        # \w gives the number in full context (14.2(a)), \h makes it a link.
        instruction = f"REF {bookmark_name(language, segment.target)} \\w \\h"
        return field(instruction, segment.text, language, REFERENCE)
    return run(segment.text, language, _STYLES[segment.kind])
