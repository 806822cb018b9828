"""The request to amend a credit: a letter of the seller to the buyer, who instructs its bank.

Source: UCP 600 article 10: an amendment needs issuing bank, confirming bank and beneficiary; silence is no consent.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from tradedocs.model.annex import Texts
from tradedocs.model.credit import CreditFinding, CreditJudgement
from tradedocs.model.deal import Deal
from tradedocs.model.paper import Paper, PaperSection, PaperTable
from tradedocs.model.party import Side
from tradedocs.words.bilingual import Languages, Pair, both, column, each
from tradedocs.words.values import day

_LEAD: Pair = (
    "Thank you for opening the letter of credit named above. We have compared it with our contract and ask you to "
    "instruct your bank to amend the points below. Each follows from the contract; nothing else is asked for.",
    "感谢贵方开立上述信用证。经与我们双方的合同核对，请贵方指示开证行修改下列各点。各点均依合同提出，别无其他要求。",
)
_LEAD_TO_BANK: Pair = (
    "Please amend the letter of credit named above, issued for our account, in the points below, so that it is what "
    "we agreed with the beneficiary.",
    "上述信用证系为我方开立，请按下列各点予以修改，使之与我方和受益人的约定一致。",
)
_UNTIL: Pair = (
    "So that we can ship in time, the amendment should reach our bank by {day}. Until then the goods are prepared at "
    "the dates of the contract; a later amendment moves the dates of shipment by the same days.",
    "为按时装运，修改书请于{day}前送达我方银行。在此之前，我方按合同日期备货；修改书迟到的，装运日期相应顺延。",
)
_NO_DAY: Pair = (
    "So that we can ship in time, please let the amendment reach our bank without delay.",
    "为按时装运，请将修改书尽快送达我方银行。",
)
_CONSENT: Pair = (
    "Please have all points amended in one message. This letter is no acceptance of the credit as it stands, and a "
    "part of an amendment is not accepted (UCP 600, article 10).",
    "请将各点在同一份修改书中一并修改。本函不构成对信用证现有条款的接受；对修改的部分接受无效（UCP 600第10条）。",
)


_ONE_MESSAGE: Pair = (
    "Please send all points in one amendment, by SWIFT, and let us have a copy of it.",
    "请将各点列入同一份修改书，以SWIFT发出，并将副本交我方。",
)
_SIGNED: dict[Side, Pair] = {"seller": ("For the Seller", "卖方代表"), "buyer": ("For the Buyer", "买方代表")}


def to_amend(judgement: CreditJudgement) -> tuple[CreditFinding, ...]:
    """The findings that an amendment is asked for."""
    return tuple(one for one in judgement.findings if one.amend is not None)


def amendment_request(
    judgement: CreditJudgement, deal: Deal, languages: Languages, *, today: date, until: date | None
) -> Paper:
    """The letter. There is at least one point to amend."""
    columns = (
        column(("No.", "序号"), 7, languages),
        column(("Field", "栏位"), 9, languages),
        column(("The credit says", "信用证现有内容"), 34, languages),
        column(("Please amend", "请修改为"), 50, languages),
    )
    rows = tuple(
        (
            (str(number),),
            (one.tag,),
            (_short(one.says) or "–",),
            both(_amend(one), languages),
        )
        for number, one in enumerate(to_amend(judgement), 1)
    )
    credit = judgement.credit
    ours = deal.our_side == "seller"
    bank = credit.text("52A", "52D", "51A", "51D")
    facts = (
        (both(("To", "致"), languages), (deal.buyer.name if ours else bank or "–",)),
        (both(("From", "自"), languages), (deal.seller.name if ours else deal.buyer.name,)),
        (both(("Date", "日期"), languages), each(lambda language: day(today, language), languages)),
        (both(("Letter of credit No.", "信用证号"), languages), (credit.number or "–",)),
        (both(("Issuing bank", "开证行"), languages), (bank or "–",)),
        (both(("Amount", "金额"), languages), (str(credit.amount) if credit.amount else "–",)),
    )
    sections = (
        PaperSection(
            title=both(("Amendments", "修改内容"), languages),
            lead=(both(_LEAD if ours else _LEAD_TO_BANK, languages),),
            tables=(PaperTable(columns=columns, rows=rows),),
        ),
        PaperSection(
            title=both(("Time and consent", "期限与同意"), languages),
            notes=tuple(_notes(deal, languages, until)),
            signatures=(both(_SIGNED[deal.our_side], languages),),
        ),
    )
    return Paper(
        kind="credit-amendment-request",
        contract_no=deal.contract_no,
        languages=languages,
        title=both(("REQUEST TO AMEND A LETTER OF CREDIT", "信用证修改申请"), languages),
        facts=facts,
        sections=sections,
    )


def _notes(deal: Deal, languages: Languages, until: date | None) -> Iterator[Texts]:
    if deal.our_side == "buyer":
        yield both(_ONE_MESSAGE, languages)
        return
    if until is None:
        yield both(_NO_DAY, languages)
    else:
        yield each(lambda language: _UNTIL[language == "zh"].format(day=day(until, language)), languages)
    yield both(_CONSENT, languages)


def _amend(one: CreditFinding) -> Pair:
    assert one.amend is not None
    return one.amend.en, one.amend.zh or one.amend.en


def _short(text: str) -> str:
    return text if len(text) <= 200 else f"{text[:197]}…"
