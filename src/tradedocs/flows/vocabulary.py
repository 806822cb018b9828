"""Which labels count in this workspace."""

from __future__ import annotations

from tradedocs.vocabulary.lexicon import teach
from tradedocs.workspace import Workspace


def use_vocabulary(workspace: Workspace) -> None:
    """From now on read reports with the labels that this workspace was taught, and with no other's.

    Raises:
        InputError: the workspace's vocabulary file holds errors.
    """
    if workspace.vocabulary is None or not workspace.vocabulary.exists():
        teach({})
        return
    from tradedocs.vocabulary.taught import taught_in  # what reads such files costs more than most reports

    teach(taught_in(workspace.vocabulary).folded())
