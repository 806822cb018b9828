"""The buyer insures, and nothing obliges the seller to advise it of the shipment.

What: under every rule in which the buyer bears the risk of the carriage and does its own insurance, the contract
needs the clause commercial.shipping-advice.

Why: without the ship's name in time the buyer cannot insure; the seller then bears what the insurance would have
paid.

Bad: `incoterm: CFR` with `clauses: [{clause: commercial.shipping-advice, omit: true}, …]`
Good: `incoterm: CFR` with the clause.

Source: Incoterms® 2020, A10; CISG Articles 32 and 67(2).
"""

from __future__ import annotations

from collections.abc import Iterator

from tradedocs.contract.case import DealCase, told
from tradedocs.model.dealfinding import DealFinding
from tradedocs.registers import incoterm
from tradedocs.ui import say

ID = "T24"
SUPPRESSIBLE = True
EXPORT = True

_CLAUSE = "commercial.shipping-advice"
_SELLER_BEARS_THE_WAY = ("DAP", "DPU", "DDP")


def judge(case: DealCase) -> Iterator[DealFinding]:
    """A warning where the clause is left out."""
    rule = incoterm(case.deal.delivery.incoterm)
    if rule.insurance is None and rule.code not in _SELLER_BEARS_THE_WAY and case.lacks(_CLAUSE):
        yield told(
            ID,
            "warning",
            say("under {rule} the buyer insures, and there is no clause on shipping advice", rule=rule.code),
            say("Take {clause} back in.", clause=_CLAUSE),
            case.choice(_CLAUSE),
            ("delivery", "incoterm"),
            clause=_CLAUSE,
        )
