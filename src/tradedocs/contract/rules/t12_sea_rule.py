"""A rule for sea transport stands with another mode of transport.

What: FAS, FOB, CFR and CIF are for sea and inland waterway only: risk passes alongside or on board a ship.

Why: without a ship there is no point at which risk passes, and no bill of lading to present.

Bad: `delivery: {incoterm: FOB, place: Frankfurt airport, mode: air}`
Good: `delivery: {incoterm: FCA, place: Frankfurt airport, mode: air}`

Source: Incoterms® 2020, introduction and the rules for sea and inland waterway transport.
"""

from __future__ import annotations

from collections.abc import Iterator

from tradedocs.contract.case import DealCase, told
from tradedocs.model.dealfinding import DealFinding
from tradedocs.registers import incoterm
from tradedocs.ui import say

ID = "T12"
SUPPRESSIBLE = False
EXPORT = True


def judge(case: DealCase) -> Iterator[DealFinding]:
    """An error where the mode is not the sea."""
    delivery = case.deal.delivery
    rule = incoterm(delivery.incoterm)
    if rule.mode == "sea" and delivery.mode != "sea":
        yield told(
            ID, "error",
            say("{rule} is for sea transport only, the goods go by {mode}; risk would pass {risk}", rule=rule.code,
                mode=delivery.mode, risk=rule.risk.en),
            say("Agree {instead}, which fits every mode.", instead=rule.instead),
            ("delivery", "incoterm"), ("delivery", "mode"),
        )  # fmt: skip
