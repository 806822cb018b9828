"""The credit does not allow shipment when the contract does.

What: the latest date of shipment (44C) or the period (44D) is held against the shipment windows. Several windows
where the credit has one date only are told, and instalments of 44D, of which a missed one ends the credit.

Why: a bill of lading of the next day is refused, though the contract was kept.

Bad: last window until 31 January, `:44C:270115`
Good: `:44C:270131`

Source: UCP 600 Articles 3, 14(c), 31 and 32.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tradedocs.credit.case import CreditCase, told
from tradedocs.model.credit import CreditFinding
from tradedocs.ui import say

ID = "L07"
_SOURCE = "UCP 600 Articles 3, 32"
_INSTALMENTS = re.compile(r"INSTALL?MENT|\b(?:1ST|FIRST)\b.*\b(?:2ND|SECOND)\b|\bEACH MONTH\b|\bMONTHLY\b")


def judge(case: CreditCase) -> Iterator[CreditFinding]:
    """A discrepancy for a day that is too early, points to look at for periods in words."""
    yield from _date(case)
    yield from _period(case)
    yield from _missing(case)


def _date(case: CreditCase) -> Iterator[CreditFinding]:
    latest, field = case.credit.latest, case.credit.field("44C")
    if field is None or latest is None:
        return
    if latest < case.last:
        yield told(
            ID,
            "discrepancy",
            field,
            say(
                "the credit allows shipment until {latest}, {days} days less than the contract",
                latest=latest,
                days=(case.last - latest).days,
            )
            if latest >= case.first
            else say(
                "the credit ends shipment on {latest}, before the contract allows it to begin ({first})",
                latest=latest,
                first=case.first,
            ),
            contract=say("until {last}", last=case.last),
            key="shipments",
            consequence=say("Goods that are shipped later within the contract are not paid."),
            amend=(f"Field 44C to read: {case.last:%y%m%d}.", f"44C栏改为：{case.last:%y%m%d}。"),
            source=_SOURCE,
        )
    elif latest > case.last:
        yield told(
            ID,
            "note",
            field,
            say("the credit allows shipment until {latest}", latest=latest),
            contract=say("until {last}", last=case.last),
            key="shipments",
            consequence=say("The contract's date still binds the seller."),
            source=_SOURCE,
        )


def _period(case: CreditCase) -> Iterator[CreditFinding]:
    period = case.credit.field("44D")
    if period is None:
        return
    yield told(
        ID,
        "look",
        period,
        say("the credit states a period of shipment in words"),
        contract=_windows(case),
        key="shipments",
        consequence=say(
            "An instalment that is not shipped in its period ends the credit for it and all later ones."
        )
        if any(_INSTALMENTS.search(text) for text in period.readings) or len(case.deal.shipments) > 1
        else say("Shipment outside the period is refused."),
        source=_SOURCE,
    )


def _missing(case: CreditCase) -> Iterator[CreditFinding]:
    dated = case.credit.field("44C") is not None or case.credit.field("44D") is not None
    if not dated and case.credit.message in ("700", "710"):
        yield told(
            ID,
            "note",
            "44C",
            say("the credit has no latest date of shipment"),
            contract=say("until {last}", last=case.last),
            key="shipments",
            consequence=say(
                "Its expiry is then the last day of shipment, and the documents must be presented on it."
            ),
            source=_SOURCE,
        )


def _windows(case: CreditCase) -> str:
    return "; ".join(f"{one.window.first} … {one.window.last}" for one in case.deal.shipments)
