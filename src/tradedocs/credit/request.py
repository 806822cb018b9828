"""The request to amend a credit: a letter of the seller to the buyer, who instructs its bank.

Source: UCP 600 article 10: an amendment needs issuing bank, confirming bank and beneficiary; silence is no consent.
"""

from __future__ import annotations

from datetime import date

from tradedocs.model.credit import CreditFinding, CreditJudgement
from tradedocs.model.deal import Deal
from tradedocs.model.paper import Paper, PaperSection, PaperTable
from tradedocs.words.bilingual import Languages, Pair, both, column, each
from tradedocs.words.values import day

_LEAD: Pair = (
    "Thank you for opening the letter of credit named above. We have compared it with our contract and ask you to "
    "instruct your bank to amend the points below. Each follows from the contract; nothing else is asked for.",
    "感谢贵方开立上述信用证。经与我们双方的合同核对，请贵方指示开证行修改下列各点。各点均依合同提出，别无其他要求。",
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
        ((str(number),), (one.tag,), (_short(one.says) or "–",), each(lambda language: _amend(one, language), languages))  # noqa: B023
        for number, one in enumerate(to_amend(judgement), 1)
    )
    credit = judgement.credit
    wanted = _UNTIL if until else _NO_DAY
    facts = (
        (both(("To", "致"), languages), (deal.buyer.name,)),
        (both(("From", "自"), languages), (deal.seller.name,)),
        (both(("Date", "日期"), languages), each(lambda language: day(today, language), languages)),
        (both(("Letter of credit No.", "信用证号"), languages), (credit.number or "–",)),
        (both(("Issuing bank", "开证行"), languages), (credit.text("52A", "52D", "51A", "51D") or "–",)),
        (both(("Amount", "金额"), languages), (str(credit.amount) if credit.amount else "–",)),
    )
    sections = (
        PaperSection(
            title=both(("Amendments", "修改内容"), languages), lead=(both(_LEAD, languages),),
            tables=(PaperTable(columns=columns, rows=rows),),
        ),
        PaperSection(
            title=both(("Time and consent", "期限与同意"), languages),
            notes=(
                each(lambda language: wanted[language == "zh"].format(day=day(until, language) if until else ""), languages),
                both(_CONSENT, languages),
            ),
            signatures=(both(("For the Seller", "卖方代表"), languages),),
        ),
    )  # fmt: skip
    return Paper(
        kind="credit-amendment-request", contract_no=deal.contract_no, languages=languages,
        title=both(("REQUEST TO AMEND A LETTER OF CREDIT", "信用证修改申请"), languages), facts=facts, sections=sections,
    )  # fmt: skip


def _amend(one: CreditFinding, language: str) -> str:
    assert one.amend is not None
    return one.amend.zh or one.amend.en if language == "zh" else one.amend.en


def _short(text: str) -> str:
    return text if len(text) <= 200 else f"{text[:197]}…"
