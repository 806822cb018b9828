"""The Incoterms® rules: who carries, insures and clears, and what the named place is."""

from __future__ import annotations

from functools import cache
from typing import Literal

from pydantic import Field

from tradedocs.model.base import Fact
from tradedocs.model.day import Day
from tradedocs.model.party import Side
from tradedocs.model.shapes import LocalText
from tradedocs.model.terms import Cover, Incoterm
from tradedocs.model.text import Line
from tradedocs.registers.packaged import Register, packaged

NamedPlace = Literal["delivery", "destination", "port-of-shipment", "port-of-destination"]


class Duty(Fact):
    """The insurance that a rule makes one side take out: at least this cover, for this percentage of the price."""

    by: Side
    cover: Cover
    percent: int


class Rule(Fact):
    """One rule of the edition in force.

    Attributes:
        mode: `sea` for sea and inland waterway only.
        place: what the named place is.
        risk: when it passes.
        carriage: who makes the main contract of carriage.
        insurance: None where neither side owes it.
        export, import_: who clears the goods.
        containers: whether it fits goods that are handed over in containers; `instead` is the rule that does.
    """

    code: Incoterm
    mode: Literal["any", "sea"]
    place: NamedPlace
    risk: LocalText
    carriage: Side
    insurance: Duty | None = None
    export: Side
    import_: Side = Field(alias="import")
    containers: bool
    instead: Incoterm | None = None


class DeadTerm(Fact):
    """A name that stands for no rule of the edition in force. `also` and `zh` are other forms of it."""

    name: Line
    also: tuple[Line, ...] = ()
    zh: tuple[Line, ...] = ()
    replaced_by: tuple[Incoterm, ...]
    last_edition: Line | None = None
    ended: Day | None = None


class Incoterms(Register):
    """The register of Incoterms rules."""

    source: Line
    in_force_from: Day
    rules: tuple[Rule, ...]
    dead: tuple[DeadTerm, ...]


@cache
def incoterms() -> Incoterms:
    """All rules, and the dead names."""
    return packaged("incoterms", Incoterms)


def incoterm(code: Incoterm) -> Rule:
    """The rule of that code."""
    return next(rule for rule in incoterms().rules if rule.code == code)
