"""The contract speaks of a penalty under a law that does not enforce penalties.

What: the law of England, Hong Kong or Singapore governs, and a clause or a text of the deal holds the word "penalty".

Why: a sum that is called a penalty invites the argument that it is one.

Bad: English law, and `price: {basis: formula, formula: "… less a penalty of 1 % …"}`
Good: English law, and "a price reduction of 1 %".

Source: Cavendish v Makdessi [2015] UKSC 67; Denka [2020] SGCA 119.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tradedocs.contract.case import DealCase, told
from tradedocs.model.dealfinding import DealFinding
from tradedocs.ui import say

ID = "T63"
SUPPRESSIBLE = True
EXPORT = False

_LAWS = ("GB", "HK", "SG")
_WORD = re.compile(r"\bpenalt(?:y|ies)\b", re.IGNORECASE)


def judge(case: DealCase) -> Iterator[DealFinding]:
    """A warning for each text that holds the word."""
    law = case.law
    if law is None or law.code not in _LAWS:
        return
    advice = say("Call it liquidated damages or a price reduction.")
    for way, text in case.texts:
        if _WORD.search(text) is not None:
            message = say("{text!r} speaks of a penalty, under the law of {law}", text=text, law=law.name.en)
            yield told(ID, "warning", message, advice, way, ("law", "governing"))
    for clause in case.clauses:
        if any(_WORD.search(paragraph.en) is not None for paragraph in clause.paragraphs):
            message = say(
                "{clause} speaks of a penalty, under the law of {law}", clause=clause.id, law=law.name.en
            )
            yield told(ID, "warning", message, advice, ("law", "governing"), clause=clause.id)
