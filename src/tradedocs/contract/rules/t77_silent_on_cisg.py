"""The law of a contracting State is chosen, and nothing says whether the CISG is part of it.

What: the clause disputes.law-with-cisg or disputes.law-without-cisg must stand in the contract.

Why: the choice of such a law includes the Convention, which few who choose it know.

Bad: Singapore law, and the clause on the law is left out.
Good: the clause stands in the contract.

Source: CISG Articles 1(1)(b) and 6; Ajax Tool Works v Can-Eng (N.D. Ill. 2003).
"""

from __future__ import annotations

from collections.abc import Iterator

from tradedocs.contract.case import DealCase, told
from tradedocs.model.dealfinding import DealFinding
from tradedocs.registers import pair_note
from tradedocs.ui import say

ID = "T77"
SUPPRESSIBLE = True
EXPORT = True

_CLAUSES = ("disputes.law-with-cisg", "disputes.law-without-cisg")


def judge(case: DealCase) -> Iterator[DealFinding]:
    """A warning where the clause is left out."""
    deal, law = case.deal, case.law
    if (
        deal.seller.country == deal.buyer.country
        or pair_note(deal.seller.country, deal.buyer.country) is not None
    ):
        return
    silent = case.clauses and not any(clause.id in _CLAUSES for clause in case.clauses)
    if law is not None and law.cisg == "yes" and silent:
        yield told(
            ID,
            "warning",
            say(
                "the law of {law}, a contracting State, and no clause says whether the CISG is part of it",
                law=law.name.en,
            ),
            say("Take the clause on the governing law back in."),
            case.choice(*_CLAUSES),
            ("law", "governing"),
        )
