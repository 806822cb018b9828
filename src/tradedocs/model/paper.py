"""A document of the inspection as facts: what it says, cell by cell, in the languages of the contract."""

from __future__ import annotations

from typing import Literal

from tradedocs.model.annex import AnnexColumn, Texts
from tradedocs.model.base import Fact
from tradedocs.model.clause import Language

NoticeKind = Literal[
    "release-note",
    "release-under-concession",
    "hold-notice",
    "non-conformity-notice",
    "re-inspection-request",
    "credit-view",
]
"""The documents that a check gives."""
SettlementPaperKind = Literal[
    "settlement-agreement", "credit-note", "replacement-invoice", "offset-agreement", "eight-d"
]
"""The documents by which a claim is settled and closed."""
PaperKind = (
    NoticeKind
    | SettlementPaperKind
    | Literal["inspection-order", "inspection-checklist", "claim-letter", "credit-amendment-request"]
)


class PaperTable(Fact):
    """A table.

    `height` is the least height of its rows in millimetres, for forms that are filled in by hand; `together` holds all
    rows on one page.
    """

    columns: tuple[AnnexColumn, ...]
    rows: tuple[tuple[Texts, ...], ...]
    height: int = 0
    together: bool = False


class PaperSection(Fact):
    """A part of the document under its title; a letter has parts without one.

    Attributes:
        facts: label and what it says, a paragraph each.
        lead, notes: sentences before and after the tables, each once a language.
        signatures: what stands over each line to sign on.
        new_page: whether it begins a page.
    """

    title: Texts
    facts: tuple[tuple[Texts, Texts], ...] = ()
    lead: tuple[Texts, ...] = ()
    notes: tuple[Texts, ...] = ()
    tables: tuple[PaperTable, ...] = ()
    signatures: tuple[Texts, ...] = ()
    new_page: bool = False


class LetterFrame(Fact):
    """What stands around a letter.

    Attributes:
        sender: the names of who sends it; `sender_lines` its address and how to reach it.
        to: the addressee with its address, line by line.
        day: of the letter.
        foot: stands on every page: claim and head of the ledger.
    """

    sender: Texts
    sender_lines: Texts
    to: Texts
    day: Texts
    foot: str


class Paper(Fact):
    """One document. `mark` stands on every page where it must not be sent yet; empty otherwise.

    `letter` is there where the document is a letter; its title is then the subject.
    """

    kind: PaperKind
    contract_no: str
    languages: tuple[Language, ...]
    title: Texts
    facts: tuple[tuple[Texts, Texts], ...]
    sections: tuple[PaperSection, ...]
    mark: str = ""
    letter: LetterFrame | None = None
