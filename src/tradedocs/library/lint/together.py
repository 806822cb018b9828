"""Which clauses can stand in one contract, and which always do, by what their files declare."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from tradedocs.clausetext import TextError, can_hold_together, implies, parse_condition
from tradedocs.library.file import ClauseFile
from tradedocs.library.lint.case import LintCase

Company = Literal["always", "perhaps", "never"]


def company(file: ClauseFile, other_id: str, case: LintCase) -> Company:
    """Whether a contract with this file's text holds the other clause, in some position.

    `never`: one excludes the other, or their conditions never hold together. `always`: the file requires it, or it is
    not optional and its condition holds wherever the file's does. Keys of the deal that depend on one another are
    taken to be free, so `perhaps` may be `always` or `never` in truth, and neither of these is `perhaps`.
    """
    others = case.by_id.get(other_id, ())
    if not others or other_id == file.head.id:
        return "always"
    required = _required(file, case)
    if all(_apart(file, other, case) for other in others):
        return "never"
    if other_id in required:
        return "always"
    told = [text for one in (file, *_files(required, case)) if (text := _condition(one)) is not None]
    return "always" if all(_sure(other, told) for other in others) else "perhaps"


def _required(file: ClauseFile, case: LintCase) -> tuple[str, ...]:
    """What the file requires, and what that requires, and so on: else no contract is built."""
    found: dict[str, None] = {}
    todo = list(file.head.requires)
    while todo:
        name = todo.pop()
        if name not in found:
            found[name] = None
            for other in case.by_id.get(name, ())[:1]:
                todo += other.head.requires
    return tuple(found)


def _files(ids: tuple[str, ...], case: LintCase) -> Iterator[ClauseFile]:
    for name in ids:
        yield from case.by_id.get(name, ())[:1]


def _apart(file: ClauseFile, other: ClauseFile, case: LintCase) -> bool:
    if other.head.id in file.head.excludes or file.head.id in other.head.excludes:
        return True
    one, two = _condition(file), _condition(other)
    return one is not None and two is not None and not can_hold_together(one, two)


def _sure(other: ClauseFile, told: list[str]) -> bool:
    if other.head.optional:
        return False
    condition = _condition(other)
    if condition is None:
        return True
    whole = " and ".join(f"({one})" for one in told)
    return any(implies(one, condition) for one in (*told, whole) if _condition_in(one) is not None)


def _condition(file: ClauseFile) -> str | None:
    """The condition, or None where there is none that can be read."""
    return _condition_in(file.head.applies_when or "")


def _condition_in(text: str) -> str | None:
    try:
        parse_condition(text)
    except TextError:
        return None
    return text
