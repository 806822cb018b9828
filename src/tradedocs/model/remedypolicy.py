"""The house's own rules of settling: who may offer how much, how much goodwill, and what comes first in which case."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from tradedocs.model.amount import PercentText
from tradedocs.model.authority import Authority, SpanText
from tradedocs.model.base import Fact
from tradedocs.model.settling import RemedyKind

Grade = Literal[
    "minor",
    "over-limit",
    "batch",
    "safety",
    "shortage",
    "perception",
    "transport",
    "misuse",
    "undecided",
]
GRADES: tuple[Grade, ...] = (
    "minor", "over-limit", "batch", "safety", "shortage", "perception", "transport", "misuse", "undecided",
)  # fmt: skip


class RemedyPolicy(Fact):
    """The packaged rules, and in a workspace whatever its `claims-authority.yaml` sets otherwise.

    Attributes:
        authority: up to which share of the price of the lot each level may offer; above them all, `beyond`.
        legal: what only the legal team may decide, whatever its money.
        goodwill: the range of a goodwill discount for each grade, in percent of the price of the goods concerned.
        order: which remedy comes first in each grade; what is not named follows in the order of the program.
    """

    version: Literal["1"] = "1"
    authority: dict[Authority, PercentText] = Field(default_factory=dict)
    beyond: Authority = "board"
    legal: tuple[RemedyKind, ...] = ()
    goodwill: dict[Grade, SpanText] = Field(default_factory=dict)
    order: dict[Grade, tuple[RemedyKind, ...]] = Field(default_factory=dict)
