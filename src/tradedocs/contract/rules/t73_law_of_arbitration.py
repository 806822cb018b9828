"""The deal names no law for the arbitration agreement itself.

What: without `disputes.arbitration_law` the contract says that the law of the seat governs the arbitration
agreement. Where the contract's own law is another one this is a warning, else an info.

Why: whether the agreement binds is decided by that law; England follows the seat since 2025, others the contract's
law.

Bad: German law, seat Singapore, no `arbitration_law`
Good: German law, seat Singapore, `arbitration_law: Singapore`

Source: Arbitration Act 1996 (England) section 6A, from 1 August 2025; HKIAC model clause.
"""

from __future__ import annotations

from collections.abc import Iterator

from tradedocs.contract.case import DealCase, told
from tradedocs.model.dealfinding import DealFinding
from tradedocs.ui import say

ID = "T73"
SUPPRESSIBLE = True
EXPORT = False


def judge(case: DealCase) -> Iterator[DealFinding]:
    """A warning where law and seat are not seen to be of one State, else an info."""
    disputes, law, seat = case.deal.disputes, case.law, case.seat
    if disputes.arbitration_law is not None:
        return
    same = law is not None and seat is not None and law.code == seat.code
    yield told(
        ID,
        "info" if same else "warning",
        say(
            "the law of the arbitration agreement is not named, so it is that of the seat ({seat}); the contract has "
            "{law}",
            seat=disputes.seat.en,
            law=case.deal.law.governing.en,
        ),
        say("Write `arbitration_law` under `disputes`."),
        ("disputes", "seat"),
        ("law", "governing"),
    )
