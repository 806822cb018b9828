"""The credit does not expire in the seller's country.

What: the place of expiry is held against the seller's address and the name of its country.

Why: documents must be with a bank at that place on the last day; abroad, the seller bears the time and risk of the
post.

Bad: seller in Ningbo, `place_of_expiry: Hamburg`
Good: seller in Ningbo, `place_of_expiry: Ningbo`

Source: UCP 600 Article 6(d)(ii); Chinese export practice (valid for negotiation in China).
"""

from __future__ import annotations

from collections.abc import Iterator

from tradedocs.contract.case import DealCase, told
from tradedocs.model.dealfinding import DealFinding
from tradedocs.registers import at_home
from tradedocs.ui import say

ID = "T35"
SUPPRESSIBLE = True
EXPORT = True


def judge(case: DealCase) -> Iterator[DealFinding]:
    """A warning where the place is not seen to be in the seller's country."""
    deal, credit = case.deal, case.deal.letter_of_credit
    if credit is None or not deal.has_credit or at_home(credit.place_of_expiry, deal.seller):
        return
    yield told(
        ID, "warning",
        say("the credit expires in {place}, which is not seen to be in the seller's country ({country})",
            place=credit.place_of_expiry.en, country=deal.seller.country),
        say("Name a place in the seller's country, with the country."),
        ("letter_of_credit", "place_of_expiry"), ("seller", "country"),
    )  # fmt: skip
