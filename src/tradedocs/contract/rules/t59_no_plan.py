"""The goods are counted, and no sampling plan is agreed.

What: where every line is sold in pieces, sets or pairs, `inspection` should give a level and AQLs. Without them the
clause on bulk goods stands in the contract, which draws samples by weight.

Why: nobody can say how many defects are too many, so every defect is a quarrel.

Bad: 12,000 pcs with `inspection: {bodies: [Alpha Inspection], place: the factory}`
Good: the same with `level: II` and `aql: {critical: 0, major: 2.5, minor: 4.0}`

Source: ISO 2859-1; inspection practice (level II, AQL 0, 2.5 and 4.0).
"""

from __future__ import annotations

from collections.abc import Iterator

from tradedocs.contract.case import DealCase, told
from tradedocs.model.dealfinding import DealFinding
from tradedocs.model.units import find
from tradedocs.ui import say

ID = "T59"
SUPPRESSIBLE = True
EXPORT = False

_COUNTED = ("pieces", "sets", "pairs")


def judge(case: DealCase) -> Iterator[DealFinding]:
    """A warning with the number of pieces."""
    goods = case.deal.goods
    counted = all(find(line.quantity.unit).dimension in _COUNTED for line in goods)
    if case.deal.inspection.aql is None and counted:
        sold = ", ".join(str(line.quantity) for line in goods)
        yield told(
            ID, "warning", say("{sold} are sold, and no AQL says how many defects are accepted", sold=sold),
            say("Add `level` and `aql` to `inspection`."), ("inspection",),
        )  # fmt: skip
