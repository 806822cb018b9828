"""A variable does not say what it counts, or within which range it may lie.

What: a value of the clause's own (`default`) that is a period, a percentage or a number has a `playbook` with
the range that each level may agree to. Only a number has a `unit`.

Why: without a range anybody may put in any number, and the program has no word to say. Without a unit the
number reads "5" where it should read "5 weeks".

Bad: `reply_days: {type: days, default: 14}`
Good: `reply_days: {type: days, default: 14, playbook: {sales: 10..20, manager: 7..30}}`

Source: playbook practice; docs/clauses.md.
"""

from __future__ import annotations

from collections.abc import Iterator

from tradedocs.library.found import Found
from tradedocs.library.lint.case import LintCase
from tradedocs.model.lint import Severity
from tradedocs.ui import say

ID = "TD121"
SEVERITY: Severity = "warning"
SUPPRESSIBLE = True
EXACT = True
GATE = False


def look(case: LintCase) -> Iterator[Found]:
    """A warning for each value without a range."""
    for file in case.files:
        for name, variable in file.head.variables.items():
            if variable.default is not None and not variable.playbook:
                message = say("{name} has a value of the clause's own and no range", name=name)
                hint = say("Add `playbook`: the range that each level may agree to.")
                yield file.found_in_head(name, message, hint)
