"""A seller in the European Union without the clause against re-export.

What: for listed goods EU sellers must forbid re-export to Russia and Belarus, with a remedy
(`compliance.eu_no_reexport`). Whether the goods are listed, and whether the buyer's country is an excepted
partner, is not known here.

Why: the duty is the seller's, and its breach is an offence.

Bad: seller in DE, buyer in AE, nothing said.
Good: `compliance: {eu_no_reexport: true}`, or this rule suppressed because the goods are not listed.

Source: Regulation (EU) No 833/2014 Article 12g, for contracts from 19 December 2023.
"""

from __future__ import annotations

from collections.abc import Iterator

from tradedocs.contract.case import DealCase, told
from tradedocs.model.dealfinding import DealFinding
from tradedocs.registers import state
from tradedocs.ui import say

ID = "T79"
SUPPRESSIBLE = True
EXPORT = True


def judge(case: DealCase) -> Iterator[DealFinding]:
    """A warning for an EU seller and a buyer outside."""
    deal = case.deal
    seller, buyer = state(deal.seller.country), state(deal.buyer.country)
    outside = buyer is None or not buyer.eu
    if seller is not None and seller.eu and outside and not deal.compliance.eu_no_reexport:
        yield told(
            ID,
            "warning",
            say(
                "the seller in {seller} sells to {buyer}, and nothing forbids re-export to Russia",
                seller=deal.seller.country,
                buyer=deal.buyer.country,
            ),
            say(
                "Write `compliance: {eu_no_reexport: true}`, or suppress this rule with the reason (goods not listed, "
                "partner country)."
            ),
            ("seller", "country"),
            ("buyer", "country"),
        )
