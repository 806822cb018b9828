"""The text of a contract as it was sent: what a copy that comes back is held against."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from tradedocs.model.base import Fact
from tradedocs.model.clause import Language
from tradedocs.model.contract import Article


class SentText(Fact):
    """Everything that a reader of the built file sees, in order.

    Attributes:
        before, after: the paragraphs of the body before and after the articles.
        around: the texts of headers, footers and notes.
        articles: the articles, each paragraph with its number and its runs.
        in_force: in an addendum, whose text holds only what changes: all articles as they read with it.
    """

    version: Literal[1] = 1
    before: tuple[str, ...]
    after: tuple[str, ...]
    around: tuple[str, ...]
    articles: tuple[Article, ...]
    in_force: tuple[Article, ...] = ()

    def in_articles(self, languages: tuple[Language, ...]) -> Iterator[str]:
        """The paragraphs of the articles as the file shows them: each in all its languages before the next."""
        for article in self.articles:
            for paragraph in article.paragraphs:
                for language in languages:
                    yield paragraph.text(language)

    def body(self, languages: tuple[Language, ...]) -> tuple[str, ...]:
        """The paragraphs of the body."""
        return (*self.before, *(text for text in self.in_articles(languages) if text), *self.after)
