"""What the registers say of a text on a day: who approved it, whether that counts, and why it does not."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Literal, NamedTuple

from tradedocs import yamlfile
from tradedocs.library.signed import unsigned
from tradedocs.model.approval import Approval, ApprovalFile, ApproverFile, Withdrawal
from tradedocs.model.clause import Clause, Language, Position
from tradedocs.ui import say

State = Literal["approved", "in-review", "expired", "withdrawn", "voided", "draft"]
LANGUAGES: tuple[Language, ...] = ("en", "zh")
Packs = Mapping[tuple[str, Position, str], str]
"""The review pack in which a text was last sent to the lawyers, by clause, position and hash of both languages."""
_APART, _COMMA = re.compile("[;；]"), re.compile("[,，、]")


class Standing(NamedTuple):
    """Where the text of one language stands: its state, the approval that says so, and why it is not approved."""

    state: State
    approval: Approval | None
    why: str


class Status(NamedTuple):
    """Where a clause stands: as the worse of its languages, with each of them."""

    state: State
    approval: Approval | None
    why: str
    languages: dict[Language, Standing]


@dataclass(frozen=True)
class Register:
    """The approvals, what was taken back, who may approve, and why the register's signature does not hold.

    `approvers` is None where the house keeps no register of them: then nothing counts as approved.
    """

    approvals: tuple[Approval, ...] = ()
    withdrawals: tuple[Withdrawal, ...] = ()
    approvers: ApproverFile | None = None
    unsigned: str | None = None
    packs: Packs = field(default_factory=dict)

    def status(self, clause: Clause, day: date) -> Status:
        """Where the clause stands on a day."""
        found = {language: self.standing(clause, language, day) for language in LANGUAGES}
        worst = next((one for one in found.values() if one.state != "approved"), found["en"])
        return Status(worst.state, worst.approval, worst.why, found)

    def standing(self, clause: Clause, language: Language, day: date) -> Standing:
        """Where one language of the clause stands on a day.

        The last approval that counts decides; where none does, the text is in review if a pack sent it out.
        """
        found = tuple(self._judged(clause, language, day))
        for one in reversed(found):
            if one.state == "approved":
                return one
        pack = self.packs.get((clause.id, clause.position, clause.sha256))
        if pack is not None:
            return Standing("in-review", None, say("it is with the lawyers in pack {pack}", pack=pack))
        return found[-1] if found else Standing("draft", None, say("nobody has approved it"))

    def _judged(self, clause: Clause, language: Language, day: date) -> Iterator[Standing]:
        """Every approval that was given for the clause by the day, and whether it counts, in order."""
        for index, approval in self._by_clause.get((clause.id, clause.position), ()):
            if approval.on <= day and approval.language in (None, language):
                yield self._one(index, approval, clause, language, day)

    @cached_property
    def _by_clause(self) -> dict[tuple[str, Position], list[tuple[int, Approval]]]:
        out: dict[tuple[str, Position], list[tuple[int, Approval]]] = {}
        for index, approval in enumerate(self.approvals):
            out.setdefault((approval.clause, approval.position), []).append((index, approval))
        return out

    def _one(self, index: int, approval: Approval, clause: Clause, language: Language, day: date) -> Standing:
        told = {"who": approval.approver, "day": approval.on}
        if not approval.covers(clause, language):
            return Standing("voided", approval, say("changed since {who} approved it on {day}", **told))
        taken = self._taken_back(index, approval, language, day)
        if taken is not None:
            why = say("{by} withdrew it on {on}: {reason}", by=taken.by, on=taken.on, reason=taken.reason)
            return Standing("withdrawn", approval, why)
        last = last_day(approval, clause)
        if last is not None and day > last:
            return Standing("expired", approval, say("to be read again by {day}", day=last))
        why_not = self._not_counting(approval, clause, language)
        if why_not:
            return Standing("draft", approval, why_not)
        return Standing("approved", self._as_said(approval, clause, language), "")

    def last_given(self, clause: Clause, language: Language, day: date) -> Approval | None:
        """The last approval of any text of the clause that somebody who might give it gave, and nobody took back."""
        for index, approval in reversed(self._by_clause.get((clause.id, clause.position), ())):
            if approval.on > day or approval.language not in (None, language):
                continue
            if self._taken_back(index, approval, language, day) is None and self._might(
                approval, clause, language
            ):
                return approval
        return None

    def _might(self, approval: Approval, clause: Clause, language: Language) -> bool:
        people = self.approvers.approvers if self.approvers is not None else ()
        who = (approval.approver, approval.role)
        return any(
            _same(one.name, who[0]) and _same(one.role, who[1]) and one.may(clause, language, approval.on)
            for one in people
        )

    def _taken_back(self, index: int, approval: Approval, language: Language, day: date) -> Withdrawal | None:
        return next(
            (one for one in self.withdrawals if one.on <= day and one.takes_back(index, approval, language)),
            None,
        )

    def _not_counting(self, approval: Approval, clause: Clause, language: Language) -> str:
        if clause.differs:
            return say("its languages differ (line {what})", what=clause.differs[0])
        if self.unsigned is not None:
            return self.unsigned
        if self.approvers is None:
            return say("there is no register of approvers")
        if not any(_same(one.name, approval.approver) for one in self.approvers.approvers):
            return say("{who} is not in the register of approvers", who=approval.approver)
        if not self._might(approval, clause, language):
            return say("{who} ({role}) may not approve it", who=approval.approver, role=approval.role)
        if self._alone(approval, clause, language) and not self.approvers.sole_counsel:
            return say("{who} wrote it, and nobody else has approved it", who=approval.approver)
        return ""

    def _alone(self, approval: Approval, clause: Clause, language: Language) -> bool:
        """Whether the approver wrote the text, or some of it, and nobody else has approved it."""
        if not any(_same(one, approval.approver) for one in authors(clause)):
            return False
        return not any(
            other.covers(clause, language) and not _same(other.approver, approval.approver)
            and self._taken_back(index, other, language, date.max) is None
            and self._might(other, clause, language)
            for index, other in self._by_clause[clause.id, clause.position]
        )  # fmt: skip

    def _as_said(self, approval: Approval, clause: Clause, language: Language) -> Approval:
        """The approval as documents name it: the yes of a sole counsel to a text of their own says so."""
        if not self._alone(approval, clause, language):
            return approval
        return approval.model_copy(update={"role": say("{role}, sole counsel", role=approval.role)})

    def counting(self, clauses: Iterable[Clause], day: date) -> tuple[Approval, ...]:
        """The approvals that count on a day, for the building of contracts."""
        return tuple(one for clause in clauses for one in self._counting(clause, day))

    def _counting(self, clause: Clause, day: date) -> Iterator[Approval]:
        if (clause.id, clause.position) not in self._by_clause:
            return
        english, chinese = (self._approval(clause, language, day) for language in LANGUAGES)
        if english is not None and english == chinese:
            yield english
            return
        for language, approval in zip(LANGUAGES, (english, chinese), strict=True):
            if approval is not None:
                narrowed = {"language": language, "sha256": clause.sha256_of(language)}
                yield approval.model_copy(update=narrowed)

    def _approval(self, clause: Clause, language: Language, day: date) -> Approval | None:
        found = self.standing(clause, language, day)
        return found.approval if found.state == "approved" else None


def last_day(approval: Approval, clause: Clause) -> date | None:
    """The last day on which the approval counts; None when nobody set one."""
    return min((day for day in (approval.review_by, clause.review_by) if day is not None), default=None)


def authors(clause: Clause) -> tuple[str, ...]:
    """Who wrote the text, as far as its file says so: names between semicolons.

    A name between commas counts as well, and so does the whole: `Mei, Lin` is one person or two.
    """
    names = _APART.split(clause.author or "")
    parts = (part for name in names for part in (name, *_COMMA.split(name)))
    return tuple(dict.fromkeys(part.strip() for part in parts if part.strip()))


def _same(one: str, other: str) -> bool:
    return " ".join(one.split()).casefold() == " ".join(other.split()).casefold()


def load_approvers(path: Path) -> ApproverFile | None:
    """The register of approvers; None when there is no file.

    Raises:
        InputError: the file holds errors.
    """
    return yamlfile.load(path, ApproverFile) if path.exists() else None


def load_register(folder: Path, packs: Packs | None = None) -> Register:
    """The registers that lie beside the clauses.

    Raises:
        InputError: one of them holds errors.
    """
    path = folder / "approvals.yaml"
    held = yamlfile.load_kept(path, ApprovalFile) if path.exists() else ApprovalFile()
    approvers = load_approvers(folder / "approvers.yaml")
    fault = unsigned(path, approvers.keys) if approvers is not None and approvers.keys else None
    return Register(held.approvals, held.withdrawals, approvers, fault, packs or {})
