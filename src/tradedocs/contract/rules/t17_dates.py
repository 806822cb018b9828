"""The days of the contract, the shipments and the long-stop date do not follow each other.

What: a shipment window may not end before the contract is made, and the long-stop date must lie after the last
window. A window that began before the contract is a warning.

Why: a date that has passed puts one side in default on the day of signing.

Bad: `date: 2027-03-01` with `window: {from: 2027-01-10, to: 2027-01-31}`
Good: `date: 2027-03-01` with `window: {from: 2027-05-01, to: 2027-05-20}`

Source: CISG Articles 33 and 47; PRC Civil Code Articles 601 and 602.
"""

from __future__ import annotations

from collections.abc import Iterator

from tradedocs.contract.case import DealCase, told
from tradedocs.model.dealfinding import DealFinding
from tradedocs.ui import say

ID = "T17"
SUPPRESSIBLE = False
EXPORT = False


def judge(case: DealCase) -> Iterator[DealFinding]:
    """Errors for windows that are over and a long stop that comes too early."""
    deal = case.deal
    for index, shipment in enumerate(deal.shipments):
        window, way = shipment.window, ("shipments", index, "window")
        if window.last < deal.date:
            yield told(
                ID, "error",
                say("shipment {n} ends on {last}, {days} days before the contract of {date}", n=shipment.number,
                    last=window.last, days=(deal.date - window.last).days, date=deal.date),
                say("Correct the window or the day of the contract."), (*way, "to"), ("date",),
            )  # fmt: skip
        elif window.first < deal.date:
            yield told(
                ID, "warning",
                say("shipment {n} may begin on {first}, {days} days before the contract of {date}",
                    n=shipment.number, first=window.first, days=(deal.date - window.first).days, date=deal.date),
                say("Let the window begin after the contract."), (*way, "from"), ("date",),
            )  # fmt: skip
    last = max(shipment.window.last for shipment in deal.shipments)
    stop = deal.delivery.long_stop
    if stop is not None and stop <= last:
        yield told(
            ID, "error",
            say("the long-stop date {stop} is not after the last day of shipment, {last}", stop=stop, last=last),
            say("Choose a day after {last}.", last=last), ("delivery", "long_stop"),
        )  # fmt: skip
