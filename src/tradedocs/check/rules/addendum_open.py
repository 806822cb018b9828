"""An addendum to the contract is unsigned, missing, altered, or does not follow from what is signed.

What: reports are held against the contract with its signed addenda, in the order of their numbers. An addendum that
was given or built and that nobody has recorded as signed, a gap in the numbers, a signed addendum that is not among
the files, and one that amends another file each hold the shipment. One that will not be signed is withdrawn.

Why: while an addendum is open nobody can say which specification the goods must meet.

Bad: tradedocs check contract.docx report.pdf --addendum addendum-1.docx, which the buyer has not signed yet.
Good: tradedocs contract sign addendum-1.docx --scan signed.pdf --by "Li Na" --on 2026-10-02; then the same check.

Source: CISG 29, PRC Civil Code 543 and 544 (modification by agreement; a change that is not definite changes nothing).
"""

from __future__ import annotations

from collections.abc import Iterator

from tradedocs.check.case import Case
from tradedocs.model.finding import Finding, Verdict
from tradedocs.ui import say

ID = "addendum-open"
RESTS_ON: tuple[str, ...] = ("general.amendment",)


def check(case: Case) -> Iterator[Finding]:
    """HOLD for each thing that keeps the addenda from counting."""
    for problem in case.standing.addenda:
        yield Finding(
            rule=ID,
            severity=Verdict.HOLD,
            message=problem,
            way_out=say(
                "Record its signed copy (tradedocs contract sign), withdraw it (tradedocs contract withdraw), or name "
                "it with --addendum."
            ),
        )
