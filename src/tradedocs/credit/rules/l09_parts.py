"""The credit forbids partial shipments or transhipment that the contract allows.

What: fields 43P and 43T are held against `delivery`; a contract with several shipments needs partial shipments. A
credit that is silent allows partial shipments.

Why: the second bill of lading is refused; a container line that tranships cannot be used.

Bad: two shipments in the contract, `:43P:NOT ALLOWED`
Good: `:43P:ALLOWED`

Source: UCP 600 Articles 19 to 24 and 31.
"""

from __future__ import annotations

from collections.abc import Iterator

from tradedocs.credit.case import CreditCase, told
from tradedocs.model.credit import CreditFinding, Permission
from tradedocs.ui import say

ID = "L09"
_SOURCE = "UCP 600 Articles 19-24, 31"


def judge(case: CreditCase) -> Iterator[CreditFinding]:
    """A discrepancy where the credit is stricter, a note where it is wider."""
    delivery, agreed = case.deal.delivery, case.deal.letter_of_credit
    partial = (
        "allowed"
        if len(case.deal.shipments) > 1
        else (agreed and agreed.partial_shipments) or delivery.partial_shipments
    )
    yield from _one(case, "43P", case.credit.partial, partial, "partial_shipments")
    yield from _one(
        case,
        "43T",
        case.credit.transhipment,
        (agreed and agreed.transhipment) or delivery.transhipment,
        "transhipment",
    )


def _one(
    case: CreditCase, tag: str, says: Permission | None, agreed: str, key: str
) -> Iterator[CreditFinding]:
    field = case.credit.field(tag)
    if field is None or says is None or says == agreed:
        return
    words = {"43P": (say("partial shipments"), "分批装运"), "43T": (say("transhipment"), "转运")}[tag]
    if says == "conditional":
        yield told(
            ID,
            "look",
            field,
            say("{what}: on a condition, which stands elsewhere in the credit", what=words[0]),
            contract=agreed,
            key=f"delivery.{key}",
            consequence=say("Find the condition in 44D or 47A, and see that it can be kept."),
            source=_SOURCE,
        )
    elif agreed == "allowed":
        yield told(
            ID,
            "discrepancy",
            field,
            say("{what}: not allowed by the credit", what=words[0]),
            contract=say("allowed"),
            key=f"delivery.{key}",
            consequence=say("Documents that show it are refused."),
            amend=(f"Field {tag} to read: ALLOWED.", f"{tag}栏改为：ALLOWED（允许{words[1]}）。"),
            source=_SOURCE,
        )
    else:
        yield told(
            ID,
            "note",
            field,
            say("{what}: allowed by the credit", what=words[0]),
            contract=say("not allowed"),
            key=f"delivery.{key}",
            consequence=say("The contract still forbids it."),
            source=_SOURCE,
        )
