"""What a contract says of claims: its periods, caps and remedies, with the articles where they stand."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from tradedocs.model.clause import Language
from tradedocs.model.contract import Article, Paragraph
from tradedocs.model.deal import Deal
from tradedocs.model.goods import GoodsLine
from tradedocs.model.party import Party, Side
from tradedocs.registers import state_named

Law = Literal["CISG", "PRC", "other"]
_NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")


@dataclass(frozen=True)
class Terms:
    """A contract as a claim sees it.

    `articles` are those in force; empty where only a deal file is known: the values of the deal then stand alone.
    """

    deal: Deal
    articles: tuple[Article, ...] = ()
    languages: tuple[Language, ...] = ("en",)

    def has(self, clause: str) -> bool:
        """Whether the contract holds the clause."""
        return any(one.clause_id == clause for one in self.articles)

    def position(self, clause: str) -> str | None:
        """The position of the clause's ladder that the contract took; None where it does not hold it."""
        found = self._article(clause)
        return found.position if found is not None else None

    def article(self, clause: str, variable: str | None = None) -> str:
        """The number of the article, or of the paragraph that prints the variable; empty where it is not there."""
        found = self._article(clause)
        if found is None:
            return ""
        if variable is None:
            return found.paragraphs[0].number
        place = next((one for one in found.paragraphs if _printed(one, variable) is not None), None)
        return place.number if place is not None else found.paragraphs[0].number

    def number(self, clause: str, variable: str) -> Decimal | None:
        """The number that a variable of the clause prints; None where it prints none."""
        found = self._article(clause)
        for paragraph in found.paragraphs if found is not None else ():
            text = _printed(paragraph, variable)
            match = _NUMBER.search(text) if text is not None else None
            if match is not None:
                return Decimal(match[0].replace(",", ""))
        return None

    def days(self, clause: str, variable: str, otherwise: int | None = None) -> int | None:
        """A number of days of the clause."""
        found = self.number(clause, variable)
        return int(found) if found is not None else otherwise

    @property
    def law(self) -> Law:
        """Which law settles what the contract leaves open: the CISG, the PRC Civil Code, or another."""
        if self.deal.law.cisg == "applies":
            return "CISG"
        return "PRC" if self.chinese else "other"

    @property
    def chinese(self) -> bool:
        """Whether the governing law is that of the PRC, with or without the CISG before it."""
        found = state_named(self.deal.law.governing)
        return found is not None and found.code == "CN"

    @property
    def our_side(self) -> Side:
        """Whether we sell or buy."""
        return self.deal.our_side

    @property
    def seller(self) -> Party:
        """The seller."""
        return self.deal.seller

    @property
    def buyer(self) -> Party:
        """The buyer."""
        return self.deal.buyer

    @property
    def us(self) -> Party:
        """Our own party."""
        return self.deal.seller if self.our_side == "seller" else self.deal.buyer

    @property
    def them(self) -> Party:
        """The other side."""
        return self.deal.buyer if self.our_side == "seller" else self.deal.seller

    def line(self, number: int) -> GoodsLine | None:
        """The goods line of that number; None where the contract has none."""
        return next((one for one in self.deal.goods if one.line == number), None)

    def _article(self, clause: str) -> Article | None:
        return next((one for one in self.articles if one.clause_id == clause), None)


def _printed(paragraph: Paragraph, variable: str) -> str | None:
    for segment in (*paragraph.en, *paragraph.zh):
        if segment.kind == "value" and segment.source == variable:
            return segment.text
    return None
