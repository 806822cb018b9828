"""The legal team's work on clauses: what there is, who approved what, and what blocks a final contract."""

from __future__ import annotations

import difflib
from collections.abc import Sequence
from datetime import date, datetime
from typing import NamedTuple

from pydantic import ValidationError

from tradedocs.contract.facts import KINDS
from tradedocs.errors import RefusedInput, UsageError
from tradedocs.flows.ledgers import ledger_of
from tradedocs.library import Library, Status, approve, load_approvals, load_library, status_of
from tradedocs.library.approvals import State
from tradedocs.library.uses import Use, uses_in
from tradedocs.model.clause import Approval, Clause, Family, Position
from tradedocs.ui import say
from tradedocs.workspace import Workspace


class Listed(NamedTuple):
    """A clause and where it stands."""

    clause: Clause
    status: Status


def library_of(workspace: Workspace) -> Library:
    """The workspace's library, checked against what a deal can fill in.

    Raises:
        InputError: every error of all clause files.
    """
    return load_library(workspace.clauses, facts=KINDS)


def listed(workspace: Workspace) -> tuple[Listed, ...]:
    """Every clause in every position with its status, in the order of a contract.

    Raises:
        InputError: the clauses or the register of approvals hold errors.
    """
    library, approvals = library_of(workspace), load_approvals(workspace.approvals)
    clauses = (library.get(name, position) for name in library.ids for position in library.positions(name))
    return tuple(Listed(clause, status_of(clause, approvals)) for clause in clauses)


def fitting(
    items: Sequence[Listed],
    *,
    family: Family | None = None,
    position: Position | None = None,
    status: State | None = None,
    variable: str | None = None,
) -> tuple[Listed, ...]:
    """Those that fit every filter given; `variable` is a variable's name or the deal key that fills one."""
    return tuple(
        item
        for item in items
        if family in (None, item.clause.family)
        and position in (None, item.clause.position)
        and status in (None, item.status.state)
        and (variable is None or variable in _variables(item.clause))
    )


def _variables(clause: Clause) -> set[str]:
    keys = {variable.source for variable in clause.variables.values() if variable.source}
    return {*clause.variables, *keys, *(key.removeprefix("deal.") for key in keys)}


def blocking(workspace: Workspace) -> tuple[Listed, ...]:
    """The clauses whose text, as it is now, nobody has approved: a contract with one of them is a draft."""
    return tuple(item for item in listed(workspace) if item.status.state != "approved")


def uses(workspace: Workspace, name: str) -> tuple[Use, ...]:
    """What uses a clause, a defined term or a deal key: clauses, and for a clause the contracts built with it.

    Raises:
        InputError: the clauses hold errors.
        RefusedInput: the ledger of the workspace is broken.
    """
    rows = ledger_of(workspace).rows() if workspace.root is not None else ()
    built = tuple(
        Use(str(row.facts.get("contract_no")), row.at[:10], say("contract built, ledger row {n}", n=row.row))
        for row in rows
        if row.kind == "contract-built" and name in row.facts.get("clauses", {})
    )
    return (*uses_in(library_of(workspace), name), *built)


def found(library: Library, clause_id: str, position: Position) -> Clause:
    """The clause of that name and position.

    Raises:
        UsageError: there is none; the nearest name is told.
    """
    positions = library.positions(clause_id)
    if position in positions:
        return library.get(clause_id, position)
    if positions:
        raise UsageError(
            say("{id} has no position {position}", id=clause_id, position=position),
            way_out=say("It has: {positions}.", positions=", ".join(positions)),
        )
    near = difflib.get_close_matches(clause_id, library.ids, n=1)
    hint = say("Did you mean {near}?", near=near[0]) if near else say("`tradedocs clause list` shows them.")
    raise UsageError(say("there is no clause {id}", id=clause_id), way_out=hint)


def approve_clauses(
    workspace: Workspace,
    clauses: Sequence[Clause],
    *,
    approver: str,
    role: str,
    on: date,
    now: datetime,
) -> tuple[Approval, ...]:
    """Record a person's yes to the text that these clauses have now, in the ledger and in the register.

    Returns:
        The approvals that were added. A text that this person has approved already is not recorded again.

    Raises:
        RefusedInput: there is no workspace, or its ledger is broken; nothing is recorded.
        UsageError: the name or role cannot stand in a register, or the day is still to come.
    """
    if workspace.root is None:
        raise RefusedInput(
            say("the packaged clauses cannot be approved: there is no workspace here"),
            way_out=say("Make one: tradedocs init FOLDER, and work inside it (or name it with --workspace)."),
        )
    if on > now.date():
        raise UsageError(say("an approval cannot be dated {day}, which is still to come", day=on))
    known = load_approvals(workspace.approvals)
    given = tuple(_approval(clause, approver, role, on) for clause in clauses)
    new = tuple(one for one in dict.fromkeys(given) if not any(_same(one, other) for other in known))
    if new:
        # The ledger comes first: an approval counts only where the ledger tells of it.
        ledger_of(workspace).append("approve", _facts(new, clauses), at=now)
        approve(workspace.approvals, new)
    return new


def _approval(clause: Clause, approver: str, role: str, on: date) -> Approval:
    try:
        return Approval(
            clause=clause.id,
            position=clause.position,
            sha256=clause.sha256,
            approver=approver,
            role=role,
            on=on,
        )
    except ValidationError as error:
        first = error.errors()[0]
        reason = first["msg"].removeprefix("Value error, ")
        option = "--by" if "approver" in first["loc"] else "--role"
        raise UsageError(
            say("{option} cannot stand in a register: {reason}", option=option, reason=reason)
        ) from error


def _same(one: Approval, other: Approval) -> bool:
    return (one.clause, one.position, one.sha256, one.approver, one.role) == (
        other.clause, other.position, other.sha256, other.approver, other.role,
    )  # fmt: skip


def _facts(approvals: Sequence[Approval], clauses: Sequence[Clause]) -> dict[str, object]:
    versions = {(clause.id, clause.position): clause.version for clause in clauses}
    first = approvals[0]
    return {
        "approver": first.approver,
        "role": first.role,
        "on": first.on.isoformat(),
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
