"""The review packs that were sent to the lawyers, as the ledger tells of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple

from tradedocs.errors import UsageError
from tradedocs.flows.ledgers import ledger_of
from tradedocs.library.register import Packs
from tradedocs.model.clause import Position
from tradedocs.ui import say
from tradedocs.workspace import Workspace

PACK = "clause-pack"
"""The kind of row that records a pack: its `pack` id, and `clauses` with clause, position, version and sha256."""


class PackedClause(NamedTuple):
    """One text of a pack: the hash is of both languages as they were sent."""

    clause: str
    position: Position
    sha256: str
    version: str = ""


def sent_in_packs(workspace: Workspace) -> tuple[PackedClause, ...]:
    """Every text that was ever sent in a pack, in order; none without a workspace."""
    return tuple(one for _, clauses in _rows(workspace) for one in clauses)


def packs_of(workspace: Workspace) -> Packs:
    """The pack in which each text was last sent; none without a workspace."""
    return {
        (one.clause, one.position, one.sha256): pack for pack, clauses in _rows(workspace) for one in clauses
    }


def pack_of(workspace: Workspace, pack: str) -> tuple[PackedClause, ...]:
    """The texts of one pack.

    Raises:
        UsageError: no pack of that id was written here.
    """
    known = dict(_rows(workspace))
    if pack not in known:
        raise UsageError(
            say("no pack {pack} was written here", pack=pack),
            way_out=say("Known: {packs}.", packs=", ".join(known) or say("none")),
        )
    return known[pack]


def pack_id(workspace: Workspace, on: date) -> str:
    """The next free id of a pack made for that day: `P-2026-11-25-1`."""
    start = f"P-{on.isoformat()}-"
    taken = {pack for pack, _ in _rows(workspace)}
    return next(name for n in range(1, len(taken) + 2) if (name := f"{start}{n}") not in taken)


def packs_with(workspace: Workspace, on: date, clauses: Sequence[PackedClause]) -> Iterator[tuple[str, str]]:
    """The packs of that day with exactly these texts: the id of each, and the hash of its file."""
    for row in ledger_of(workspace).rows():
        if row.kind == PACK and row.facts["on"] == on.isoformat() and _texts(row.facts) == tuple(clauses):
            yield row.facts["pack"], row.facts["file_sha256"]


def _texts(facts: Mapping[str, Any]) -> tuple[PackedClause, ...]:
    return tuple(
        PackedClause(one["clause"], one["position"], one["sha256"], one.get("version", ""))
        for one in facts["clauses"]
    )


def _rows(workspace: Workspace) -> Iterator[tuple[str, tuple[PackedClause, ...]]]:
    if workspace.ledger is None:
        return
    for row in ledger_of(workspace).rows():
        if row.kind == PACK:
            yield row.facts["pack"], _texts(row.facts)
