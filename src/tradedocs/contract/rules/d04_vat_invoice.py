"""A sale within mainland China without a VAT invoice.

What: `compliance.vat_invoice` says that the seller issues a special VAT invoice; otherwise a document must name one.

Why: without it the buyer cannot deduct the tax and will not pay.

Bad: both countries CN, nothing said.
Good: `compliance: {vat_invoice: true}`

Source: PRC value added tax law; PRC Civil Code Article 599.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tradedocs.contract.case import DealCase, told
from tradedocs.model.dealfinding import DealFinding
from tradedocs.ui import say

ID = "D04"
SUPPRESSIBLE = True
EXPORT = False

_INVOICE = re.compile(r"\bVAT\b|增值税", re.IGNORECASE)


def judge(case: DealCase) -> Iterator[DealFinding]:
    """A warning in a domestic sale."""
    deal = case.deal
    mentioned = any(_INVOICE.search(f"{document.en} {document.zh or ''}") for document in deal.documents)
    if deal.domestic and not deal.compliance.vat_invoice and not mentioned:
        yield told(
            ID,
            "warning",
            say(
                "both places of business are in mainland China, and no VAT invoice is agreed for {total}",
                total=deal.total,
            ),
            say("Write `vat_invoice: true` under `compliance`."),
            ("documents",),
            ("seller", "country"),
        )
