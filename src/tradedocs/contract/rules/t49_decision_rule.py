"""The deal's rule of decision is not the one that its clause states.

What: `inspection.decision` must say what the clause inspection.decision-rule says in the position that the deal takes:
`simple` for the standard position (the uncertainty is neither added nor deducted), `guard-band` for the fallbacks (it
is deducted, for critical or for critical and major characteristics). Without the key the clause counts by itself.

Why: the check would decide by one rule and a tribunal by the other.

Bad: `inspection: {decision: guard-band, …}`, and the clause in its standard position.
Good: `inspection: {decision: guard-band, …}` with `clauses: [{clause: inspection.decision-rule, position: fallback-1}]`

Source: ISO/IEC 17025 7.1.3 (the decision rule is agreed); ILAC-G8:09/2019.
"""

from __future__ import annotations

from collections.abc import Iterator

from tradedocs.contract.case import DealCase, told
from tradedocs.contract.decision import CLAUSE, POSITIONS, position_of
from tradedocs.model.dealfinding import DealFinding
from tradedocs.ui import say

ID = "T49"
SUPPRESSIBLE = False
EXPORT = False


def judge(case: DealCase) -> Iterator[DealFinding]:
    """An error where the two differ, or the clause is left out."""
    key, position = case.deal.inspection.decision, position_of(case.deal)
    if key is None or (position is not None and POSITIONS[position][0] == key):
        return
    says = say("the contract leaves out {clause}", clause=CLAUSE) if position is None else say(
        "{clause} in its position {position} says {says}", clause=CLAUSE, position=position,
        says=POSITIONS[position][0])  # fmt: skip
    fits = ", ".join(name for name, rule in POSITIONS.items() if rule[0] == key)
    yield told(
        ID, "error", say("the deal decides by {key}, but {says}", key=key, says=says),
        say("Take {clause} in position {fits}, or take `decision` out.", clause=CLAUSE, fits=fits),
        ("inspection", "decision"), case.choice(CLAUSE),
    )  # fmt: skip
