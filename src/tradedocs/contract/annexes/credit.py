"""Annex: what the buyer's application for the letter of credit must say, derived from the deal.

The fields are those of a SWIFT MT 700. Sources: UCP 600, articles 2, 3, 6, 8, 14, 19 to 24, 30 and 31.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from tradedocs.model.annex import AnnexTable, Texts
from tradedocs.model.clause import Language
from tradedocs.model.deal import Deal
from tradedocs.model.party import Party
from tradedocs.model.terms import LetterOfCredit
from tradedocs.words.bilingual import Languages, Pair, Parts, both, column, each, of
from tradedocs.words.delivery import allowed, delivery_term, destination
from tradedocs.words.documents import document_lines
from tradedocs.words.goods import description
from tradedocs.words.inspection import inspection_bodies
from tradedocs.words.missing import in_language
from tradedocs.words.party import address, name
from tradedocs.words.payment import availability, credit_form
from tradedocs.words.values import counted, day, money, one_after_another, quantity, tolerance

_CONTENT: Pair = (
    "issued by {bodies}; it states contract No. {number}, the Goods and their quantity, the lot or batch, place and "
    "date of inspection, how the samples were drawn, the result and the requirement of each Characteristic, and "
    "the conclusion on the shipment",
    "由{bodies}出具；载明合同号{number}、货物名称和数量、批号、检验地点和日期、抽样方式、各项特性的结果和要求，以及对该批货物的结论",
)
Item = tuple[str, Pair, Texts]
"""Field of the MT 700 (`–` for none), what it is, and what the credit says there."""


def credit_checklist(deal: Deal, languages: Languages) -> Parts:
    """One row a field, in the order of the message.

    Raises:
        MissingFact: the deal leaves out what the credit needs, or has no Chinese for it.
    """
    credit = deal.letter_of_credit
    assert credit is not None  # a deal with a credit describes it
    columns = (
        column(("MT 700", "MT 700"), 9, languages),
        column(("Item", "项目"), 26, languages),
        column(("The credit says", "信用证内容"), 55, languages),
        column(("Checked", "核对"), 11, languages),
    )
    rows = tuple(
        ((field,), both(what, languages), says, ("☐",))
        for field, what, says in _items(deal, credit, languages)
    )
    return Parts(tables=(AnnexTable(columns=columns, rows=rows),))


def _items(deal: Deal, credit: LetterOfCredit, languages: Languages) -> Iterator[Item]:
    last = credit.latest_shipment or max(shipment.window.last for shipment in deal.shipments)
    yield "40A", ("Form", "信用证形式"), each(lambda language: credit_form(deal, language) or "–", languages)
    yield "40E", ("Applicable rules", "适用规则"), (credit.rules,)
    yield "31D", ("Date and place of expiry", "到期日和到期地点"), each(
        lambda language: _expiry(credit, last, language), languages
    )  # fmt: skip
    yield "50", ("Applicant", "申请人"), _party(deal.buyer, languages)
    yield "59", ("Beneficiary", "受益人"), _party(deal.seller, languages)
    yield "32B", ("Currency and amount", "币种和金额"), (money(deal.credit_amount),)
    yield "39A", ("Tolerance of amount and quantity (UCP 600 art. 30)", "金额和数量增减幅度（UCP 600第30条）"), each(
        lambda language: _tolerance(deal, credit, language), languages
    )  # fmt: skip
    yield (
        "41a/42C",
        ("Available by", "兑用方式"),
        each(lambda language: _available(deal, language), languages),
    )
    yield "43P", ("Partial shipments (art. 31)", "分批装运（第31条）"), each(
        lambda language: allowed(credit.partial_shipments or deal.delivery.partial_shipments, language), languages
    )  # fmt: skip
    yield "43T", ("Transhipment", "转运"), each(
        lambda language: allowed(credit.transhipment or deal.delivery.transhipment, language), languages
    )  # fmt: skip
    yield from _voyage(deal, languages)
    yield (
        "44C",
        ("Latest date of shipment", "最迟装运日"),
        each(lambda language: day(last, language), languages),
    )
    yield (
        "45A",
        ("Goods and delivery term", "货物和贸易术语"),
        each(lambda language: _goods(deal, language), languages),
    )
    yield "46A", ("Documents, and no others", "所需单据（不得另加）"), each(
        lambda language: _documents(deal, credit, language), languages
    )  # fmt: skip
    certificate = (
        "Inspection certificate: issuer and content (art. 14(f))",
        "检验证书：出具人和内容（第14条f款）",
    )
    yield "46A", certificate, each(
        lambda language: of(_CONTENT, language).format(
            bodies=inspection_bodies(deal, language), number=deal.contract_no
        ),
        languages,
    )  # fmt: skip
    yield "48", ("Period for presentation (art. 14(c))", "交单期（第14条c款）"), each(
        lambda language: _presentation(credit, language), languages
    )  # fmt: skip
    yield "49", ("Confirmation (art. 8)", "保兑（第8条）"), both(
        ("confirmed", "加保") if credit.confirmed else ("not asked for", "不要求"), languages
    )  # fmt: skip
    yield "–", ("In the Seller's hands by", "送达卖方的最迟日期"), each(
        lambda language: day(_due(deal, credit), language), languages
    )  # fmt: skip


def _voyage(deal: Deal, languages: Languages) -> Iterator[Item]:
    loading = deal.delivery.port_of_loading
    if loading is not None:
        yield "44E", ("Port of loading", "装运港"), each(
            lambda language: in_language(loading, language, "delivery.port_of_loading"), languages
        )  # fmt: skip
    if destination(deal, "en") is not None:
        yield "44F", ("Port of discharge or place of destination", "卸货港或目的地"), each(
            lambda language: destination(deal, language) or "–", languages
        )  # fmt: skip


def _party(party: Party, languages: Languages) -> Texts:
    comma: Pair = (", ", "，")
    return each(
        lambda language: of(comma, language).join((name(party, language), address(party, language))),
        languages,
    )


def _tolerance(deal: Deal, credit: LetterOfCredit, language: Language) -> str:
    none = of(("none agreed", "未约定"), language)
    if credit.tolerance is not None:
        return tolerance(credit.tolerance) if credit.tolerance else none
    if len({line.tolerance for line in deal.goods}) == 1:
        return tolerance(deal.goods[0].tolerance) if deal.goods[0].tolerance else none
    said = [
        of(("line {line}: {said}", "第{line}项：{said}"), language).format(
            line=line.line, said=tolerance(line.tolerance) if line.tolerance else none
        )
        for line in deal.goods
    ]
    return one_after_another(said, language)


def _expiry(credit: LetterOfCredit, last: date, language: Language) -> str:
    place = in_language(credit.place_of_expiry, language, "letter_of_credit.place_of_expiry")
    if credit.expiry is not None:
        return of(("{day}, {place}", "{day}，{place}"), language).format(
            day=day(credit.expiry, language), place=place
        )
    soonest = day(last + timedelta(days=credit.presentation_days), language)
    return of(("not before {day}, {place}", "不早于{day}，{place}"), language).format(
        day=soonest, place=place
    )


def _available(deal: Deal, language: Language) -> str:
    parts = [
        availability(part, index, language)
        for index, part in enumerate(deal.payment, 1)
        if part.method.startswith("lc-")
    ]
    return one_after_another(parts, language)


def _goods(deal: Deal, language: Language) -> str:
    comma = of((", ", "，"), language)
    lines = [
        comma.join((description(line, language), quantity(line.quantity, language))) for line in deal.goods
    ]
    return one_after_another([*lines, delivery_term(deal, language)], language)


def _documents(deal: Deal, credit: LetterOfCredit, language: Language) -> str:
    lines = (
        tuple(
            in_language(text, language, f"letter_of_credit.documents[{index}]")
            for index, text in enumerate(credit.documents, 1)
        )
        if credit.documents
        else document_lines(deal, language)
    )
    return one_after_another([f"({index}) {line}" for index, line in enumerate(lines, 1)], language)


def _presentation(credit: LetterOfCredit, language: Language) -> str:
    days = counted(credit.presentation_days, "day", language)
    return of(("{days} after the date of shipment", "装运日后{days}内"), language).format(days=days)


def _due(deal: Deal, credit: LetterOfCredit) -> date:
    first = min(shipment.window.first for shipment in deal.shipments)
    return credit.open_by or first - timedelta(days=credit.opening_days)
