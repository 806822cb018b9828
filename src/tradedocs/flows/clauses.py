"""The legal team's work on clauses: what there is, who approved what, and what blocks a final contract."""

from __future__ import annotations

import difflib
from collections.abc import Sequence
from datetime import date, timedelta
from typing import NamedTuple

from tradedocs.contract.facts import KINDS
from tradedocs.errors import UsageError
from tradedocs.flows.ledgers import ledger_of
from tradedocs.flows.packs import packs_of
from tradedocs.library import Library, Status, load_library, load_register
from tradedocs.library.register import State, last_day
from tradedocs.library.uses import Use, uses_in
from tradedocs.model.clause import Clause, Family, Position
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


def listed(workspace: Workspace, day: date) -> tuple[Listed, ...]:
    """Every clause in every position with its status on a day, in the order of a contract.

    Raises:
        InputError: the clauses or the register of approvals hold errors.
    """
    library, register = library_of(workspace), load_register(workspace.clauses, packs_of(workspace))
    clauses = (library.get(name, position) for name in library.ids for position in library.positions(name))
    return tuple(Listed(clause, register.status(clause, day)) for clause in clauses)


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


def blocking(items: Sequence[Listed]) -> tuple[Listed, ...]:
    """The clauses whose text is not approved as it is now: a contract with one of them is a draft."""
    return tuple(item for item in items if item.status.state != "approved")


class Expiring(NamedTuple):
    """A clause that is approved now, and the last day on which it is."""

    clause: Clause
    last: date


def expiring(items: Sequence[Listed], day: date, within: int) -> tuple[Expiring, ...]:
    """The approved clauses whose approval ends within so many days, the nearest first."""
    found = [
        Expiring(clause, last)
        for clause, status in items
        for approval in [status.approval]
        if status.state == "approved"
        and approval is not None
        and (last := last_day(approval, clause)) is not None
        and last <= day + timedelta(days=within)
    ]
    return tuple(sorted(found, key=lambda one: one.last))


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
