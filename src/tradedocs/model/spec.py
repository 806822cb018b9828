"""What the goods must show before shipment: the machine-readable half of a contract.

A Spec is embedded in the contract file and travels with it. Its JSON form (`Spec.canonical`) is versioned and
the same bytes for the same Spec, so that its hash can be recorded.
"""

from __future__ import annotations

import hashlib
import json
from decimal import Decimal
from functools import cached_property
from typing import Any

from tradedocs.model.amount import PercentText, QuantityText
from tradedocs.model.base import Fact
from tradedocs.model.day import Day
from tradedocs.model.goods import Characteristic, CharacteristicClass
from tradedocs.model.party import Side
from tradedocs.model.terms import (
    PACKED_PERCENT,
    TYPE_TEST_DAYS,
    VALID_DAYS,
    Aql,
    Decision,
    Level,
    Rounding,
    Window,
)
from tradedocs.model.text import Line

SPEC_VERSION = 1


class SpecParty(Fact):
    """A party by the names that reports may print."""

    name: Line
    name_zh: Line | None = None


class SpecLine(Fact):
    """One goods line: what it is, how much of it, and what it must show."""

    line: int
    description: Line
    description_zh: Line | None = None
    model: Line | None = None
    quantity: QuantityText
    tolerance: PercentText
    characteristics: tuple[Characteristic, ...]


class SpecShare(Fact):
    """How much of one goods line a shipment carries."""

    line: int
    quantity: QuantityText


class SpecShipment(Fact):
    """One shipment: its window and what it carries."""

    number: int
    window: Window
    lines: tuple[SpecShare, ...]


class SpecInspection(Fact):
    """Who inspects, by which sampling plan, and how a value is decided on.

    Attributes:
        standard_required: the contract or the credit calls for the sampling standard by its name.
        places: where the goods are inspected, by the names that the contract has for it.
        decision: how the measurement uncertainty counts; None where the contract does not say.
        guarded: the classes of characteristics that a guard band is agreed for; the others are decided simply.
        rounding, accredited, packed_percent, type_test_days, valid_days: as the deal file has them.
    """

    bodies: tuple[Line, ...]
    standard: Line
    level: Level | None = None
    aql: Aql | None = None
    standard_required: bool = False
    places: tuple[Line, ...] = ()
    decision: Decision | None = None
    guarded: tuple[CharacteristicClass, ...] = ()
    rounding: Rounding = "full-value"
    accredited: bool = False
    packed_percent: PercentText = PACKED_PERCENT
    type_test_days: int = TYPE_TEST_DAYS
    valid_days: int = VALID_DAYS


class SpecDocument(Fact):
    """A document that is presented, in the words of the contract or the credit, and who issues it where agreed."""

    name: Line
    name_zh: Line | None = None
    issuer: Line | None = None


class SpecCredit(Fact):
    """The dates of the letter of credit that a certificate is held against."""

    presentation_days: int
    latest_shipment: Day | None = None
    expiry: Day | None = None


class Spec(Fact):
    """Everything that the check holds reports against.

    `back_to_back`: the goods are sold on as they are bought, so a concession needs the end buyer's consent too.
    """

    version: int = SPEC_VERSION
    contract_no: Line
    contract_date: Day
    our_side: Side
    seller: SpecParty
    buyer: SpecParty
    lines: tuple[SpecLine, ...]
    shipments: tuple[SpecShipment, ...]
    inspection: SpecInspection
    credit_tolerance: PercentText | None = None
    documents: tuple[SpecDocument, ...] = ()
    credit: SpecCredit | None = None
    back_to_back: bool = False

    def line(self, number: int) -> SpecLine:
        """The goods line of that number; KeyError when there is none."""
        for line in self.lines:
            if line.line == number:
                return line
        raise KeyError(number)

    @cached_property
    def canonical_text(self) -> str:
        """What `canonical` gives."""
        data = self.model_dump(mode="json", by_alias=True)
        # A Spec of before these keys keeps its bytes and so its hash.
        _without_defaults(data["inspection"], _LATER)
        _without_defaults(
            data, {"credit_tolerance": None, "documents": [], "credit": None, "back_to_back": False}
        )
        return json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":"))

    def canonical(self) -> str:
        """The JSON text that is embedded and hashed: sorted keys, no blanks, requirements as text."""
        return self.canonical_text

    @cached_property
    def sha256(self) -> str:
        """The hash of the canonical form, in hexadecimal."""
        return hashlib.sha256(self.canonical_text.encode()).hexdigest()


_LATER: dict[str, Any] = {
    "standard_required": False,
    "places": [],
    "decision": None,
    "guarded": [],
    "rounding": "full-value",
    "accredited": False,
    "packed_percent": f"{PACKED_PERCENT} %",
    "type_test_days": TYPE_TEST_DAYS,
    "valid_days": VALID_DAYS,
}
"""What contracts that were signed before do not say, and what counts for them: left out of the canonical form, so
that the hash of a Spec stays what it was."""


def _without_defaults(data: dict[str, Any], defaults: dict[str, Any]) -> None:
    for key, default in defaults.items():
        if data[key] == default:
            del data[key]


def tolerated(quantity: Decimal, tolerance: Decimal) -> tuple[Decimal, Decimal]:
    """The least and the most that a quantity with a tolerance in percent allows."""
    part = quantity * tolerance / 100
    return quantity - part, quantity + part
