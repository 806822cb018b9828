"""A suppression in a clause file does nothing, or must not be.

What: `lint` in the front matter silences a rule in this file, with a reason and perhaps until a day. It must
name a rule that there is and that may be silenced; it must not have ended; and it must silence something.

Why: a forgotten suppression hides the next mistake.

Bad: `lint: [{rule: TD301, reason: urgent}]`
Good: `lint: [{rule: TD202, reason: the carrier's terms say so, until: 2027-06-30}]`

Source: promises 0 and 1 of the program.
"""

from __future__ import annotations

from collections.abc import Iterator

from tradedocs.library.found import Found
from tradedocs.library.lint.case import LintCase
from tradedocs.model.clause import LintException
from tradedocs.model.lint import Severity
from tradedocs.ui import say

ID = "TD390"
SEVERITY: Severity = "warning"
SUPPRESSIBLE = False
EXACT = True
GATE = False


def look(case: LintCase) -> Iterator[Found]:
    """Errors for what must not be silenced, warnings for what is not silenced."""
    for file in case.files:
        for entry in file.head.lint:
            fault = _fault(entry, file.text.name, case)
            if fault is not None:
                severity, message, hint = fault
                yield file.found_in_head(entry.rule, message, hint, severity)


def _fault(entry: LintException, file: str, case: LintCase) -> tuple[Severity, str, str] | None:
    remove = say("Take the entry out of `lint`.")
    if entry.rule not in case.silenceable:
        message = say("there is no rule {rule} of the lint", rule=entry.rule)
        return "error", message, say("`tradedocs rules --of lint` lists them.")
    if not case.silenceable[entry.rule]:
        return "error", say("{rule} cannot be suppressed", rule=entry.rule), remove
    if entry.until is not None and entry.until < case.as_of:
        message = say("the suppression of {rule} ended on {until}", rule=entry.rule, until=entry.until)
        return "warning", message, say("Decide again: give a later day, or take the entry out.")
    if (file, entry.rule) not in case.fired:
        message = say("{rule} found nothing, so nothing is suppressed", rule=entry.rule)
        return "warning", message, remove
    return None
