"""The review packs that were sent to the lawyers, as the ledger tells of them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

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


def _rows(workspace: Workspace) -> Iterator[tuple[str, tuple[PackedClause, ...]]]:
    if workspace.ledger is None:
        return
    for row in ledger_of(workspace).rows():
        if row.kind == PACK:
            clauses = row.facts["clauses"]
            yield (
                row.facts["pack"],
                tuple(
                    PackedClause(one["clause"], one["position"], one["sha256"], one.get("version", ""))
                    for one in clauses
                ),
            )
