"""The contract has no forum, or more than one.

What: exactly one clause decides where disputes go: arbitration or the courts.

Why: two forums are a dispute about the dispute; none is a suit wherever the other side finds a court.

Bad: `clauses: [{clause: disputes.arbitration, omit: true}]`
Good: disputes.arbitration stands in the contract.

Source: Fa Shi [2006] No. 7 Article 7; New York Convention Article II.
"""

from __future__ import annotations

from collections.abc import Iterator

from tradedocs.contract.case import DealCase, told
from tradedocs.model.dealfinding import DealFinding
from tradedocs.ui import say

ID = "T70"
SUPPRESSIBLE = False
EXPORT = False

_FORUMS = ("disputes.arbitration", "disputes.courts")


def judge(case: DealCase) -> Iterator[DealFinding]:
    """An error for none, and for two."""
    if not case.clauses:
        return
    forums = [clause.id for clause in case.clauses if clause.id in _FORUMS]
    if len(forums) == 1:
        return
    message = (
        say("{n} clauses decide where disputes go: {forums}", n=len(forums), forums=", ".join(forums))
        if forums
        else say("no clause decides where disputes go")
    )
    yield told(
        ID,
        "error",
        message,
        say("Keep exactly one of them (`clauses` in the deal file)."),
        ("clauses",),
        ("disputes",),
    )
