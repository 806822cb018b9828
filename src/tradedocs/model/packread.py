"""What a review pack that came back says otherwise than the one that was sent."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from tradedocs.model.base import Fact
from tradedocs.model.clause import Language, Position

FoundBy = Literal["control", "bookmark", "id-line", "text"]
OurFate = Literal["pending", "accepted", "rejected", "mixed"]


class ReviewMark(Fact):
    """One change of the reviewer's: what went and what came at one place.

    Attributes:
        silent: whether the file shows it without a mark, or with one that carries our name and is not ours.
        author, on: whose mark it is, as their program wrote it; empty where it is silent.
        language: of the text; None outside the clauses' texts.
        place: the paragraph: `title`, or its number within the language, with its key.
        before, after: a little of what stands around it.
    """

    silent: bool
    author: str = ""
    on: str | None = None
    language: Language | None = None
    place: str = ""
    before: str = ""
    removed: str = ""
    added: str = ""
    after: str = ""


class OurChange(Fact):
    """One of the tracked changes that we sent, and what became of it."""

    language: Language
    place: str
    removed: str
    added: str
    fate: OurFate


class ReviewComment(Fact):
    """A comment: what it is about, and which one it answers. `resolved` is None where the file does not say."""

    id: str
    author: str
    on: str | None
    text: str
    about: str = ""
    reply_to: str | None = None
    resolved: bool | None = None


class ReviewText(Fact):
    """One language of a clause as it came back, title first.

    Attributes:
        rejected: with every mark rejected.
        ours: with only our changes taken over.
        final: with every mark accepted.
        as_approved, as_sent, changed: whether the first is the text that was approved, the second the one that was
            sent, and the third another than the one that was sent; blanks and typographic quotes do not count.
    """

    language: Language
    rejected: tuple[str, ...]
    ours: tuple[str, ...]
    final: tuple[str, ...]
    as_approved: bool
    as_sent: bool
    changed: bool


class ReviewClause(Fact):
    """One clause of the pack as it came back.

    Attributes:
        found_by: what it was recognised by; None where nothing of it is there.
        certain: whether all that is left of its marks and its text agree on where it is.
        moved: whether it stands at another place among the clauses.
        removed: whether nothing of its text is left, and whether a mark says so.
        copies: how often its id stands in the file once more.
    """

    clause: str
    position: Position
    version: str
    title: str
    found_by: FoundBy | None
    certain: bool = True
    moved: bool = False
    removed: Literal["tracked", "silent"] | None = None
    copies: int = 0
    texts: tuple[ReviewText, ...] = ()
    marks: tuple[ReviewMark, ...] = ()
    ours: tuple[OurChange, ...] = ()
    comments: tuple[ReviewComment, ...] = ()

    @property
    def silent(self) -> bool:
        """Whether something was changed without a mark."""
        return self.moved or self.removed == "silent" or any(mark.silent for mark in self.marks)

    @property
    def touched(self) -> bool:
        """Whether there is anything to look at."""
        return bool(
            self.silent or self.removed or self.marks or self.comments or self.copies or not self.certain
            or any(one.fate != "pending" for one in self.ours)
        )  # fmt: skip


class OutsideText(Fact):
    """Text that stands in no clause and is not the pack's own.

    Attributes:
        after: the clause under which it stands; None before the first.
        author: whose mark says that it was inserted; None where none does.
        copy_of: the clause whose second copy it is part of.
    """

    after: str | None
    text: str
    author: str | None = None
    copy_of: str | None = None


class Proof(Fact):
    """One of the accounts of what was sent: `file`, `beside`, `ledger`; `agrees` is None where it is not there."""

    account: Literal["file", "beside", "ledger"]
    agrees: bool | None


class PackRead(Fact):
    """A pack that came back, held against what was sent.

    Attributes:
        sha256: of the file that was read.
        proofs: the accounts of what was sent, and whether each agrees with the one that was used.
        boilerplate: changes of what the pack itself says around the clauses.
        loose: comments that stand in no clause.
        unseen: text that a reader of the pages does not see (hidden, white, tiny): a change without a mark.
        not_compared: what the file holds that was not held against anything.
        characters: how many characters of the body belong to clauses, to the pack's own words, and to neither.
    """

    file: str
    sha256: str
    pack: str
    proofs: tuple[Proof, ...]
    clauses: tuple[ReviewClause, ...]
    outside: tuple[OutsideText, ...] = ()
    boilerplate: tuple[ReviewMark, ...] = ()
    loose: tuple[ReviewComment, ...] = ()
    unseen: tuple[str, ...] = ()
    not_compared: tuple[str, ...] = ()
    characters: dict[Literal["clause", "boilerplate", "outside"], int] = Field(default_factory=dict)

    @property
    def silent(self) -> bool:
        """Whether anything was changed without a mark."""
        return (
            bool(self.unseen)
            or any(clause.silent or clause.copies for clause in self.clauses)
            or any(mark.silent for mark in self.boilerplate)
            or any(one.author is None for one in self.outside)
        )

    @property
    def untouched(self) -> bool:
        """Whether it came back as it was sent."""
        return not (
            any(clause.touched for clause in self.clauses)
            or self.outside
            or self.boilerplate
            or self.loose
            or self.unseen
            or self.not_compared
            or any(proof.agrees is False for proof in self.proofs)
        )
