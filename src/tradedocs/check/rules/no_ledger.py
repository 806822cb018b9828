"""There is no ledger to record the verdict in.

What: a verdict that leaves no row cannot be found again, so it is never RELEASE.

Why: when a claim comes, the release, the reports and their hashes must be provable.

Bad: tradedocs check … in a folder without a workspace.
Good: tradedocs init DEALS; then check inside DEALS, or with --workspace DEALS.

Clause: none; the ledger is ours, and the other side is told nothing of it.
"""

from __future__ import annotations

from collections.abc import Iterator

from tradedocs.check.case import Case
from tradedocs.model.finding import Finding, Verdict
from tradedocs.ui import say

ID = "no-ledger"
RESTS_ON: tuple[str, ...] = ()


def check(case: Case) -> Iterator[Finding]:
    """HOLD without a workspace."""
    if not case.standing.ledger:
        yield Finding(
            rule=ID,
            severity=Verdict.HOLD,
            message=say("there is no workspace, so the verdict cannot be recorded"),
            way_out=say(
                "Make a workspace (tradedocs init FOLDER) and check inside it, or name it with --workspace."
            ),
        )
