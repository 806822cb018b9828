"""The same tested thing by its names in every language: exact names, never likeness."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from functools import cache, lru_cache

from tradedocs.errors import ToolError
from tradedocs.vocabulary.packaged import packaged

_HARMLESS = re.compile(r"^total\s+|\s+content$|^content\s+of\s+|总量$|含量$|^总", re.I)

HAZARDOUS = frozenset(
    ("lead", "cadmium", "mercury", "arsenic", "chromium-vi", "pbb", "pbde", "dehp", "bbp", "dbp", "dibp", "dinp",
     "didp", "dnop", "sulphur-dioxide")
)  # fmt: skip
"""Substances that the law of the usual markets limits; a deal file may say `limit_kind: commercial` of one."""


@lru_cache(maxsize=20_000)
def fold_name(text: str) -> str:
    """Letters, digits and what tells ions apart, compatibility-folded, without case."""
    flat = unicodedata.normalize("NFKC", text).casefold()
    return flat if flat.isalnum() else "".join([char for char in flat if char.isalnum() or char == "+"])


@cache
def _names() -> tuple[Mapping[str, str], Mapping[str, str]]:
    data = packaged("parameters")
    return _index(data["substances"]), _index({**data["substances"], **data["others"]})


def _index(meanings: Mapping[str, list[str]]) -> Mapping[str, str]:
    index: dict[str, str] = {}
    for meaning, names in meanings.items():
        for name in names:
            if index.setdefault(fold_name(name), meaning) != meaning:
                raise ToolError(
                    f"parameters.yaml: {name!r} means both {index[fold_name(name)]} and {meaning}"
                )
    return index


def meaning_of(name: str) -> str | None:
    """What is tested, as one word for all its names; None for a name that the vocabulary does not hold."""
    substances, everything = _names()
    found = everything.get(fold_name(name))
    if found is not None:
        return found
    bare = _HARMLESS.sub("", _HARMLESS.sub("", name.strip()))
    return substances.get(fold_name(bare))
