"""The facts of one transaction, as the sales side writes them in deal.yaml.

Every field name here is a key of the file and a path that clauses name (`deal.inspection.notice_days`).
`tradedocs schema deal` prints the JSON Schema of this model.
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cached_property
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, model_validator

from tradedocs.model.amount import Money, Quantity, currency
from tradedocs.model.authority import Authority
from tradedocs.model.base import Fact
from tradedocs.model.day import Day
from tradedocs.model.goods import GoodsLine
from tradedocs.model.keys import Steps, steps_of
from tradedocs.model.party import Party, Side
from tradedocs.model.shapes import ClauseId, Local
from tradedocs.model.terms import (
    Claims,
    Compliance,
    Delivery,
    Disputes,
    DocumentText,
    Inspection,
    Insurance,
    LateDelivery,
    Law,
    LetterOfCredit,
    PaymentPart,
    Price,
    QualityBasis,
    QuantityBasis,
    Remedies,
    Shipment,
)
from tradedocs.model.text import Line
from tradedocs.model.told import at
from tradedocs.ui import say


class ClauseChoice(Fact):
    """What the deal takes from one clause: a position other than standard, other values, or leaving it out.

    `values` replaces values of the clause's own (`variables` with a `default`), by their names.
    """

    clause: ClauseId
    position: Literal["standard", "fallback-1", "fallback-2"] = "standard"
    values: dict[str, Line] = Field(default_factory=dict)
    omit: bool = False
    reason: Line | None = None


class Grant(Fact):
    """A named person's yes to what is above the sales level. Without `clauses` it covers the whole deal."""

    authority: Authority
    by: Line
    on: Day
    clauses: tuple[ClauseId, ...] = ()
    reason: Line | None = None


class Suppression(Fact):
    """A deal rule that does not speak in this deal, why, and until which day."""

    rule: Line
    reason: Line
    until: Day | None = None


class OpenPoint(Fact):
    """A key of the deal whose value somebody must confirm before signing (`delivery.place`, `goods[1].hs_code`)."""

    key: Line
    why: Line | None = None


class Deal(Fact):
    """One transaction. `our_side` says whether the writer of the file sells or buys.

    `back_to_back`: the same goods are sold on, or bought for an order; nothing is conceded without the end buyer.
    """

    contract_no: Line
    date: Day
    place: Local
    our_side: Side
    back_to_back: bool = False
    language: Literal["en", "zh", "en-zh"] = "en-zh"
    prevailing: Literal["English", "Chinese"] = "English"
    seller: Party
    buyer: Party
    currency: Annotated[str, BeforeValidator(lambda code: currency(code) if isinstance(code, str) else code)]
    goods: Annotated[tuple[GoodsLine, ...], Field(min_length=1)]
    quality: QualityBasis = QualityBasis()
    quantity: QuantityBasis = QuantityBasis()
    price: Price = Price()
    delivery: Delivery
    shipments: Annotated[tuple[Shipment, ...], Field(min_length=1)]
    payment: Annotated[tuple[PaymentPart, ...], Field(min_length=1)]
    letter_of_credit: LetterOfCredit | None = None
    insurance: Insurance | None = None
    inspection: Inspection
    documents: Annotated[tuple[DocumentText, ...], Field(min_length=1)]
    claims: Claims = Claims()
    remedies: Remedies = Remedies()
    late_delivery: LateDelivery = LateDelivery()
    warranty_months: Annotated[int, Field(ge=1)] = 12
    law: Law
    disputes: Disputes
    compliance: Compliance = Compliance()
    clauses: tuple[ClauseChoice, ...] = ()
    granted: tuple[Grant, ...] = ()
    suppress: tuple[Suppression, ...] = ()
    confirm: tuple[OpenPoint, ...] = ()

    @cached_property
    def told(self) -> str:
        """The deal as a contract file embeds it: JSON without what is left out."""
        return self.model_dump_json(by_alias=True, exclude_none=True)

    @property
    def total(self) -> Money:
        """The sum of the lines' amounts."""
        return Money(
            amount=sum((line.amount.amount for line in self.goods), Decimal(0)), currency=self.currency
        )

    @property
    def has_credit(self) -> bool:
        """Whether any part of the price is paid by letter of credit."""
        return any(part.method.startswith("lc-") for part in self.payment)

    @property
    def credit_amount(self) -> Money:
        """The part of the price that is paid by letter of credit, rounded to the currency's minor unit."""
        share = sum((part.share for part in self.payment if part.method.startswith("lc-")), Decimal(0))
        return Money(amount=self.total.amount * share / 100, currency=self.currency).rounded()

    @property
    def domestic(self) -> bool:
        """Whether both places of business are in mainland China."""
        return self.seller.country == self.buyer.country == "CN"

    @property
    def by_pieces(self) -> bool:
        """Whether lots are inspected by attributes (an AQL plan); bulk goods are sampled otherwise."""
        return self.inspection.aql is not None

    @property
    def has_scale(self) -> bool:
        """Whether any characteristic has a price adjustment scale."""
        return any(item.scale is not None for line in self.goods for item in line.characteristics)

    @property
    def collects(self) -> bool:
        """Whether any part of the price is paid by documentary collection (D/P or D/A)."""
        return any(part.method in ("dp-sight", "da") for part in self.payment)

    @property
    def pays_in_advance(self) -> bool:
        """Whether any part of the price is paid before shipment."""
        return any(part.method == "tt-advance" for part in self.payment)

    @property
    def gives_credit(self) -> bool:
        """Whether any part of the price is paid after the buyer can have the goods (D/A or open account)."""
        return any(part.method in ("da", "open-account") for part in self.payment)

    @property
    def has_tolerance(self) -> bool:
        """Whether any goods line may be delivered with more or less than its quantity."""
        return any(line.tolerance != 0 for line in self.goods)

    @property
    def has_advance(self) -> bool:
        """Whether any part of the price is paid before shipment on account, not as a deposit."""
        return any(part.method == "tt-advance" and part.nature == "advance" for part in self.payment)

    @property
    def has_deposit(self) -> bool:
        """Whether any part of the price is a deposit, which secures performance (PRC Civil Code 586 to 588)."""
        return any(part.nature == "deposit" for part in self.payment)

    @property
    def deposit_share(self) -> Decimal:
        """The parts of the price that are a deposit, in percent of it."""
        return sum((part.share for part in self.payment if part.nature == "deposit"), Decimal(0))

    def steps(self, key: str) -> Steps:
        """The way down to a key as the file spells it, short forms included.

        Raises:
            ValueError: there is no such key; the nearest one is named.
        """
        return steps_of(self, re.sub(r"^shipment(?=\.|$)", "shipments[1]", key))

    def line(self, number: int) -> GoodsLine:
        """The goods line of that number; KeyError when there is none."""
        for line in self.goods:
            if line.line == number:
                return line
        raise KeyError(number)

    def shipped(self, shipment: Shipment) -> tuple[tuple[GoodsLine, Quantity], ...]:
        """The lines that a shipment carries, each with its quantity."""
        if not shipment.lines:
            return tuple((line, line.quantity) for line in self.goods)
        return tuple((self.line(share.line), share.quantity) for share in shipment.lines)

    @model_validator(mode="before")
    @classmethod
    def _short_forms(cls, data: Any) -> Any:
        return _numbered(_one_shipment(data)) if isinstance(data, dict) else data

    @model_validator(mode="after")
    def _consistent(self) -> Deal:
        for check in _CHECKS:
            check(self)
        return self


