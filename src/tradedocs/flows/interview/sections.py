"""The questions of a deal, in the order in which a clerk has the papers in hand."""

from __future__ import annotations

from datetime import date

from tradedocs.flows.interview import choices
from tradedocs.flows.interview.question import Answers, Choice, Group, Question, bilingual, fixed, of
from tradedocs.model.amount import PercentText, QuantityText, UnitPriceText
from tradedocs.model.day import Day, iso_day
from tradedocs.model.requirement import RequirementText
from tradedocs.model.shapes import Country, Email, HsCode, Swift
from tradedocs.ui import say

Items = tuple[Question | Group, ...]


def sections(today: date) -> Items:
    """Every question; `today` is the day that the contract's date defaults to."""
    return (
        *_contract(today),
        _party("seller", say("The seller"), bank=True),
        _party("buyer", say("The buyer"), bank=False),
        _goods(),
        _delivery(),
        _shipment(),
        *_payment(),
        _inspection(),
        *_documents(),
        _law(),
        _disputes(),
    )


def _text(
    key: str, words: str, *, optional: bool = False, default: str | None = None, zh: str | None = None
) -> Group:
    """One text in English, and in Chinese where the contract has Chinese."""
    return Group(
        key, words,
        (
            Question("en", words, optional=optional, default=fixed(default)),
            Question("zh", say("{words} – in Chinese", words=words), optional=optional, default=fixed(zh),
                     when=bilingual),
        ),
    )  # fmt: skip


def _contract(today: date) -> Items:
    return (
        Question("contract_no", say("Number of the contract")),
        Question("date", say("Date of the contract (year-month-day)"), Day, default=fixed(today.isoformat())),
        Question("our_side", say("On which side are we?"), default=fixed("seller"),
                 choices=of(Choice("seller", say("we sell")), Choice("buyer", say("we buy")))),
        Question("language", say("Languages of the contract"), default=fixed("en-zh"),
                 choices=of(Choice("en-zh", say("English and Chinese")), Choice("en", say("English")),
                            Choice("zh", say("Chinese")))),
        Question("prevailing", say("Which text prevails where the two differ?"), default=fixed("English"),
                 choices=of(Choice("English", "English"), Choice("Chinese", "中文")), when=bilingual),
        _text("place", say("Place of the contract")),
        Question("currency", say("Currency of the prices (USD, EUR, CNY …)"), default=fixed("USD"),
                 kind=choices.CurrencyCode),
    )  # fmt: skip


def _party(key: str, title: str, *, bank: bool) -> Group:
    items: Items = (
        Question("name", say("Name as registered, in English")),
        Question("name_zh", say("Name in Chinese, if there is one"), optional=True, when=bilingual),
        Question("registration_no", say("Registration number"), optional=True),
        Question("country", say("Country of the place of business (two letters: CN, GB, US …)"), Country),
        Question("address", say("Address")),
        Question("address_zh", say("Address in Chinese, if there is one"), optional=True, when=bilingual),
        Question("email", say("E-mail for notices"), Email),
        Question("phone", say("Telephone"), optional=True),
        Question("signatory", say("Who signs")),
        Question("signatory_title", say("Position of the person who signs")),
    )
    if bank:
        items += (
            Group("bank", say("The seller's bank"), (
                Question("name", say("Name of the bank")),
                Question("swift", say("SWIFT code"), Swift),
                Question("account", say("Account number")),
            )),
        )  # fmt: skip
    return Group(key, title, items)


def _goods() -> Group:
    return Group("goods", say("The goods"), (
        _text("description", say("What is sold")),
        Question("model", say("Model or article number"), optional=True),
        Question("hs_code", say("HS code (6 to 10 digits)"), HsCode, optional=True),
        Question("origin", say("Country of origin (two letters)"), Country, optional=True),
        Question("quantity", say("Quantity with its unit (12,000 pcs; 500 t)"), QuantityText),
        Question("tolerance", say("More or less, in percent (5 %); empty for none"), PercentText, optional=True),
        Question("unit_price", say("Unit price (1.85 USD/pcs)"), UnitPriceText),
        _text("packing", say("Packing; empty for the usual export packing"), optional=True),
        Group("characteristics", say("What the goods must show before shipment"), (
            Question("name", say("Characteristic, as inspection reports call it (Moisture, Power …)")),
            Question("name_zh", say("The same in Chinese"), when=bilingual),
            Question("require", say("Limit (<= 0.04 %; 45 ± 2 mm; not detected; conforms)"), RequirementText),
            Question("method", say("Test method with its edition"), optional=True),
            Question("class", say("How grave is a deviation?"), default=fixed("major"),
                     choices=of(*(Choice(one, one) for one in ("critical", "major", "minor")))),
        ), more=say("Another characteristic of these goods?")),
    ), more=say("Another line of goods?"))  # fmt: skip


