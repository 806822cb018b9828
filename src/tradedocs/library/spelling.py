"""A Clause → the text of a clause file, from which the same Clause is read."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import yaml

from tradedocs.model.clause import Clause, ClauseHead, Language

_ENDLESS = 1_000_000


class _Dumper(yaml.SafeDumper):
    """Writes out everything that repeats: a clause file holds no aliases."""

    def ignore_aliases(self, data: Any) -> bool:
        return True


def spelled(clause: Clause) -> str:
    """The clause file."""
    head = clause.model_dump(
        mode="json", by_alias=True, exclude_defaults=True, include=set(ClauseHead.model_fields)
    )
    ordered = {name: head[name] for name in _names() if name in head}
    front = yaml.dump(ordered, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=_ENDLESS)
    return f"---\n{front}---\n\n## en\n\n{_text(clause, 'en')}\n## zh\n\n{_text(clause, 'zh')}"


def _names() -> Iterator[str]:
    return (field.alias or name for name, field in ClauseHead.model_fields.items())


def _text(clause: Clause, language: Language) -> str:
    return "".join(
        f"{'  ' if one.level == 3 else ''}- {f'{{#{one.key}}} ' if one.key else ''}{getattr(one, language)}\n"
        for one in clause.paragraphs
        if getattr(one, language)
    )
