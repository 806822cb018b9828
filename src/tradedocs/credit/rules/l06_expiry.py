"""The credit expires too early, in the wrong place, or has expired.

What: the day of field 31D must leave the days for presentation after the last day of shipment; its place must lie
in the seller's country. `AT OUR COUNTERS` is the issuing bank's place.

Why: documents that reach the place of expiry one day late are not paid, and the post is the seller's risk.

Bad: last shipment 31 January, 21 days, `:31D:270205GERMANY`
Good: `:31D:270221CHINA`

Source: UCP 600 Articles 6(d), 14(c) and 29.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta

from tradedocs.credit.case import CreditCase, told
from tradedocs.model.credit import CreditField, CreditFinding
from tradedocs.model.shapes import LocalText
from tradedocs.registers import at_home, state
from tradedocs.ui import say

ID = "L06"
_SOURCE = "UCP 600 Articles 6(d), 14(c), 29"
_THEIRS = re.compile(r"\b(?:OUR|ISSUING BANK'?S?|APPLICANT'?S?|OPENING BANK'?S?)\b")
_OURS = re.compile(r"\b(?:BENEFICIARY|NEGOTIATING|NOMINATED|ADVISING|YOUR)\b")


def judge(case: CreditCase) -> Iterator[CreditFinding]:
    """Discrepancies for day and place."""
    field, expiry = case.credit.field("31D"), case.credit.expiry
    if field is None or expiry is None:
        return
    yield from _day(case, field)
    yield from _place(case, field)


def _day(case: CreditCase, field: CreditField) -> Iterator[CreditFinding]:
    expiry, agreed = case.credit.expiry, case.deal.letter_of_credit
    assert expiry is not None
    days = agreed.presentation_days if agreed else case.presentation
    needed = case.last + timedelta(days=days)
    amend = (
        f"Field 31D: date of expiry to read {needed:%y%m%d} or later.",
        f"31D栏：到期日改为{needed:%y%m%d}或更晚。",
    )
    if expiry < case.as_of:
        yield told(
            ID,
            "discrepancy",
            field,
            say("the credit expired on {day}", day=expiry),
            contract=say("not before {day}", day=needed),
            key="letter_of_credit.expiry",
            consequence=say("The bank owes nothing any more."),
            amend=amend,
            source=_SOURCE,
        )
    elif expiry < needed:
        yield told(
            ID,
            "discrepancy",
            field,
            say(
                "the credit expires on {day}, {short} days too early: {last} + {days} days = {needed}",
                day=expiry,
                short=(needed - expiry).days,
                last=case.last,
                days=days,
                needed=needed,
            ),
            contract=say("not before {day}", day=needed),
            key="letter_of_credit.presentation_days",
            consequence=say("Goods that are shipped on the last day cannot be presented in time."),
            amend=amend,
            source=_SOURCE,
        )


def _place(case: CreditCase, field: CreditField) -> Iterator[CreditFinding]:
    place, agreed = (case.credit.expiry_place or "").upper(), case.deal.letter_of_credit
    if not place or _OURS.search(place) or at_home(LocalText(en=place), case.deal.seller):
        return
    if agreed is not None and agreed.place_of_expiry.en.upper() in place:
        return
    home = state(case.deal.seller.country)
    name = home.name.en.upper() if home else case.deal.seller.country
    yield told(
        ID,
        "discrepancy" if _THEIRS.search(place) or case.deal.our_side == "seller" else "look",
        field,
        say(
            "the place of expiry is {place!r}, which is not seen to be in the seller's country",
            place=case.credit.expiry_place,
        ),
        contract=agreed.place_of_expiry.en if agreed else "",
        key="letter_of_credit.place_of_expiry",
        consequence=say("The seller bears the time and the risk of the way to that bank."),
        amend=(f"Field 31D: place of expiry to read {name}.", f"31D栏：到期地点改为{name}。"),
        source=_SOURCE,
    )
