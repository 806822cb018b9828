"""Who said yes to which text of a clause, who took it back, and who may say so."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from tradedocs.model.base import Fact
from tradedocs.model.clause import Clause, Family, Language, Position
from tradedocs.model.day import Day
from tradedocs.model.text import Line


class Approval(Fact):
    """A named person's yes to one exact text.

    Attributes:
        clause, position: which text.
        language: which language of it; None for both, whose hash is then `Clause.sha256`.
        sha256: the hash of the normalised text.
        approver, role, on: who, as what, and on which day.
        scope: a condition over the deal outside which the approval does not count (`deal.domestic == false`); None
            for every deal.
        review_by: the last day on which it counts; None while the clause's own `review_by` has not passed.
        pack: the review pack in which the text was read; None when it was read elsewhere.
    """

    clause: Line
    position: Position = "standard"
    language: Language | None = None
    sha256: str
    approver: Line
    role: Line
    on: Day
    scope: Line | None = None
    review_by: Day | None = None
    pack: Line | None = None

    def covers(self, clause: Clause, language: Language) -> bool:
        """Whether this is a yes to exactly the text that the clause has now in that language."""
        if (self.clause, self.position) != (clause.id, clause.position):
            return False
        if self.language is None:
            return self.sha256 == clause.sha256
        return self.language == language and self.sha256 == clause.sha256_of(language)

    @property
    def by(self) -> str:
        """The person and the role, as contracts name them."""
        return f"{self.approver} ({self.role})"


class Withdrawal(Fact):
    """A named person's taking back of the approvals of a clause that stood when it was written.

    `after` is how many approvals the register held then: those that were added later are not touched.
    """

    clause: Line
    position: Position = "standard"
    language: Language | None = None
    by: Line
    role: Line
    on: Day
    reason: Line
    after: Annotated[int, Field(ge=0)]

    def takes_back(self, index: int, approval: Approval, language: Language) -> bool:
        """Whether the approval with that place in the register no longer counts for that language."""
        return (
            index < self.after
            and (self.clause, self.position) == (approval.clause, approval.position)
            and self.language in (None, language)
        )


class ApprovalFile(Fact):
    """The register of approvals as its file holds it."""

    version: Literal["1"] = "1"
    approvals: tuple[Approval, ...] = ()
    withdrawals: tuple[Withdrawal, ...] = ()


class Approver(Fact):
    """A person who may approve: as what, which clauses, and from when to when. None means no limit."""

    name: Line
    role: Line
    families: tuple[Family, ...] | None = None
    positions: tuple[Position, ...] | None = None
    languages: tuple[Language, ...] | None = None
    since: Day | None = None
    until: Day | None = None

    def may(self, clause: Clause, language: Language, on: date) -> bool:
        """Whether the person may approve that text on that day."""
        return (
            (self.families is None or clause.family in self.families)
            and (self.positions is None or clause.position in self.positions)
            and (self.languages is None or language in self.languages)
            and (self.since is None or self.since <= on)
            and (self.until is None or on <= self.until)
        )


class ApproverFile(Fact):
    """The register of approvers as its file holds it.

    Attributes:
        sole_counsel: whether the house has one counsel only, whose yes to a text of their own counts.
        keys: public Ed25519 keys in base64; where there is one, the register of approvals must be signed with one.
        approvers: who may approve.
    """

    version: Literal["1"] = "1"
    sole_counsel: bool = Field(False, alias="sole-counsel")
    keys: tuple[Line, ...] = ()
    approvers: tuple[Approver, ...] = ()
