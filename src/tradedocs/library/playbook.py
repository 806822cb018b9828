"""The house's playbook file."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from tradedocs import yamlfile
from tradedocs.errors import InputError, Problem
from tradedocs.model.playbook import Playbook
from tradedocs.ui import say

PLAYBOOK = "playbook.yaml"


def load_playbook(folder: Path, ids: Iterable[str]) -> Playbook:
    """The playbook beside the clauses; an empty one when there is no file.

    Raises:
        InputError: the file holds errors, or names a clause that the library does not have.
    """
    path = folder / PLAYBOOK
    if not path.exists():
        return Playbook()
    found = yamlfile.load_kept(path, Playbook)
    unknown = sorted(set(found.must_have) - set(ids))
    if unknown:
        problems = [
            Problem(str(path), say("`must_have` names {id}, which is no clause", id=name)) for name in unknown
        ]
        raise InputError(problems, file=str(path))
    return found
