"""The inspection at loading is final, and something is still to be decided at destination.

What: with `effect: final` the contract may not also give a re-inspection at destination, take the quantity at
discharge, or hold a characteristic that can be known at discharge only.

Why: the two exclude each other; which one prevails would be for the tribunal.

Bad: `inspection: {effect: final, …}` with `quantity: {determined_at: discharge}`
Good: `inspection: {effect: final, …}` with `quantity: {determined_at: loading}`

Source: CISG Articles 36 and 38; PRC Civil Code Articles 620 to 622.
"""

from __future__ import annotations

from collections.abc import Iterator

from tradedocs.contract.case import DealCase, told
from tradedocs.model.dealfinding import DealFinding, Way
from tradedocs.ui import say

ID = "T52"
SUPPRESSIBLE = False
EXPORT = False

_CLAUSE = "inspection.reinspection"


def judge(case: DealCase) -> Iterator[DealFinding]:
    """An error for each thing that is left open."""
    deal = case.deal
    if deal.inspection.effect != "final":
        return
    if case.clause(_CLAUSE) is not None:
        yield _conflict(say("the contract holds {clause}", clause=_CLAUSE), case.choice(_CLAUSE))
    if deal.quantity.determined_at == "discharge":
        yield _conflict(say("the quantity is determined at discharge"), ("quantity", "determined_at"))
    for index, line in enumerate(deal.goods):
        for at, item in enumerate(line.characteristics):
            if item.stage == "discharge":
                yield _conflict(say("line {n}: {name} can be known at discharge only", n=line.line, name=item.name),
                                ("goods", index, "characteristics", at, "stage"))  # fmt: skip


def _conflict(what: str, key: Way) -> DealFinding:
    return told(
        ID, "error", say("the inspection at loading is final, but {what}", what=what),
        say("Choose `effect: loading-with-reinspection`, or decide everything at loading."),
        key, ("inspection", "effect"),
    )  # fmt: skip
