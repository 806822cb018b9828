"""A contract that is in force and a changed deal → the contract as it reads with the change.

A clause that the change does not touch keeps the text that was signed, whatever the library says by now. One that it
touches is worded by the library of today, as a new contract would be.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from tradedocs.contract.assemble import unapproved
from tradedocs.contract.differ import same_words
from tradedocs.contract.numbering import Counter
from tradedocs.errors import BuildError
from tradedocs.model.contract import Article, Contract, Paragraph, Segment
from tradedocs.ui import say


def amended(in_force: Sequence[Article], again: Sequence[Article], new: Contract) -> Contract:
    """The new contract with the signed text of every clause that the change leaves alone.

    Args:
        in_force: the articles as they read now.
        again: what the library of today makes of the deal that is in force; empty where it makes nothing of it.
        new: what the library of today makes of the changed deal.

    Raises:
        BuildError: a signed text refers to a paragraph that no longer exists.
    """
    signed = {article.clause_id: article for article in in_force}
    today = {article.clause_id: article for article in again}
    articles = tuple(_chosen(article, signed, today) for article in new.articles)
    kept = {article.clause_id for article in articles if article is signed.get(article.clause_id)}
    settled = set(unapproved([article for article in new.articles if article.clause_id in kept]))
    return new.model_copy(
        update={
            "articles": renumbered(articles),
            "draft_reasons": tuple(reason for reason in new.draft_reasons if reason not in settled),
        }
    )


def _chosen(article: Article, signed: Mapping[str, Article], today: Mapping[str, Article]) -> Article:
    before, same_deal = signed.get(article.clause_id), today.get(article.clause_id)
    if before is None:
        return article
    untouched = same_deal is not None and same_words(same_deal, article)
    return before if untouched or same_words(before, article) else article


def renumbered(articles: Sequence[Article]) -> tuple[Article, ...]:
    """The articles counted anew from 1, with every reference printing the number that its target has now.

    Raises:
        BuildError: a reference points to a paragraph that is not there.
    """
    counted = [_counted(index, article) for index, article in enumerate(articles, 1)]
    numbers = {item.key: item.number for paragraphs in counted for item in paragraphs}
    return tuple(
        article.model_copy(
            update={"paragraphs": tuple(_referring(article, item, numbers) for item in paragraphs)}
        )
        for article, paragraphs in zip(articles, counted, strict=True)
    )


def _counted(index: int, article: Article) -> list[Paragraph]:
    counter = Counter(index, article.paragraphs[0].key)
    places = [counter.heading(), *(counter.next(item.level) for item in article.paragraphs[1:])]
    return [
        item.model_copy(update={"number": place.number, "label": place.label})
        for item, place in zip(article.paragraphs, places, strict=True)
    ]


def _referring(article: Article, item: Paragraph, numbers: Mapping[str, str]) -> Paragraph:
    sides = {
        side: tuple(_segment(article, segment, numbers) for segment in getattr(item, side))
        for side in ("en", "zh")
    }
    return item.model_copy(update=sides)


def _segment(article: Article, segment: Segment, numbers: Mapping[str, str]) -> Segment:
    if segment.kind != "ref":
        return segment
    number = numbers.get(segment.target or "")
    if number is None:
        raise BuildError(
            say("{id} as it was signed refers to {target}, which the contract no longer holds with this change",
                id=article.clause_id, target=segment.target),
            way_out=say("Leave the clause that it refers to in the contract, or choose another position of {id}.",
                        id=article.clause_id),
        )  # fmt: skip
    return segment.model_copy(update={"text": number})
