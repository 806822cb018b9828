"""The credit is paid otherwise than agreed: later, by another bank, or by drafts on the buyer.

What: field 41a and the tenor in 42C, 42P or 42M are held against the parts of the price that are paid by credit. A
draft on the applicant is told.

Why: a usance credit where sight was agreed gives the buyer the goods on credit.

Bad: sight agreed, `:42C:90 DAYS AFTER B/L DATE`
Good: `:42C:SIGHT`

Source: UCP 600 Articles 2 and 6.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tradedocs.credit.case import CreditCase, names, told
from tradedocs.model.credit import CreditField, CreditFinding
from tradedocs.ui import say

ID = "L11"
_SOURCE = "UCP 600 Articles 2, 6"
_DAYS = re.compile(r"\b(\d{2,3})\s*DAYS?\b")


def judge(case: CreditCase) -> Iterator[CreditFinding]:
    """Discrepancies for the tenor and for drafts on the applicant."""
    yield from _tenor(case)
    drawee = case.credit.field("42A", "42D")
    if drawee is not None and (
        names(drawee.readings, case.deal.buyer.name) or "APPLICANT" in drawee.text.upper()
    ):
        yield told(
            ID,
            "discrepancy",
            drawee,
            say("drafts are drawn on the applicant"),
            contract=say("on a bank"),
            key="payment",
            consequence=say("A credit must not be available by a draft drawn on the applicant."),
            amend=("Field 42a: drafts to be drawn on the issuing bank.", "42a栏：汇票付款人改为开证行。"),
            source="UCP 600 Article 6(c)",
        )


def _tenor(case: CreditCase) -> Iterator[CreditFinding]:
    sight = any(part.method == "lc-sight" for part in case.deal.payment)
    usance = next((part for part in case.deal.payment if part.method == "lc-usance"), None)
    field = case.credit.field("42C", "42P", "42M") or case.credit.field("41A", "41D")
    if field is None or (sight and usance):
        return
    days = _days(case)
    if sight and (days or case.credit.by in ("acceptance", "deferred payment")):
        yield _told(
            case,
            field,
            say("the credit pays at {days} days, not at sight", days=days or "?"),
            say("at sight"),
            ("Credit to be available at sight: field 42C to read SIGHT.", "信用证改为即期：42C栏改为SIGHT。"),
        )
    elif usance is not None and usance.days is not None and days is not None and days > usance.days:
        yield _told(
            case,
            field,
            say("the credit pays at {days} days", days=days),
            say("{days} days", days=usance.days),
            (f"Tenor to read: {usance.days} DAYS.", f"付款期限改为{usance.days}天。"),
        )


def _days(case: CreditCase) -> int | None:
    """The longest tenor in days that the fields name; None for sight."""
    texts = [
        reading
        for tag in ("42C", "42P", "42M")
        if (one := case.credit.field(tag))
        for reading in one.readings
    ]
    found = [int(match) for text in texts for match in _DAYS.findall(text)]
    return max(found, default=None)


def _told(
    case: CreditCase, field: CreditField, message: str, contract: str, amend: tuple[str, str]
) -> CreditFinding:
    return told(
        ID,
        "discrepancy",
        field,
        message,
        contract=contract,
        key="payment",
        consequence=say("The seller waits for its money, or pays for the discount."),
        amend=amend,
        source=_SOURCE,
    )
