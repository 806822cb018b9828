"""The context of a contract's template: every name that the packaged template uses, and its meaning."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from typing import Any

from markupsafe import Markup

from tradedocs.model.clause import Language
from tradedocs.model.contract import Contract, OpenItem
from tradedocs.model.deal import Deal
from tradedocs.model.goods import GoodsLine
from tradedocs.model.party import Party
from tradedocs.word import phrases
from tradedocs.word.annexes import annexes_xml
from tradedocs.word.articles import articles_xml
from tradedocs.word.labels import LABELS, MISSING, TO_CONFIRM, joined, of, stacked, under_each_other
from tradedocs.word.styles import DRAFT_MARK
from tradedocs.words import goods, values
from tradedocs.words import party as party_words
from tradedocs.words.amounts import in_words
from tradedocs.words.missing import in_language

Languages = tuple[Language, ...]


def context_of(contract: Contract, *, in_turn: bool = False) -> dict[str, Any]:
    """Everything that a contract template may name; templates/README.md describes each name.

    Args:
        contract: the contract.
        in_turn: the template sets each paragraph in one language after the other, and names the articles
            `articles_in_turn`.

    Raises:
        MissingFact: the deal leaves out what the cover says, or has no Chinese for it.
    """
    return {
        **facts_context(contract),
        IN_TURN if in_turn else PARALLEL: articles_xml(contract, in_turn=in_turn),
        "annexes": annexes_xml(contract),
    }


def facts_context(contract: Contract) -> dict[str, Any]:
    """The same without the blocks of the articles and annexes.

    Raises:
        MissingFact: as `context_of`.
    """
    languages = contract.languages
    return {
        "english": "en" in languages,
        "chinese": "zh" in languages,
        "draft": contract.draft,
        "draft_mark": DRAFT_MARK,
        **_labels(languages),
        **cover_of(contract.deal, languages),
        "open_points": [_open_point(item, languages) for item in contract.open_points],
    }


@cache
def _labels(languages: Languages) -> Mapping[str, Mapping[str, str]]:
    return {
        "label": {key: joined(pair, languages) for key, pair in LABELS.items()},
        "stacked": {key: stacked(pair, languages) for key, pair in LABELS.items()},
    }


def cover_of(deal: Deal, languages: Languages) -> dict[str, Any]:
    """The facts of the deal that the cover prints.

    Raises:
        MissingFact: the deal leaves out what the cover says, or has no Chinese for it, and gaps are not shown.
    """
    return {
        "contract_no": deal.contract_no,
        "date": each(lambda language: values.day(deal.date, language), languages),
        "place": each(lambda language: in_language(deal.place, language, "place"), languages),
        "seller": _party(deal.seller, languages),
        "buyer": _party(deal.buyer, languages),
        "currency": deal.currency,
        "goods": [_goods(line, languages) for line in deal.goods],
        "total": phrases.bound(values.money(deal.total)),
        "total_in_words": each(lambda language: in_words(deal.total, language), languages),
        "terms": list(_terms(deal, languages)),
    }


def _open_point(item: OpenItem, languages: Languages) -> dict[str, str]:
    said = [of(MISSING if item.missing else TO_CONFIRM, language) for language in languages]
    return {"key": item.key, "text": " ".join(said) + (f": {item.why}" if item.why else "")}


PARALLEL, IN_TURN = "articles", "articles_in_turn"
"""What the articles are called: in parallel columns, or each paragraph in one language after the other."""

FACTS = (
    "contract_no", "date", "place", "seller", "buyer", "goods", "total", "total_in_words", "terms", "open_points",
)  # fmt: skip
"""The names of the context that hold facts of the deal: each must be found in the built file."""

_WORDING = ("label", "labels")


def facts_of(context: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Every fact of the deal that the cover prints, with its way in the context (`terms.2.lines.0`)."""
    for key in FACTS:
        yield from _leaves(context[key], key)


def _leaves(value: Any, way: str) -> Iterator[tuple[str, str]]:
    if isinstance(value, Mapping):
        for key, inner in value.items():
            if key not in _WORDING:
                yield from _leaves(inner, f"{way}.{key}")
    elif isinstance(value, list | tuple):
        for index, inner in enumerate(value):
            yield from _leaves(inner, f"{way}.{index}")
    elif isinstance(value, str) and not isinstance(value, Markup) and value:
        yield way, value


def each(words: Callable[[Language], str], languages: Languages) -> list[str]:
    """The words in each language, one where they do not differ."""
    return list(dict.fromkeys(words(language) for language in languages))


def _party(party: Party, languages: Languages) -> dict[str, Any]:
    return {
        "names": each(lambda language: party_words.name(party, language), languages),
        "details": _details(party, languages),
        "signatory": party.signatory,
        "signatory_title": party.signatory_title,
    }


def _details(party: Party, languages: Languages) -> list[dict[str, str]]:
    addresses = each(lambda language: party_words.address(party, language), languages)
    found: list[tuple[str, str | None]] = [("address", text) for text in addresses]
    found += [("country", party.country), ("registration_no", party.registration_no)]
    found += [("contact", party.contact), ("phone", party.phone), ("email", party.email)]
    if party.bank is not None:
        bank = ", ".join(part for part in (party.bank.name, party.bank.address) if part)
        found += [("bank", bank), ("swift", party.bank.swift), ("account", party.bank.account)]
    return [{"label": joined(LABELS[key], languages), "value": text} for key, text in found if text]


def _goods(line: GoodsLine, languages: Languages) -> dict[str, Any]:
    return {
        "line": str(line.line),
        "names": each(lambda language: goods.description(line, language), languages),
        "details": list(_facts(line, languages)),
        "quantity": _stacked(lambda language: values.quantity(line.quantity, language), languages),
        "tolerance": values.tolerance(line.tolerance) if line.tolerance else "",
        "unit_price": _stacked(
            lambda language: values.unit_price_figure(line.unit_price, language), languages
        ),
        "amount": values.figure(line.amount),
    }


def _stacked(words: Callable[[Language], str], languages: Languages) -> Markup:
    return under_each_other(phrases.bound(text) for text in each(words, languages))


def _facts(line: GoodsLine, languages: Languages) -> Iterable[str]:
    facts = (("model", line.model), ("hs_code", line.hs_code), ("origin", line.origin))
    for key, value in facts:
        if value:
            yield f"{joined(LABELS[key], languages)}: {value}"
    for language in languages:
        yield f"{of(LABELS['packing'], language)}: {goods.packing(line, language)}"


_TERMS: tuple[tuple[str, Callable[[Deal, Language], Iterable[str]]], ...] = (
    ("delivery", phrases.delivery),
    ("shipment", phrases.shipments),
    ("payment", phrases.payments),
    ("inspection", phrases.inspection),
    ("documents", phrases.documents),
)


def _terms(deal: Deal, languages: Languages) -> Iterable[dict[str, Any]]:
    for key, spoken in _TERMS:
        lines = [line for language in languages for line in spoken(deal, language)]
        yield {
            "labels": [of(LABELS[key], language) for language in languages],
            "lines": list(dict.fromkeys(lines)),
        }
