"""Two clauses of one contract say different things of the same fact.

What: `states` in the front matter names what a clause settles and how: a word, a figure with its unit, or `{{
name }}` for one of its variables. Two clauses that can stand in one contract must not state the same fact in
two ways. A variable is the same where the same key of the deal fills it, or where it is of the clause's own
with the same value.

Why: two periods for one notice, two governing laws, two limits: each side reads the one that suits it.

Bad: `states: {claim-notice: 30 days}` in one clause and `states: {claim-notice: 45 days}` in another
Good: one clause that states it, and a reference to it in the other

Source: review practice; contradiction between clauses that can be told without reading their meaning.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tradedocs.library.file import ClauseFile
from tradedocs.library.found import Found
from tradedocs.library.lint.case import LintCase
from tradedocs.library.lint.together import company
from tradedocs.model.clause import normalised
from tradedocs.model.lint import Severity
from tradedocs.ui import say

ID = "TD223"
SEVERITY: Severity = "error"
SUPPRESSIBLE = False
EXACT = True
GATE = False

_VARIABLE = re.compile(r"\{\{\s*([a-z][a-z0-9_]*)\s*\}\}")


def look(case: LintCase) -> Iterator[Found]:
    """An error for each fact that two clauses state in two ways, and for each variable that there is not."""
    first: dict[str, list[ClauseFile]] = {}
    for file in case.files:
        for fact, told in file.head.states.items():
            value = _value(file, told)
            if value is None:
                yield file.found_in_head(fact, say("{told} is no variable of this clause", told=told))
                continue
            for other in first.get(fact, ()):
                theirs = _value(other, other.head.states[fact])
                if other.head.id != file.head.id and theirs != value and _meet(file, other, case):
                    yield file.found_in_head(
                        fact, say("{fact} is {value} here and {theirs} in {other}", fact=fact, value=value,
                                  theirs=theirs, other=other.named),
                        say("State it in one of the two, and refer to it in the other."),
                    )  # fmt: skip
            first.setdefault(fact, []).append(file)


def _value(file: ClauseFile, told: str) -> str | None:
    match = _VARIABLE.fullmatch(told)
    if match is None:
        return normalised(told)
    variable = file.head.variables.get(match[1])
    if variable is None:
        return None
    return variable.source or f"{variable.default} {variable.unit or variable.type}"


def _meet(file: ClauseFile, other: ClauseFile, case: LintCase) -> bool:
    return company(file, other.head.id, case) != "never"
