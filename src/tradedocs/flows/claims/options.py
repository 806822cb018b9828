"""The user's job "what may we offer": the remedies of a claim's contract, ranked, each with its money."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from tradedocs.claims.comparing import compared
from tradedocs.claims.deadlines import notice_of
from tradedocs.claims.granted import granted_by
from tradedocs.claims.policy import policy
from tradedocs.claims.remedies import Late, RemedyCase, exposure, remedies_of
from tradedocs.claims.remedies.making import limit
from tradedocs.claims.statute import remarks, statutory, unlimited
from tradedocs.claims.windows import windows
from tradedocs.flows.claims.basis import bars_of, terms_of
from tradedocs.flows.claims.record import claim_of, claims_in
from tradedocs.flows.ledgers import ledger_of
from tradedocs.ledger import Row
from tradedocs.model.amount import Money
from tradedocs.model.claim import ClaimRecord, Complaint
from tradedocs.model.claimoptions import ClaimOptions, Exposure
from tradedocs.model.claimview import Deadline
from tradedocs.model.granted import Granted
from tradedocs.model.settling import Remedy
from tradedocs.model.shapes import LocalText
from tradedocs.workspace import Workspace


@dataclass(frozen=True)
class Asked:
    """What of the options is asked for.

    `goodwill` is the percentage of a goodwill offer, `per_order` how much of the next order a credit may take.
    """

    compare: bool = False
    legal: bool = False
    goodwill: Decimal | None = None
    per_order: Decimal = Decimal(100)


def options_of(number: str, asked: Asked, *, workspace: Workspace, today: date) -> ClaimOptions:
    """The ways to settle a claim.

    Raises:
        UsageError: there is no such claim.
        RefusedInput: there is no workspace, its ledger is broken, or the claim's copy of its contract is missing or
            altered.
        InputError: the workspace's own rules hold errors.
    """
    case = case_of(number, asked, workspace=workspace, today=today)
    found = remedies_of(case)
    return _told(case, found, asked)


def case_of(number: str, asked: Asked, *, workspace: Workspace, today: date) -> RemedyCase:
    """What the remedies of a claim are worked out from; it raises as `options_of` does."""
    record = claim_of(number, workspace)
    rows = tuple(ledger_of(workspace).rows())
    terms, _ = terms_of(record, workspace)
    granted = granted_by(terms.deal, terms.articles, record.complaint.shipment)
    before = tuple(row for row in rows if row.row < record.row)
    bars = bars_of(record, before)
    dates = tuple(windows(record.complaint, terms, bars, notice_of(record)))
    spared = tuple(
        LocalText(
            en=f"Late notice does not bar it: {bar.what} (ledger row {bar.row}; CISG article 40).",
            zh=f"逾期通知不构成障碍：{bar.what}（台账第{bar.row}行；公约第40条）。",
        )
        for bar in bars
    )
    return RemedyCase(
        record=record,
        granted=granted,
        policy=policy(workspace.root),
        today=today,
        late=late_of(record.complaint, dates, spared, excuse=_excuse(granted, dates)),
        known=tuple(
            LocalText(
                en=f"On our own record: {bar.what} (ledger row {bar.row}).",
                zh=f"我方自己的记录：{bar.what}（台账第{bar.row}行）。",
            )
            for bar in bars
        ),
        earlier=earlier_of(record, granted, rows),
        goodwill=asked.goodwill,
        per_order=asked.per_order,
    )


def late_of(
    complaint: Complaint, dates: Sequence[Deadline], spared: tuple[LocalText, ...], *, excuse: bool
) -> Late | None:
    """Whether notice came too late; None while one of the periods that may be the right one was kept.

    A hidden defect has its own periods. While nobody knows whether it was hidden, late is only what is late by both.
    """
    state = {one.key: one for one in dates if one.state == "late"}
    visible = state.get("window.quantity") or state.get("window.quality")
    hidden = state.get("window.found") or state.get("window.hidden")
    over = state.get("law.two-years")
    late = {"yes": hidden, "no": visible}.get(complaint.hidden, visible if hidden is not None else None)
    if complaint.alleged == "quantity":
        late = visible
    late = late or over
    if late is None:
        return None
    return Late(
        LocalText(
            en=f"the notice came after its period ({late.arithmetic}; received {late.done}; {late.source}).",
            zh=f"通知逾期（{late.arithmetic}；收到日{late.done}；{late.source}）。",
        ),
        spared,
        excuse,
    )


def _excuse(granted: Granted, dates: Iterable[Deadline]) -> bool:
    """Whether a reasonable excuse keeps a reduction of the price (CISG article 44), within the two years."""
    over = any(one.key == "law.two-years" and one.state == "late" for one in dates)
    return granted.law == "CISG" and not over


def earlier_of(record: ClaimRecord, granted: Granted, rows: Iterable[Row]) -> Decimal:
    """What was promised for other claims under the same limit: of the shipment, or of the whole contract."""
    whole = granted.cap is not None and granted.cap.base == "contract"
    total = Decimal(0)
    for number, other in claims_in(rows).items():
        same = other.contract.contract_no == record.contract.contract_no
        here = whole or other.complaint.shipment == record.complaint.shipment
        settled = other.settlement.amount if other.settlement is not None else None
        if number != record.complaint.number and same and here and settled is not None:
            total += settled.amount if settled.currency == granted.currency else 0
    return total


def _told(case: RemedyCase, found: tuple[Remedy, ...], asked: Asked) -> ClaimOptions:
    triage, currency = case.triage, case.granted.currency
    law = statutory(case) if asked.legal else ()
    return ClaimOptions(
        claim=case.complaint.number,
        contract_no=case.granted.contract_no,
        as_of=case.today,
        our_side=case.granted.our_side,
        currency=currency,
        complaint=case.complaint.words,
        category="undecided" if triage is None else triage.category,
        severity="unknown" if triage is None else triage.severity,
        grade=case.grade,
        advice=tuple(_advice(case)),
        remedies=found,
        limit=limit(case, refund=True) or limit(case, refund=False),
        earlier=Money(amount=case.earlier, currency=currency) if case.earlier else None,
        legal=asked.legal,
        statutory=law,
        remarks=remarks(case) if asked.legal else (),
        under_contract=_exposure(found, case) if asked.legal else None,
        without_limits=_unlimited(case) if asked.legal else None,
        compared=compared(case, found) if asked.compare else (),
    )


def _exposure(remedies: Iterable[Remedy], case: RemedyCase) -> Exposure:
    amount, keys = exposure(remedies, case)
    return Exposure(amount=amount, of=keys)


def _unlimited(case: RemedyCase) -> Exposure | None:
    """The exposure by the law alone, if exclusions and limits fell; None where the law is not known."""
    free = unlimited(case)
    found = statutory(free)
    return _exposure(found, free) if found else None


def _advice(case: RemedyCase) -> Iterator[LocalText]:
    if case.grade == "safety":
        yield LocalText(
            en="STOP THE SALE now and set the stock apart. Legal decides on recall and authorities before any offer.",
            zh="立即停止销售并隔离库存。在提出任何方案前，由法务决定召回和向主管机关报告。",
        )
    if case.triage is None:
        yield LocalText(
            en="There is no triage yet, so the order is a guess: run `tradedocs claim triage` first.",
            zh="尚未分级，排序仅供参考：请先运行 `tradedocs claim triage`。",
        )
    elif case.grade == "undecided":
        yield LocalText(
            en="The triage is undecided: ask for what it still lacks before any offer.",
            zh="分级尚无结论：在提出任何方案前，先索取所缺证据。",
        )
    if case.grade == "perception":
        yield LocalText(
            en="Send a reasoned reply with the record of the specification and the sample; an offset or goodwill goes "
            "with it as a gesture, without admission.",
            zh="附规格和封样记录作出说明理由的答复；抵扣或善意折让仅作为友好表示一并提出，不构成承认。",
        )
    if case.granted.our_side == "buyer":
        yield LocalText(
            en="We are the buyer: this is what we may ask for; the authority is the seller's and unknown to us.",
            zh="我方为买方：以下为我方可以提出的要求；所列审批级别属卖方事务，我方不掌握。",
        )
