"""EXW in an export sale or with a letter of credit.

What: under EXW the buyer clears the goods for export and loads them; the seller gets no transport document of its
own.

Why: a foreign buyer usually cannot clear for export, the seller cannot prove export for its tax refund, and has no
document to present under a credit.

Bad: `incoterm: EXW` with the seller in China and the buyer in Germany.
Good: `incoterm: FCA` with the seller's factory as the place.

Source: Incoterms® 2020, explanatory notes to EXW.
"""

from __future__ import annotations

from collections.abc import Iterator

from tradedocs.contract.case import DealCase, told
from tradedocs.model.dealfinding import DealFinding
from tradedocs.ui import say

ID = "T15"
SUPPRESSIBLE = True
EXPORT = True


def judge(case: DealCase) -> Iterator[DealFinding]:
    """A warning for a foreign buyer, and for a credit."""
    deal = case.deal
    if deal.delivery.incoterm != "EXW":
        return
    reasons = []
    if deal.seller.country != deal.buyer.country:
        reasons.append(say("the buyer in {buyer} must clear the goods for export from {seller}",
                           buyer=deal.buyer.country, seller=deal.seller.country))  # fmt: skip
    if deal.has_credit:
        reasons.append(say("the seller gets no transport document to present under the credit"))
    if reasons:
        yield told(ID, "warning", say("EXW: {reasons}", reasons="; ".join(reasons)),
                   say("Agree FCA with the seller's premises as the place."), ("delivery", "incoterm"))  # fmt: skip
