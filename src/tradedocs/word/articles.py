"""The articles as Word paragraphs: numbered by the template's styles, with live cross-references.

No number is typed: a paragraph's style belongs to a level of a multilevel list. English and Chinese have a list
each, so that both count alike. Each paragraph is a bookmark; a reference is a REF field to it whose cached text is
the number that the assembly worked out. The heading of each clause stands in a content control whose tag names the
clause and its version; it is a mark of identity, never of extent: a clause goes up to the next heading.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import zip_longest

from markupsafe import Markup

from tradedocs.errors import BuildError
from tradedocs.model.clause import Language
from tradedocs.model.contract import Article, Contract, Paragraph, Segment
from tradedocs.ui import say
from tradedocs.word.markup import bookmark, cell, control, field, joined, paragraph, row, run, table
from tradedocs.word.styles import LEVELS, PARALLEL, REFERENCE, TABLE_GAP, TERM, TEXT_WIDTH, VALUE

_STYLES = {"text": None, "value": VALUE, "term": TERM}
_HALF = (TEXT_WIDTH // 2, TEXT_WIDTH - TEXT_WIDTH // 2)
_LONGEST_TAG = 64
_NONE = Markup("")

Placed = tuple[Paragraph, Article | None]
"""A paragraph, and for the heading of an article the article."""


def bookmark_name(language: Language, key: str) -> str:
    """The bookmark of a paragraph in one language (Word allows 40 characters, a letter first)."""
    return f"{language}_{key}"


def clause_tag(article: Article) -> str:
    """The tag of a clause's content control: `clause:quality.warranty@1.0.0`.

    Raises:
        BuildError: it is longer than Word keeps.
    """
    tag = f"clause:{article.clause_id}@{article.version}"
    if len(tag) > _LONGEST_TAG:
        raise BuildError(
            say("the id and version of clause {id} do not fit into a Word tag of {n} characters",
                id=article.clause_id, n=_LONGEST_TAG),
            way_out=say("Give the clause a shorter id."),
        )  # fmt: skip
    return tag


def paragraphs_of(contract: Contract) -> Iterator[Paragraph]:
    """All numbered paragraphs in the order of the document."""
    for article in contract.articles:
        yield from article.paragraphs


def articles_xml(contract: Contract, *, in_turn: bool = False) -> Markup:
    """All articles. For two languages: in parallel columns, or each paragraph in one language after the other.

    The last article is held on the page of what follows, so that no signature stands alone on a page.
    """
    placed: list[Placed] = [
        (item, article if index == 0 else None)
        for article in contract.articles
        for index, item in enumerate(article.paragraphs)
    ]
    languages = contract.languages
    items = [item for item, _ in placed]
    last = len(items) - (len(contract.articles[-1].paragraphs) if contract.articles else 0)
    keep = [
        index >= last or _leads(item, following)
        for index, (item, following) in enumerate(zip_longest(items, items[1:]))
    ]
    numbered = enumerate(zip(placed, keep, strict=True), 1)
    gap = paragraph(TABLE_GAP, keep_next=True)  # Word joins tables that touch
    if len(languages) == 1 or in_turn:
        column = joined(
            _numbered(
                one,
                language,
                2 * number + index,
                keep_next=kept or index + 1 < len(languages),
                spacing=_pairing(index, len(languages)),
            )
            for number, (one, kept) in numbered
            for index, language in enumerate(languages)
        )
        return column + gap
    rows = [_parallel(one, languages, number, keep_next=kept) for number, (one, kept) in numbered]
    # LibreOffice holds a table on the page of what follows as a whole or not at all, so the last article is a table
    # of its own.
    return joined(table(PARALLEL, _HALF, part) + gap for part in (rows[:last], rows[last:]) if part)


def _leads(item: Paragraph, following: Paragraph | None) -> bool:
    """A heading and the words that open a list do not end a page."""
    return item.level == 1 or (following is not None and following.level > item.level)


def _parallel(one: Placed, languages: tuple[Language, ...], number: int, *, keep_next: bool) -> Markup:
    return row(
        cell(width, _numbered(one, language, 2 * number + index, keep_next=keep_next))
        for index, (language, width) in enumerate(zip(languages, _HALF, strict=True))
    )


def _pairing(index: int, languages: int) -> Markup:
    """What stands in two languages stands close together."""
    if index + 1 < languages:
        return Markup('<w:spacing w:after="20"/>')
    return Markup('<w:spacing w:before="0"/>') if languages > 1 else _NONE


def _numbered(
    one: Placed, language: Language, number: int, *, keep_next: bool, spacing: Markup = _NONE
) -> Markup:
    item, article = one
    segments = item.en if language == "en" else item.zh
    content = joined(_segment(segment, language) for segment in segments)
    if article is not None:
        content = control(number, clause_tag(article), article.clause_id, content)
    named = bookmark(number, bookmark_name(language, item.key), content)
    return paragraph(LEVELS[language][item.level - 1], named, keep_next=keep_next, spacing=spacing)


def _segment(segment: Segment, language: Language) -> Markup:
    if segment.kind == "ref":
        assert segment.target is not None
        # \w gives the number in full context (14.2(a)), \h makes it a link.
        instruction = f"REF {bookmark_name(language, segment.target)} \\w \\h"
        return field(instruction, segment.text, language, REFERENCE)
    return run(segment.text, language, _STYLES[segment.kind], open_=segment.open)
