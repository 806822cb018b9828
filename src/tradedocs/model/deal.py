"""The facts of one transaction, as the sales side writes them in deal.yaml.

Every field name here is a key of the file and a path that clauses name (`deal.inspection.notice_days`).
`tradedocs schema deal` prints the JSON Schema of this model.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, model_validator
from pydantic_core import core_schema

from tradedocs.model.amount import Money, PercentText, Quantity, QuantityText, UnitPriceText, currency
from tradedocs.model.base import Fact
from tradedocs.model.day import Day
from tradedocs.model.requirement import RequirementText
from tradedocs.model.text import Line
from tradedocs.model.told import at
from tradedocs.ui import say

Side = Literal["seller", "buyer"]
Incoterm = Literal["EXW", "FCA", "CPT", "CIP", "DAP", "DPU", "DDP", "FAS", "FOB", "CFR", "CIF"]
Mode = Literal["sea", "air", "road", "rail", "courier", "multimodal"]
PaymentMethod = Literal["tt-advance", "tt-balance", "lc-sight", "lc-usance", "dp-sight", "da", "open-account"]
Trigger = Literal[
    "contract-date", "proforma-date", "invoice-date", "shipment-date", "bl-copy", "arrival-date"
]
Evidence = Literal["shipment", "type-test"]
Stage = Literal["pre-loading", "loading", "discharge"]
CharacteristicClass = Literal["critical", "major", "minor"]
Institution = Literal["CIETAC", "HKIAC", "SIAC", "ICC", "LCIA"]
Level = Literal["S-1", "S-2", "S-3", "S-4", "I", "II", "III"]


class _Shape:
    """A text of one shape; `what` tells a clerk how to write it."""

    def __init__(self, pattern: str, what: str) -> None:
        self.pattern, self.what = pattern, what

    def __get_pydantic_core_schema__(self, source: Any, handler: Any) -> core_schema.CoreSchema:
        return core_schema.no_info_after_validator_function(self._check, handler(source))

    def __get_pydantic_json_schema__(self, core: Any, handler: Any) -> dict[str, Any]:
        return {**handler(core), "pattern": f"^{self.pattern}$"}

    def _check(self, text: str) -> str:
        if re.fullmatch(self.pattern, text) is None:
            raise ValueError(say("{text!r} is not right; write {what}", text=text, what=self.what))
        return text


Country = Annotated[str, _Shape(r"[A-Z]{2}", "the country as two capital letters (ISO 3166), such as CN")]
HsCode = Annotated[str, _Shape(r"\d{4}(\.?\d{2}){1,3}", "the HS code as 6 to 10 digits, such as 8539.52")]
Email = Annotated[str, _Shape(r"[^@\s]+@[^@\s]+\.[^@\s]+", "an e-mail address")]
Swift = Annotated[
    str, _Shape(r"[A-Z0-9]{8}([A-Z0-9]{3})?", "the bank's SWIFT code: 8 or 11 capitals and digits")
]
ClauseId = Annotated[
    str, _Shape(r"[a-z][a-z0-9-]*(\.[a-z][a-z0-9-]*)+", "a clause's id, such as inspection.pre-shipment")
]


class LocalText(Fact):
    """One text in both languages. Chinese may be left out where the contract is in English only."""

    en: Line
    zh: Line | None = None


def _as_local(value: Any) -> Any:
    return {"en": value} if isinstance(value, str) else value


Local = Annotated[LocalText, BeforeValidator(_as_local, json_schema_input_type=LocalText | str)]


class Bank(Fact):
    """Where the price is paid to."""

    name: Line
    address: Line | None = None
    swift: Swift
    account: Line


class Party(Fact):
    """One side of the contract. `country` is the place of business, as ISO 3166-1 alpha-2."""

    name: Line
    name_zh: Line | None = None
    registration_no: Line | None = None
    country: Country
    address: Line
    address_zh: Line | None = None
    email: Email
    phone: Line | None = None
    contact: Line | None = None
    signatory: Line
    signatory_title: Line
    bank: Bank | None = None


class Characteristic(Fact):
    """One thing to be verified before shipment.

    Attributes:
        name: as reports call it; `aliases` are other names for it.
        require: the condition that each specimen must meet.
        method: the test method agreed, with its edition.
        basis: what the value refers to (`as received`, `dry basis`).
        characteristic_class: how grave a deviation is; the key in the file is `class`.
        evidence: `shipment` when the inspection body must draw the sample from the shipment, `type-test` when
            a laboratory report on a submitted sample will do.
        stage: when it can be known at the earliest.
    """

    name: Line
    name_zh: Line | None = None
    require: RequirementText
    method: Line | None = None
    basis: Line | None = None
    characteristic_class: CharacteristicClass = Field("major", alias="class")
    evidence: Evidence = "shipment"
    stage: Stage = "pre-loading"
    aliases: tuple[Line, ...] = ()


class GoodsLine(Fact):
    """One line of goods with its own specification. `line` counts from 1 and may be left out."""

    line: Annotated[int, Field(ge=1)]
    description: Local
    model: Line | None = None
    hs_code: HsCode | None = None
    origin: Country | None = None
    quantity: QuantityText
    tolerance: PercentText = Decimal(0)
    unit_price: UnitPriceText
    packing: Local | None = None
    characteristics: Annotated[tuple[Characteristic, ...], Field(min_length=1)]

    @property
    def amount(self) -> Money:
        """Quantity times unit price, rounded to the currency's minor unit."""
        return self.unit_price.total(self.quantity)

    @model_validator(mode="after")
    def _consistent(self) -> GoodsLine:
        try:
            self.unit_price.total(self.quantity)
        except ValueError as error:
            raise at("unit_price", str(error)) from error
        names = [name.casefold() for item in self.characteristics for name in (item.name, *item.aliases)]
        twice = sorted({name for name in names if names.count(name) > 1})
        if twice:
            raise at(
                "characteristics",
                say(
                    "two characteristics share the name {name!r}; a name or alias means one thing",
                    name=twice[0],
                ),
            )
        return self


