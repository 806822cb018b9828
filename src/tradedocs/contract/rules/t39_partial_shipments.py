"""Contract and credit, or contract and shipments, differ on partial shipments or transhipment.

What: what the credit will say of partial shipments and transhipment must be what `delivery` says; and a contract with
several shipments must allow partial shipments.

Why: a bank refuses the documents of the first of two shipments when the credit forbids part shipments.

Bad: two shipments and `partial_shipments: not allowed`
Good: two shipments and `partial_shipments: allowed`

Source: UCP 600 Articles 20(b), 20(c), 31 and 32; CISG Article 73.
"""

from __future__ import annotations

from collections.abc import Iterator

from tradedocs.contract.case import DealCase, told
from tradedocs.model.dealfinding import DealFinding
from tradedocs.ui import say

ID = "T39"
SUPPRESSIBLE = False
EXPORT = True


def judge(case: DealCase) -> Iterator[DealFinding]:
    """Errors for each difference."""
    deal, credit = case.deal, case.deal.letter_of_credit
    if len(deal.shipments) > 1 and deal.delivery.partial_shipments == "not allowed":
        yield told(
            ID,
            "error",
            say("there are {n} shipments, and partial shipments are not allowed", n=len(deal.shipments)),
            say("Write `partial_shipments: allowed`, or ship once."),
            ("delivery", "partial_shipments"),
            ("shipments",),
        )
    for what in ("partial_shipments", "transhipment"):
        contract, given = getattr(deal.delivery, what), getattr(credit, what, None)
        if given not in (None, contract):
            yield told(
                ID,
                "error",
                say(
                    "`{what}`: {contract} in the contract, {credit} in the credit",
                    what=what,
                    contract=contract,
                    credit=given,
                ),
                say("Let both say the same."),
                ("letter_of_credit", what),
                ("delivery", what),
            )
