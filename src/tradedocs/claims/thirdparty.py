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
from tradedocs.model.claim import Complaint
from tradedocs.model.claimview import Deadline, DeadlineState
from tradedocs.model.party import Side
from tradedocs.model.shapes import LocalText

CARRIER = "disputes.carrier-claims"
_RISK_AT_DESTINATION = frozenset({"DAP", "DPU", "DDP"})
_Rule = tuple[str, int, str]
_NOTICES: dict[str, tuple[_Rule, ...]] = {
    "sea": (
        ("hague", 3, "Hague-Visby Rules article III(6), hidden damage"),
        ("prc", 7, "PRC Maritime Code article 81, hidden damage (15 days for containers)"),
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


def third_parties(complaint: Complaint, terms: Terms) -> Iterator[Deadline]:
    """The periods for carrier and insurer, where packages, quantity or the transport are in question."""
    if complaint.alleged not in ("damage", "quantity", "packing") and complaint.packages_damaged != "yes":
        return
    whose: Side = "seller" if terms.deal.delivery.incoterm in _RISK_AT_DESTINATION else "buyer"
    start, key = _delivered(complaint)
    yield Deadline(
        key="carrier.receipt",
        what=_AFTER_RECEIPT,
        day=start,
        source="Transport document; CISG does not deal with it",
        whose=whose,
        state=_reserved(complaint),
        missing=None if start else key,
    )
    yield from _notices(complaint, terms, whose)
    yield Deadline(
        key="insurer.notice",
        source="Cargo policy (notice at once, survey by its agent)",
        whose=complaint.policy_holder or whose,
        what=LocalText(
            en="Tell the insurer or its claims agent at once and ask for a survey",
            zh="立即通知保险人或其理赔代理人并申请检验",
        ),
        state="met" if "survey" in complaint.sent else "note",
    )


def _notices(complaint: Complaint, terms: Terms, whose: Side) -> Iterator[Deadline]:
    start, key = _delivered(complaint)
    mode = _MODES.get(terms.deal.delivery.mode, terms.deal.delivery.mode)
    what = LocalText(en="Written notice of hidden damage to the carrier", zh="就隐蔽损坏向承运人发出书面通知")
    agreed = terms.days(CARRIER, "notice_days")
    rules = (
        [("contract", agreed, f"Contract, Clause {terms.article(CARRIER, 'notice_days')}")] if agreed else []
    )
    for name, days, source in sorted([*rules, *_NOTICES[mode]], key=lambda one: one[1]):
        if start is None:
            yield Deadline(
                key=f"carrier.{name}", what=what, source=source, whose=whose, state="unknown", missing=key
            )
            continue
        day, words = after(start, days)
        yield Deadline(
            key=f"carrier.{name}",
            what=what,
            day=day,
            arithmetic=words,
            source=source,
            whose=whose,
            state="met" if "carrier-notice" in complaint.sent else "due",
        )
    years, source = _SUITS[mode]
    what = LocalText(en="Suit against the carrier", zh="对承运人提起诉讼")
    if start is not None:
        day, words = years_after(start, years)
        yield Deadline(
            key="carrier.suit", what=what, day=day, arithmetic=words, source=source, whose=whose, state="due"
        )


def _delivered(complaint: Complaint) -> tuple[date | None, str]:
    return complaint.taken_over or complaint.discharged or complaint.arrived, "taken_over"


def _reserved(complaint: Complaint) -> DeadlineState:
    return {"yes": "met", "no": "passed", "unknown": "unknown"}[complaint.receipt_reserved]  # type: ignore[return-value]
