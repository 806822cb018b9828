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
from functools import cache

from tradedocs.contract.case import DealCase, told
from tradedocs.model.clause import Title
from tradedocs.model.dealfinding import DealFinding
from tradedocs.registers import institutions
from tradedocs.ui import say

ID = "T71"
SUPPRESSIBLE = False
EXPORT = False


def judge(case: DealCase) -> Iterator[DealFinding]:
    """An error for each such name."""
    folded = case.printed.casefold()
    found = [trap for trap in _traps() if trap[0] in folded or trap[1] in folded]
    for way, text in case.texts if found else ():
        for english, chinese, why, right in found:
            if english in text.casefold() or chinese in text:
                yield told(
                    ID, "error", say("{text!r}: {why}", text=text, why=why),
                    say("Choose the institution by its code; the exact names are {en} and {zh}.", en=right.en,
                        zh=right.zh),
                    way, ("disputes", "institution"),
                )  # fmt: skip


@cache
def _traps() -> tuple[tuple[str, str, str, Title], ...]:
    return tuple(
        (trap.name.en.casefold(), trap.name.zh, trap.why, one.name)
        for one in institutions()
        for trap in one.never
    )
