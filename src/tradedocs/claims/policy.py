"""Where the house's rules of settling are read: the packaged ones, and what the workspace sets otherwise."""

from __future__ import annotations

from functools import cache
from importlib import resources
from pathlib import Path

from tradedocs.model.remedypolicy import RemedyPolicy
from tradedocs.yamlfile import load, parse

FILE = "claims-authority.yaml"


@cache
def packaged_policy() -> RemedyPolicy:
    """The rules that come with the program."""
    name = "authority.yaml"
    text = (resources.files("tradedocs.claims") / "data" / name).read_text(encoding="utf-8")
    return parse(text, name, RemedyPolicy)


def policy(folder: Path | None) -> RemedyPolicy:
    """The rules that count in a workspace: each key of its own file takes the place of the packaged one.

    Raises:
        InputError: the workspace's file holds errors.
    """
    if folder is None or not (folder / FILE).is_file():
        return packaged_policy()
    own = load(folder / FILE, RemedyPolicy)
    return packaged_policy().model_copy(update={name: getattr(own, name) for name in own.model_fields_set})