class Delivery(Fact):
    """The delivery term (Incoterms® rule, named place, edition) and how the goods travel."""

    incoterm: Incoterm
    place: Local
    edition: Literal["2020"] = "2020"
    mode: Mode
    port_of_loading: Local | None = None
    port_of_destination: Local | None = None
    partial_shipments: Literal["allowed", "not allowed"] = "not allowed"
    transhipment: Literal["allowed", "not allowed"] = "allowed"

    @property
    def term(self) -> str:
        """The rule, the place and the edition as one string (`FOB Ningbo, Incoterms® 2020`)."""
        return f"{self.incoterm} {self.place.en}, Incoterms® {self.edition}"


class Window(Fact):
    """From the first to the last day of shipment, both included."""

    first: Day = Field(alias="from")
    last: Day = Field(alias="to")

    @model_validator(mode="after")
    def _in_order(self) -> Window:
        if self.first > self.last:
            raise at(
                "to",
                say(
                    "the window ends on {last} before it begins on {first}", last=self.last, first=self.first
                ),
            )
        return self


class LineShare(Fact):
    """How much of one goods line travels in a shipment."""

    line: Annotated[int, Field(ge=1)]
    quantity: QuantityText


class Shipment(Fact):
    """One shipment. Without `lines` it carries all goods in full; `number` counts from 1."""

    number: Annotated[int, Field(ge=1)]
    window: Window
    lines: tuple[LineShare, ...] = ()


class LetterOfCredit(Fact):
    """What the buyer's credit must be like."""

    opening_days: Annotated[int, Field(ge=1)] = 30
    presentation_days: Annotated[int, Field(ge=1, le=21)] = 21
    confirmed: bool = False
    place_of_expiry: Local


class PaymentPart(Fact):
    """One part of the price: how and when it is paid. `days` count after the trigger `after`."""

    share: PercentText
    method: PaymentMethod
    days: Annotated[int, Field(ge=0)] | None = None
    after: Trigger | None = None


class Aql(Fact):
    """Acceptance quality limits for each defect class, in percent nonconforming (ISO 2859-1)."""

    critical: Decimal
    major: Decimal
    minor: Decimal


