"""The credit ends before the seller can present the documents.

What: the credit's latest shipment must not lie before the last day of the last shipment window, and its expiry not
before the latest shipment plus the days for presentation.

Why: the seller ships in time under the contract and is not paid under the credit.

Bad: last day of shipment 2027-06-20, `presentation_days: 21`, `expiry: 2027-06-30`: eleven days short.
Good: last day of shipment 2027-06-20, `presentation_days: 21`, `expiry: 2027-07-11`

Source: UCP 600 Articles 6(d), 14(c) and 29.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from tradedocs.contract.case import DealCase, told
from tradedocs.model.dealfinding import DealFinding
from tradedocs.ui import say

ID = "T33"
SUPPRESSIBLE = False
EXPORT = True


def judge(case: DealCase) -> Iterator[DealFinding]:
    """Errors with the days that are short."""
    deal, credit = case.deal, case.deal.letter_of_credit
    if credit is None or not deal.has_credit:
        return
    last = max(shipment.window.last for shipment in deal.shipments)
    if credit.latest_shipment is not None and credit.latest_shipment < last:
        yield told(
            ID, "error",
            say("the credit allows shipment until {latest}, the contract until {last}: {days} days short",
                latest=credit.latest_shipment, last=last, days=(last - credit.latest_shipment).days),
            say("Let the credit allow shipment until {last}.", last=last), ("letter_of_credit", "latest_shipment"),
        )  # fmt: skip
    latest = max(last, credit.latest_shipment or last)
    needed = latest + timedelta(days=credit.presentation_days)
    if credit.expiry is not None and credit.expiry < needed:
        yield told(
            ID, "error",
            say("the credit expires on {expiry}, {short} days too early: {latest} + {days} days = {needed}",
                expiry=credit.expiry, short=(needed - credit.expiry).days, latest=latest,
                days=credit.presentation_days, needed=needed),
            say("Let it expire on {needed} or later.", needed=needed),
            ("letter_of_credit", "expiry"), ("letter_of_credit", "presentation_days"),
        )  # fmt: skip
