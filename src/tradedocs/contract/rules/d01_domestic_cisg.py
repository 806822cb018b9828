"""The CISG is chosen for a sale within mainland China.

What: with both places of business in mainland China `law.cisg` must be `excluded`.

Why: the Convention is for sales between different States; between Chinese parties the Civil Code governs.

Bad: both countries CN, `law: {governing: the People's Republic of China, cisg: applies}`
Good: both countries CN, `law: {governing: the People's Republic of China, cisg: excluded}`

Source: CISG Article 1(1).
"""

from __future__ import annotations

from collections.abc import Iterator

from tradedocs.contract.case import DealCase, told
from tradedocs.model.dealfinding import DealFinding
from tradedocs.ui import say

ID = "D01"
SUPPRESSIBLE = False
EXPORT = False


def judge(case: DealCase) -> Iterator[DealFinding]:
    """An error in a domestic sale."""
    if case.deal.domestic and case.deal.law.cisg == "applies":
        yield told(
            ID, "error", say("both places of business are in mainland China, and the CISG is to apply"),
            say("Write `cisg: excluded`."), ("law", "cisg"), ("seller", "country"), ("buyer", "country"),
        )  # fmt: skip
