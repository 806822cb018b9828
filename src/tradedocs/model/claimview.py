"""What a claim's dates are, for showing them: each with where it comes from and how it was counted."""

from __future__ import annotations

from typing import Literal

from tradedocs.model.base import Fact
from tradedocs.model.day import Day
from tradedocs.model.party import Side
from tradedocs.model.shapes import LocalText

DeadlineState = Literal["met", "late", "due", "passed", "unknown", "note"]
"""`met`: done in time; `late`: done after it; `due`: still open; `passed`: not done and over; `unknown`: a day is
missing; `note`: a rule without a day of its own, or a day that somebody may use and need not."""


class Deadline(Fact):
    """One date of a claim.

    Attributes:
        key: its name in the program, stable (`window.quality`).
        day: the last day; None where it cannot be counted yet, or the rule gives none.
        arithmetic: how it was counted (`2026-10-10 + 30 days = 2026-11-09`).
        source: the article of the contract, or the provision of the law, convention or rule.
        whose: who must act; None for a note.
        done: the day on which it was done.
        missing: the key of claim.yaml that it needs.
        stopped_by: why nobody may rely on it, or perhaps not: provisions and rows of the ledger; empty where it is in
            time.
    """

    key: str
    what: LocalText
    day: Day | None = None
    arithmetic: str = ""
    source: str
    whose: Side | None
    state: DeadlineState
    done: Day | None = None
    missing: str | None = None
    stopped_by: tuple[str, ...] = ()


class Bar(Fact):
    """A row of the ledger that keeps the seller from relying on windows and finality (CISG article 40).

    `characteristic` is what it is about; None where it is about the whole lot.
    """

    row: int
    kind: str
    what: str
    characteristic: str | None = None


class Passage(Fact):
    """What the contract says of one thing: the number of the paragraph and its words."""

    number: str
    words: str


class Required(Fact):
    """A characteristic and what is asked of it."""

    name: str
    requirement: str
    method: str | None = None
    characteristic_class: str


class CheckOnFile(Fact):
    """A check of the shipment that is on record: its row, day, verdict, and the reports that it read."""

    row: int
    on: Day
    verdict: str
    reports: tuple[str, ...] = ()


class UnderContract(Fact):
    """What the contract says to the complaint, and what was on file about the goods.

    Attributes:
        goods: the goods line.
        required: the characteristic that it is about; all of the line where it names none.
        plan: the sampling plan; None where the goods are not sampled by pieces.
        evidence: what the buyer has to hand in.
        remedies: the graded remedies, the first paragraph of each article.
        checks: of the shipment, oldest first.
    """

    goods: str
    required: tuple[Required, ...] = ()
    plan: str | None = None
    evidence: tuple[Passage, ...] = ()
    remedies: tuple[Passage, ...] = ()
    checks: tuple[CheckOnFile, ...] = ()
