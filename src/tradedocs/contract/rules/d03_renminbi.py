"""A sale within mainland China in a foreign currency.

What: with both places of business in mainland China prices are in renminbi (`currency: CNY`).

Why: foreign currency may not circulate or be used for pricing there.

Bad: both countries CN, `currency: USD`
Good: both countries CN, `currency: CNY`

Source: PRC Regulations on Foreign Exchange Administration Article 8.
"""

from __future__ import annotations

from collections.abc import Iterator

from tradedocs.contract.case import DealCase, told
from tradedocs.model.dealfinding import DealFinding
from tradedocs.ui import say

ID = "D03"
SUPPRESSIBLE = False
EXPORT = False


def judge(case: DealCase) -> Iterator[DealFinding]:
    """An error in a domestic sale."""
    if case.deal.domestic and case.deal.currency != "CNY":
        yield told(
            ID, "error",
            say("both places of business are in mainland China, and the price of {total} is not in renminbi",
                total=case.deal.total),
            say("Price and pay in CNY."), ("currency",), ("seller", "country"), ("buyer", "country"),
        )  # fmt: skip
