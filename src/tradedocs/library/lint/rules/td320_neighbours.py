"""What a clause requires or excludes contradicts itself or the library.

What: `requires` and `excludes` name clauses that there are. No clause requires and excludes the same one, or
itself; what it requires does not exclude it, and two clauses that it requires do not exclude each other.

Why: such a clause can stand in no contract at all, which nobody sees until a deal needs it.

Bad: `requires: [payment.credit]` where payment.credit has `excludes: [this clause]`
Good: one of the two, as the deals need it

Source: the assembly of contracts, docs/contract.md.
"""

from __future__ import annotations

from collections.abc import Iterator

from tradedocs.library.file import ClauseFile
from tradedocs.library.found import Found
from tradedocs.library.lint.case import LintCase
from tradedocs.model.lint import Severity
from tradedocs.ui import say

ID = "TD320"
SEVERITY: Severity = "error"
SUPPRESSIBLE = False
EXACT = True
GATE = True


def look(case: LintCase) -> Iterator[Found]:
    """An error for each contradiction."""
    for file in case.files:
        yield from _known(file, case)
        yield from _contradicting(file, case)


def _known(file: ClauseFile, case: LintCase) -> Iterator[Found]:
    for key, others in (("requires", file.head.requires), ("excludes", file.head.excludes)):
        for other in others:
            if not case.knows(other):
                message = say("`{key}` names {other}, which is no clause", key=key, other=other)
                yield file.found_in_head(other, message)


def _contradicting(file: ClauseFile, case: LintCase) -> Iterator[Found]:
    head = file.head
    for other in head.requires:
        if other in head.excludes:
            yield file.found_in_head(other, say("{other} is required and excluded", other=other))
        standard = case.by_id.get(other, ())
        if standard and all(head.id in one.head.excludes for one in standard):
            message = say("{id} requires {other}, which excludes {id}", id=head.id, other=other)
            yield file.found_in_head(other, message)
        for third in head.requires:
            if standard and all(third in one.head.excludes for one in standard):
                message = say("{id} requires {other} and {third}, which exclude each other", id=head.id,
                              other=other, third=third)  # fmt: skip
                yield file.found_in_head(other, message)
    if head.id in (*head.requires, *head.excludes):
        yield file.found_in_head(head.id, say("{id} names itself", id=head.id))
