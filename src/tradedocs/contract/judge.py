"""A deal before all rules: what they find, what the deal file silences, and what steps down within China."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from tradedocs.contract.assemble import assemble, languages_of
from tradedocs.contract.case import DealCase
from tradedocs.contract.choose import Clauses, choose
from tradedocs.contract.fill import Missing, fill
from tradedocs.contract.playbook import open_asks
from tradedocs.contract.rules import RULES, DealRule, s01_suppression
from tradedocs.errors import BuildError
from tradedocs.model.deal import Deal
from tradedocs.model.dealfinding import DealFinding


@dataclass(frozen=True)
class Judged:
    """What the rules found, in their order, and what the deal silences."""

    findings: tuple[DealFinding, ...]
    suppressed: tuple[DealFinding, ...]


def case_of(deal: Deal, library: Clauses, as_of: date, *, assembled: bool = False) -> DealCase:
    """The deal with the clauses that it takes; a clash between them is a finding here, not an error.

    `assembled` says that the contract has been assembled already: then nothing is missing and nothing clashes.
    """
    try:
        clauses = choose(deal, library)
    except BuildError as error:
        return DealCase(deal, (), as_of, clash=error.message)
    above, there = open_asks(deal, clauses), {clause.id for clause in clauses}
    absent = tuple(one for one in library.required if there.isdisjoint(one))
    if assembled:
        return DealCase(deal, clauses, as_of, absent=absent, above=above)
    missing: list[Missing] = []
    for clause in clauses:
        fill(clause, deal, languages_of(deal), missing)
    beyond = any(ask.needed is None for ask in above)
    clash = _dangling(deal, library) if not (missing or beyond) else None
    return DealCase(deal, clauses, as_of, clash=clash, absent=absent, missing=tuple(missing), above=above)


def _dangling(deal: Deal, library: Clauses) -> str | None:
    try:
        assemble(deal, library, ())
    except BuildError as error:
        return error.message
    return None


def judge(case: DealCase, rules: Sequence[DealRule] = RULES) -> Judged:
    """Everything that the rules say, once each, in the order of the rules."""
    found = [
        _stepped_down(rule, finding, case.deal)
        for rule in rules
        if rule.ID != s01_suppression.ID
        for finding in rule.judge(case)
    ]
    silenceable = {rule.ID: rule.SUPPRESSIBLE for rule in rules}
    firm = {one.rule for one in found if one.severity == "error" and silenceable[one.rule] == "warnings"}
    after = replace(
        case, fired=frozenset(one.rule for one in found), firm=frozenset(firm), silenceable=silenceable
    )
    named = {
        entry.rule
        for entry in case.deal.suppress
        if silenceable.get(entry.rule, False) and (entry.until is None or entry.until >= case.as_of)
    }
    silent = [
        one for one in found if one.rule in named and not (one.rule in firm and one.severity == "error")
    ]
    kept = [one for one in found if one not in silent] + list(s01_suppression.judge(after))
    return Judged(findings=tuple(dict.fromkeys(kept)), suppressed=tuple(silent))


def _stepped_down(rule: DealRule, finding: DealFinding, deal: Deal) -> DealFinding:
    """Within mainland China what assumes an export sale does not stop a contract."""
    if rule.EXPORT and deal.domestic and finding.severity == "error":
        return finding.model_copy(update={"severity": "warning"})
    return finding
