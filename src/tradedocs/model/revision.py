"""What a contract file that came back says otherwise than the one that was sent."""

from __future__ import annotations

from typing import Literal

from tradedocs.model.base import Fact
from tradedocs.model.clause import Language

WordsKind = Literal["same", "removed", "added"]
ClauseState = Literal["untouched", "edited", "removed", "foreign"]


class Words(Fact):
    """A stretch of a text that stayed, went or came."""

    kind: WordsKind
    text: str


class Proposal(Fact):
    """A tracked change: what somebody proposes, as the file says it. The name is what their program wrote."""

    kind: Literal["inserts", "deletes", "reformats"]
    author: str
    on: str | None
    text: str


class Edit(Fact):
    """One paragraph that differs.

    Attributes:
        number: the paragraph's number where it stands in an article; None elsewhere.
        language: the language of its column; None outside the articles.
        words: what went and what came between what stayed.
        tracked: whether the file shows the change as a tracked one; a change that it does not show is `untracked`.
        moved: whether the same words stand at another place.
    """

    number: str | None
    language: Language | None
    words: tuple[Words, ...]
    tracked: bool
    moved: bool = False


class Read(Fact):
    """A paragraph as it reads with all tracked changes accepted."""

    language: Language
    text: str


class ClauseFound(Fact):
    """One clause of the contract, or one that came into it (`id` is None then), as it was found.

    `moved_silently` says that it stands at another place although no tracked change moves it. `reads` is its text with
    everything accepted, the heading first.
    """

    id: str | None
    version: str | None
    number: str | None
    title: str
    state: ClauseState
    moved: bool = False
    moved_silently: bool = False
    edits: tuple[Edit, ...] = ()
    proposals: tuple[Proposal, ...] = ()
    reads: tuple[Read, ...] = ()

    @property
    def touched(self) -> bool:
        """Whether anything about it differs."""
        return self.state != "untouched" or self.moved or bool(self.proposals)


class Returned(Fact):
    """A contract file held against what was sent.

    Attributes:
        proof: what shows that the text it is held against is the one that was sent (`ledger`), or that only the file
            itself says so (`file`).
        clauses: every clause in the order of the contract, then the foreign ones.
        elsewhere: edits outside the articles: cover, annex, headers, footers.
        proposals: tracked changes outside the articles.
        comments: (author, text) of each comment.
        problems: why the file's own account of itself cannot be relied on.
    """

    file: str
    sha256: str
    contract_no: str
    proof: Literal["ledger", "file"]
    clauses: tuple[ClauseFound, ...]
    elsewhere: tuple[Edit, ...] = ()
    proposals: tuple[Proposal, ...] = ()
    comments: tuple[tuple[str, str], ...] = ()
    problems: tuple[str, ...] = ()

    @property
    def untouched(self) -> bool:
        """Whether nothing differs, is proposed, or is in doubt."""
        return not (
            any(clause.touched for clause in self.clauses)
            or self.elsewhere
            or self.proposals
            or self.problems
        )
