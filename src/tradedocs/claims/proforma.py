"""The pro-forma invoice of a replacement: free of charge, with the true value for customs.

Source: WTO Customs Valuation Agreement, articles 1 to 3: goods without a sale have a value all the same, and an
invoice of "no commercial value" states a false one.
"""

from __future__ import annotations

from collections.abc import Iterator

from tradedocs.claims.creditnote import refuse_without_invoice
from tradedocs.claims.matter import Matter, amount_words, facts, invoice, labelled
from tradedocs.errors import UsageError
from tradedocs.model.amount import Money
from tradedocs.model.annex import Texts
from tradedocs.model.clause import Language
from tradedocs.model.paper import Paper, PaperSection, PaperTable
from tradedocs.model.party import Party
from tradedocs.model.settling import Settlement
from tradedocs.ui import say
from tradedocs.words import party as parties
from tradedocs.words.bilingual import column, of
from tradedocs.words.goods import packing
from tradedocs.words.values import figure, quantity, unit_price_figure

_BLANK = "____________________"


def replacement_invoice(matter: Matter, settlement: Settlement, number: str) -> Paper:
    """The invoice of the goods that are sent free of charge.

    Raises:
        UsageError: the HS code, the origin or the original invoice is not known, or the value would be zero.
        MissingFact: the contract has no text in a language that is asked for.
    """
    value = _value(matter, settlement)
    refuse_without_invoice(matter)
    sections = (
        PaperSection(
            title=matter.both("Goods and customs value", "货物与海关价值"), tables=(_goods(matter, settlement, value),),
            notes=(labelled(matter, ("Total customs value", "海关价值合计"), amount_words(matter, value)),),
        ),
        PaperSection(title=matter.both("Statement", "声明"), notes=tuple(_statement(matter))),
        PaperSection(
            title=matter.both("Transport", "运输"), facts=tuple(_transport(matter)),
            signatures=((*matter.both("For the Seller", "卖方"), *matter.name("seller")),),
        ),
    )  # fmt: skip
    return Paper(
        kind="replacement-invoice", contract_no=matter.deal.contract_no, languages=matter.languages, mark=matter.mark,
        title=matter.both("REPLACEMENT PRO-FORMA INVOICE", "补货形式发票"),
        facts=tuple(_head(matter, number)),
        sections=sections,
    )  # fmt: skip


def _value(matter: Matter, settlement: Settlement) -> Money:
    line = matter.line
    for key, known in (("hs_code", line.hs_code), ("origin", line.origin)):
        if known is None:
            raise UsageError(
                say(
                    "the contract does not say `{key}` of line {n}, which customs ask for",
                    key=key,
                    n=line.line,
                ),
                way_out=say("Agree on it in an addendum, or write this invoice by hand."),
            )
    value = next((one.amount for one in settlement.promises if one.key == "replacement"), None)
    if value is None or value.amount <= 0:
        raise UsageError(say("a replacement without a customs value is not invoiced"))
    return value


def _head(matter: Matter, number: str) -> Iterator[tuple[Texts, Texts]]:
    yield from facts(matter, number, parties=False)
    yield (
        matter.both("Shipper", "发货人"),
        matter.each(lambda language: _address(matter.deal.seller, language)),
    )
    yield (
        matter.both("Consignee", "收货人"),
        matter.each(lambda language: _address(matter.deal.buyer, language)),
    )


def _address(party: Party, language: Language) -> str:
    return of((", ", "，"), language).join((parties.name(party, language), parties.address(party, language)))


def _goods(matter: Matter, settlement: Settlement, value: Money) -> PaperTable:
    assert settlement.quantity is not None
    languages, line, share = matter.languages, matter.line, settlement.quantity
    columns = (
        column(("Goods", "货物"), 32, languages),
        column(("HS code", "HS编码"), 14, languages),
        column(("Origin", "原产国"), 10, languages),
        column(("Quantity", "数量"), 15, languages),
        column((f"Unit value, {value.currency}", f"单位价值，{value.currency}"), 13, languages, number=True),
        column(
            (f"Customs value, {value.currency}", f"海关价值，{value.currency}"), 16, languages, number=True
        ),
    )
    row = (
        matter.goods(),
        (line.hs_code or "",),
        (line.origin or "",),
        matter.each(lambda language: quantity(share, language)),
        matter.each(lambda language: unit_price_figure(line.unit_price, language)),
        (figure(value),),
    )
    return PaperTable(columns=columns, rows=(row,), together=True)


def _statement(matter: Matter) -> Iterator[Texts]:
    yield matter.both(
        "FREE OF CHARGE: replacement goods. Nothing is payable for them.",
        "免费：补货货物，无须支付货款。",
    )
    yield matter.both(
        "The value stated is the true value of the goods. It is stated for customs purposes only.",
        "所载价值为货物的真实价值，仅供报关使用。",
    )
    original = invoice(matter)
    complaint = matter.record.complaint
    english, chinese = original[0], original[-1]
    yield matter.both(
        f"The goods replace goods of the same kind that were sold by the original invoice ({english}) and are "
        "the subject of "
        f"claim No. {complaint.number}. The invoice for those goods is not changed.",
        f"本批货物用于替换原发票（{chinese}）项下、编号{complaint.number}的索赔所涉的同种货物。原发票不作更改。",
    )  # fmt: skip


def _transport(matter: Matter) -> Iterator[tuple[Texts, Texts]]:
    place = matter.deal.delivery.port_of_destination
    if place is not None:
        yield (
            matter.both("Destination", "目的地"),
            matter.each(lambda one: of((place.en, place.zh or place.en), one)),
        )
    yield (
        matter.both("Freight and insurance", "运费与保险"),
        matter.both("for the account of the Seller; no charge to the Buyer", "由卖方承担，不向买方收取"),
    )
    complaint = matter.record.complaint
    if complaint.transport_document is not None:
        yield matter.both("Original transport document", "原运输单据"), (complaint.transport_document,)
    yield matter.both("Packing", "包装"), matter.each(lambda language: packing(matter.line, language))
    yield matter.both("Packages, gross and net weight", "件数、毛重、净重"), (f"{_BLANK}   {_BLANK}",)
