"""The manual page of a rule of the lint."""

from __future__ import annotations

from tradedocs.library.lint.rules import RULES, LintRule
from tradedocs.model.lint import RulePage
from tradedocs.ui import say


def manual_page(rule: LintRule) -> str:
    """The rule's docstring, and a line on what it is."""
    return f"{(rule.__doc__ or '').strip()}\n\n{' '.join(_kind(rule))}"


def rule_pages() -> tuple[RulePage, ...]:
    """Every rule, in the order of their ids."""
    return tuple(
        RulePage(
            id=rule.ID, title=(rule.__doc__ or "").strip().splitlines()[0], page=manual_page(rule),
            severity=rule.SEVERITY,
        )
        for rule in RULES
    )  # fmt: skip


def _kind(rule: LintRule) -> list[str]:
    told = [
        say("Severity: {severity}.", severity=rule.SEVERITY),
        say("Exact: told from what the files declare.") if rule.EXACT else say("Heuristic: told from words."),
    ]
    if rule.GATE:
        told.append(say("A library with such a finding cannot be loaded."))
    told.append(
        say("It may be suppressed in the clause.") if rule.SUPPRESSIBLE else say("It cannot be suppressed.")
    )
    return told
