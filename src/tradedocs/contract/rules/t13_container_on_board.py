"""Goods in containers are sold under a rule whose risk passes on board or alongside.

What: containers are handed over at a terminal, often days before they are loaded. Under FAS, FOB, CFR and CIF the
risk stays with the seller until then, although it no longer has the goods. Where the deal does not say how the
goods are loaded, this is noted and not judged.

Why: loss in the terminal falls on the seller, whose insurance has often ended.

Bad: `delivery: {incoterm: FOB, place: Ningbo, mode: sea, loading: FCL}`
Good: `delivery: {incoterm: FCA, place: Ningbo, mode: sea, loading: FCL}`

Source: Incoterms® 2020, explanatory notes 1 to FAS, FOB, CFR and CIF.
"""

from __future__ import annotations

from collections.abc import Iterator

from tradedocs.contract.case import DealCase, told
from tradedocs.model.dealfinding import DealFinding
from tradedocs.registers import incoterm
from tradedocs.ui import say

ID = "T13"
SUPPRESSIBLE = True
EXPORT = True


def judge(case: DealCase) -> Iterator[DealFinding]:
    """A warning for goods in containers; an info where it is not said how they are loaded."""
    delivery = case.deal.delivery
    rule = incoterm(delivery.incoterm)
    if rule.containers or delivery.mode != "sea":
        return
    if delivery.loading in ("FCL", "LCL"):
        yield told(
            ID,
            "warning",
            say(
                "{rule} with goods in containers ({loading}): the seller hands them over at the terminal, but "
                "bears the risk until they are on board",
                rule=rule.code,
                loading=delivery.loading,
            ),
            say("Agree {instead} with the terminal as the place.", instead=rule.instead),
            ("delivery", "incoterm"),
            ("delivery", "loading"),
        )
    elif delivery.loading is None:
        yield told(
            ID,
            "info",
            say(
                "{rule}: whether the goods travel in containers is not said, so it was not judged",
                rule=rule.code,
            ),
            say("Add `loading` to `delivery`: FCL, LCL, bulk or breakbulk."),
            ("delivery", "incoterm"),
        )
