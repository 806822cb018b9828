"""The texts of a contract that differ from deal to deal, told apart from all that stays the same.

A contract's document is a frame with gaps: clause text, headings and table borders stay, values go into the gaps.
`gaps_of` gives the values in a fixed order together with everything that decides the frame; two contracts with the
same frame differ in their values only. `with_marks` puts a mark into every gap, by which the gaps are found again.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Mapping
from itertools import count
from typing import Any

from tradedocs.model.annex import Annex
from tradedocs.model.contract import Article, Contract, Paragraph, Segment

BLOCKS = ("articles", "articles_in_turn", "annexes")
"""Names of the context that hold whole blocks; their gaps are found in the contract itself."""

_WORDING = ("label", "stacked", "labels")

Change = Callable[[str], str]


def gaps_of(contract: Contract, context: Mapping[str, Any]) -> tuple[tuple[str, ...], Hashable]:
    """The values in order, and what decides the frame. An empty text is part of the frame."""
    values = list(values_in(contract.articles))
    frame = (
        contract.languages,
        tuple(article.frame for article in contract.articles),
        tuple(_annex(annex, values) for annex in contract.annexes),
        tuple(
            (key, _context(context[key], values))
            for key in context
            if key not in BLOCKS and key not in _WORDING
        ),
    )
    return tuple(values), frame


def values_in(articles: tuple[Article, ...]) -> tuple[str, ...]:
    """The values in the articles, which come first among the values."""
    return tuple(value for article in articles for value in article.values)


def _annex(annex: Annex, values: list[str]) -> Hashable:
    for text in _texts(annex):
        values.append(text)
    tables = tuple(
        (one.columns, one.form, one.title, one.rows if one.form else len(one.rows)) for one in annex.tables
    )
    return annex.number, annex.kind, annex.title, len(annex.notes), tables, tuple(_counts(annex))


def _texts(annex: Annex) -> Iterator[str]:
    for note in annex.notes:
        yield from note
    for table in annex.tables:
        if not table.form:  # what a form asks for is wording, not a value of the deal
            for cells in table.rows:
                for words in cells:
                    yield from words


def _counts(annex: Annex) -> Iterator[int]:
    yield from (len(note) for note in annex.notes)
    yield from (
        len(words) for table in annex.tables if not table.form for cells in table.rows for words in cells
    )


def _context(value: Any, values: list[str]) -> Hashable:
    if isinstance(value, str):
        if not value:
            return ""
        values.append(value)
        return type(value).__name__
    if isinstance(value, Mapping):
        return tuple(
            (key, _fixed(inner) if key in _WORDING else _context(inner, values))
            for key, inner in value.items()
        )
    if isinstance(value, list | tuple):
        return tuple(_context(inner, values) for inner in value)
    return value  # type: ignore[no-any-return]


def _fixed(wording: Any) -> Hashable:
    return tuple(wording) if isinstance(wording, list) else wording


def with_marks(
    contract: Contract, context: Mapping[str, Any], mark: Callable[[int], str]
) -> tuple[Contract, dict[str, Any]]:
    """The contract and its context with `mark(n)` in place of value n of `gaps_of`, without the blocks."""
    numbers = count()

    def change(_text: str) -> str:
        return mark(next(numbers))

    marked = contract.model_copy(
        update={
            "articles": tuple(_marked_article(article, change) for article in contract.articles),
            "annexes": tuple(_marked_annex(annex, change) for annex in contract.annexes),
        }
    )
    rest = {
        key: value if key in _WORDING else _marked(value, change)
        for key, value in context.items()
        if key not in BLOCKS
    }
    return marked, rest


def _marked_article(article: Article, change: Change) -> Article:
    return article.model_copy(
        update={"paragraphs": tuple(_marked_paragraph(one, change) for one in article.paragraphs)}
    )


def _marked_paragraph(paragraph: Paragraph, change: Change) -> Paragraph:
    def runs(segments: tuple[Segment, ...]) -> tuple[Segment, ...]:
        return tuple(
            one.model_copy(update={"text": change(one.text)}) if one.kind == "value" else one
            for one in segments
        )

    english = runs(paragraph.en)
    return paragraph.model_copy(update={"en": english, "zh": runs(paragraph.zh)})


def _marked_annex(annex: Annex, change: Change) -> Annex:
    def texts(words: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(change(text) for text in words)

    notes = tuple(texts(note) for note in annex.notes)
    tables = tuple(
        table
        if table.form
        else table.model_copy(
            update={"rows": tuple(tuple(texts(words) for words in cells) for cells in table.rows)}
        )
        for table in annex.tables
    )
    return annex.model_copy(update={"notes": notes, "tables": tables})


def _marked(value: Any, change: Change) -> Any:
    if isinstance(value, str):
        return change(value) if value else value
    if isinstance(value, Mapping):
        return {key: inner if key in _WORDING else _marked(inner, change) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return [_marked(inner, change) for inner in value]
    return value
