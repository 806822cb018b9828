"""A reasoned reply: nothing is paid, and the reply says why and what the other side may still do."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from tradedocs.claims.remedies.case import RemedyCase
from tradedocs.claims.remedies.making import Draft
from tradedocs.model.amount import Money
from tradedocs.model.settling import Remedy

_REASONS = {
    "perception": (
        "The goods meet the specification and the approved sample, as far as the triage found.",
        "按分级结论，货物符合规格及封样。",
    ),
    "transport": (
        "The loss happened in transit: name the carrier and the insurer, and give the papers that they ask for.",
        "损失发生于运输途中：应指明承运人和保险人，并提供其要求的单证。",
    ),
    "misuse": (
        "The defect came from use, storage or alteration after delivery, as far as the triage found.",
        "按分级结论，缺陷由交付后的使用、储存或改动造成。",
    ),
}


def offered(case: RemedyCase) -> Iterator[Remedy]:
    """The reply that refuses; only where the grade, or late notice, carries one."""
    late = case.late is not None and not case.late.spared
    if case.unsafe or (case.grade not in _REASONS and not late):
        return
    draft = Draft(case, "repudiation", ("disputes.claims",), owed=False)
    if late and case.late is not None:
        draft.notes.append(case.late.words)
    if case.grade in _REASONS:
        draft.note(*_REASONS[case.grade])
    draft.notes += case.known
    draft.note(
        "It needs the legal team, and a search of the ledger: what was resolved, overridden or conceded on this "
        "characteristic takes the defence of late notice away.",
        "须经法务批准并查询台账：就该特性曾处理、放行或让步的，不得再以逾期通知抗辩。",
    )
    nothing = Money(amount=Decimal(0), currency=case.granted.currency).rounded()
    yield draft.made(nothing, None).model_copy(update={"bearer": "buyer"})
