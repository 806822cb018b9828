"""The credit cannot be open in time.

What: the credit must reach the seller `opening_days` before the first day of the first shipment window. `open_by`, or
where it is not given the day of the contract, must not be later.

Why: without a credit the seller does not produce, and the window passes.

Bad: `window: {from: 2027-01-10, …}`, `opening_days: 30`, `open_by: 2026-12-20`: ten days late.
Good: `window: {from: 2027-01-10, …}`, `opening_days: 30`, `open_by: 2026-12-10`

Source: UCP 600 Article 7; Chinese export practice (30 days before the month of shipment).
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from tradedocs.contract.case import DealCase, told
from tradedocs.model.dealfinding import DealFinding
from tradedocs.ui import say

ID = "T32"
SUPPRESSIBLE = False
EXPORT = True


def judge(case: DealCase) -> Iterator[DealFinding]:
    """An error with the day that the opening would have to be."""
    deal, credit = case.deal, case.deal.letter_of_credit
    if credit is None or not deal.has_credit:
        return
    first = min(shipment.window.first for shipment in deal.shipments)
    due = first - timedelta(days=credit.opening_days)
    sum_ = say("{first} − {days} days = {due}", first=first, days=credit.opening_days, due=due)
    if credit.open_by is not None and credit.open_by > due:
        yield told(
            ID,
            "error",
            say(
                "the credit opens by {open_by}, {late} days too late: {sum}",
                open_by=credit.open_by,
                late=(credit.open_by - due).days,
                sum=sum_,
            ),
            say("Open by {due}, or ship later.", due=due),
            ("letter_of_credit", "open_by"),
            ("letter_of_credit", "opening_days"),
        )
    elif credit.open_by is None and due < deal.date:
        yield told(
            ID,
            "error",
            say(
                "the credit would have to be open before the contract is made ({date}): {sum}",
                date=deal.date,
                sum=sum_,
            ),
            say("Ship later, or agree fewer `opening_days`."),
            ("letter_of_credit", "opening_days"),
            ("date",),
        )
