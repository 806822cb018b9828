"""What a contract grants, read from its deal and its articles as they stand in it.

Figures are the filled variables of the articles. What an article says in one of its positions is told by its words, not
by the position's name: a house may have worded it anew, and words that are not known grant nothing by themselves.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Literal, TypeVar

from tradedocs.model.amount import Quantity
from tradedocs.model.contract import Article
from tradedocs.model.deal import Deal
from tradedocs.model.goods import CharacteristicClass
from tradedocs.model.granted import (
    Cap,
    Grades,
    Granted,
    Minor,
    Offsetting,
    Pieces,
    Replenishing,
    chinese,
)

_NUMBER = re.compile(r"(\d+(?:,\d{3})*(?:\.\d+)?)")
Choice = TypeVar("Choice", bound=str)

_CAP_BASE: Mapping[Literal["goods", "contract"], tuple[str, ...]] = {
    "contract": ("of the Contract Price", "以合同总价的"),
    "goods": ("of the price of the Goods concerned", "以所涉货物价款的"),
}
_PROFIT: Mapping[Literal["none", "known-resale", "foreseeable"], tuple[str, ...]] = {
    "known-resale": ("except for the profit from a resale", "转售的利润除外"),
    "foreseeable": ("including loss of profit, that it could foresee", "包括利润损失"),
    "none": ("Neither party is liable for loss of profit", "利润损失、生产损失"),
}
_REFUNDS_FREE = (
    "Refunds of the price and its cost of repairing, replenishing and taking back Goods do not",
    "退还的价款以及修理、补货和收回货物的费用不计入",
)
_OTHER: Mapping[Literal["replaced", "damages", "choice"], tuple[str, ...]] = {
    "replaced": ("take the place of other remedies", "取代就同一不符的其他补救措施"),
    "choice": ("may choose those of the governing law", "可选择准据法规定的补救措施"),
    "damages": ("further loss that the Seller could foresee", "能够预见的其他损失"),
}
_PIECES: Mapping[Literal["above-aql", "above-spares"], tuple[str, ...]] = {
    "above-aql": ("only for the pieces above that percentage", "仅就超出该百分比的不合格品"),
    "above-spares": ("only for the pieces above their number", "仅就超出备用件数量的不合格品"),
}
_WHO: Mapping[Literal["agreed", "buyer", "any-invoice"], tuple[str, ...]] = {
    "any-invoice": ("from the price of any contract with the Seller", "任何合同的未付价款中扣除"),
    "buyer": ("as the Buyer chooses", "由买方选择"),
    "agreed": ("the parties may agree in writing", "双方可书面约定"),
}


def granted_by(deal: Deal, articles: Sequence[Article], shipment: int = 1) -> Granted:
    """What the contract grants for one of its shipments."""
    by_clause = {one.clause_id: one for one in articles}
    cisg = "disputes.law-with-cisg" in by_clause or (
        deal.law.cisg == "applies" and "disputes.law-without-cisg" not in by_clause
    )
    law: Literal["CISG", "PRC", "other"] = (
        "CISG" if cisg else "PRC" if chinese(deal.law.governing) else "other"
    )
    return Granted(
        contract_no=deal.contract_no,
        our_side=deal.our_side,
        currency=deal.currency,
        articles={name: one.paragraphs[0].number for name, one in by_clause.items() if one.paragraphs},
        law=law,
        governing=deal.law.governing,
        price=deal.total.rounded(),
        lines=deal.goods,
        shipped=_shipped(deal, shipment),
        grades=_grades(by_clause.get("compensation.remedies")),
        minor=_minor(by_clause.get("compensation.minor-deviations")),
        replenishing=_replenishing(by_clause.get("compensation.replenishment")),
        offsetting=_offsetting(by_clause.get("compensation.offset")),
        cap=_cap(by_clause.get("compensation.limitation")),
        pieces=_pieces(by_clause.get("compensation.defective-pieces"), deal),
        scales="compensation.price-scale" in by_clause,
        shortage="compensation.shortage" in by_clause,
        warranty="quality.warranty" in by_clause,
        returned="compensation.returned-goods" in by_clause,
        credit_note_days=_days(by_clause.get("compensation.credit-note"), "issue_days"),
        late_damages=_late(by_clause.get("compensation.late-delivery")),
        allowance=_figure(by_clause.get("inspection.weight"), "allowance"),
    )


def _shipped(deal: Deal, number: int) -> dict[int, Quantity]:
    """How much of each line travels in the shipment; all of it where the deal does not share it out."""
    shipment = next((one for one in deal.shipments if one.number == number), None)
    if shipment is not None and shipment.lines:
        return {share.line: share.quantity for share in shipment.lines}
    return {line.line: line.quantity for line in deal.goods}


def _cap(article: Article | None) -> Cap | None:
    percent = _figure(article, "cap")
    if article is None or percent is None:
        return None
    return Cap(
        percent=percent,
        base=_told(article, _CAP_BASE),
        refunds_count=not _says(article, _REFUNDS_FREE),
        profit=_told(article, _PROFIT),
        article=_number_of(article),
    )


def _minor(article: Article | None) -> Minor | None:
    cap = _figure(article, "discount_cap")
    if article is None or cap is None:
        return None
    handling = _says(article, ("cost of handling the deviation is added", "加计处理该偏差"))
    return Minor(cap=cap, handling=handling, article=_number_of(article))


def _pieces(article: Article | None, deal: Deal) -> Pieces | None:
    rule = None if article is None else _told(article, _PIECES)
    if article is None or rule is None:
        return None
    aql = deal.inspection.aql
    limits: dict[CharacteristicClass, Decimal] = (
        {} if aql is None else {"critical": aql.critical, "major": aql.major, "minor": aql.minor}
    )
    return Pieces(rule=rule, aql=limits, spare=_figure(article, "allowance"), article=_number_of(article))


def _replenishing(article: Article | None) -> Replenishing | None:
    if article is None:
        return None
    return Replenishing(
        days=_days(article, "replenish_days"),
        buyer_chooses=_says(article, ("the Buyer chooses between", "由买方选择免费补货或")),
        difference=_says(article, ("the proven difference in price", "有证明的差价")),
        article=_number_of(article),
    )


def _offsetting(article: Article | None) -> Offsetting | None:
    if article is None:
        return None
    return Offsetting(
        who=_told(article, _WHO),
        order_days=_days(article, "order_days"),
        pay_days=_days(article, "pay_days"),
        article=_number_of(article),
    )


def _grades(article: Article | None) -> Grades | None:
    if article is None:
        return None
    agreed = _says(article, ("to which it has agreed in advance", "事先同意的挑选"))
    return Grades(
        pieces=_says(article, ("refunded at the unit price", "按单价退款")),
        unfit=_says(article, ("cannot be put to their usual use", "无法用于通常用途")),
        costs="agreed" if agreed else "proven",
        other=_told(article, _OTHER),
        settle_days=_days(article, "settle_days"),
        article=_number_of(article),
    )


def _late(article: Article | None) -> tuple[Decimal, Decimal] | None:
    rate, cap = _figure(article, "rate"), _figure(article, "cap")
    return None if rate is None or cap is None else (rate, cap)


def _number_of(article: Article) -> str:
    return article.paragraphs[0].number


def _says(article: Article, phrases: Sequence[str]) -> bool:
    """Whether one of the phrases stands in the article, in whichever language it has."""
    text = " ".join(one.text(language) for one in article.paragraphs for language in ("en", "zh"))
    return any(phrase in text for phrase in phrases)


def _told(article: Article, phrases: Mapping[Choice, Sequence[str]]) -> Choice | None:
    """The first of the meanings whose words stand in the article."""
    return next((meaning for meaning, words in phrases.items() if _says(article, words)), None)


def _figure(article: Article | None, variable: str) -> Decimal | None:
    """The number that fills a variable of the article; None where it has none, or is still open."""
    for paragraph in article.paragraphs if article is not None else ():
        for segment in (*paragraph.en, *paragraph.zh):
            if segment.source == variable and (found := _NUMBER.search(segment.text)) is not None:
                return Decimal(found[1].replace(",", ""))
    return None


def _days(article: Article | None, variable: str) -> int | None:
    found = _figure(article, variable)
    return None if found is None else int(found)
