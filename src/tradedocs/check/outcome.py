"""What a comparison says."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Outcome(Enum):
    """Whether a value meets its requirement, fails it, or cannot be told."""

    MEETS = "meets"
    FAILS = "fails"
    UNCLEAR = "unclear"


@dataclass(frozen=True)
class Comparison:
    """An outcome with its reason code (`met`, `outside`, `unit`, `doubt`, …) and the words for a person."""

    outcome: Outcome
    reason: str
    words: str


def met(words: str) -> Comparison:
    """The value meets the requirement."""
    return Comparison(Outcome.MEETS, "met", words)


def outside(words: str) -> Comparison:
    """The value does not meet the requirement."""
    return Comparison(Outcome.FAILS, "outside", words)


def unclear(reason: str, words: str) -> Comparison:
    """It cannot be told, for this reason."""
    return Comparison(Outcome.UNCLEAR, reason, words)
