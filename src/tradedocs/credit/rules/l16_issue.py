"""The credit came later than agreed.

What: the date of issue (31C) must leave the days that the contract gives between the credit and the first shipment.

Why: the seller may hold back production, and the contract's dates for it move; say so before shipping late.

Bad: open by 1 December, `:31C:261215`
Good: `:31C:261128`

Source: CISG Articles 54 and 63; the contract's clause on the letter of credit.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from tradedocs.credit.case import CreditCase, told
from tradedocs.model.credit import CreditFinding
from tradedocs.ui import say

ID = "L16"


def judge(case: CreditCase) -> Iterator[CreditFinding]:
    """A note with the days that it was late."""
    agreed, field, issued = case.deal.letter_of_credit, case.credit.field("31C"), case.credit.issued
    if agreed is None or field is None or issued is None:
        return
    due = agreed.open_by or case.first - timedelta(days=agreed.opening_days)
    if issued > due:
        yield told(
            ID,
            "note",
            field,
            say(
                "the credit was issued on {day}, {late} days after {due}",
                day=issued,
                late=(issued - due).days,
                due=due,
            ),
            contract=say("by {due}", due=due),
            key="letter_of_credit.opening_days",
            consequence=say("The seller may ask for a later shipment; reserve that right in writing now."),
            source="CISG Articles 54, 63",
        )
