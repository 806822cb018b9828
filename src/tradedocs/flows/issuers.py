"""Which companies are one inspection body in this workspace."""

from __future__ import annotations

from tradedocs.registers.issuers import Issuers, teach
from tradedocs.workspace import Workspace


def use_issuers(workspace: Workspace) -> None:
    """From now on the bodies of the workspace's `issuers.yaml` count beside the packaged ones, and no other's.

    Raises:
        InputError: the file holds errors.
    """
    if workspace.issuers is None or not workspace.issuers.exists():
        teach(())
        return
    from tradedocs.yamlfile import load  # few workspaces have such a file

    added = load(workspace.issuers, Issuers)
    teach(added.issuers, added.places)
