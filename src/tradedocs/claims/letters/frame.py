"""What every letter has around its body: letterhead, addressee, references, reservation, signature and foot."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tradedocs.claims.letters.case import Case
from tradedocs.claims.matter import Fact2, day_words, invoice
from tradedocs.model.annex import Texts
from tradedocs.model.paper import LetterFrame, Paper, PaperSection, PaperTable
from tradedocs.model.party import Party, Side
from tradedocs.words import party as parties
from tradedocs.words.bilingual import Pair, column, of
from tradedocs.words.values import day, quantity

RESERVED: Pair = (
    "This letter is written to clear the matter up. It is no admission of a defect, a breach or a liability, gives up "
    "nothing, and neither extends a period nor starts it again. All rights and defences stay reserved, also those that "
    "rest on the time of examination and notice.",
    "本函旨在查明情况，不构成对缺陷、违约或责任的承认，不放弃任何权利，也不延长任何期间或使其重新起算。一切权利和"
    "抗辩均予保留，包括与检验时间和通知时间有关的权利和抗辩。",
)
RESERVED_BUYER: Pair = (
    "All rights and remedies under the Contract and the law stay reserved, also for what is found later and for "
    "the time "
    "of any further notice. This letter is no final list of defects and accepts no goods.",
    "合同和法律规定的一切权利和救济均予保留，包括对其后发现的情形以及此后通知的时间所享有的权利。本函并非缺陷的最终"
    "清单，也不构成对货物的接受。",
)
_LABEL = 24
GREETING: Pair = ("Dear Sir or Madam,", "敬启者：")


def letter(
    case: Case,
    subject: Pair,
    body: Iterable[PaperSection],
    *,
    to: Texts | None = None,
    sender: Side | None = None,
) -> Paper:
    """The letter.

    Args:
        to: the addressee, line by line; the other side of the contract where there is none.
        sender: the side that sends it; ours where there is none. Where it is not ours, the letter is its draft.
    """
    who = sender or case.our_side
    party = case.matter.party(who)
    draft = who != case.our_side
    return Paper(
        kind="claim-letter",
        contract_no=case.matter.deal.contract_no,
        languages=case.matter.languages,
        title=case.both(*subject),
        facts=tuple(references(case, who)),
        sections=(*body, _end(case, who)),
        mark=" / ".join(_for(case, who)) if draft else "",
        letter=LetterFrame(
            sender=case.matter.name(who),
            sender_lines=_lines(case, party),
            to=to or addressee(case, case.matter.party("buyer" if who == "seller" else "seller")),
            day=day_words(case.matter, case.matter.on),
            foot=_foot(case),
        ),
    )


def part(
    case: Case, *paragraphs: Pair, title: Pair | None = None, facts: tuple[Fact2, ...] = (),
    tables: tuple[PaperTable, ...] = (), after: tuple[Pair, ...] = (),
) -> PaperSection:  # fmt: skip
    """A part of the body: paragraphs, what stands below them, and paragraphs after that."""
    said = tuple(case.both(*one) for one in paragraphs)
    below = bool(facts or tables)
    return PaperSection(
        title=case.both(*title) if title else (),
        lead=said if below else (),
        facts=facts,
        tables=tables,
        notes=(*(() if below else said), *(case.both(*one) for one in after)),
    )


def opening(case: Case, *paragraphs: Pair) -> PaperSection:
    """The greeting and what comes first."""
    return part(case, GREETING, *paragraphs)


def references(case: Case, who: Side) -> Iterator[Fact2]:
    """By what the matter is found at both sides."""
    complaint, deal = case.complaint, case.matter.deal
    yield _label(case, "Claim", "索赔编号"), (complaint.number,)
    if complaint.reference:
        yield _label(case, "Reference of the claimant", "索赔方编号"), (complaint.reference,)
    yield _label(case, "Contract", "合同"), case.matter.each(
        lambda one: of((f"No. {deal.contract_no} of {day(deal.date, 'en')}",
                        f"{day(deal.date, 'zh')}签订，编号{deal.contract_no}"), one)
    )  # fmt: skip
    yield _label(case, "Goods", "货物"), case.matter.goods(complaint.affected)
    for label, marks in (
        (("Lots", "批号"), complaint.lots),
        (("Containers", "集装箱"), complaint.containers),
        (("Seals", "封条"), complaint.seals),
    ):
        if marks:
            yield _label(case, *label), (", ".join(marks),)
    if complaint.transport_document:
        yield _label(case, "Transport document", "运输单据"), (complaint.transport_document,)
    if complaint.invoice_no:
        yield _label(case, "Invoice", "发票"), invoice(case.matter)


def _label(case: Case, english: str, chinese: str) -> Texts:
    """In one line where the column has room for it; a Chinese character is as wide as two letters."""
    both = case.both(english, chinese)
    return (" ".join(both),) if len(english) + 2 * len(chinese) <= _LABEL else both


def affected(case: Case) -> Texts:
    """The quantity that is complained of."""
    return case.matter.each(lambda one: quantity(case.complaint.affected, one))


def addressee(case: Case, party: Party) -> Texts:
    """A party of the contract as addressee: name, person, address, e-mail."""
    names = case.matter.each(lambda one: parties.name(party, one))
    places = case.matter.each(lambda one: parties.address(party, one))
    return tuple(dict.fromkeys((*names, *((party.contact,) if party.contact else ()), *places, party.email)))


def third(case: Case, name: str | None, fallback: Pair) -> Texts:
    """A carrier, insurer or inspection body: by its name, else by what it is."""
    return (name,) if name else case.both(*fallback)


def covering(case: Case, who: Side, to: Pair) -> tuple[PaperSection, ...]:
    """The box that goes before a draft which the other side has to send; nothing where we send it ourselves."""
    if who == case.our_side:
        return ()
    head = column(
        ("For your use; no part of the notice", "供贵方使用，不属于通知内容"), 1, case.matter.languages
    )
    words = case.both(
        f"You hold the document that {to[0]} answers to, so this notice is yours to send. Please put it on your "
        "letterhead, correct what you know better, send it today and let us have a copy. We give you any paper that "
        "you need for it.",
        f"向{to[1]}主张权利的单据由贵方持有，故本通知应由贵方发出。请使用贵方信笺，更正贵方更了解的内容，于今日发出，"
        "并抄送我方一份。所需单证由我方提供。",
    )
    return (part(case, tables=(PaperTable(columns=(head,), rows=((words,),)),)),)


def _for(case: Case, who: Side) -> Texts:
    return case.matter.each(
        lambda one: of((f"DRAFT FOR {parties.name(case.matter.party(who), 'en')} TO SEND",
                        f"草稿，由{parties.name(case.matter.party(who), 'zh')}发出"), one)
    )  # fmt: skip


def _lines(case: Case, party: Party) -> Texts:
    places = case.matter.each(lambda one: parties.address(party, one))
    reached = " · ".join(one for one in (party.email, party.phone) if one)
    return tuple(dict.fromkeys((*places, reached)))


def _end(case: Case, who: Side) -> PaperSection:
    signed = (*case.both("Yours faithfully,", "此致"), *case.matter.name(who))
    writer = (case.by,) if who == case.our_side else case.matter.each(
        lambda one: of(("Name and position", "姓名和职务"), one)
    )  # fmt: skip
    reserved = RESERVED_BUYER if who == "buyer" else RESERVED
    return PaperSection(title=(), notes=(case.both(*reserved),), signatures=((*signed, *writer),))


def _foot(case: Case) -> str:
    """In one line, and short: the hash may be broken nowhere."""
    return f"{case.complaint.number} · {case.head}"
