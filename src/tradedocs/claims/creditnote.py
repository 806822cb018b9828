"""The credit note: what it refers to, why, how much, and how it is settled. It changes no other invoice."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal

from tradedocs.claims.agreement import how_paid
from tradedocs.claims.matter import REMEDY, Matter, amount_words, facts, labelled, percent_of
from tradedocs.errors import UsageError
from tradedocs.model.annex import Texts
from tradedocs.model.paper import Paper, PaperSection, PaperTable
from tradedocs.model.settling import Settlement
from tradedocs.ui import say
from tradedocs.words.bilingual import Pair, both, column
from tradedocs.words.values import figure, money, percent, quantity, unit_price

_NOTES: tuple[Pair, ...] = (
    ("This credit is a payment by the Seller. No other invoice states a lower price because of it, and the "
     "customs value "
     "of later goods is their full price.",
     "本贷项为卖方的付款。不得因此在其他发票上载明较低的价格；后续货物的海关价值仍为其全额价款。"),
    ("Each party corrects its customs and tax declarations as its law asks for. Tax is treated as on the "
     "original invoice.",
     "双方应依各自法律更正报关和纳税申报。税款按原发票的处理方式处理。"),
)  # fmt: skip


def credit_note(matter: Matter, settlement: Settlement, number: str) -> Paper:
    """The credit note of a settlement that has an amount.

    Raises:
        UsageError: the claim does not name the original invoice.
        MissingFact: the contract has no text in a language that is asked for.
    """
    assert settlement.amount is not None
    refuse_without_invoice(matter)
    sections = (
        PaperSection(
            title=matter.both("Credit", "贷项"), tables=(_lines(matter, settlement),),
            notes=tuple(_credited(matter, settlement)),
        ),
        PaperSection(
            title=matter.both("Settlement", "结算方式"),
            notes=(how_paid(matter, settlement), *(both(pair, matter.languages) for pair in _NOTES)),
            signatures=((*matter.both("For the Seller", "卖方"), *matter.name("seller")),),
        ),
    )  # fmt: skip
    return Paper(
        kind="credit-note", contract_no=matter.deal.contract_no, languages=matter.languages, mark=matter.mark,
        title=matter.both("CREDIT NOTE", "贷项通知单"), facts=tuple(facts(matter, number)), sections=sections,
    )  # fmt: skip


def refuse_without_invoice(matter: Matter) -> None:
    """Refuse where nothing says which invoice the goods were sold by.

    Raises:
        UsageError: it is so.
    """
    if matter.record.complaint.invoice_no is None:
        raise UsageError(
            say("the claim does not name the original invoice, which the document must refer to"),
            way_out=say("Add `invoice_no` and `invoice_date` to the claim: tradedocs claim restate."),
        )


def _lines(matter: Matter, settlement: Settlement) -> PaperTable:
    assert settlement.amount is not None
    languages, code = matter.languages, settlement.amount.currency
    columns = (
        column(("Goods", "货物"), 36, languages),
        column(("Quantity concerned", "所涉数量"), 20, languages),
        column(("Reason", "原因"), 24, languages),
        column((f"Amount, {code}", f"金额，{code}"), 20, languages, number=True),
    )
    affected = settlement.quantity or matter.record.complaint.affected
    words, (english, chinese) = matter.record.complaint.words, REMEDY[settlement.remedy]
    reason = matter.both(f"{words.en}: {english}", f"{words.zh or words.en}：{chinese}")
    row = (
        matter.goods(),
        matter.each(lambda language: quantity(affected, language)),
        reason,
        (figure(settlement.amount),),
    )
    return PaperTable(columns=columns, rows=(row,), together=True)


def _credited(matter: Matter, settlement: Settlement) -> Iterator[Texts]:
    assert settlement.amount is not None
    yield labelled(matter, ("Total credit", "贷项总额"), amount_words(matter, settlement.amount))
    lot, shipped = matter.lot_value, matter.shipped
    share = percent_of(settlement.amount, lot).quantize(Decimal("0.01"), ROUND_HALF_UP)
    price = matter.line.unit_price
    yield matter.both(
        f"Price of the goods of the shipment: {quantity(shipped, 'en')} at {unit_price(price, 'en')}, {money(lot)}. "
        f"The credit is {percent(share)} of it.",
        f"该批货物价款：{quantity(shipped, 'zh')}，单价{unit_price(price, 'zh')}，计{money(lot)}。"
        f"贷项占其{percent(share)}。",
    )
