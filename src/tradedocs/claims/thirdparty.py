"""The short periods of carriers and insurers.

Sources: Hague-Visby Rules article III(6); Hamburg Rules articles 19 and 20; PRC Maritime Code articles 81 and 257; CMR
articles 30 and 32; Montreal Convention articles 31 and 35; CIM articles 47 and 48. Which of them governs is said by the
transport document and the law of the place: the shortest is shown first.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from tradedocs.claims.calendar import after, years_after
from tradedocs.claims.terms import Terms
from tradedocs.claims.windows import found_on, handed_over
from tradedocs.model.claim import ClaimRecord, Complaint, LetterKind
from tradedocs.model.claimview import Deadline, DeadlineState
from tradedocs.model.party import Side
from tradedocs.model.shapes import LocalText

CARRIER = "disputes.carrier-claims"
_RISK_AT_DESTINATION = frozenset({"DAP", "DPU", "DDP"})
_INSPECTOR_DAYS = 30
_Rule = tuple[str, int, str]
_NOTICES: dict[str, tuple[_Rule, ...]] = {
    "sea": (
        ("hague", 3, "Hague-Visby Rules article III(6), hidden damage"),
        ("hamburg", 15, "Hamburg Rules article 19(2), hidden damage"),
    ),
    "road": (("cmr", 7, "CMR article 30(1), hidden damage (Sundays and holidays do not count)"),),
    "air": (("montreal", 14, "Montreal Convention article 31(2), damage (21 days for delay)"),),
    "rail": (("cim", 7, "CIM article 47(2), hidden damage"),),
}
_SUITS: dict[str, tuple[int, str]] = {
    "sea": (
        1,
        "Hague-Visby Rules article III(6); PRC Maritime Code article 257 (two years under the Hamburg Rules)",
    ),
    "road": (1, "CMR article 32(1)"),
    "air": (2, "Montreal Convention article 35"),
    "rail": (1, "CIM article 48"),
}
_MODES = {"multimodal": "sea", "courier": "air"}
_AFTER_RECEIPT = LocalText(en="Note visible damage on the carrier's receipt", zh="在承运人收据上注明明显损坏")


def third_parties(record: ClaimRecord, terms: Terms) -> Iterator[Deadline]:
    """The periods for carrier and insurer, where packages, quantity or the transport are in question, and the usual
    one of the inspection body."""
    complaint = record.complaint
    if _on_the_way(record):
        yield from _transport(record, terms)
    if complaint.alleged in ("quality", "appearance", "safety"):
        yield from _inspector(record, terms)


def _on_the_way(record: ClaimRecord) -> bool:
    complaint, triage = record.complaint, record.triage
    return (
        complaint.alleged in ("damage", "quantity", "packing")
        or "yes" in (complaint.packages_damaged, complaint.receipt_reserved)
        or complaint.seal_intact == "no"
        or (triage is not None and triage.category in ("transport-damage", "shortage"))
    )


def _transport(record: ClaimRecord, terms: Terms) -> Iterator[Deadline]:
    complaint = record.complaint
    risk: Side = "seller" if terms.deal.delivery.incoterm in _RISK_AT_DESTINATION else "buyer"
    _, start = handed_over(complaint)
    yield Deadline(
        key="carrier.receipt",
        what=_AFTER_RECEIPT,
        day=start,
        arithmetic="at delivery" if start else "",
        source="Transport document; CISG does not deal with it",
        whose="buyer",
        state=_reserved(complaint),
        missing=None if start else "taken_over",
    )
    yield from _notices(record, terms, complaint.title_to_sue or risk)
    done = _written(record, "insurer-notice") or (complaint.received if "survey" in complaint.sent else None)
    known = found_on(complaint) or complaint.received
    yield Deadline(
        key="insurer.notice",
        day=known,
        arithmetic=f"known {known}, at once",
        source="Cargo policy (notice at once, survey by its agent)",
        whose=complaint.policy_holder or risk,
        what=LocalText(
            en="Tell the insurer or its claims agent at once and ask for a survey",
            zh="立即通知保险人或其理赔代理人并申请检验",
        ),
        done=done,
        state="due" if done is None else "met",
    )


def _inspector(record: ClaimRecord, terms: Terms) -> Iterator[Deadline]:
    """Inspection bodies take complaints for a short time only; a note, because their own terms count."""
    known = found_on(record.complaint) or record.complaint.received
    day, words = after(known, _INSPECTOR_DAYS, "known")
    done = _written(record, "inspector-notice")
    yield Deadline(
        key="inspector.notice",
        day=day,
        arithmetic=words,
        source="Usual terms of inspection bodies; their own count",
        whose=terms.deal.inspection.cost,
        what=LocalText(
            en="Tell the inspection body, where its report is questioned (action within a year)",
            zh="对检验报告有异议的，通知检验机构（一年内起诉）",
        ),
        done=done,
        state="note" if done is None else "met" if done <= day else "late",
    )


def _written(record: ClaimRecord, kind: LetterKind) -> date | None:
    return min((one.on for one in record.letters if one.kind == kind), default=None)


def _notices(record: ClaimRecord, terms: Terms, whose: Side) -> Iterator[Deadline]:
    complaint = record.complaint
    event, start = handed_over(complaint)
    mode = _MODES.get(terms.deal.delivery.mode, terms.deal.delivery.mode)
    what = LocalText(en="Written notice of hidden damage to the carrier", zh="就隐蔽损坏向承运人发出书面通知")
    agreed = terms.days(CARRIER, "notice_days")
    rules = (
        [("contract", agreed, f"Contract, Clause {terms.article(CARRIER, 'notice_days')}")] if agreed else []
    )
    done = _written(record, "carrier-notice")
    if done is None and "carrier-notice" in complaint.sent:
        done = complaint.received
    boxed = bool(complaint.containers) or terms.deal.delivery.loading in ("FCL", "LCL")
    for name, days, source in sorted([*rules, *_rules(mode, boxed=boxed)], key=lambda one: one[1]):
        if start is None:
            yield Deadline(
                key=f"carrier.{name}",
                what=what,
                source=source,
                whose=whose,
                state="unknown",
                missing="taken_over",
            )
            continue
        day, words = after(start, days, event)
        yield Deadline(
            key=f"carrier.{name}",
            what=what,
            day=day,
            arithmetic=words,
            source=source,
            whose=whose,
            done=done,
            state="due" if done is None else "met" if done <= day else "late",
        )
    years, source = _SUITS[mode]
    what = LocalText(en="Suit against the carrier", zh="对承运人提起诉讼")
    if start is not None:
        day, words = years_after(start, years, event)
        yield Deadline(
            key="carrier.suit", what=what, day=day, arithmetic=words, source=source, whose=whose, state="due"
        )


def _rules(mode: str, *, boxed: bool) -> tuple[_Rule, ...]:
    """The notices of a mode; under the PRC Maritime Code goods in containers have longer."""
    if mode != "sea":
        return _NOTICES[mode]
    days, kind = (15, "goods in containers") if boxed else (7, "goods not in containers")
    prc = (
        "prc",
        days,
        f"PRC Maritime Code article 81, hidden damage, {kind} (look up the text now in force)",
    )
    return (*_NOTICES[mode], prc)


def _reserved(complaint: Complaint) -> DeadlineState:
    return {"yes": "met", "no": "passed", "unknown": "unknown"}[complaint.receipt_reserved]  # type: ignore[return-value]
