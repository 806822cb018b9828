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
from tradedocs.registers import State, institution, state
from tradedocs.ui import say

ID = "D02"
SUPPRESSIBLE = False
EXPORT = False


def judge(case: DealCase) -> Iterator[DealFinding]:
    """Errors for law, seat and institution in a domestic sale without a foreign element.

    A warning where the words of the deal name no State that the register knows.
    """
    deal = case.deal
    if not deal.domestic or deal.compliance.foreign_element is not None:
        return
    law, seat = deal.law.governing.en, deal.disputes.seat.en
    yield from _foreign(say("the governing law"), law, case.law, ("law", "governing"))
    yield from _foreign(say("the seat of arbitration"), seat, case.seat, ("disputes", "seat"))
    chosen = institution(deal.disputes.institution)
    yield from _foreign(
        say("the arbitration institution"), chosen.code, state(chosen.state), ("disputes", "institution")
    )


def _foreign(what: str, name: str, where: State | None, key: Way) -> Iterator[DealFinding]:
    if where is None:
        yield told(
            ID, "warning",
            say("both places of business are in mainland China, and {what} ({name}) is not seen to be Chinese",
                what=what, name=name),
            say("Write the country with it."), key, ("seller", "country"), ("buyer", "country"),
        )  # fmt: skip
    elif where.code != "CN":
        yield told(
            ID, "error",
            say("both places of business are in mainland China, and {what} ({name}) is of {where}", what=what,
                name=name, where=where.name.en),
            say("Choose a Chinese one, or record what makes the deal foreign as `compliance.foreign_element`."),
            key, ("seller", "country"), ("buyer", "country"),
        )  # fmt: skip