class Inspection(Fact):
    """Who inspects before shipment, by which plan, at whose cost, and with what effect.

    `aql` and `level` are for lots of pieces; bulk goods name their sampling standard in `standard` only.
    """

    bodies: Annotated[tuple[Line, ...], Field(min_length=1)]
    place: Local
    standard: Line = "ISO 2859-1:2026"
    level: Level | None = None
    aql: Aql | None = None
    notice_days: Annotated[int, Field(ge=1)] = 5
    cost: Side = "seller"
    reinspection_cost: Side = "seller"
    effect: Literal["final", "loading-with-reinspection"] = "loading-with-reinspection"

    @model_validator(mode="after")
    def _plan_complete(self) -> Inspection:
        if (self.aql is None) != (self.level is None):
            missing = "level" if self.level is None else "aql"
            raise ValueError(
                say(
                    "a sampling plan needs both an inspection level and AQLs; `{missing}` is missing",
                    missing=missing,
                )
            )
        return self


class Claims(Fact):
    """Days in which a claim must be raised, counted from arrival at the destination, and how it is answered."""

    quantity_days: Annotated[int, Field(ge=1)] = 15
    quality_days: Annotated[int, Field(ge=1)] = 30
    latent_days: Annotated[int, Field(ge=1, le=730)] = 180
    answer_days: Annotated[int, Field(ge=1)] = 15


class Remedies(Fact):
    """The graded settlement of quality claims: discount or refund, free replenishment, offset."""

    minor_discount_cap: PercentText = Decimal(10)
    replenish_days: Annotated[int, Field(ge=1)] = 30
    settle_days: Annotated[int, Field(ge=1)] = 15
    liability_cap: PercentText = Decimal(100)


class LateDelivery(Fact):
    """Liquidated damages for late delivery: rate per started week and cap, of the price of the late goods."""

    rate_per_week: PercentText = Decimal("0.5")
    cap: PercentText = Decimal(5)
    cancel_after_weeks: Annotated[int, Field(ge=1)] = 10


class Law(Fact):
    """The governing law and whether the CISG applies to the contract."""

    governing: Local
    cisg: Literal["applies", "excluded"]


def _as_count(value: Any) -> Any:
    return int(value) if isinstance(value, str) and value.isdecimal() else value


class Disputes(Fact):
    """Negotiation, then arbitration at one institution."""

    negotiation_days: Annotated[int, Field(ge=1)] = 30
    institution: Institution
    seat: Local
    language: Literal["English", "Chinese"]
    arbitrators: Annotated[Literal[1, 3], BeforeValidator(_as_count)]
    arbitration_law: Local | None = None


class ClauseChoice(Fact):
    """What the deal takes from one clause: a position other than standard, other values, or leaving it out."""

    clause: ClauseId
    position: Literal["standard", "fallback-1", "fallback-2"] = "standard"
    omit: bool = False
    reason: Line | None = None


class Deal(Fact):
    """One transaction. `our_side` says whether the writer of the file sells or buys."""

    contract_no: Line
    date: Day
    place: Local
    our_side: Side
    language: Literal["en", "zh", "en-zh"] = "en-zh"
    prevailing: Literal["English", "Chinese"] = "English"
    seller: Party
    buyer: Party
    currency: Annotated[str, BeforeValidator(lambda code: currency(code) if isinstance(code, str) else code)]
    goods: Annotated[tuple[GoodsLine, ...], Field(min_length=1)]
    delivery: Delivery
    shipments: Annotated[tuple[Shipment, ...], Field(min_length=1)]
    payment: Annotated[tuple[PaymentPart, ...], Field(min_length=1)]
    letter_of_credit: LetterOfCredit | None = None
    inspection: Inspection
    documents: Annotated[tuple[Local, ...], Field(min_length=1)]
    claims: Claims = Claims()
    remedies: Remedies = Remedies()
    late_delivery: LateDelivery = LateDelivery()
    warranty_months: Annotated[int, Field(ge=1)] = 12
    law: Law
    disputes: Disputes
    clauses: tuple[ClauseChoice, ...] = ()

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
        for check in (_numbers_differ, _one_currency, _shares_are_whole, _shipments_fit, _credit_described):
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
