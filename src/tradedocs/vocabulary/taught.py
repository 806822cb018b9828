"""The headings and labels that users taught, as they lie in a workspace's `vocabulary.yaml`.

columns:
  result: [Messergebnis]
fields:
  report_no: [Unser Zeichen]
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Literal

import yaml
from pydantic import Field, field_validator

from tradedocs.model.base import Fact
from tradedocs.ui import say
from tradedocs.vocabulary.fold import fold
from tradedocs.vocabulary.lexicon import lexicon
from tradedocs.yamlfile import load

Kind = Literal["columns", "fields"]
_INNER = {"report_no_short", "goods_weak", "result_word"}
"""Meanings that stand for another one only where nothing better is found; nobody teaches them."""
_HEAD = """\
# Headings of columns and labels of facts that `tradedocs report learn` was taught, by what they mean.
# They count beside the program's own, and before them.
"""


class Taught(Fact):
    """Labels as printed, by their role."""

    columns: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    fields: dict[str, tuple[str, ...]] = Field(default_factory=dict)

    @field_validator("columns")
    @classmethod
    def _columns(cls, labels: dict[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
        return _sound("columns", labels)

    @field_validator("fields")
    @classmethod
    def _fields(cls, labels: dict[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
        return _sound("fields", labels)

    def folded(self) -> Mapping[str, Mapping[str, str]]:
        """Role by folded label, for each lexicon that was taught something."""
        both = (("columns", self.columns), ("fields", self.fields))
        return {name: {fold(text): role for role, text in _each(own)} for name, own in both if own}

    def with_label(self, kind: Kind, label: str, role: str) -> Taught:
        """The same with one label more; what it meant before is forgotten."""
        own = self.columns if kind == "columns" else self.fields
        kept = {
            name: tuple(text for text in texts if fold(text) != fold(label)) for name, texts in own.items()
        }
        kept[role] = (*kept.get(role, ()), label)
        return Taught.model_validate(
            {"columns": self.columns, "fields": self.fields, kind: {k: v for k, v in kept.items() if v}}
        )

    def as_yaml(self) -> str:
        """The file that holds it."""
        lists = {
            kind: {role: list(texts) for role, texts in own.items()}
            for kind, own in (("columns", self.columns), ("fields", self.fields))
            if own
        }
        return _HEAD + yaml.safe_dump(lists, allow_unicode=True, sort_keys=True, width=100)


def taught_in(path: Path | None) -> Taught:
    """What the file teaches; nothing when there is none.

    Raises:
        InputError: it holds errors.
    """
    return load(path, Taught) if path is not None and path.exists() else Taught()


def roles(kind: Kind) -> tuple[str, ...]:
    """What a heading, or a label, can mean."""
    return tuple(sorted(set(lexicon(kind).labels.values()) - _INNER))


def _sound(kind: Kind, labels: dict[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
    known = roles(kind)
    seen: dict[str, str] = {}
    for role, text in _each(labels):
        if role not in known:
            raise ValueError(
                say("unknown role `{role}`; the roles are {known}", role=role, known=", ".join(known))
            )
        if not fold(text):
            raise ValueError(say("`{text}` holds no letter", text=text))
        if seen.setdefault(fold(text), role) != role:
            raise ValueError(say("`{text}` stands under two roles", text=text))
    return labels


def _each(labels: Mapping[str, tuple[str, ...]]) -> Iterator[tuple[str, str]]:
    return ((role, text) for role, texts in labels.items() for text in texts)
