"""The commercial terms of a deal: delivery, payment, inspection, claims, law and disputes."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, model_validator

from tradedocs.model.amount import PercentText, QuantityText
from tradedocs.model.base import Fact
from tradedocs.model.day import Day
from tradedocs.model.party import Side
from tradedocs.model.shapes import Local
from tradedocs.model.text import Line
from tradedocs.model.told import at
from tradedocs.ui import say

Incoterm = Literal["EXW", "FCA", "CPT", "CIP", "DAP", "DPU", "DDP", "FAS", "FOB", "CFR", "CIF"]
Mode = Literal["sea", "air", "road", "rail", "courier", "multimodal"]
PaymentMethod = Literal["tt-advance", "tt-balance", "lc-sight", "lc-usance", "dp-sight", "da", "open-account"]
Trigger = Literal[
    "contract-date", "proforma-date", "invoice-date", "shipment-date", "bl-copy", "arrival-date"
]
Institution = Literal["CIETAC", "HKIAC", "SIAC", "ICC", "LCIA"]
Level = Literal["S-1", "S-2", "S-3", "S-4", "I", "II", "III"]


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
