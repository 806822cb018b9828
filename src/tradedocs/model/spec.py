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
from tradedocs.model.goods import Characteristic
from tradedocs.model.party import Side
from tradedocs.model.terms import Aql, Level, Window
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
    """Who inspects and by which sampling plan."""

    bodies: tuple[Line, ...]
    standard: Line
    level: Level | None = None
    aql: Aql | None = None


class Spec(Fact):
    """Everything that the check holds reports against."""

    version: int = SPEC_VERSION
    contract_no: Line
    contract_date: Day
    our_side: Side
    seller: SpecParty
    buyer: SpecParty
    lines: tuple[SpecLine, ...]
    shipments: tuple[SpecShipment, ...]
    inspection: SpecInspection

    def line(self, number: int) -> SpecLine:
        """The goods line of that number; KeyError when there is none."""
        for line in self.lines:
            if line.line == number:
                return line
        raise KeyError(number)

    @cached_property
    def canonical_text(self) -> str:
        """What `canonical` gives."""
        data = self.model_dump(mode="json", by_alias=True, exclude={"lines"})
        told = {key: _json(value) for key, value in data.items()} | {"lines": self.lines_text}
        return "{" + ",".join(f'"{key}":{told[key]}' for key in sorted(told)) + "}"

    @cached_property
    def lines_text(self) -> str:
        """The goods lines as `canonical` spells them: two Specs with the same text show the same tables."""
        return _json(self.model_dump(mode="json", by_alias=True, include={"lines"})["lines"])

    def canonical(self) -> str:
        """The JSON text that is embedded and hashed: sorted keys, no blanks, requirements as text."""
        return self.canonical_text

    @cached_property
    def sha256(self) -> str:
        """The hash of the canonical form, in hexadecimal."""
        return hashlib.sha256(self.canonical_text.encode()).hexdigest()


def _json(data: Any) -> str:
    return json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def tolerated(quantity: Decimal, tolerance: Decimal) -> tuple[Decimal, Decimal]:
    """The least and the most that a quantity with a tolerance in percent allows."""
    part = quantity * tolerance / 100
    return quantity - part, quantity + part
