"""The ledger of a workspace."""

from __future__ import annotations

from tradedocs.errors import RefusedInput
from tradedocs.ledger import Ledger
from tradedocs.model.anchor import Anchor
from tradedocs.ui import say
from tradedocs.workspace import Workspace


def ledger_of(workspace: Workspace) -> Ledger:
    """The workspace's ledger.

    Raises:
        RefusedInput: there is no workspace, so there is no ledger.
    """
    if workspace.ledger is None:
        raise RefusedInput(
            say("there is no workspace here, so there is no ledger"),
            way_out=say("Make one: tradedocs init FOLDER, and work inside it (or name it with --workspace)."),
        )
    return Ledger(workspace.ledger)


def head_of(workspace: Workspace) -> Anchor | None:
    """The last row of the workspace's ledger, for a letter to name; None before the first row.

    A letter cannot name its own row, because that row holds the letter's hash: it names the head as it stood before.

    Raises:
        RefusedInput: there is no workspace, or the ledger is broken.
    """
    rows = tuple(ledger_of(workspace).rows())
    return Anchor(row=rows[-1].row, sha256=rows[-1].sha256) if rows else None
