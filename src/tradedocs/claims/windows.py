"""The periods in which a claim must be raised: the contract's, and those of the law behind it.

Sources: CISG articles 38 to 40 and 44; PRC Civil Code articles 620 to 622.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from tradedocs.claims.calendar import after, years_after
from tradedocs.claims.terms import Terms
from tradedocs.model.claim import Complaint
from tradedocs.model.claimview import Bar, Deadline
from tradedocs.model.shapes import LocalText

CLAIMS = "disputes.claims"
_STARTS = {"arrival": "arrived", "discharge": "discharged", "receipt": "taken_over"}


def windows(complaint: Complaint, terms: Terms, bars: Sequence[Bar]) -> Iterator[Deadline]:
    """Each period with its sum; what is late is followed by what may excuse it."""
    found = [*_of_contract(complaint, terms), *_of_law(complaint, terms)]
    yield from found
    if any(one.state == "late" for one in found):
        yield from _excuses(complaint, terms, bars)


def notified(complaint: Complaint, terms: Terms) -> date | None:
    """The day of the notice that the periods are for; None where we buy and have not given it yet."""
    return complaint.received if terms.our_side == "seller" else None


def start_of(complaint: Complaint, terms: Terms) -> tuple[date | None, str]:
    """The day from which the contract counts, and the key of claim.yaml that holds it."""
    key = _STARTS[terms.deal.claims.start]
    found: date | None = getattr(complaint, key)
    return found, key


def found_on(complaint: Complaint) -> date | None:
    """When the defect was found; for a claim of our customer that we pass on, the day on which it reached us."""
    if complaint.found is None and complaint.upstream_of is not None:
        return complaint.received
    return complaint.found


def _of_contract(complaint: Complaint, terms: Terms) -> Iterator[Deadline]:
    start, key = start_of(complaint, terms)
    agreed = terms.deal.claims
    done = notified(complaint, terms)
    if complaint.alleged == "quantity":
        days = terms.days(CLAIMS, "quantity_days", agreed.quantity_days)
        what = LocalText(en="Notice of a claim for quantity or weight", zh="数量或重量异议通知")
        yield _counted("window.quantity", what, start, days, key, terms, "quantity_days", done)
        return
    if complaint.hidden != "yes":
        days = terms.days(CLAIMS, "quality_days", agreed.quality_days)
        what = LocalText(
            en="Notice of a claim for quality, packing or marking", zh="质量、包装或标志异议通知"
        )
        yield _counted("window.quality", what, start, days, key, terms, "quality_days", done)
    if complaint.hidden != "no":
        what = LocalText(en="Notice of a hidden defect, after it was found", zh="隐蔽缺陷发现后的通知")
        days = terms.days(CLAIMS, "found_days", 14 if terms.has(CLAIMS) else None)
        if days is not None:
            yield _counted(
                "window.found", what, found_on(complaint), days, "found", terms, "found_days", done
            )
        what = LocalText(en="Notice of a hidden defect, at the latest", zh="隐蔽缺陷通知的最晚日期")
        days = terms.days(CLAIMS, "latent_days", agreed.latent_days)
        yield _counted("window.hidden", what, start, days, key, terms, "latent_days", done)


def _counted(
    key: str,
    what: LocalText,
    start: date | None,
    days: int | None,
    missing: str,
    terms: Terms,
    variable: str,
    done: date | None,
) -> Deadline:
    place = terms.article(CLAIMS, variable)
    source = f"Contract, Clause {place}" if place else "Deal, claims"
    if start is None or days is None:
        return Deadline(key=key, what=what, source=source, whose="buyer", state="unknown", missing=missing)
    day, words = after(start, days)
    return Deadline(
        key=key,
        what=what,
        day=day,
        arithmetic=words,
        source=source,
        whose="buyer",
        done=done,
        state="due" if done is None else "met" if done <= day else "late",
    )


def _of_law(complaint: Complaint, terms: Terms) -> Iterator[Deadline]:
    handed = complaint.taken_over or complaint.arrived
    done = notified(complaint, terms)
    if terms.law == "CISG":
        yield Deadline(
            key="law.reasonable",
            source="CISG article 39(1)",
            whose=None,
            state="note",
            what=LocalText(
                en="Notice in a reasonable time after the defect ought to be found, where no period is agreed",
                zh="在发现或应当发现缺陷后的合理时间内通知；合同约定期间的，从其约定",
            ),
        )
    if terms.law in ("CISG", "PRC"):
        source = "CISG article 39(2)" if terms.law == "CISG" else "PRC Civil Code article 621"
        what = LocalText(
            en="Two years from handing over, the last day for any notice",
            zh="自实际交付之日起两年，通知的最后期限",
        )
        if handed is None:
            yield Deadline(
                key="law.two-years",
                what=what,
                source=source,
                whose="buyer",
                state="unknown",
                missing="taken_over",
            )
            return
        day, words = years_after(handed, 2)
        state = "due" if done is None else "met" if done <= day else "late"
        yield Deadline(
            key="law.two-years",
            what=what,
            day=day,
            arithmetic=words,
            source=source,
            whose="buyer",
            done=done,
            state=state,
        )


def _excuses(complaint: Complaint, terms: Terms, bars: Sequence[Bar]) -> Iterator[Deadline]:
    """What keeps a late notice alive; each says what would have to be shown."""
    place = terms.article(CLAIMS)
    if terms.law == "CISG":
        yield _note(
            "excuse.known",
            "CISG article 40",
            "Lateness does not count if the seller knew of the facts, or had to, and did not disclose them",
            "卖方知道或不可能不知道有关事实而未告知的，不得以逾期为由抗辩",
        )
        yield _note(
            "excuse.reasonable",
            "CISG article 44",
            "With a reasonable excuse the buyer keeps a price reduction and damages, but no loss of profit",
            "买方有合理理由的，仍可要求减价或赔偿损失，但不包括利润损失",
        )
    elif terms.law == "PRC":
        yield _note(
            "excuse.known",
            "PRC Civil Code article 621(3)",
            "The periods do not bind the buyer if the seller knew or should have known that the goods do not conform",
            "出卖人知道或者应当知道标的物不符合约定的，买受人不受通知期间的限制",
        )
    elif place:
        yield _note(
            "excuse.known",
            f"Contract, Article {place}",
            "Lateness does not count if the seller knew of the facts, or had to, and did not disclose them",
            "卖方知道或不可能不知道有关事实而未告知的，逾期不影响索赔",
        )
    if terms.law == "PRC" and complaint.hidden != "no":
        yield _note(
            "excuse.short",
            "PRC Civil Code article 622",
            "A period too short for a full examination counts for visible defects only",
            "约定的检验期限过短、难以完成全面检验的，仅视为对外观瑕疵的异议期限",
        )
    for bar in bars:
        yield _note(
            "excuse.ledger",
            f"Ledger row {bar.row}",
            f"On our own record: {bar.what}",
            f"我方自己的记录：{bar.what}",
        )


def _note(key: str, source: str, en: str, zh: str) -> Deadline:
    return Deadline(key=key, what=LocalText(en=en, zh=zh), source=source, whose=None, state="note")
