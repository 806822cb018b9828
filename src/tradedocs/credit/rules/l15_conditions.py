"""A condition leaves the payment to the buyer, or asks for what no document can show.

What: the points of field 47A (and 49G) are searched for acts of the applicant, for a credit that is not yet in
force, for payment after the goods were sold or inspected at destination, and for limits on how documents are dated.
Every other condition is shown to be read, but for those that any seller can keep (the credit's number on the
documents, their language).

Why: such a credit is no security; a bank disregards a condition without a document, and the buyer relies on it all
the same.

Bad: `+THIS CREDIT BECOMES OPERATIVE UPON APPLICANT'S IMPORT LICENCE`
Good: `+ALL DOCUMENTS MUST BEAR THE CREDIT NUMBER`

Source: UCP 600 Articles 4, 5, 7 and 14(h).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tradedocs.credit.case import CreditCase, told
from tradedocs.credit.kinds import in_buyers_hand
from tradedocs.model.credit import CreditFinding, CreditItem
from tradedocs.ui import say

ID = "L15"
_SOURCE = "UCP 600 Articles 4, 5, 7, 14(h)"
_NOT_IN_FORCE = re.compile(
    r"\b(?:BECOMES?|COMES?|SHALL BE(?:COME)?|WILL BE(?:COME)?)\s+(?:OPERATIVE|EFFECTIVE|VALID)\b"
    r"|\bNOT (?:YET )?(?:OPERATIVE|EFFECTIVE|IN FORCE)\b"
    r"|\bINTO (?:FORCE|EFFECT)\b|\bNON-?OPERATIVE\b"
)
_AFTER = re.compile(
    r"\bPAYMENT\b.{0,80}\b(?:AFTER|UPON|ONLY WHEN|SUBJECT TO)\b.{0,80}"
    r"\b(?:ARRIVAL|INSPECTION|ACCEPTANCE|RESALE|SOLD|RECEIPT OF (?:THE )?GOODS|CLEARANCE|LICEN[CS]E)\b"
    r"|\bONLY (?:BE )?PA(?:Y|ID)\b.{0,60}\b(?:AFTER|IF|WHEN)\b"
)
_NAMED_LATER = re.compile(
    r"\b(?:VESSEL|CARRIER|PORT|DATE)\b.{0,60}\b(?:ADVISED|NOMINATED|APPROVED|INSTRUCTED|DESIGNATED)\b.{0,60}\b(?:APPLICANT|BUYER|AMENDMENT)\b"
)
_HARMLESS = re.compile(
    r"\bDOCUMENTS?\b.{0,40}\b(?:BEAR|QUOTE|SHOW|INDICATE|MENTION)\b.{0,40}\b(?:CREDIT|L/C|LC|DC)\b.{0,20}(?:NUMBER|NO)"
    r"|\bIN (?:THE )?ENGLISH\b|\bTHIRD PARTY DOCUMENTS?\b.{0,40}\bACCEPTABLE\b"
    r"|\b(?:MORE OR LESS|PLUS/MINUS|\+/-)\b.{0,60}\b(?:ACCEPTABLE|ALLOWED)\b"
    r"|\bDISCREPAN(?:CY|T)\b.{0,80}\b(?:FEE|CHARGE|DEDUCTED)"
)
"""Conditions that every credit has and any seller can keep."""


def judge(case: CreditCase) -> Iterator[CreditFinding]:
    """A discrepancy for each soft clause; the rest is a point to look at."""
    for item in case.credit.conditions:
        what = _soft(item)
        if what is None:
            if not any(_HARMLESS.search(text) for text in item.readings):
                yield told(
                    ID,
                    "look",
                    item,
                    say("point {n} is a condition to be read", n=item.number),
                    consequence=say("See that it can be kept, and that a document shows it."),
                    source=_SOURCE,
                )
            continue
        yield told(
            ID,
            "discrepancy",
            item,
            say("point {n}: {what}", n=item.number, what=what),
            contract=say("the credit is payable against documents alone"),
            key="payment",
            consequence=say("The bank's promise depends on what the seller cannot bring about."),
            amend=(f"Field 47A, point {item.number}: delete.", f"47A栏第{item.number}项：删除。"),
            source=_SOURCE,
        )


def _soft(item: CreditItem) -> str | None:
    readings = item.readings
    if any(_NOT_IN_FORCE.search(text) for text in readings):
        return say("the credit is not in force yet")
    if any(_AFTER.search(text) for text in readings):
        return say("payment waits for what happens to the goods")
    if any(_NAMED_LATER.search(text) for text in readings):
        return say("the applicant names the vessel, place or date later")
    if in_buyers_hand(readings):
        return say("an act of the applicant is needed")
    return None
