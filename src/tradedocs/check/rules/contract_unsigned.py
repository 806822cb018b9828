"""The check rests on something that nobody signed.

What: a deal file, or a contract without a recorded signature, may be checked, but is released only when the user
says that this is meant (`--unsigned`), and the verdict then says so.

Why: goods are shipped under the contract that both sides signed, not under a file on somebody's disk.

Bad: tradedocs check deal.yaml report.pdf
Good: tradedocs contract sign contract.docx --scan signed.pdf --by "Li Na" --on 2026-09-01; then check contract.docx
"""

from __future__ import annotations

from collections.abc import Iterator

from tradedocs.check.case import Case
from tradedocs.model.finding import Finding, Verdict
from tradedocs.ui import say

ID = "contract-unsigned"
RESTS_ON: tuple[str, ...] = ("general.signature",)


def check(case: Case) -> Iterator[Finding]:
    """HOLD unless signed; information when the user accepted that."""
    if case.standing.signed:
        return
    accepted = case.standing.unsigned_accepted
    yield Finding(
        rule=ID,
        severity=Verdict.RELEASE if accepted else Verdict.HOLD,
        message=say("the check rests on an unsigned contract or deal file"),
        way_out=say("Accepted with --unsigned.")
        if accepted
        else say("Check the signed contract, or accept this: --unsigned."),
    )
