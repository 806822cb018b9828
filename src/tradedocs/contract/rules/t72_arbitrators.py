"""The number of arbitrators is even.

What: one or three arbitrators. With two or four there may be no majority.

Why: most arbitration laws ask for an odd number; the Chinese one for one or three.

Bad: `disputes: {arbitrators: 2, …}`
Good: `disputes: {arbitrators: 3, …}`

Source: PRC Arbitration Law; UNCITRAL Model Law Article 10. For an export sale the parties may agree otherwise:
there it is a warning.
"""

from __future__ import annotations

from collections.abc import Iterator

from tradedocs.contract.case import DealCase, told
from tradedocs.model.dealfinding import DealFinding, Suppressible
from tradedocs.ui import say

ID = "T72"
SUPPRESSIBLE: Suppressible = "warnings"
EXPORT = False


def judge(case: DealCase) -> Iterator[DealFinding]:
    """An error in a domestic sale, a warning in an export sale."""
    number = case.deal.disputes.arbitrators
    if number % 2 == 0:
        yield told(
            ID, "error" if case.deal.domestic else "warning",
            say("{n} arbitrators: {half} against {half} is no award", n=number, half=number // 2),
            say("Agree 1 or 3."), ("disputes", "arbitrators"),
        )  # fmt: skip