def _one_shipment(data: dict[str, Any]) -> dict[str, Any]:
    if "shipment" in data and "shipments" not in data:
        rest = {key: value for key, value in data.items() if key != "shipment"}
        return {**rest, "shipments": [data["shipment"]]}
    return data


def _numbered(data: dict[str, Any]) -> dict[str, Any]:
    counted = {"goods": "line", "shipments": "number"}
    out = dict(data)
    for key, number in counted.items():
        items = data.get(key)
        if isinstance(items, list | tuple):
            out[key] = [
                {number: index, **item} if isinstance(item, dict) else item
                for index, item in enumerate(items, 1)
            ]
    return out


def _numbers_differ(deal: Deal) -> None:
    for what, numbers in (
        ("goods", [g.line for g in deal.goods]),
        ("shipments", [s.number for s in deal.shipments]),
    ):
        if len(set(numbers)) != len(numbers):
            raise at(
                what, say("two entries of `{what}` have the same number; number each one once", what=what)
            )


def _one_currency(deal: Deal) -> None:
    for index, line in enumerate(deal.goods):
        if line.unit_price.currency != deal.currency:
            raise at(
                ("goods", index, "unit_price"),
                say("line {line} is priced in {price}, the contract is in {contract}", line=line.line,
                    price=line.unit_price.currency, contract=deal.currency),
            )  # fmt: skip


def _shares_are_whole(deal: Deal) -> None:
    total = sum((part.share for part in deal.payment), Decimal(0))
    if total != 100:
        raise at("payment", say("the payment shares add up to {total} %, not 100 %", total=total))


def _shipments_fit(deal: Deal) -> None:
    known = {line.line for line in deal.goods}
    several = len(deal.shipments) > 1
    for index, shipment in enumerate(deal.shipments):
        for share in shipment.lines:
            if share.line not in known:
                raise at(
                    ("shipments", index, "lines"),
                    say(
                        "shipment {n} carries line {line}, which is not in `goods`",
                        n=shipment.number,
                        line=share.line,
                    ),
                )
        if several and not shipment.lines:
            raise at(
                ("shipments", index),
                say("with several shipments each one must say its `lines` and quantities"),
            )
    if any(shipment.lines for shipment in deal.shipments):
        for line in deal.goods:
            _line_fully_shipped(deal, line)


def _line_fully_shipped(deal: Deal, line: GoodsLine) -> None:
    unit = line.quantity.unit
    shares = [
        share.quantity for shipment in deal.shipments for share in shipment.lines if share.line == line.line
    ]
    try:
        shipped = sum((share.converted(unit) for share in shares), Decimal(0))
    except ValueError as error:
        raise at("shipments", str(error)) from error
    if shipped != line.quantity.number:
        raise at(
            "shipments",
            say("the shipments carry {shipped} {unit} of line {line}, the contract sells {sold}", shipped=shipped,
                unit=unit, line=line.line, sold=line.quantity),
        )  # fmt: skip


def _credit_described(deal: Deal) -> None:
    if deal.has_credit and deal.letter_of_credit is None:
        raise at("payment", say("a part is paid by letter of credit, but `letter_of_credit` is missing"))


def _open_points_known(deal: Deal) -> None:
    for index, point in enumerate(deal.confirm):
        try:
            deal.steps(point.key)
        except ValueError as error:
            raise at(("confirm", index, "key"), str(error)) from error


_CHECKS = (
    _numbers_differ, _one_currency, _shares_are_whole, _shipments_fit, _credit_described, _open_points_known,
)  # fmt: skip
