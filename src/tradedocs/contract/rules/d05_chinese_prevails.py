"""A sale within mainland China whose Chinese text does not prevail.

What: with both places of business in mainland China the contract has a Chinese text, and that one prevails.

Why: courts and authorities there work with the Chinese text in any case.

Bad: both countries CN, `language: en-zh`, `prevailing: English`
Good: both countries CN, `language: en-zh`, `prevailing: Chinese`

Source: PRC Civil Code Article 466; PRC Civil Procedure Law (language of proceedings).
"""

from __future__ import annotations

from collections.abc import Iterator

from tradedocs.contract.case import DealCase, told
from tradedocs.model.dealfinding import DealFinding
from tradedocs.ui import say

ID = "D05"
SUPPRESSIBLE = True
EXPORT = False


def judge(case: DealCase) -> Iterator[DealFinding]:
    """A warning in a domestic sale."""
    deal = case.deal
    if not deal.domestic:
        return
    if deal.language == "en":
        yield told(ID, "warning", say("both places of business are in mainland China, and there is no Chinese text"),
                   say("Write `language: zh`, or `en-zh` with `prevailing: Chinese`."), ("language",))  # fmt: skip
    elif deal.language == "en-zh" and deal.prevailing != "Chinese":
        yield told(ID, "warning", say("both places of business are in mainland China, and the English text prevails"),
                   say("Write `prevailing: Chinese`."), ("prevailing",), ("language",))  # fmt: skip
