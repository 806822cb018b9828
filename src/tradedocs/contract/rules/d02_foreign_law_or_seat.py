"""A foreign law, seat or institution in a sale within mainland China.

What: between parties in mainland China a foreign law or a foreign arbitration is allowed only where the
transaction has a foreign element; write it down as `compliance.foreign_element`.

Why: without one the choice is void, and the award is refused recognition.

Bad: both countries CN, `law: {governing: Singapore, cisg: excluded}`
Good: the same with `compliance: {foreign_element: The goods are delivered outside China}`

Source: PRC Law on the Application of Laws Articles 3 and 4; PRC Arbitration Law and Civil Procedure Law (foreign-
related).
"""

from __future__ import annotations

from collections.abc import Iterator

from tradedocs.contract.case import DealCase, told
from tradedocs.model.dealfinding import DealFinding, Way
from tradedocs.registers import institution
from tradedocs.ui import say

ID = "D02"
SUPPRESSIBLE = False
EXPORT = False


def judge(case: DealCase) -> Iterator[DealFinding]:
    """Errors for law, seat and institution in a domestic sale without a foreign element."""
    deal = case.deal
    if not deal.domestic or deal.compliance.foreign_element is not None:
        return
    if case.law is None or case.law.code != "CN":
        yield _foreign(say("the governing law"), deal.law.governing.en, ("law", "governing"))
    if case.seat is None or case.seat.code != "CN":
        yield _foreign(say("the seat of arbitration"), deal.disputes.seat.en, ("disputes", "seat"))
    chosen = institution(deal.disputes.institution)
    if chosen.state != "CN":
        yield _foreign(say("the arbitration institution"), chosen.code, ("disputes", "institution"))


def _foreign(what: str, name: str, key: Way) -> DealFinding:
    return told(
        ID, "error",
        say("both places of business are in mainland China, and {what} ({name}) is not seen to be Chinese", what=what,
            name=name),
        say("Choose a Chinese one, or record what makes the deal foreign as `compliance.foreign_element`."),
        key, ("seller", "country"), ("buyer", "country"),
    )  # fmt: skip
