"""The positions of a clause are no ladder.

What: every clause has a standard position, which gives nothing away and which sales may agree to. A fallback
says in `gives` what it gives away and needs more than the sales level.

Why: whoever negotiates must see what each step costs, and who may take it.

Bad: `position: fallback-1` without `gives`
Good: `position: fallback-1`, `authority: manager`, `gives: A longer period for claims.`

Source: playbook practice; docs/clauses.md.
"""

from __future__ import annotations

from collections.abc import Iterator

from tradedocs.library.file import ClauseFile
from tradedocs.library.found import Found
from tradedocs.library.lint.case import LintCase
from tradedocs.model.lint import Severity
from tradedocs.ui import say

ID = "TD323"
SEVERITY: Severity = "error"
SUPPRESSIBLE = False
EXACT = True
GATE = True


def look(case: LintCase) -> Iterator[Found]:
    """An error for each step that is missing or does not say what it is."""
    for file in case.files:
        yield from _step(file)
    for clause_id, files in case.by_id.items():
        if clause_id not in case.broken and all(file.head.position != "standard" for file in files):
            yield files[0].found_in_head(clause_id, say("{id} has no standard position", id=clause_id))


def _step(file: ClauseFile) -> Iterator[Found]:
    head = file.head
    if head.position == "standard":
        if head.gives is not None or head.authority != "sales":
            message = say("the standard position gives nothing away and needs no authority")
            yield file.found_in_head("position", message)
        return
    if head.gives is None:
        message = say("a fallback says what it gives away: `gives` is missing")
        yield file.found_in_head("position", message)
    if head.authority == "sales":
        message = say("a fallback needs more than the sales level: `authority` is manager, legal or board")
        yield file.found_in_head("position", message)
