"""A documentary collection without a document of title.

What: D/P and D/A work because the buyer cannot get the goods without the original bill of lading. A straight bill of
lading, a sea or air waybill and every document of air, road, rail and courier transport is handed out without it.

Why: the buyer takes the goods at the airport and leaves the collection unpaid.

Bad: `method: dp-sight` with `transport_document: air-waybill`
Good: `method: dp-sight` with `transport_document: bl-order`

Source: URC 522 Article 10; CMR, Montreal Convention (waybills are not negotiable).
"""

from __future__ import annotations

from collections.abc import Iterator

from tradedocs.contract.case import DealCase, told
from tradedocs.model.dealfinding import DealFinding
from tradedocs.ui import say

ID = "T36"
SUPPRESSIBLE = True
EXPORT = True

_NEGOTIABLE = ("bl-order", "multimodal")
_NO_TITLE_BY = ("air", "road", "rail", "courier")


def judge(case: DealCase) -> Iterator[DealFinding]:
    """A warning for each part that is collected."""
    delivery = case.deal.delivery
    document, mode = delivery.transport_document, delivery.mode
    if (document is None and mode not in _NO_TITLE_BY) or document in _NEGOTIABLE:
        return
    key = ("delivery", "transport_document") if document else ("delivery", "mode")
    for index, part in enumerate(case.deal.payment):
        if part.method in ("dp-sight", "da"):
            yield told(
                ID,
                "warning",
                say(
                    "{share} % are collected by {method}, but with {document} the buyer gets the goods without paying",
                    share=part.share,
                    method=part.method,
                    document=document or mode,
                ),
                say("Ship under a bill of lading to order, or agree payment before shipment or by credit."),
                key,
                ("payment", index, "method"),
            )
