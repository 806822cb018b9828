"""The ledger of a workspace."""

from __future__ import annotations

from tradedocs.errors import RefusedInput
from tradedocs.ledger import Ledger
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
