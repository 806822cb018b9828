"""The other side's copy of a contract, or its own paper, held against what was sent and against the library."""

from __future__ import annotations

from typing import Literal

from tradedocs.errors import DONE, LOOK, REJECTED
from tradedocs.model.authority import Authority
from tradedocs.model.base import Fact
from tradedocs.model.clause import Position
from tradedocs.model.day import Day
from tradedocs.model.revision import Edit, Proposal
from tradedocs.model.text import Line

Standing = Literal[
    "unchanged", "trivial", "standard", "fallback-1", "fallback-2", "deviation", "missing", "new", "elsewhere"
]
Proof = Literal["ledger", "sent-file", "file", "none"]
HitKind = Literal[
    "forbidden", "look", "must-have", "beyond-range", "value", "languages-differ", "unapproved", "reference"
]


class ValueFound(Fact):
    """A value of a clause as the returned text has it.

    `sent` is what was sent, None where nothing was; `needed` the level that may agree to the value, None where no
    level may or where the value is no number. `ranges` are those of the clause's playbook, empty where it has none.
    """

    variable: str
    sent: str | None
    found: str
    ranges: str
    needed: Authority | None


class Hit(Fact):
    """What a rule says of a clause. A hit that forbids can be accepted by nobody."""

    kind: HitKind
    what: str

    @property
    def forbids(self) -> bool:
        """Whether nobody may take it."""
        return self.kind in ("forbidden", "beyond-range")


class Acceptance(Fact):
    """A named person's yes to one change, as the ledger holds it."""

    by: Line
    authority: Authority
    on: Day
    reason: Line
    silent: bool
    row: int


class Card(Fact):
    """One clause that is not as it was sent, one that is new, or everything outside the clauses.

    Attributes:
        ref: the name by which it is accepted: the clause's id, `new-1`, `elsewhere`.
        silent: whether anything of it was changed without a mark.
        edits, proposals: against what was sent, as `contract verify` tells them; empty on a foreign paper.
        nearest: the library's position that it is or comes nearest to; `against` is the difference to it.
        needs: the lowest level that may accept it; None where nobody may.
        sent_sha256, returned_sha256: the hashes of the two texts, to which an acceptance is bound.
    """

    ref: str
    id: str | None
    number: str | None
    title: str
    standing: Standing
    moved: bool = False
    silent: bool = False
    edits: tuple[Edit, ...] = ()
    proposals: tuple[Proposal, ...] = ()
    nearest: Position | None = None
    against: tuple[Edit, ...] = ()
    values: tuple[ValueFound, ...] = ()
    hits: tuple[Hit, ...] = ()
    needs: Authority | None = "sales"
    sent_sha256: str = ""
    returned_sha256: str = ""
    accepted: Acceptance | None = None

    @property
    def forbidden(self) -> bool:
        """Whether nobody may take it."""
        return any(hit.forbids for hit in self.hits)

    @property
    def grave(self) -> bool:
        """Whether it is forbidden, or changes more than signs without a mark."""
        return self.forbidden or (self.silent and self.standing != "trivial")

    @property
    def within(self) -> bool:
        """Whether sales may take it as it is: the standard text with values of the sales level, or mere signs."""
        return (
            self.standing in ("unchanged", "trivial", "standard")
            and self.needs == "sales"
            and not (self.silent or self.hits or self.moved)
        )

    @property
    def code(self) -> int:
        """The exit code that it calls for."""
        if self.accepted is not None or self.within:
            return DONE
        return REJECTED if self.grave else LOOK


class Placed(Fact):
    """A clause of the library that was found in a foreign paper as it stands there."""

    id: str
    title: str
    position: Position


class Comparison(Fact):
    """The other side's paper, compared.

    Attributes:
        kind: whether it is a copy of a contract that was sent, or a paper of the other side's own.
        proof: what shows the text that was sent: the ledger, the file named with --sent, or only the returned file
            itself; `none` on a foreign paper.
        cards: what is to be looked at, the gravest first.
        unchanged: clauses that read as they were sent.
        placed: on a foreign paper, clauses that read as the library has them.
        missing: clauses that the deal or the house's list asks for and that are not there.
        unplaced: texts of a foreign paper that are no clause of the library.
        unseen: text that a reader of the pages does not see (hidden, white, tiny): a change without a mark.
        not_compared: parts of the file that nobody has compared.
    """

    file: str
    sha256: str
    kind: Literal["returned", "foreign"]
    contract_no: str | None
    proof: Proof
    cards: tuple[Card, ...]
    unchanged: tuple[str, ...] = ()
    placed: tuple[Placed, ...] = ()
    missing: tuple[str, ...] = ()
    unplaced: tuple[str, ...] = ()
    comments: tuple[tuple[str, str], ...] = ()
    problems: tuple[str, ...] = ()
    unseen: tuple[str, ...] = ()
    not_compared: tuple[str, ...] = ()

    @property
    def code(self) -> int:
        """0: nothing beyond standard; 10: a person must decide or look; 20: silent or forbidden changes."""
        codes = {card.code for card in self.cards}
        if REJECTED in codes or self.unseen:
            return REJECTED
        open_ = self.problems or self.not_compared or self.missing or self.unplaced
        return LOOK if LOOK in codes or open_ or self.proof == "file" else DONE
