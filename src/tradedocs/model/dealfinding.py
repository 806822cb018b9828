"""What the rules of a deal say."""

from __future__ import annotations

import re
from typing import Literal

from tradedocs.model.base import Fact, Source
from tradedocs.model.day import Day

Severity = Literal["error", "warning", "info"]
Suppressible = bool | Literal["warnings"]
Way = tuple[str | int, ...]

_STEP = re.compile(r"([^.\[\]]+)|\[(\d+)\]")


def path_of(way: Way) -> str:
    """The way into a deal file as users write it (`goods[1].tolerance`): entries of a list count from 1."""
    out = ""
    for part in way:
        out += f"[{part + 1}]" if isinstance(part, int) else f".{part}" if out else part
    return out


def way_of(path: str) -> Way:
    """The way that `path_of` spells."""
    return tuple(int(match[2]) - 1 if match[2] else match[1] for match in _STEP.finditer(path))


class DealFinding(Fact):
    """What one rule says of a deal.

    Attributes:
        rule: the rule's id (`T13`).
        severity: an error stops the contract; a warning is shown; an info is for the memo to the lawyers.
        message: the fact, with the arithmetic.
        way_out: what to do now.
        ways: the ways into the deal file that it rests on; the first is where it is shown.
        clause: the clause that it is about, where it is about one.
    """

    rule: str
    severity: Severity
    message: str
    way_out: str
    ways: tuple[Way, ...]
    clause: str | None = None


class PlacedFinding(DealFinding):
    """A finding with its place in the deal file. `excerpt` is the line with a caret."""

    source: Source
    excerpt: str


class DealJudgement(Fact):
    """Everything that the rules say of one deal file, in the order of its lines.

    `suppressed` are findings that the deal file silences, with a reason there.
    """

    file: str
    contract_no: str
    as_of: Day
    findings: tuple[PlacedFinding, ...]
    suppressed: tuple[PlacedFinding, ...]

    def count(self, severity: Severity) -> int:
        """How many findings have that severity."""
        return sum(one.severity == severity for one in self.findings)
