"""What is open today in a workspace, and whether the program can work there."""

from __future__ import annotations

from typing import Literal

from tradedocs.model.base import Fact
from tradedocs.model.day import Day

Health = Literal["ok", "warn", "bad", "off"]
"""`off`: something optional is not installed."""


class Checkup(Fact):
    """One thing that was looked at: what it is, how it is, in words, and what to do where it is not well."""

    name: str
    health: Health
    words: str
    way_out: str = ""


OpenKind = Literal["draft", "unsigned", "shipment", "claim", "approval"]
KINDS: tuple[OpenKind, ...] = ("claim", "shipment", "unsigned", "draft", "approval")
"""The order in which they press."""


class OpenItem(Fact):
    """One thing that somebody has to do.

    Attributes:
        about: the number of the contract, claim or clause.
        day: until when; None where there is no day.
        passed: whether that day is over.
        next: the command or the act that is next.
    """

    kind: OpenKind
    about: str
    words: str
    day: Day | None = None
    passed: bool = False
    next: str = ""
