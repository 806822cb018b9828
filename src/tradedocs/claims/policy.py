"""Where the house's rules of settling are read: the packaged ones, and what the workspace sets otherwise."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from functools import cache
from importlib import resources
from pathlib import Path

from tradedocs.model.authority import LEVELS, Authority
from tradedocs.model.remedypolicy import RemedyPolicy
from tradedocs.yamlfile import load, parse

FILE = "claims-authority.yaml"
Limits = Mapping[Authority, Decimal]
"""Up to how many percent of the lot's value each level may give; a level that is not named has no limit."""


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


def limits_of(rules: RemedyPolicy) -> Limits:
    """Up to how many percent of a lot's value each level below `beyond` may give."""
    most = max(rules.authority.values(), default=Decimal(0))
    below = LEVELS[: LEVELS.index(rules.beyond)]
    return {level: rules.authority.get(level, most) for level in below}


def level_for(share: Decimal, limits: Limits) -> Authority:
    """The least level that may give that many percent of a lot's value; monotone in the share."""
    return next((level for level in LEVELS if level not in limits or share <= limits[level]), LEVELS[-1])
