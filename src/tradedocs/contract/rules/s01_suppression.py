"""A suppression in the deal file does nothing, or must not be.

What: `suppress` silences a rule for one deal, with a reason and perhaps until a day. It must name a rule that
there is and that may be silenced; it must not have ended; and it must silence something. Rules that are exact or
dangerous cannot be silenced; of T64, T72 and T88 the warnings can, and the errors, which say that the law gives the
words no effect, cannot.

Why: a forgotten suppression hides the next mistake.

Bad: `suppress: [{rule: D01, reason: the buyer insists}]`
Good: `suppress: [{rule: T13, reason: the terminal insures until loading, until: 2027-12-31}]`

Source: promises 0 and 1 of the program.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from tradedocs.contract.case import DealCase, told
from tradedocs.model.deal import Suppression
from tradedocs.model.dealfinding import DealFinding, Severity, Suppressible
from tradedocs.ui import say

ID = "S01"
SUPPRESSIBLE = False
EXPORT = False


def judge(case: DealCase) -> Iterator[DealFinding]:
    """Errors for what must not be silenced, warnings for what is not silenced."""
    for index, entry in enumerate(case.deal.suppress):
        found = _fault(entry, case.silenceable, case)
        if found is not None:
            severity, message, way_out = found
            yield told(ID, severity, message, way_out, ("suppress", index, "rule"))


def _fault(
    entry: Suppression, rules: Mapping[str, Suppressible], case: DealCase
) -> tuple[Severity, str, str] | None:
    remove = say("Take the entry out of `suppress`.")
    if entry.rule not in rules:
        return "error", say("there is no rule {rule}", rule=entry.rule), say("`tradedocs rules` lists them.")
    if not rules[entry.rule]:
        return "error", say("{rule} cannot be suppressed", rule=entry.rule), remove
    if entry.rule in case.firm:
        return "error", say("an error of {rule} cannot be suppressed", rule=entry.rule), remove
    if entry.until is not None and entry.until < case.as_of:
        message = say("the suppression of {rule} ended on {until}, {days} days ago", rule=entry.rule,
                      until=entry.until, days=(case.as_of - entry.until).days)  # fmt: skip
        return "warning", message, say("Decide again: give a later day, or take the entry out.")
    if entry.rule not in case.fired:
        return "warning", say("{rule} found nothing, so nothing is suppressed", rule=entry.rule), remove
    return None
