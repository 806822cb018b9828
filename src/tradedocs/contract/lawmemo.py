"""Which consequences of the law apply to a deal, and why: the lines of the memo that a lawyer reads first.

They say what the deal and the registers say and what follows by arithmetic. Whether a law is right for the deal, and
what a court would do, is not said here.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import ROUND_CEILING, Decimal

from tradedocs.model.amount import Money
from tradedocs.model.deal import Deal
from tradedocs.model.shapes import Country
from tradedocs.registers import institution, pair_note, state, state_named
from tradedocs.ui import say
from tradedocs.words.values import counted, money

Row = tuple[str, str, str]
"""What it is about, what applies, and why."""

_YARDSTICK = Decimal("1.3")


def law_rows(deal: Deal) -> tuple[Row, ...]:
    """Governing law, CISG, damages for delay, arbitration, languages, and what is particular to the two countries."""
    return (*_convention(deal), *_delay(deal), *_arbitration(deal), *_languages(deal))


def _convention(deal: Deal) -> Iterator[Row]:
    law = deal.law.governing.en
    yield say("Governing law"), law, say("law.governing in the deal")
    places = say("seller in {seller}, buyer in {buyer}; the law chosen is {law}", seller=_place(deal.seller.country),
                 buyer=_place(deal.buyer.country), law=law)  # fmt: skip
    if deal.seller.country == deal.buyer.country:
        yield say("CISG"), say("does not apply"), say("both places of business are in {country}",
                                                       country=deal.seller.country)  # fmt: skip
    elif deal.law.cisg == "applies":
        yield say("CISG"), say("applies, as the contract says (law.cisg)"), f"{places}; {_by_itself(deal)}"
    else:
        yield say("CISG"), say("excluded (Article 6 CISG, law.cisg)"), f"{places}; {_by_itself(deal)}"
    note = pair_note(deal.seller.country, deal.buyer.country)
    if note is not None:
        yield say("Between the two places"), note.note.en, ", ".join(note.between)


def _place(code: Country) -> str:
    known = state(code)
    status = {
        "yes": say("CISG in force"), "no": say("CISG not in force"), "disputed": say("CISG disputed"),
        "unknown": say("CISG not looked up"),
    }[known.cisg if known is not None else "unknown"]  # fmt: skip
    return f"{code} ({status})"


def _by_itself(deal: Deal) -> str:
    known = [state(party.country) for party in (deal.seller, deal.buyer)]
    if all(one is not None and one.cisg == "yes" for one in known):
        return say("without a choice it would apply by itself (Article 1(1)(a))")
    law = state_named(deal.law.governing)
    if law is not None and law.cisg == "yes":
        if law.article_95:
            return say("not by itself: the law chosen is of a State that is not bound by Article 1(1)(b)")
        return say("it can apply by the law chosen (Article 1(1)(b))")
    return say("it is not seen to apply by itself")


def _delay(deal: Deal) -> Iterator[Row]:
    terms, total = deal.late_delivery, deal.total
    if not terms.rate_per_week:
        return
    week, cap = _part(total, terms.rate_per_week), _part(total, terms.cap)
    weeks = (terms.cap / terms.rate_per_week).to_integral_value(ROUND_CEILING)
    yield (
        say("Damages for late delivery"),
        say("{rate} % a started week = {week} where all goods are late; cap {cap_rate} % = {cap}, reached in week {n}",
            rate=terms.rate_per_week, week=money(week), cap_rate=terms.cap, cap=money(cap), n=int(weeks)),
        say("late_delivery in the deal; of {total}", total=money(total)),
    )  # fmt: skip
    law = state_named(deal.law.governing)
    if law is not None and law.code == "CN":
        least = Money(amount=cap.amount / _YARDSTICK, currency=cap.currency).rounded()
        yield (
            say("PRC Civil Code 585"),
            say("what is more than 30 % above the loss is usually cut: the full cap of {cap} stands where the loss "
                "shown is at least {cap} / 1.3 = {least}", cap=money(cap), least=money(least)),
            say("the governing law is that of China; the 30 % is a yardstick, not a rule (Fa Shi (2023) No. 13, "
                "Article 65)"),
        )  # fmt: skip
    else:
        yield (
            say("Test of agreed damages"),
            say("by the governing law, not worked out here"),
            deal.law.governing.en,
        )


def _part(total: Money, percent: Decimal) -> Money:
    return Money(amount=total.amount * percent / 100, currency=total.currency).rounded()


def _arbitration(deal: Deal) -> Iterator[Row]:
    terms = deal.disputes
    body = institution(terms.institution)
    yield (
        say("Arbitration"),
        say("{body}, {rules}; seat {seat}, {n}, in {language}", body=body.name.en, rules=body.rules.en,
            seat=terms.seat.en, n=counted(terms.arbitrators, "arbitrator", "en"), language=terms.language),
        say("disputes in the deal; register of institutions"),
    )  # fmt: skip
    seat = state_named(terms.seat)
    if terms.arbitration_law is not None:
        yield (say("Law of the arbitration agreement"), terms.arbitration_law.en,
               say("disputes.arbitration_law in the deal"))  # fmt: skip
    else:
        yield (
            say("Law of the arbitration agreement"),
            say("that of the seat, {seat}", seat=seat.name.en if seat is not None else terms.seat.en),
            say("the deal names none, and the contract says that the law of the seat governs"),
        )


def _languages(deal: Deal) -> Iterator[Row]:
    if deal.language == "en-zh":
        yield (say("Languages"), say("English and Chinese; {text} prevails", text=deal.prevailing),
               say("language and prevailing in the deal"))  # fmt: skip
