"""The user's job "this text may be used": approving clauses, taking an approval back, and who may do either."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from tradedocs.clausetext import TextError, parse_condition
from tradedocs.errors import RefusedInput, UsageError
from tradedocs.files import read_bytes, sha256_of
from tradedocs.flows.clauses import found, library_of
from tradedocs.flows.ledgers import ledger_of
from tradedocs.flows.packs import pack_of
from tradedocs.library import KeptTexts, Library, Register, approve, load_register, withdraw
from tradedocs.library.register import LANGUAGES
from tradedocs.library.signed import Signer
from tradedocs.model.approval import Approval, ApproverFile, Withdrawal
from tradedocs.model.clause import Clause, Language
from tradedocs.ui import say
from tradedocs.workspace import Workspace

_LIMIT = 200_000_000


@dataclass(frozen=True)
class Yes:
    """What a person says of the texts that they approve.

    Attributes:
        approver, role, on: who, as what, and on which day.
        language: the only language that is approved; None for both.
        scope: the condition over the deal outside which it does not count.
        review_by: the last day on which it counts.
        pack: the id of the review pack in which the texts were read.
        signed: the signed copy of the pack, kept by its hash.
        key: the private key that signs the register.
    """

    approver: str
    role: str
    on: date
    language: Language | None = None
    scope: str | None = None
    review_by: date | None = None
    pack: str | None = None
    signed: Path | None = None
    key: Path | None = None


def approve_clauses(
    workspace: Workspace, clauses: Sequence[Clause], yes: Yes, *, now: datetime
) -> tuple[Approval, ...]:
    """Record a person's yes to the text that these clauses have now, in the ledger and in the register.

    Returns:
        The approvals that were added. A text that this person has approved already is not recorded again.

    Raises:
        RefusedInput: there is no workspace, or its ledger is broken; the person may not approve one of the texts; or
            the register is to be signed and is not. Nothing is recorded.
        UsageError: the name, role or scope cannot stand in a register, or the day is still to come.
    """
    register = _register(workspace)
    if yes.on > now.date():
        raise UsageError(say("an approval cannot be dated {day}, which is still to come", day=yes.on))
    if yes.review_by is not None and yes.review_by <= yes.on:
        raise UsageError(say("the approval would have ended on {day} already", day=yes.review_by))
    given = tuple(dict.fromkeys(_approval(clause, yes) for clause in clauses))
    _allowed(register, clauses, yes)
    signer = _signer(register, yes.key, workspace)
    new = tuple(one for one in given if not any(_same(one, other) for other in _standing(register)))
    if new:
        facts = _facts(new, clauses)
        if yes.signed is not None:
            facts |= {
                "signed": yes.signed.name,
                "signed_sha256": sha256_of(read_bytes(yes.signed, limit=_LIMIT)),
            }
        # The ledger comes first: an approval that the ledger does not tell of is never signed.
        ledger_of(workspace).append("approve", facts, at=now)
        _keep(workspace, clauses, new)
    if new or (signer is not None and register.unsigned):
        approve(workspace.approvals, new, signer)
    return new


def _keep(workspace: Workspace, clauses: Sequence[Clause], given: Sequence[Approval]) -> None:
    """Keep what was approved: the next review pack shows what has changed since."""
    kept = KeptTexts.beside(workspace.clauses)
    texts = {(clause.id, clause.position): clause for clause in clauses}
    for one in given:
        kept.keep(texts[one.clause, one.position], one.sha256)


def approve_pack(workspace: Workspace, yes: Yes, *, now: datetime) -> tuple[Approval, ...]:
    """Record a person's yes to every text of the pack that `yes` names.

    Raises:
        RefusedInput: a text is no longer the one that the pack holds; each is named. Nothing is recorded.
        UsageError: no such pack was written here.
    """
    library = library_of(workspace)
    return approve_clauses(workspace, _as_sent(library, workspace, yes.pack or ""), yes, now=now)


def _as_sent(library: Library, workspace: Workspace, pack: str) -> tuple[Clause, ...]:
    sent = pack_of(workspace, pack)
    clauses = tuple(found(library, one.clause, one.position) for one in sent)
    other = [c.id for c, one in zip(clauses, sent, strict=True) if c.sha256 != one.sha256]
    if other:
        raise RefusedInput(
            say("since pack {pack} was written, the text changed of: {ids}", pack=pack, ids=", ".join(other)),
            way_out=say("Write a new pack with these clauses, or name the others one by one."),
        )
    return clauses


def withdraw_clauses(
    workspace: Workspace, clauses: Sequence[Clause], *, by: str, role: str, reason: str, on: date,
    language: Language | None, key: Path | None, now: datetime,
) -> int:  # fmt: skip
    """Record that a person takes back what approves these clauses; returns how many approvals no longer count.

    Raises:
        RefusedInput: as `approve_clauses`; or the person is not in the register of approvers.
        UsageError: none of the clauses is approved, or the words cannot stand in a register.
    """
    register = _register(workspace)
    _known(register.approvers, by, role)
    wanted = {(clause.id, clause.position) for clause in clauses}
    standing = [one for one in _standing(register) if (one.clause, one.position) in wanted]
    if not standing:
        raise UsageError(say("nothing of this is approved, so there is nothing to withdraw"))
    try:
        taken = tuple(
            Withdrawal(clause=clause_id, position=position, language=language, by=by, role=role, on=on,
                       reason=reason, after=len(register.approvals))
            for clause_id, position in dict.fromkeys((one.clause, one.position) for one in standing)
        )  # fmt: skip
    except ValidationError as error:
        raise _unfit(error, {"by": "--by", "role": "--role", "reason": "--reason"}) from error
    signer = _signer(register, key, workspace)
    facts: dict[str, object] = {
        "by": by, "role": role, "on": on.isoformat(), "reason": reason,
        "clauses": [{"clause": one.clause, "position": one.position} for one in taken],
    }  # fmt: skip
    ledger_of(workspace).append("withdraw", facts, at=now)
    withdraw(workspace.approvals, taken, signer)
    return len(standing)


def _register(workspace: Workspace) -> Register:
    if workspace.root is None:
        raise RefusedInput(
            say("the packaged clauses cannot be approved: there is no workspace here"),
            way_out=say("Make one: tradedocs init FOLDER, and work inside it (or name it with --workspace)."),
        )
    return load_register(workspace.clauses)


def _standing(register: Register) -> tuple[Approval, ...]:
    """The approvals that nobody took back."""
    return tuple(
        one for index, one in enumerate(register.approvals)
        if not all(
            any(taken.takes_back(index, one, language) for taken in register.withdrawals)
            for language in ([one.language] if one.language else LANGUAGES)
        )
    )  # fmt: skip


def _approval(clause: Clause, yes: Yes) -> Approval:
    if yes.scope is not None:
        try:
            parse_condition(yes.scope)
        except TextError as error:
            raise UsageError(
                say("--scope: {message}", message=error.message), place=yes.scope, way_out=error.hint
            ) from error
    digest = clause.sha256 if yes.language is None else clause.sha256_of(yes.language)
    try:
        return Approval(
            clause=clause.id, position=clause.position, language=yes.language, sha256=digest, approver=yes.approver,
            role=yes.role, on=yes.on, scope=yes.scope, review_by=yes.review_by, pack=yes.pack,
        )  # fmt: skip
    except ValidationError as error:
        raise _unfit(error, {"approver": "--by", "role": "--role", "scope": "--scope"}) from error


def _unfit(error: ValidationError, options: dict[str, str]) -> UsageError:
    first = error.errors()[0]
    option = options.get(str(first["loc"][0]), str(first["loc"][0]))
    reason = first["msg"].removeprefix("Value error, ")
    return UsageError(say("{option} cannot stand in a register: {reason}", option=option, reason=reason))


def _known(approvers: ApproverFile | None, name: str, role: str) -> None:
    people = approvers.approvers if approvers is not None else ()
    if not any((one.name, one.role) == (name, role) for one in people):
        raise RefusedInput(
            say("{who} ({role}) is not in the register of approvers", who=name, role=role),
            way_out=say('Enter the person: tradedocs clause approvers --add "{who}" --role "{role}"', who=name,
                        role=role),
        )  # fmt: skip


def _allowed(register: Register, clauses: Iterable[Clause], yes: Yes) -> None:
    """Refuse what the register does not let the person approve, or what the person alone wrote."""
    approvers = register.approvers
    _known(approvers, yes.approver, yes.role)
    assert approvers is not None
    mine = [one for one in approvers.approvers if (one.name, one.role) == (yes.approver, yes.role)]
    languages = (yes.language,) if yes.language else LANGUAGES
    barred = [
        clause.id for clause in clauses
        if not all(any(one.may(clause, language, yes.on) for one in mine) for language in languages)
    ]  # fmt: skip
    if barred:
        raise RefusedInput(
            say("{who} ({role}) may not approve: {ids}", who=yes.approver, role=yes.role,
                ids=", ".join(dict.fromkeys(barred))),
            way_out=say("The register of approvers says what each may approve: tradedocs clause approvers"),
        )  # fmt: skip
    differ = [f"{clause.file.file}:{what}" for clause in clauses for what in clause.differs]
    if differ:
        raise RefusedInput(
            say("the languages differ, so nobody can approve the text: {where}", where="; ".join(differ)),
            way_out=say("Bring both languages in line; `tradedocs clause lint` shows the places (TD310)."),
        )


def _signer(register: Register, key: Path | None, workspace: Workspace) -> Signer | None:
    """The key that signs what is about to be written.

    Raises:
        RefusedInput: the house signs its register and no key, or a wrong one, is given; or what would be signed with it
            holds an approval that the ledger does not tell of.
    """
    keys = register.approvers.keys if register.approvers is not None else ()
    if key is None:
        if keys:
            raise RefusedInput(
                say("this house signs its register of approvals"),
                way_out=say("Name the private key: --sign FILE.pem"),
            )
        return None
    signer = Signer(key)
    if signer.public not in keys:
        raise RefusedInput(
            say("the register of approvers does not name this key: {key}", key=signer.public), place=str(key),
            way_out=say("Put it under `keys` in clauses/approvers.yaml, or name another with --sign."),
        )  # fmt: skip
    if register.unsigned:
        _all_in_ledger(register, workspace)
    return signer


def _all_in_ledger(register: Register, workspace: Workspace) -> None:
    told = {
        (one["clause"], one["position"], one["sha256"], row.facts["approver"])
        for row in ledger_of(workspace).rows()
        if row.kind == "approve"
        for one in row.facts["clauses"]
    }
    strange = [
        one.clause for one in register.approvals
        if (one.clause, one.position, one.sha256, one.approver) not in told
    ]  # fmt: skip
    if strange:
        raise RefusedInput(
            say("the ledger does not tell of the approvals of: {ids}", ids=", ".join(dict.fromkeys(strange))),
            place=str(workspace.approvals),
            way_out=say("Somebody else wrote them. Take them out of the file, and approve the texts again."),
        )


def _same(one: Approval, other: Approval) -> bool:
    fields = {"on": one.on, "pack": one.pack}
    return one == other.model_copy(update=fields)


def _facts(approvals: Sequence[Approval], clauses: Sequence[Clause]) -> dict[str, Any]:
    versions = {(clause.id, clause.position): clause.version for clause in clauses}
    first = approvals[0]
    said = {"language": first.language, "scope": first.scope, "pack": first.pack,
            "review_by": first.review_by.isoformat() if first.review_by else None}  # fmt: skip
    return {
        "approver": first.approver,
        "role": first.role,
        "on": first.on.isoformat(),
        **{name: value for name, value in said.items() if value is not None},
        "clauses": [
            {
                "clause": one.clause,
                "position": one.position,
                "version": versions[one.clause, one.position],
                "sha256": one.sha256,
            }
            for one in approvals
        ],
    }
