"""The commercial terms on the cover of a contract: facts only, one function a term, in one language.

Each fact is worded as the articles word it (`tradedocs.words`); the cover leaves out whole facts, such as the notice
of an inspection, but says none in other words. What follows from a fact is said by the clauses, whose wording is
approved; nothing here grants or limits a right. Each function raises MissingFact where the deal does not say what
the term needs, or has no Chinese for it.
"""

from __future__ import annotations

from collections.abc import Iterator

from tradedocs.model.clause import Language
from tradedocs.model.deal import Deal
from tradedocs.word.labels import of
from tradedocs.words.delivery import allowed, delivery_term, destination
from tradedocs.words.documents import document_lines
from tradedocs.words.inspection import inspection_bodies, inspection_place
from tradedocs.words.missing import in_language
from tradedocs.words.payment import credit_form, payment_phrases
from tradedocs.words.shipment import shipment_lines
from tradedocs.words.values import number

_MODES = {
    "sea": ("by sea", "海运"), "air": ("by air", "空运"), "road": ("by road", "公路运输"),
    "rail": ("by rail", "铁路运输"), "courier": ("by courier", "快递"), "multimodal": ("multimodal", "多式联运"),
}  # fmt: skip


def bound(text: str) -> str:
    """The text with blanks that a line is not broken at."""
    return text.replace(" ", "\N{NO-BREAK SPACE}")


def delivery(deal: Deal, language: Language) -> Iterator[str]:
    """The Incoterms® rule with its place, the carriage, partial shipments and transhipment."""
    yield delivery_term(deal, language)
    yield _carriage(deal, language)
    partial = allowed(deal.delivery.partial_shipments, language)
    tranship = allowed(deal.delivery.transhipment, language)
    if language == "zh":
        yield f"分批装运：{partial}。转运：{tranship}。"
    else:
        yield f"Partial shipments are {partial}. Transhipment is {tranship}."


def _carriage(deal: Deal, language: Language) -> str:
    """How the goods travel, from where and to where, as far as the deal says it."""
    ways = [of(_MODES[deal.delivery.mode], language)]
    loading, end = deal.delivery.port_of_loading, destination(deal, language)
    if loading is not None:
        port = in_language(loading, language, "delivery.port_of_loading")
        ways.append(of(("port of loading {}", "装运口岸：{}"), language).format(port))
    if end is not None:
        ways.append(of(("destination {}", "目的地：{}"), language).format(end))
    if language == "zh":
        return "，".join(ways) + "。"
    text = ", ".join(ways)
    return f"{text[0].upper()}{text[1:]}."


def shipments(deal: Deal, language: Language) -> Iterator[str]:
    """A line a shipment: its window and what it carries."""
    yield from shipment_lines(deal, language)


def payments(deal: Deal, language: Language) -> Iterator[str]:
    """A line a part of the price: its share, how and when it is paid; and the form of the letter of credit."""
    yield from payment_phrases(deal, language)
    form = credit_form(deal, language)
    if deal.has_credit and form is not None:
        yield of(("Letter of credit: {}", "信用证：{}"), language).format(form)


def inspection(deal: Deal, language: Language) -> Iterator[str]:
    """Who inspects and where, and the sampling plan."""
    bodies, place = inspection_bodies(deal, language), inspection_place(deal, language)
    if language == "zh":
        yield f"每批货物装运前，由{bodies}在{place}进行检验。"
    else:
        yield f"Before each shipment the Goods are inspected at {place} by {bodies}."
    yield _plan(deal, language)


def _plan(deal: Deal, language: Language) -> str:
    terms = deal.inspection
    if terms.level is None or terms.aql is None:
        return of(("The samples are drawn under {}.", "样品依{}抽取。"), language).format(terms.standard)
    critical, major, minor = (number(aql) for aql in (terms.aql.critical, terms.aql.major, terms.aql.minor))
    if language == "zh":
        return (
            f"样品依{terms.standard}，检验水平{terms.level}抽取。"
            f"接收质量限（AQL）为：致命缺陷{critical}，严重缺陷{major}，轻微缺陷{minor}。"
        )
    return (
        f"The sample is drawn under {terms.standard}, inspection level {terms.level}. The acceptance quality limits "
        f"(AQL) are {critical} for critical, {major} for major and {minor} for minor defects."
    )


def documents(deal: Deal, language: Language) -> Iterator[str]:
    """The documents that the Seller presents, counted."""
    for index, document in enumerate(document_lines(deal, language), 1):
        yield f"{index}. {document}"
