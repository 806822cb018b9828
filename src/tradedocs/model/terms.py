"""The commercial terms of a deal: delivery, payment, inspection, claims, law and disputes."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, model_validator

from tradedocs.model.amount import PercentText, QuantityText, currency
from tradedocs.model.base import Fact
from tradedocs.model.day import Day
from tradedocs.model.party import Side
from tradedocs.model.shapes import Local, LocalText, as_local
from tradedocs.model.text import Line
from tradedocs.model.told import at
from tradedocs.ui import say

Incoterm = Literal["EXW", "FCA", "CPT", "CIP", "DAP", "DPU", "DDP", "FAS", "FOB", "CFR", "CIF"]
Mode = Literal["sea", "air", "road", "rail", "courier", "multimodal"]
PaymentMethod = Literal["tt-advance", "tt-balance", "lc-sight", "lc-usance", "dp-sight", "da", "open-account"]
Trigger = Literal[
    "contract-date", "proforma-date", "invoice-date", "shipment-date", "bl-copy", "arrival-date"
]
Institution = Literal["CIETAC", "HKIAC", "SIAC", "ICC", "LCIA", "SHIAC", "SCIA", "BAC"]
Loading = Literal["FCL", "LCL", "bulk", "breakbulk"]
TransportDocument = Literal[
    "bl-order",
    "bl-straight",
    "sea-waybill",
    "air-waybill",
    "multimodal",
    "rail-waybill",
    "cmr",
    "post-receipt",
]
Cover = Literal["ICC (A)", "ICC (B)", "ICC (C)"]
Allowed = Literal["allowed", "not allowed"]
Level = Literal["S-1", "S-2", "S-3", "S-4", "I", "II", "III"]
Decision = Literal["simple", "guard-band"]
Rounding = Literal["full-value", "round-to-limit"]
TYPE_TEST_DAYS = 365
VALID_DAYS = 60
PACKED_PERCENT = Decimal(80)


class Delivery(Fact):
    """The delivery term (Incoterms® rule, named place, edition) and how the goods travel.

    `long_stop` is the last day on which late goods may still be delivered.
    """

    incoterm: Incoterm
    place: Local
    edition: Literal["2020"] = "2020"
    mode: Mode
    port_of_loading: Local | None = None
    port_of_destination: Local | None = None
    partial_shipments: Allowed = "not allowed"
    transhipment: Allowed = "allowed"
    loading: Loading | None = None
    transport_document: TransportDocument | None = None
    long_stop: Day | None = None

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
    """What the buyer's credit must be like.

    What is given a second time (tolerance, dates, documents) is what the credit itself will say: the deal rules
    hold it against the contract.
    """

    opening_days: Annotated[int, Field(ge=1)] = 30
    presentation_days: Annotated[int, Field(ge=1, le=21)] = 21
    confirmed: bool = False
    place_of_expiry: Local
    rules: Line = "UCP 600"
    open_by: Day | None = None
    latest_shipment: Day | None = None
    expiry: Day | None = None
    tolerance: PercentText | None = None
    partial_shipments: Allowed | None = None
    transhipment: Allowed | None = None
    documents: tuple[Local, ...] = ()


class Document(LocalText):
    """A document that the seller presents; how many of it, and who issues it, where that is agreed."""

    originals: Annotated[int, Field(ge=0)] | None = None
    copies: Annotated[int, Field(ge=0)] | None = None
    issuer: Local | None = None


class Insurance(Fact):
    """Cargo insurance that the seller owes: cover, percentage of the price, currency, and added risks."""

    cover: Cover
    percent: PercentText = Decimal(110)
    currency: (
        Annotated[str, BeforeValidator(lambda code: currency(code) if isinstance(code, str) else code)] | None
    ) = None
    war: bool = False
    strikes: bool = False


class QualityBasis(Fact):
    """What quality is measured by. `reference` names the standard, the sealed sample or the grade."""

    basis: Literal["specification", "standard", "sealed-sample", "grade"] = "specification"
    reference: Local | None = None

    @model_validator(mode="after")
    def _named(self) -> QualityBasis:
        if self.basis != "specification" and self.reference is None:
            raise at("basis", say("quality by {basis} needs `reference`: which one", basis=self.basis))
        return self


class QuantityBasis(Fact):
    """Who chooses within the tolerance, at which price the difference is paid, and which weight counts."""

    option: Side = "seller"
    difference_price: Literal["contract", "market"] = "contract"
    weight: Literal["net", "gross", "theoretical", "conditioned"] = "net"
    determined_at: Literal["loading", "discharge"] = "loading"


class Price(Fact):
    """How the price stands: fixed, or by formula; and a commission that it includes, in percent."""

    basis: Literal["fixed", "formula"] = "fixed"
    formula: Local | None = None
    commission: PercentText = Decimal(0)
    net: bool = False

    @model_validator(mode="after")
    def _formula_given(self) -> Price:
        if (self.basis == "formula") != (self.formula is not None):
            raise at("basis", say("a price by formula needs `formula`, and only that one has it"))
        return self


class Compliance(Fact):
    """What the law of either side asks for beyond the sale itself."""

    eu_no_reexport: bool = False
    end_use_statement: bool = False
    statutory_inspection: bool = False
    vat_invoice: bool = False
    foreign_element: Line | None = None


DocumentText = Annotated[Document, BeforeValidator(as_local, json_schema_input_type=Document | str)]


class PaymentPart(Fact):
    """One part of the price: how and when it is paid. `days` count after the trigger `after`.

    `nature` tells an advance from a deposit in the sense of articles 586 to 588 of the PRC Civil Code. `security` is
    what stands behind a part that is paid after the buyer can have the goods (credit insurance, a standby credit).
    """

    share: PercentText
    method: PaymentMethod
    nature: Literal["advance", "deposit"] = "advance"
    days: Annotated[int, Field(ge=0)] | None = None
    after: Trigger | None = None
    security: Line | None = None


class Aql(Fact):
    """Acceptance quality limits for each defect class, in percent nonconforming (ISO 2859-1)."""

    critical: Decimal
    major: Decimal
    minor: Decimal


class Inspection(Fact):
    """Who inspects before shipment, by which plan, at whose cost, and with what effect.

    `aql` and `level` are for lots of pieces; bulk goods name their sampling standard in `standard` only.

    Attributes:
        standard_required: whether the contract or the letter of credit calls for that standard by its name, so that an
            equivalent one will not do.
        decision: how the measurement uncertainty counts; None: as the clause inspection.decision-rule says in the
            position that the deal takes.
        rounding: whether a value is compared as reported, or rounded to the decimals of the limit first.
        accredited: whether the results must lie within the scope of an accreditation.
        packed_percent: how much of a lot of pieces must be packed when it is inspected.
        type_test_days: how much older than the contract a type test may be.
        valid_days: how long before the report the inspection may have been made.
    """

    bodies: Annotated[tuple[Line, ...], Field(min_length=1)]
    place: Local
    standard: Line = "ISO 2859-1:2026"
    level: Level | None = None
    aql: Aql | None = None
    standard_required: bool = False
    notice_days: Annotated[int, Field(ge=1)] = 5
    cost: Side = "seller"
    reinspection_cost: Side = "seller"
    effect: Literal["final", "loading-with-reinspection", "discharge", "splitting"] = (
        "loading-with-reinspection"
    )
    splitting_limit: PercentText | None = None
    umpire: Line | None = None
    decision: Decision | None = None
    rounding: Rounding = "full-value"
    accredited: bool = False
    packed_percent: Annotated[PercentText, Field(le=100)] = PACKED_PERCENT
    type_test_days: Annotated[int, Field(ge=1)] = TYPE_TEST_DAYS
    valid_days: Annotated[int, Field(ge=1)] = VALID_DAYS

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

    @model_validator(mode="after")
    def _splitting_complete(self) -> Inspection:
        if self.effect == "splitting" and (self.splitting_limit is None or self.umpire is None):
            raise at("effect", say("splitting the difference needs `splitting_limit` and `umpire`"))
        return self


class Claims(Fact):
    """Days in which a claim must be raised, what they count from, and how it is answered."""

    quantity_days: Annotated[int, Field(ge=1)] = 15
    quality_days: Annotated[int, Field(ge=1)] = 30
    latent_days: Annotated[int, Field(ge=1, le=730)] = 180
    answer_days: Annotated[int, Field(ge=1)] = 15
    start: Literal["arrival", "discharge", "receipt"] = "arrival"


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
    arbitrators: Annotated[int, Field(ge=1, le=5), BeforeValidator(_as_count)]
    arbitration_law: Local | None = None
