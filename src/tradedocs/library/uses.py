"""Where a clause, a defined term or a key of the deal is used in the library."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from tradedocs.clausetext import parse_condition, tokens
from tradedocs.library.shelf import Library
from tradedocs.model.clause import Clause
from tradedocs.ui import say


class Use(NamedTuple):
    """What uses it, where there, and how."""

    user: str
    where: str
    how: str


def uses_in(library: Library, name: str) -> tuple[Use, ...]:
    """Every use of a clause's id, a defined term, or a deal key with or without `deal.`, in reading order."""
    return tuple(
        Use(clause.id, clause.position, how) for clause in library.clauses for how in _hows(clause, name)
    )


def _hows(clause: Clause, name: str) -> Iterator[str]:
    if name in clause.requires:
        yield say("requires it")
    if name in clause.excludes:
        yield say("excludes it")
    key = name if name.startswith("deal.") else f"deal.{name}"
    for variable, filled in clause.variables.items():
        if filled.source == key:
            yield say("fills {variable}", variable=f"{{{variable}}}")
    if clause.applies_when and _in_condition(clause.applies_when, key):
        yield say("applies when {condition}", condition=clause.applies_when)
    if name in clause.defines:
        yield say("defines it")
    for index, paragraph in enumerate(clause.paragraphs, 1):
        for token in tokens(paragraph.en):
            if token.kind == "reference" and token.text == name:
                yield say("paragraph {n} refers to {target}", n=index,
                          target=f"{token.text}#{token.key}" if token.key else token.text)  # fmt: skip
        if name[:1].isupper() and re.search(rf"\b{re.escape(name)}\b", paragraph.en):
            yield say("paragraph {n} uses the term", n=index)


def _in_condition(condition: str, key: str) -> bool:
    parse_condition(condition)
    return re.search(rf"{re.escape(key)}(?![\w.])", condition) is not None
