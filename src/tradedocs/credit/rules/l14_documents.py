"""The credit asks for documents that the contract does not list, or that the seller cannot get.

What: each point of field 46A is held against `documents` by its kind. A document that the buyer or applicant issues
or countersigns, an insurance document where the seller does not insure, a transport document of another kind, and
freight terms that do not fit the delivery term are told. Documents that the seller writes itself are noted.

Why: a missing document is a discrepancy, whatever its worth; one in the buyer's hand lets the buyer stop the payment.

Bad: `+INSPECTION CERTIFICATE SIGNED BY APPLICANT`
Good: `+INSPECTION CERTIFICATE ISSUED BY NORTHQUAY SUPERINTENDENCE`

Source: UCP 600 Articles 14(a), 14(d), 20 and 28; ICC advice against conditions in the applicant's hand.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tradedocs.credit.case import CreditCase, names, told
from tradedocs.credit.kinds import OWN, TRANSPORT, in_buyers_hand, kind_of
from tradedocs.model.credit import CreditFinding, CreditItem
from tradedocs.ui import say

ID = "L14"
_SOURCE = "UCP 600 Articles 14(a), 14(d)"
_PREPAID, _COLLECT = (
    re.compile(r"FREIGHT\s+(?:PRE-?PAID|PAID)"),
    re.compile(r"FREIGHT\s+(?:COLLECT|PAYABLE AT DESTINATION)"),
)
_BUYER_PAYS = frozenset({"EXW", "FCA", "FAS", "FOB"})
_TRANSPORT_OF = {
    "bl-order": "bill-of-lading",
    "bl-straight": "bill-of-lading",
    "sea-waybill": "sea-waybill",
    "air-waybill": "airway-bill",
    "multimodal": "multimodal",
    "rail-waybill": "rail-waybill",
    "cmr": "cmr",
}


def judge(case: CreditCase) -> Iterator[CreditFinding]:
    """The findings of each point, in its order."""
    agreed = {kind_of((one.en.upper(),)) for one in case.deal.documents}
    for item in case.credit.documents:
        buyers = _in_buyers_hand(case, item)
        if buyers is not None:
            yield buyers
            continue
        yield from _one(case, item, kind_of(item.readings), agreed)
    if not case.credit.documents:
        yield told(
            ID,
            "look",
            "46A",
            say("the credit asks for no documents"),
            consequence=say("A continuing message (MT 701) may be missing; ask the bank."),
            source=_SOURCE,
        )


def _in_buyers_hand(case: CreditCase, item: CreditItem) -> CreditFinding | None:
    if not in_buyers_hand(item.readings) and not any(
        names((text[match.end() : match.end() + 60],), case.deal.buyer.name)
        for text in item.readings
        for match in re.finditer(r"\b(?:COUNTER-?\s?)?SIGNED BY|ISSUED BY", text)
    ):
        return None
    return told(
        ID,
        "discrepancy",
        item,
        say("point {n} needs an act of the applicant", n=item.number),
        contract=say("documents that the seller can get"),
        key="documents",
        consequence=say("The buyer can stop the payment by not signing."),
        amend=(
            f"Field 46A, point {item.number}: delete, or let the agreed inspection body issue the document.",
            f"46A栏第{item.number}项：删除，或改为由约定的检验机构出具。",
        ),
        source="UCP 600 Articles 4, 14(a)",
    )


def _one(case: CreditCase, item: CreditItem, kind: str, agreed: set[str]) -> Iterator[CreditFinding]:
    if (
        kind == "insurance"
        and case.deal.insurance is None
        and case.deal.delivery.incoterm not in ("CIF", "CIP")
    ):
        yield _more(
            item, say("the seller does not insure under {term}", term=case.deal.delivery.term), "insurance"
        )
    elif kind in TRANSPORT:
        yield from _transport(case, item, kind)
    elif kind not in agreed and kind not in OWN:
        yield _more(item, say("the contract does not list this document"), "documents")
    elif kind not in agreed and kind != "draft":
        yield told(
            ID,
            "note",
            item,
            say("point {n} is a document of the seller's own that the contract does not list", n=item.number),
            key="documents",
            consequence=say("Write it in the credit's words, on the day that it says."),
            source=_SOURCE,
        )


def _more(item: CreditItem, why: str, key: str) -> CreditFinding:
    return told(
        ID,
        "discrepancy",
        item,
        say("point {n}: {why}", n=item.number, why=why),
        contract=say("not among its documents"),
        key=key,
        consequence=say("Without it the bank refuses the documents."),
        amend=(f"Field 46A, point {item.number}: delete.", f"46A栏第{item.number}项：删除。"),
        source=_SOURCE,
    )


def _transport(case: CreditCase, item: CreditItem, kind: str) -> Iterator[CreditFinding]:
    delivery = case.deal.delivery
    wanted = _TRANSPORT_OF.get(delivery.transport_document or "")
    if wanted is not None and kind != wanted:
        yield told(
            ID,
            "discrepancy",
            item,
            say("point {n}: another transport document than agreed", n=item.number),
            contract=delivery.transport_document or "",
            key="delivery.transport_document",
            consequence=say("The carrier's document of the contract does not fit the credit."),
            amend=(
                f"Field 46A, point {item.number}: transport document to read {wanted}.",
                f"46A栏第{item.number}项：运输单据改为{wanted}。",
            ),
            source="UCP 600 Articles 19-24",
        )
    buyer_pays = delivery.incoterm in _BUYER_PAYS
    wrong = _PREPAID if buyer_pays else _COLLECT
    if any(wrong.search(text) for text in item.readings):
        word = "FREIGHT COLLECT" if buyer_pays else "FREIGHT PREPAID"
        yield told(
            ID,
            "discrepancy",
            item,
            say("point {n}: the freight words do not fit {term}", n=item.number, term=delivery.term),
            contract=word.lower(),
            key="delivery.incoterm",
            consequence=say(
                "The carrier will not issue the document so, or the seller pays a freight that is not its own."
            ),
            amend=(
                f"Field 46A, point {item.number}: to read {word}.",
                f"46A栏第{item.number}项：改为{word}。",
            ),
            source="UCP 600 Article 20",
        )
