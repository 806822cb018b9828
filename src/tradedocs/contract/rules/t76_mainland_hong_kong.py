"""A sale between mainland China and Hong Kong that does not say whether the CISG applies.

What: the clause disputes.law-with-cisg or disputes.law-without-cisg must stand in the contract.

Why: whether the Convention governs such sales is disputed.

Bad: seller in CN, buyer in HK, and the clause on the law is left out.
Good: the clause stands in the contract.

Source: register of States (pair CN and HK); Cap 641 of Hong Kong.
"""

from __future__ import annotations

from collections.abc import Iterator

from tradedocs.contract.case import DealCase, told
from tradedocs.model.dealfinding import DealFinding
from tradedocs.registers import pair_note
from tradedocs.ui import say

ID = "T76"
SUPPRESSIBLE = True
EXPORT = False

_CLAUSES = ("disputes.law-with-cisg", "disputes.law-without-cisg")


def judge(case: DealCase) -> Iterator[DealFinding]:
    """A warning where the clause is left out."""
    deal = case.deal
    pair = pair_note(deal.seller.country, deal.buyer.country)
    silent = case.clauses and not any(clause.id in _CLAUSES for clause in case.clauses)
    if pair is not None and silent:
        yield told(
            ID, "warning",
            say("{seller} and {buyer}, and no clause on the law: {note}", seller=deal.seller.country,
                buyer=deal.buyer.country, note=pair.note.en),
            say("Take the clause on the governing law back in."), case.choice(*_CLAUSES),
            ("seller", "country"), ("buyer", "country"),
        )  # fmt: skip
