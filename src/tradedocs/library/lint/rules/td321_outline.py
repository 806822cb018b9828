"""A clause has no place in the outline, or the outline names what is no clause.

What: outline.yaml names every clause of the library once, in the order of a contract. A clause that every
contract must have (parties, goods, delivery, payment, law) is among them by being in the library at all.

Why: what the outline leaves out is in no contract, however well it was approved.

Bad: a new folder compensation/price-scale, and no line in outline.yaml
Good: `- compensation.price-scale` where the article belongs

Source: the assembly of contracts, docs/contract.md.
"""

from __future__ import annotations

from collections.abc import Iterator

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
