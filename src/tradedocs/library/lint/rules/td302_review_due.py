"""The day by which a text was to be read again has passed.

What: `review_by` of the clause or of its approval lies before today. An approved text that has expired is an error,
because contracts with it are drafts; one that nobody has approved is a warning.

Why: laws, rule books and house positions change; a text that nobody has looked at since may rest on what is
gone.

Bad: `review_by: 2025-06-30` in November 2026
Good: read again, approved with a new `--review-by`

Source: docs/review.md.
"""

from __future__ import annotations

from collections.abc import Iterator

from tradedocs.library.found import Found
from tradedocs.library.lint.case import LintCase
from tradedocs.model.lint import Severity
from tradedocs.ui import say

ID = "TD302"
SEVERITY: Severity = "error"
SUPPRESSIBLE = False
EXACT = True
GATE = False


def look(case: LintCase) -> Iterator[Found]:
    """A finding for each text whose day has passed."""
    for file, clause in case.clauses:
        status = case.register.status(clause, case.as_of) if case.register is not None else None
        if status is not None and status.state == "expired":
            at = "review_by" if clause.review_by is not None else clause.id
            yield file.found_in_head(at, say("the approval has expired: {why}", why=status.why))
        elif clause.review_by is not None and clause.review_by < case.as_of:
            message = say("it was to be reviewed by {day}, {n} days ago", day=clause.review_by,
                          n=(case.as_of - clause.review_by).days)  # fmt: skip
            yield file.found_in_head("review_by", message, severity="warning")
