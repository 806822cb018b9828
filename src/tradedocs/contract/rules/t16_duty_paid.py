"""DDP: the seller must import the goods.

What: under DDP the seller clears the goods for import and pays duty and value added tax in the buyer's country.

Why: without registration there the seller can neither be importer of record nor get the tax back.

Bad: `incoterm: DDP` with the seller in China and the buyer in Germany.
Good: `incoterm: DAP` with the same place.

Source: Incoterms® 2020, explanatory notes to DDP, A7 and A9.
"""

from __future__ import annotations

from collections.abc import Iterator

from tradedocs.contract.case import DealCase, told
from tradedocs.model.dealfinding import DealFinding
from tradedocs.ui import say

ID = "T16"
SUPPRESSIBLE = True
EXPORT = True


def judge(case: DealCase) -> Iterator[DealFinding]:
    """A warning where the two places of business are in different countries."""
    deal = case.deal
    if deal.delivery.incoterm == "DDP" and deal.seller.country != deal.buyer.country:
        yield told(
            ID,
            "warning",
            say(
                "DDP: the seller in {seller} must be importer in {buyer} and pay VAT on {total}, and duty",
                seller=deal.seller.country,
                buyer=deal.buyer.country,
                total=deal.total,
            ),
            say("Agree DAP, or have the seller's tax registration there confirmed."),
            ("delivery", "incoterm"),
        )