def _delivery() -> Group:
    return Group("delivery", say("Delivery"), (
        Question("mode", say("How do the goods travel?"), default=fixed("sea"), choices=choices.modes),
        Question("loading", say("How are they loaded?"), default=fixed("FCL"), choices=choices.loadings),
        Question("incoterm", say("Incoterms® 2020 rule"), choices=choices.incoterms),
        _text("place", say("Named place or port of the rule")),
        _text("port_of_loading", say("Port or place of loading; empty if it is the named place"), optional=True),
        _text("port_of_destination", say("Port or place of destination")),
        Question("partial_shipments", say("Partial shipments"), default=fixed("not allowed"),
                 choices=choices.allowed),
        Question("transhipment", say("Transhipment"), default=fixed("allowed"), choices=choices.allowed),
        Question("long_stop", say("Last day on which late goods may still be delivered"), Day, optional=True),
    ))  # fmt: skip


def _shipment() -> Group:
    return Group("shipment", say("Time of shipment"), (
        Question("from", say("First day of shipment (year-month-day)"), Day),
        Question("to", say("Last day of shipment"), Day),
    ), check=_window)  # fmt: skip


def _window(answers: Answers) -> str | None:
    try:
        first, last = iso_day(answers["from"]), iso_day(answers["to"])
    except (KeyError, ValueError):
        return None  # told where it was answered
    return say("the last day comes before the first one") if last < first else None


def _payment() -> Items:
    return (
        Question("payment", say("Terms of payment"), default=fixed("tt-30-70"), choices=choices.payment_plans),
        Group("letter_of_credit", say("The letter of credit"), (
            Question("confirmed", say("Confirmed by a second bank?"), default=fixed("false"),
                     choices=of(Choice("false", say("no")), Choice("true", say("yes")))),
            Question("presentation_days", say("Days for presenting documents after shipment (21 at most)"),
                     choices.PresentationDays, default=fixed("21")),
            _text("place_of_expiry", say("Place where the credit expires (where the seller is)")),
        ), when=choices.with_credit),
    )  # fmt: skip


def _inspection() -> Group:
    return Group("inspection", say("Inspection before shipment"), (
        Question("bodies", say("Inspection bodies that are accepted, parted by commas")),
        _text("place", say("Where the goods are inspected"), default="the Seller's factory", zh="卖方工厂"),
        Question("by", say("How is the lot sampled?"), default=fixed("pieces"), choices=choices.sampling),
        Question("level", say("Inspection level"), default=fixed("II"), choices=choices.levels, when=by_pieces),
        Question("critical", say("AQL for critical defects"), choices.AqlText, default=fixed("0"), when=by_pieces),
        Question("major", say("AQL for major defects"), choices.AqlText, default=fixed("2.5"), when=by_pieces),
        Question("minor", say("AQL for minor defects"), choices.AqlText, default=fixed("4.0"), when=by_pieces),
        Question("standard", say("Sampling standard of the trade"), when=in_bulk),
        Question("cost", say("Who pays for the inspection?"), default=fixed("seller"),
                 choices=of(Choice("seller", say("the seller")), Choice("buyer", say("the buyer")))),
        Question("effect", say("What does the inspection decide?"), default=fixed("loading-with-reinspection"),
                 choices=choices.effects),
    ))  # fmt: skip


def by_pieces(answers: Answers) -> bool:
    """Whether the lot is sampled by attributes."""
    return bool(answers["inspection"].get("by") == "pieces")


def in_bulk(answers: Answers) -> bool:
    """Whether the goods are sampled by a standard for bulk."""
    return not by_pieces(answers)


def _documents() -> Items:
    return (
        Question("documents", say("Documents that the seller presents"), many=True, choices=choices.documents),
        Group("more_documents", say("Another document"), (
            Question("en", say("The document in English")),
            Question("zh", say("The document in Chinese"), when=bilingual),
        ), more=say("Another document that is not in the list?"), least=0),
    )  # fmt: skip


def _law() -> Group:
    return Group("law", say("Law"), (
        _text("governing", say("Country whose law governs"), default="the People's Republic of China",
              zh="中华人民共和国"),
        Question("cisg", say("Does the UN sales convention (CISG) apply?"), default=fixed("applies"),
                 choices=of(Choice("applies", say("it applies")), Choice("excluded", say("it is excluded")))),
    ))  # fmt: skip


def _disputes() -> Group:
    return Group("disputes", say("Disputes"), (
        Question("institution", say("Arbitration institution"), choices=choices.institutions),
        _text("seat", say("Seat of arbitration")),
        Question("language", say("Language of the arbitration"), default=fixed("English"),
                 choices=of(Choice("English", "English"), Choice("Chinese", "中文"))),
        Question("arbitrators", say("Number of arbitrators"), default=fixed("3"),
                 choices=of(Choice("1", "1"), Choice("3", "3"))),
        _text("arbitration_law", say("Law of the arbitration agreement; empty for that of the seat"), optional=True),
    ))  # fmt: skip
