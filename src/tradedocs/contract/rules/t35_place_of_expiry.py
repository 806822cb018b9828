"""The credit does not expire in the seller's country.

What: the place of expiry is held against the seller's address and the name of its country.

Why: documents must be with a bank at that place on the last day; abroad, the seller bears the time and risk of the
post.

Bad: seller in Ningbo, `place_of_expiry: Hamburg`
Good: seller in Ningbo, `place_of_expiry: Ningbo`

Source: UCP 600 Article 6(d)(ii); Chinese export practice (valid for negotiation in China).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tradedocs.contract.case import DealCase, told
from tradedocs.model.deal import Deal
from tradedocs.model.dealfinding import DealFinding
from tradedocs.model.shapes import LocalText
from tradedocs.registers import state, state_named
from tradedocs.ui import say

ID = "T35"
SUPPRESSIBLE = True
EXPORT = True

_WORD = re.compile(r"[^\W\d_]{3,}")
_EVERYWHERE = frozenset({"the", "bank", "counters", "road", "district", "province", "city", "port"})


def judge(case: DealCase) -> Iterator[DealFinding]:
    """A warning where the place is not seen to be in the seller's country."""
    deal, credit = case.deal, case.deal.letter_of_credit
    if credit is None or not deal.has_credit or _at_home(deal, credit.place_of_expiry):
        return
    yield told(
        ID, "warning",
        say("the credit expires in {place}, which is not seen to be in the seller's country ({country})",
            place=credit.place_of_expiry.en, country=deal.seller.country),
        say("Name a place in the seller's country, with the country."),
        ("letter_of_credit", "place_of_expiry"), ("seller", "country"),
    )  # fmt: skip


def _at_home(deal: Deal, place: LocalText) -> bool:
    there = state_named(place)
    if there is not None:
        return there.code == deal.seller.country
    home = state(deal.seller.country)
    known = _words(f"{deal.seller.address} {home.name.en if home else ''} seller beneficiary")
    return bool(_words(place.en) & known)


def _words(text: str) -> frozenset[str]:
    return frozenset(word.casefold() for word in _WORD.findall(text)) - _EVERYWHERE
