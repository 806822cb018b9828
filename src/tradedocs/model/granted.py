"""What a contract grants when its goods do not conform: the terms that the money of a remedy is worked out from."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

from tradedocs.model.amount import Money, Quantity
from tradedocs.model.base import Fact
from tradedocs.model.goods import CharacteristicClass, GoodsLine
from tradedocs.model.party import Side
from tradedocs.model.shapes import LocalText


class Cap(Fact):
    """The limit of the seller's liability, in percent of its base.

    Attributes:
        base: the price of the goods concerned, or the whole price of the contract; None where the article's words are
            not those of the library, so that nobody but a person can tell.
        refunds_count: whether refunds and reductions of the price use it up.
        profit: what of lost profit is owed.
    """

    percent: Decimal
    base: Literal["goods", "contract"] | None
    refunds_count: bool
    profit: Literal["none", "known-resale", "foreseeable"] | None
    article: str


class Minor(Fact):
    """Minor deviations: up to which loss of value, in percent, and whether the cost of handling is added."""

    cap: Decimal
    handling: bool
    article: str


class Replenishing(Fact):
    """Free replenishment of a batch defect. `buyer_chooses`: the buyer may take its money instead."""

    days: int | None
    buyer_chooses: bool
    difference: bool
    """Whether the difference in price of a purchase elsewhere is owed."""
    article: str


class Offsetting(Fact):
    """A credit against the next order: after how many days without an order it is paid, and within how many more."""

    who: Literal["agreed", "buyer", "any-invoice"] | None
    order_days: int | None
    pay_days: int | None
    article: str


class Grades(Fact):
    """The article on remedies.

    Attributes:
        pieces: whether defective pieces are replaced or refunded at the unit price.
        unfit: whether goods that cannot be put to their usual use may be rejected.
        costs: whether sorting and storage are owed as proven, or only where the seller agreed in advance.
        other: what becomes of the remedies of the law: replaced by the grades, damages beside them, free choice; None
            where the article's words are not those of the library.
        settle_days: within how many days an amount is paid.
    """

    pieces: bool
    unfit: bool
    costs: Literal["agreed", "proven"]
    other: Literal["replaced", "damages", "choice"] | None
    settle_days: int | None
    article: str


class Pieces(Fact):
    """Defective pieces of a lot that passed: all of them are claimed for, or only those above a number.

    Attributes:
        rule: above the acceptance quality limit of their class, or above the spare pieces that came with the goods.
        aql: the limits of the classes, in percent; `spare` the spare pieces in percent of what was shipped.
    """

    rule: Literal["above-aql", "above-spares"]
    aql: dict[CharacteristicClass, Decimal]
    spare: Decimal | None = None
    article: str


class Granted(Fact):
    """Everything that this contract grants; None for what it does not have.

    Attributes:
        articles: the number in this contract of each clause of the library.
        law: the rules of sale that count; `governing` the law for what they leave open.
        price: of the whole contract; `lines` its goods, `shipped` how much of each line travels in the shipment.
        pieces: what limits the claim for defective pieces of a lot that passed; None: every one is claimed for.
        scales: whether the article on price scales is there; the scales are those of the lines.
        late_damages: liquidated damages for delay, in percent of the price of the late goods per week, and their cap.
        allowance: in percent, of a difference in weight between loading and discharge that is no shortage.
    """

    contract_no: str
    our_side: Side
    currency: str
    articles: dict[str, str]
    law: Literal["CISG", "PRC", "other"]
    governing: LocalText
    price: Money
    lines: tuple[GoodsLine, ...]
    shipped: dict[int, Quantity]
    grades: Grades | None = None
    minor: Minor | None = None
    replenishing: Replenishing | None = None
    offsetting: Offsetting | None = None
    cap: Cap | None = None
    pieces: Pieces | None = None
    scales: bool = False
    shortage: bool = False
    warranty: bool = False
    returned: bool = False
    credit_note_days: int | None = None
    late_damages: tuple[Decimal, Decimal] | None = None
    allowance: Decimal | None = None

    @property
    def chinese(self) -> bool:
        """Whether the law of the People's Republic of China, without Hong Kong, Macao and Taiwan, governs."""
        return chinese(self.governing)

    def line(self, number: int) -> GoodsLine | None:
        """The line of that number; None where the contract has none."""
        return next((one for one in self.lines if one.line == number), None)

    def numbers(self, *clauses: str) -> tuple[str, ...]:
        """The articles of those clauses that the contract has."""
        return tuple(self.articles[one] for one in clauses if one in self.articles)


def chinese(law: LocalText) -> bool:
    """Whether a law is that of the People's Republic of China, not that of one of its regions."""
    words = f"{law.en} {law.zh or ''}".casefold()
    regions = ("hong kong", "macao", "macau", "taiwan", "香港", "澳门", "台湾")
    return ("china" in words or "中国" in words or "中华人民共和国" in words) and not any(
        region in words for region in regions
    )
