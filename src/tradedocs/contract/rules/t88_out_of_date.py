"""A text of the deal names something that is no longer in force.

What: the delivery term, documents, credit, inspection, price and law are held against the register of instruments, in
both languages. What is out of date in some cases only (Form A) is a warning, and only that can be suppressed: nobody
issues what an authority that is gone was to issue, and an institution or a law that is gone decides nothing.

Why: a reference to what no longer exists is read as nothing, or as something that nobody agreed.

Bad: `documents: [Certificate issued by AQSIQ]`
Good: `documents: [Certificate issued by the customs (GACC)]`

Source: register of instruments.
"""

from __future__ import annotations

from collections.abc import Iterator

from tradedocs.contract.case import DealCase, is_chinese, told
from tradedocs.model.dealfinding import DealFinding, Suppressible
from tradedocs.registers import dead_in
from tradedocs.ui import say

ID = "T88"
SUPPRESSIBLE: Suppressible = "warnings"
EXPORT = False

_KEYS = (
    "place",
    "quality",
    "quantity",
    "price",
    "delivery",
    "payment",
    "letter_of_credit",
    "insurance",
    "inspection",
    "documents",
    "law",
    "disputes",
    "compliance",
)
_OF_T74 = "two-paths"


def judge(case: DealCase) -> Iterator[DealFinding]:
    """An error for what is dead, a warning for what may be."""
    for way, text in case.texts:
        if way[0] not in _KEYS:
            continue
        seen = set()
        for hit in dead_in(text, "zh" if is_chinese(text) else "en"):
            dead = hit.instrument
            if dead.id in seen or dead.id == _OF_T74:
                continue
            seen.add(dead.id)
            yield told(
                ID,
                "error" if dead.certain else "warning",
                _message(text, text[hit.start : hit.end], dead.certain),
                say("Say instead: {name}.", name=dead.replaced_by.en),
                way,
            )


def _message(text: str, found: str, certain: bool) -> str:
    where = "" if found == text else say(" (in {text!r})", text=text)
    if certain:
        return say("{found} is out of date{where}", found=found, where=where)
    return say("{found} may be out of date{where}", found=found, where=where)
