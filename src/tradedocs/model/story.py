"""The story of one lot, from the clauses of its contract to the settlement of its claim, as the ledger tells it."""

from __future__ import annotations

from typing import Literal

from tradedocs.model.anchor import Anchor
from tradedocs.model.base import Fact

Subject = Literal["contract", "lot", "report", "claim"]
SUBJECTS: tuple[Subject, ...] = ("contract", "lot", "report", "claim")
Phase = Literal["clauses", "contract", "inspection", "claim", "settlement", "prevention"]
Tone = Literal["plain", "good", "wait", "bad"]
FileState = Literal["present", "missing", "altered", "elsewhere"]
"""`elsewhere`: the ledger keeps the hash alone, and no file with it was found in the workspace."""


class TracedFile(Fact):
    """A file that an event names by its hash, and whether it lies in the workspace as it was."""

    name: str
    sha256: str
    state: FileState
    path: str | None = None


class Event(Fact):
    """One row of the ledger in words.

    `at` is the moment with its offset, as the row has it.
    """

    row: int
    at: str
    kind: str
    phase: Phase
    tone: Tone = "plain"
    title: str
    details: tuple[str, ...] = ()
    by: str | None = None
    files: tuple[TracedFile, ...] = ()


class Story(Fact):
    """Everything about one subject, oldest first.

    Attributes:
        contracts, lots, reports, claims: what the story is about, by number.
        breaks: what the story cannot be relied on for: a file that was altered, a claim without its contract.
        head: the last row of the ledger, which the story was told from.
    """

    subject: Subject
    name: str
    contracts: tuple[str, ...]
    lots: tuple[str, ...] = ()
    reports: tuple[str, ...] = ()
    claims: tuple[str, ...] = ()
    events: tuple[Event, ...]
    breaks: tuple[str, ...] = ()
    head: Anchor
