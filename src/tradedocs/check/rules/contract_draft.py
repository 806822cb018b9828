"""The contract file is a draft.

What: a file that says DRAFT on every page is not what was agreed, and is not accepted by `--unsigned` either.

Bad: tradedocs check contract-DRAFT.docx report.pdf --unsigned
Good: the clauses are approved, the contract is built again, and that file is checked.
"""

from __future__ import annotations

from collections.abc import Iterator

from tradedocs.check.case import Case
from tradedocs.model.finding import Finding, Verdict
from tradedocs.ui import say

ID = "contract-draft"
RESTS_ON: tuple[str, ...] = ("general.signature",)


def check(case: Case) -> Iterator[Finding]:
    """HOLD for a draft."""
    if case.standing.draft:
        yield Finding(
            rule=ID,
            severity=Verdict.HOLD,
            message=say("the contract file is a DRAFT, not for signature"),
            way_out=say(
                "See what blocks it (tradedocs clause status), build it again, and check the final file."
            ),
        )
