"""Every date of a claim, with its source, its sum, and whether it is met, due or passed on a day."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from tradedocs.claims.calendar import after, working_days_after
from tradedocs.claims.surveys import surveys
from tradedocs.claims.terms import Terms
from tradedocs.claims.thirdparty import third_parties
from tradedocs.claims.windows import CLAIMS, found_on, windows
from tradedocs.model.claim import ClaimRecord, LetterKind
from tradedocs.model.claimview import Bar, Deadline
from tradedocs.model.shapes import LocalText

_ANSWERS: tuple[LetterKind, ...] = ("offer", "refuse", "settle", "joint-survey")
_ACKNOWLEDGED = 2
_UPSTREAM = 2


def deadlines(record: ClaimRecord, terms: Terms, bars: Sequence[Bar], today: date) -> tuple[Deadline, ...]:
    """All of them: the windows, the answers that the contract asks for, third parties, letters, promises.

    What has no day comes last; the rest in the order of the days.
    """
    complaint = record.complaint
    found = [
        *windows(complaint, terms, bars, notice_of(record)),
        *_upstream(record, terms),
        *_answers(record, terms),
        *surveys(record, terms, notice_of(record)),
        *third_parties(record, terms),
        *_letters(record),
        *_promises(record, terms),
    ]
    told = [_passed(one, today) for one in found]
    return tuple(sorted(told, key=lambda one: (one.day is None, one.day or date.max, one.key)))


def pressing(found: Sequence[Deadline], today: date, within: int) -> tuple[Deadline, ...]:
    """What is due within so many days, or passed without being done."""
    limit = today + timedelta(days=within)
    return tuple(
        one
        for one in found
        if one.state == "passed" or (one.state == "due" and one.day is not None and one.day <= limit)
    )


def _passed(one: Deadline, today: date) -> Deadline:
    if one.state == "due" and one.day is not None and one.day < today:
        return one.model_copy(update={"state": "passed"})
    return one


def _answers(record: ClaimRecord, terms: Terms) -> Iterator[Deadline]:
    """What the contract asks the seller to do after a Claim Notice."""
    start = notice_of(record)
    if not terms.has(CLAIMS) or start is None:
        return
    heard = _heard(record) if terms.our_side == "buyer" else None
    place = terms.article(CLAIMS)
    day, words = working_days_after(start, _ACKNOWLEDGED, "notice")
    yield _duty(
        "answer.acknowledge",
        ("Confirm receipt of the Claim Notice", "确认收到异议通知"),
        day,
        words,
        f"Contract, Article {place}",
        heard or _written(record, "acknowledge"),
    )
    talk = terms.days("disputes.cause-analysis", "talk_days")
    if talk is not None:
        day, words = after(start, talk, "notice")
        yield _duty(
            "answer.talk",
            ("Go through the facts together", "共同核对事实"),
            day,
            words,
            f"Contract, Clause {terms.article('disputes.cause-analysis', 'talk_days')}",
            _written(record, "joint-survey"),
        )
    yield from _after_evidence(record, terms, start)


def _after_evidence(record: ClaimRecord, terms: Terms, start: date) -> Iterator[Deadline]:
    """The evidence counts as complete when its last piece came, where nothing was asked for after it."""
    last = max((start, *(one.on for one in record.evidence)))
    event = "evidence" if last > start else "notice"
    missing = terms.days(CLAIMS, "missing_days")
    asked = _written(record, "request-evidence")
    if missing is not None:
        day, words = after(last, missing, event)
        yield _duty(
            "answer.missing",
            ("Say what evidence is missing, else it counts as complete", "告知所缺证据，否则视为证据齐备"),
            day,
            words,
            f"Contract, Clause {terms.article(CLAIMS, 'missing_days')}",
            asked or _answered(record),
        )
    answer = terms.days(CLAIMS, "answer_days", terms.deal.claims.answer_days)
    if answer is not None and (asked is None or last > asked or _answered(record)):
        day, words = after(last, answer, event)
        yield _duty(
            "answer.answer",
            (
                "Answer the claim: accept, offer, ask for a survey, or refuse with reasons",
                "答复索赔：接受、提出方案、要求检验或说明理由予以拒绝",
            ),
            day,
            words,
            f"Contract, Clause {terms.article(CLAIMS, 'answer_days')}",
            _answered(record),
        )


def _letters(record: ClaimRecord) -> Iterator[Deadline]:
    """The days by which we asked for a reply; a later piece of evidence, letter or move of theirs is one."""
    for one in record.letters:
        if one.reply_by is None:
            continue
        replies = [each.on for each in record.evidence if each.row > one.row]
        replies += [each.on for each in record.moves if each.row > one.row]
        yield Deadline(
            key=f"letter.{one.row}",
            day=one.reply_by,
            arithmetic=f"{one.on}: asked for by {one.reply_by}",
            source=f"Letter of {one.on}, ledger row {one.row}",
            what=LocalText(en=f"Reply to our letter ({one.kind})", zh=f"对方答复我方函件（{one.kind}）"),
            whose=None,
            state="met" if replies else "due",
            done=min(replies, default=None),
        )


def _promises(record: ClaimRecord, terms: Terms) -> Iterator[Deadline]:
    for move in record.moves:
        if move.act in ("offer", "counter") and move.expires is not None and record.settlement is None:
            answered = any(other.answers == move.number for other in record.moves)
            yield Deadline(
                key=f"move.{move.number}",
                day=move.expires,
                arithmetic=f"said in the {move.act}",
                source=f"Ledger row {move.row}",
                whose=None,
                what=LocalText(en=f"Offer {move.number} expires", zh=f"第{move.number}号方案失效"),
                state="met" if answered else "due",
            )
    if record.settlement is None:
        return
    done = {one.promise: one.on for one in record.performed}
    for promise in record.settlement.promises:
        if promise.due is None:
            yield Deadline(
                key=f"promise.{promise.key}",
                what=promise.what,
                source=f"Settlement, ledger row {record.settlement.row}; it names no day",
                whose=promise.by,
                done=done.get(promise.key),
                state="met" if promise.key in done else "unknown",
            )
        else:
            yield _duty(
                f"promise.{promise.key}",
                (promise.what.en, promise.what.zh or promise.what.en),
                promise.due,
                "said in the settlement",
                f"Settlement, ledger row {record.settlement.row}",
                done.get(promise.key),
            ).model_copy(update={"whose": promise.by})
    credit = record.settlement.offset
    if credit is not None and record.state != "performed" and record.closing is None:
        day, words = after(credit.expires, credit.cash_days)
        yield Deadline(
            key="offset.cash",
            day=day,
            arithmetic=words,
            source=f"Settlement, ledger row {record.settlement.row}",
            whose="seller",
            what=LocalText(en="Pay the unused credit in money", zh="以现金支付未抵扣余额"),
            state="due",
        )


def _duty(key: str, what: tuple[str, str], day: date, words: str, source: str, done: date | None) -> Deadline:
    return Deadline(
        key=key,
        what=LocalText(en=what[0], zh=what[1]),
        day=day,
        arithmetic=words,
        source=source,
        whose="seller",
        done=done,
        state="due" if done is None else "met" if done <= day else "late",
    )


def _written(record: ClaimRecord, *kinds: LetterKind) -> date | None:
    return min((one.on for one in record.letters if one.kind in kinds), default=None)


def _answered(record: ClaimRecord) -> date | None:
    days = [one.on for one in record.letters if one.kind in _ANSWERS]
    days += [one.on for one in record.moves if one.side == "seller"]
    return min(days, default=None)


def _heard(record: ClaimRecord) -> date | None:
    """The first sign of a supplier after our notice: a letter of it on file, or a move."""
    days = [one.on for one in record.evidence if "letter" in one.shows]
    days += [one.on for one in record.moves if one.side == "seller"]
    return min(days, default=None)


def notice_of(record: ClaimRecord) -> date | None:
    """The day of the notice that the periods are for: the complaint's, or, where we buy, that of our own notice."""
    if record.contract.our_side == "seller":
        return record.complaint.received
    return _written(record, "non-conformity")


def _upstream(record: ClaimRecord, terms: Terms) -> Iterator[Deadline]:
    """What our customer complained of is passed on at once; the windows say until when at the latest."""
    complaint = record.complaint
    if complaint.upstream_of is None or terms.our_side != "buyer":
        return
    done = notice_of(record)
    found = found_on(complaint) or complaint.received
    day, words = after(found, _UPSTREAM, "our customer's complaint" if complaint.found is None else "found")
    yield Deadline(
        key="upstream.notice",
        what=LocalText(
            en=f"Pass claim {complaint.upstream_of} on to the supplier: notice of non-conformity",
            zh=f"将索赔{complaint.upstream_of}转告供应商：不符通知",
        ),
        day=day,
        arithmetic=words,
        source="CISG article 39(1), reasonable time; two days are the house's own rule"
        if terms.law == "CISG"
        else "The house's own rule: two days",
        whose="buyer",
        done=done,
        state="due" if done is None else "met" if done <= day else "late",
    )
