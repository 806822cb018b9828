"""The contract file is not, or may not be, what was agreed.

What: the file's hash is recorded when it is built; the file holds a passport, the Spec for the machine, and the
same Spec as a table for people. Recorded hash, passport, embedded Spec and visible table must agree.

Why: a limit changed in Word after signing would otherwise be checked, or not be checked, without anybody noticing.

Bad: somebody opened the built contract in Word, wrote 0.10 % in place of 0.04 %, and saved it.
Good: the contract is checked as it was built; a change is made by amendment and a new build.

Source: promise 3 and 4 of the program; PRC Civil Code 543, CISG 29 (modification by agreement).
"""

from __future__ import annotations

from collections.abc import Iterator

from tradedocs.check.case import Case
from tradedocs.model.finding import Finding, Verdict
from tradedocs.ui import say

ID = "contract-altered"
RESTS_ON: tuple[str, ...] = ("general.amendment",)


def check(case: Case) -> Iterator[Finding]:
    """HOLD for each disagreement that was found."""
    for problem in case.standing.problems:
        yield Finding(
            rule=ID,
            severity=Verdict.HOLD,
            message=problem,
            way_out=say(
                "Check the file that was built and signed, or build the contract again from its deal."
            ),
        )
