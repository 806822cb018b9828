"""A unit stands on a variable that counts nothing.

What: only a variable of type number has a `unit`. Days and percentages carry theirs in the type.

Why: the unit would be printed twice, or never.

Bad: `days: {type: days, default: 14, unit: day}`
Good: `days: {type: days, default: 14}`

Source: docs/clauses.md.
"""

from __future__ import annotations

from collections.abc import Iterator

from tradedocs.library.found import Found
from tradedocs.library.lint.case import LintCase
from tradedocs.model.lint import Severity
from tradedocs.ui import say

ID = "TD124"
SEVERITY: Severity = "error"
SUPPRESSIBLE = False
EXACT = True
GATE = True


def look(case: LintCase) -> Iterator[Found]:
    """An error for each such unit."""
    for file in case.files:
        for name, variable in file.head.variables.items():
            if variable.unit is not None and variable.type != "number":
                yield file.found_in_head(name, say("only a variable of type number has a unit"))
