"""A clause has no place in the outline, or the outline names what is no clause.

What: outline.yaml names every clause of the library once, in the order of a contract. What it lists under
`required`, the clauses that no contract may be without, is among them and in every contract: not optional, and not
bound to a condition. Of a list of several there, every contract has one.

Why: what the outline leaves out is in no contract, however well it was approved.

Bad: a new folder compensation/price-scale, and no line in outline.yaml
Good: `- compensation.price-scale` where the article belongs

Source: the assembly of contracts, docs/contract.md.
"""

from __future__ import annotations

from collections.abc import Iterator

from tradedocs.clausetext import TextError, implies
from tradedocs.library.found import Found, of_problem
from tradedocs.library.lint.case import LintCase
from tradedocs.model.lint import Severity
from tradedocs.ui import say

ID = "TD321"
SEVERITY: Severity = "error"
SUPPRESSIBLE = False
EXACT = True
GATE = True


def look(case: LintCase) -> Iterator[Found]:
    """An error for each clause that is missing or named twice, and for each name that is no clause."""
    outline = case.outline
    if outline.refused:
        yield from map(of_problem, outline.refused)
        return
    seen: set[str] = set()
    for clause_id in outline.articles:
        if not case.knows(clause_id):
            yield outline.found(clause_id, say("the outline names {id}, which is no clause", id=clause_id))
        if clause_id in seen:
            yield outline.found(clause_id, say("the outline names {id} twice", id=clause_id))
        seen.add(clause_id)
    for clause_id in sorted(case.by_id.keys() - seen):
        message = say("the outline leaves out {id}", id=clause_id)
        yield outline.found("articles", message, say("Add it where the article stands in a contract."))
    for clause_ids in outline.required:
        for message in _not_always(clause_ids, case):
            yield outline.found(clause_ids[0], message, key="required")


def _not_always(clause_ids: tuple[str, ...], case: LintCase) -> Iterator[str]:
    """Why some contract has none of these clauses."""
    conditions: list[str] = []
    for clause_id in clause_ids:
        if clause_id not in case.outline.articles:
            yield say("{id} is required, and the outline leaves it out", id=clause_id)
        for file in case.by_id.get(clause_id, ()):
            if file.head.optional:
                yield say("{id} is required, and optional in position {position}", id=clause_id,
                          position=file.head.position)  # fmt: skip
        conditions.append(_condition(clause_id, case))
    if all(conditions) and not _exhaust(conditions):
        yield say("{id} is required, and applies to some deals only", id=" / ".join(clause_ids))


def _condition(clause_id: str, case: LintCase) -> str:
    """When the clause applies, in whatever position; empty where it always does."""
    conditions = {file.head.applies_when for file in case.by_id.get(clause_id, ())}
    return " and ".join(f"({one})" for one in sorted(filter(None, conditions)))


def _exhaust(conditions: list[str]) -> bool:
    """Whether every deal meets one of them; a condition that cannot be read is told elsewhere."""
    whole = " or ".join(f"({one})" for one in conditions)
    try:
        return implies(f"({whole}) or not ({whole})", whole)
    except TextError:
        return True
