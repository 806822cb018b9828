"""A text names an arbitration institution by a wrong name.

What: the institution of `disputes.institution` is printed with its exact names from the register. Other texts of the
deal may not name one by a name that is no institution's, or another's.

Why: a wrong name puts the arbitration agreement itself in question.

Bad: `disputes: {institution: CIETAC, seat: CIETAC Shanghai Sub-Commission}`
Good: `disputes: {institution: CIETAC, seat: Shanghai}`

Source: Fa Shi [2006] No. 7 Articles 3 and 5; the split of CIETAC in 2012.
"""

from __future__ import annotations

from collections.abc import Iterator

from tradedocs.contract.case import DealCase, texts, told
from tradedocs.model.dealfinding import DealFinding
from tradedocs.registers import institutions
from tradedocs.ui import say

ID = "T71"
SUPPRESSIBLE = False
EXPORT = False


def judge(case: DealCase) -> Iterator[DealFinding]:
    """An error for each such name."""
    traps = [(trap, one) for one in institutions() for trap in one.never]
    for way, text in texts(case.deal):
        for trap, right in traps:
            if trap.name.en.casefold() in text.casefold() or trap.name.zh in text:
                yield told(
                    ID, "error", say("{text!r}: {why}", text=text, why=trap.why),
                    say("Choose the institution by its code; the exact names are {en} and {zh}.", en=right.name.en,
                        zh=right.name.zh),
                    way, ("disputes", "institution"),
                )  # fmt: skip
