"""Two versions of a contract's articles: which clauses differ, and in which words of which paragraphs.

Numbers count for nothing here: an article that comes or goes makes all later ones count anew, and a reference that
still points to the same paragraph has not changed.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tradedocs.model.clause import Language
from tradedocs.model.contract import Article, Paragraph, Segment


@dataclass(frozen=True)
class Changed:
    """One clause in both versions; None where a version does not hold it."""

    clause_id: str
    old: Article | None
    new: Article | None


def changed_articles(old: Sequence[Article], new: Sequence[Article]) -> tuple[Changed, ...]:
    """The clauses that say something else, came or went, in the order of the new version, then those that went."""
    before = {article.clause_id: article for article in old}
    now = {article.clause_id for article in new}
    found = [
        Changed(article.clause_id, before.get(article.clause_id), article)
        for article in new
        if article.clause_id not in before or not same_words(before[article.clause_id], article)
    ]
    gone = [Changed(article.clause_id, article, None) for article in old if article.clause_id not in now]
    return (*found, *gone)


def same_words(one: Article, other: Article) -> bool:
    """Whether two articles say the same, whatever their numbers."""
    return [_shape(item) for item in one.paragraphs] == [_shape(item) for item in other.paragraphs]


def _shape(item: Paragraph) -> tuple[int, str, str]:
    return item.level, unnumbered(item, "en"), unnumbered(item, "zh")


def unnumbered(item: Paragraph, language: Language) -> str:
    """The paragraph's text with the key of its target in place of each reference's number."""
    segments: tuple[Segment, ...] = item.en if language == "en" else item.zh
    text = "".join(f"[{s.target}]" if s.kind == "ref" else s.text for s in segments)
    return " ".join(text.split())
