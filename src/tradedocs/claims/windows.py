"""The periods in which a claim must be raised: the contract's, and those of the law behind it.

Sources: CISG articles 38 to 40 and 44; PRC Civil Code articles 188, 594 and 620 to 622.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from tradedocs.claims.calendar import after, months_after, years_after
from tradedocs.claims.terms import Terms
from tradedocs.model.claim import Complaint
from tradedocs.model.claimview import Bar, Deadline
from tradedocs.model.shapes import LocalText

CLAIMS = "disputes.claims"
WARRANTY, LIMITATION = "quality.warranty", "disputes.limitation-period"
_SATURDAY = 5
_STARTS = {"arrival": "arrived", "discharge": "discharged", "receipt": "taken_over"}


def windows(
    complaint: Complaint, terms: Terms, bars: Sequence[Bar], notice: date | None
) -> Iterator[Deadline]:
    """Each period with its sum, held against the day of the notice; what is late names what may excuse it."""
    excuses = tuple(_excuses(complaint, terms, bars))
    by = tuple(dict.fromkeys(one.source for one in excuses))
    found = [*_of_contract(complaint, terms, notice), *_warranty(complaint, terms, notice)]
    found += _of_law(complaint, terms, notice)
    for one in found:
        yield one.model_copy(update={"stopped_by": by}) if one.state == "late" else one
    late = [one for one in found if one.state == "late"]
    if late:
        yield from excuses
    if terms.chinese and any(one.day is not None and one.day.weekday() >= _SATURDAY for one in late):
        yield _note(
            "excuse.weekend",
            "PRC Civil Code article 203",
            "The last day is a Saturday or Sunday; the contract does not move it, the Code moves it to the next "
            "working day",
            "期间最后一日为周六或周日；合同未予顺延，而依民法典顺延至下一工作日",
        )
    yield from _actions(complaint, terms)


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


def _of_contract(complaint: Complaint, terms: Terms, done: date | None) -> Iterator[Deadline]:
    start, key = start_of(complaint, terms)
    agreed = terms.deal.claims
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
    return _dated(key, what, after(start, days, missing.replace("_", " ")), source, done)


def _dated(key: str, what: LocalText, counted: tuple[date, str], source: str, done: date | None) -> Deadline:
    day, words = counted
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


def _warranty(complaint: Complaint, terms: Terms, done: date | None) -> Iterator[Deadline]:
    """For a defect of material or workmanship that arrival could not show, the warranty's periods stand instead."""
    days, months = terms.number(WARRANTY, "notice_days"), terms.number(WARRANTY, "months")
    if days is None or months is None or complaint.hidden == "no" or complaint.alleged == "quantity":
        return
    notice = LocalText(
        en="Notice under the warranty, after the defect was found (instead of the period for hidden defects)",
        zh="质量保证项下的通知，自发现缺陷起（取代隐蔽缺陷期间）",
    )
    source = f"Contract, Clause {terms.article(WARRANTY, 'notice_days')}"
    yield _or_missing("warranty.notice", notice, found_on(complaint), "found", int(days), source, done)
    ends = LocalText(en="End of the warranty", zh="质量保证期届满")
    source = f"Contract, Clause {terms.article(WARRANTY, 'months')}"
    if complaint.shipped is None:
        yield _or_missing("warranty.end", ends, None, "shipped", 0, source, done)
        return
    yield _dated("warranty.end", ends, months_after(complaint.shipped, int(months), "shipped"), source, done)


def _or_missing(
    key: str, what: LocalText, start: date | None, missing: str, days: int, source: str, done: date | None
) -> Deadline:
    if start is None:
        return Deadline(key=key, what=what, source=source, whose="buyer", state="unknown", missing=missing)
    return _dated(key, what, after(start, days, missing.replace("_", " ")), source, done)


def _of_law(complaint: Complaint, terms: Terms, done: date | None) -> Iterator[Deadline]:
    event, handed = handed_over(complaint)
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
        yield _dated("law.two-years", what, years_after(handed, 2, event), source, done)


def handed_over(complaint: Complaint) -> tuple[str, date | None]:
    """When the buyer had the goods, or the nearest milestone that is known, with its name."""
    for key in ("taken_over", "discharged", "arrived"):
        day: date | None = getattr(complaint, key)
        if day is not None:
            return key.replace("_", " "), day
    return "", None


def _actions(complaint: Complaint, terms: Terms) -> Iterator[Deadline]:
    """When actions are time-barred. No notice stops these periods, so they are due until the claim is closed."""
    what = LocalText(en="Arbitration or action begun", zh="提起仲裁或诉讼")
    event, handed = handed_over(complaint)
    years = terms.number(LIMITATION, "years")
    if years is not None:
        source = f"Contract, Clause {terms.article(LIMITATION, 'years')}, where the governing law lets parties choose"
        if handed is None:
            yield _or_missing("action.contract", what, None, "taken_over", 0, source, None)
        else:
            yield _dated("action.contract", what, years_after(handed, int(years), event), source, None)
    if terms.chinese:
        abroad = terms.seller.country != terms.buyer.country
        years_of_law, source = (
            (4, "PRC Civil Code article 594") if abroad else (3, "PRC Civil Code article 188")
        )
        found, event = found_on(complaint), "found"
        if found is None:
            found, event = complaint.received, "complaint of"
        yield _dated("action.law", what, years_after(found, years_of_law, event), source, None)


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
