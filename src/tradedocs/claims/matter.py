"""What a settlement is about: the claim, its goods line, what that is worth, and what the contract says."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from tradedocs.model.amount import Money, Quantity
from tradedocs.model.annex import Texts
from tradedocs.model.claim import ClaimRecord
from tradedocs.model.clause import Language
from tradedocs.model.contract import Article
from tradedocs.model.deal import Deal
from tradedocs.model.goods import GoodsLine
from tradedocs.model.party import Party, Side
from tradedocs.words import party as called
from tradedocs.words.amounts import in_words
from tradedocs.words.bilingual import Languages, Pair, both, each, of
from tradedocs.words.goods import description
from tradedocs.words.values import day, money, quantity

_NUMBER = re.compile(r"\d+")
_DRAFT: Pair = ("DRAFT CONTRACT – NOT TO BE SENT", "合同为草稿，不得发出")
Fact2 = tuple[Texts, Texts]
"""A label and what it says."""


@dataclass(frozen=True, slots=True)
class Matter:
    """A claim beside its contract, and the language and day of the documents that are made of it.

    `draft` says that the contract is a draft, which nobody can have signed.
    """

    record: ClaimRecord
    deal: Deal
    articles: tuple[Article, ...]
    languages: Languages
    on: date
    draft: bool = False

    @property
    def mark(self) -> str:
        """What stands on every page of a document that rests on a draft; else empty."""
        return " / ".join(self.both(*_DRAFT)) if self.draft else ""

    @property
    def line(self) -> GoodsLine:
        """The goods line that is complained of."""
        return self.deal.line(self.record.complaint.line)

    @property
    def shipped(self) -> Quantity:
        """How much of the line the shipment carried.

        Raises:
            ValueError: the contract has no such shipment with that line.
        """
        complaint = self.record.complaint
        for shipment in self.deal.shipments:
            if shipment.number == complaint.shipment:
                found = [share for line, share in self.deal.shipped(shipment) if line.line == complaint.line]
                if found:
                    return found[0]
        raise ValueError(complaint.shipment)

    @property
    def lot_value(self) -> Money:
        """The price of what the shipment carried of the line."""
        return self.line.unit_price.total(self.shipped)

    def worth(self, share: Quantity) -> Money:
        """The contract price of a quantity of the goods.

        Raises:
            ValueError: it is in a unit of another kind.
        """
        return self.line.unit_price.total(share)

    def party(self, side: Side) -> Party:
        """One side of the contract."""
        return self.deal.seller if side == "seller" else self.deal.buyer

    def both(self, english: str, chinese: str) -> Texts:
        """A text in each language of the document."""
        return both((english, chinese), self.languages)

    def each(self, words: Callable[[Language], str]) -> Texts:
        """The words in each language of the document."""
        return each(words, self.languages)

    def name(self, side: Side) -> Texts:
        """The registered name of one side."""
        return self.each(lambda language: called.name(self.party(side), language))

    def goods(self, share: Quantity | None = None) -> Texts:
        """What the goods are, with their model and, where it is given, how much of them."""
        return self.each(lambda language: self._goods(share, language))

    def _goods(self, share: Quantity | None, language: Language) -> str:
        parts = (description(self.line, language), self.line.model, share and quantity(share, language))
        return of((", ", "，"), language).join(part for part in parts if part)

    def article(self, *clauses: str) -> str | None:
        """The number of the first of these clauses that the contract has."""
        found = {one.clause_id: one.paragraphs[0].number for one in self.articles}
        return next((found[clause] for clause in clauses if clause in found), None)

    def days_of(self, clause: str, variable: str) -> int | None:
        """The days that a clause of this contract fills in for one of its variables; None where it does not."""
        for one in self.articles:
            if one.clause_id != clause:
                continue
            for paragraph in one.paragraphs:
                for segment in (*paragraph.en, *paragraph.zh):
                    if segment.kind == "value" and segment.source == variable:
                        found = _NUMBER.search(segment.text)
                        return int(found[0]) if found else None
        return None


def amount_words(matter: Matter, amount: Money) -> Texts:
    """An amount in figures and words, in each language."""
    return matter.each(
        lambda language: of(
            (f"{money(amount)} ({in_words(amount, 'en')})", f"{money(amount)}（大写：{in_words(amount, 'zh')}）"),
            language,
        )
    )  # fmt: skip


def labelled(matter: Matter, label: Pair, texts: Texts) -> Texts:
    """The texts with a label before each, as sentences."""
    return tuple(
        of((f"{label[0]}: {text}.", f"{label[1]}：{text}。"), language)
        for text, language in zip(texts, matter.languages, strict=True)
    )


def day_words(matter: Matter, value: date) -> Texts:
    """A day in each language."""
    return matter.each(lambda language: day(value, language))


def facts(matter: Matter, number: str | None = None, *, parties: bool = True) -> Iterator[Fact2]:
    """What stands at the head of each document: number and day, claim, contract, parties and goods."""
    complaint, deal = matter.record.complaint, matter.deal
    if number is None:
        yield matter.both("Date", "日期"), day_words(matter, matter.on)
    else:
        yield (
            matter.both("No. and date", "编号、日期"),
            matter.both(f"{number}, {day(matter.on, 'en')}", f"{number}，{day(matter.on, 'zh')}"),
        )
    yield matter.both("Claim", "索赔"), _claim(matter)
    yield matter.both("Contract", "合同"), matter.each(
        lambda language: of((f"No. {deal.contract_no} of {day(deal.date, 'en')}",
                             f"{day(deal.date, 'zh')}签订，编号{deal.contract_no}"), language)
    )  # fmt: skip
    if parties:
        yield matter.both("Seller", "卖方"), matter.name("seller")
        yield matter.both("Buyer", "买方"), matter.name("buyer")
    yield matter.both("Goods", "货物"), _with_lots(matter)
    if complaint.invoice_no is not None:
        yield matter.both("Original invoice", "原发票"), invoice(matter)


def _with_lots(matter: Matter) -> Texts:
    lots = ", ".join(matter.record.complaint.lots)
    words = zip(matter.goods(), matter.languages, strict=False)
    return tuple(
        of((f"{text}; lot {lots}", f"{text}；批号{lots}"), one) if lots else text for text, one in words
    )


def _claim(matter: Matter) -> Texts:
    complaint = matter.record.complaint
    theirs = f" / {complaint.reference}" if complaint.reference else ""
    return matter.both(
        f"No. {complaint.number}{theirs}, received on {day(complaint.received, 'en')}",
        f"编号{complaint.number}{theirs}，{day(complaint.received, 'zh')}收到",
    )


def invoice(matter: Matter) -> Texts:
    """The original invoice with its day, as far as the claim names them."""
    complaint = matter.record.complaint
    if complaint.invoice_date is None:
        return (complaint.invoice_no or "–",)
    return matter.both(
        f"No. {complaint.invoice_no} of {day(complaint.invoice_date, 'en')}",
        f"编号{complaint.invoice_no}，日期{day(complaint.invoice_date, 'zh')}",
    )


REMEDY: dict[str, Pair] = {
    "price-reduction": ("price reduction", "减价"),
    "price-scale": ("price adjustment by the agreed scale", "按约定标准调整价格"),
    "defect-refund": ("refund for the defective pieces", "不合格品退款"),
    "goodwill": ("goodwill payment", "善意补偿"),
    "replenishment": ("free replenishment", "免费补货"),
    "offset": ("credit against the next order", "抵扣下一订单货款"),
    "repair": ("repair", "修理"),
    "sorting": ("sorting", "挑选"),
    "make-up-shortage": ("making up the shortage", "补足短缺"),
    "refund": ("refund of the price", "退还价款"),
    "repudiation": ("reasoned refusal", "有理由的拒绝"),
}
"""What each remedy is called."""


def percent_of(amount: Money, whole: Money) -> Decimal:
    """What share of another an amount is, in percent, unrounded."""
    return amount.amount * 100 / whole.amount
