"""The context of a contract's template: every name that the packaged template uses, and its meaning."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from tradedocs.model.clause import Language
from tradedocs.model.contract import Contract
from tradedocs.model.deal import Deal, GoodsLine, Party
from tradedocs.word import phrases
from tradedocs.word.articles import articles_xml
from tradedocs.word.labels import LABELS, joined, of, stacked
from tradedocs.word.specification import specification_xml
from tradedocs.word.styles import DRAFT_MARK

Languages = tuple[Language, ...]


def context_of(contract: Contract, total_in_words: tuple[str, ...] = ()) -> dict[str, Any]:
    """Everything that a contract template may name; templates/README.md describes each name."""
    deal, languages = contract.deal, contract.languages
    return {
        "english": "en" in languages,
        "chinese": "zh" in languages,
        "draft": contract.draft,
        "draft_mark": DRAFT_MARK,
        "label": {key: joined(pair, languages) for key, pair in LABELS.items()},
        "stacked": {key: stacked(pair, languages) for key, pair in LABELS.items()},
        "contract_no": deal.contract_no,
        "date": each(lambda language: phrases.day(deal.date, language), languages),
        "place": each(lambda language: phrases.local(deal.place, language), languages),
        "seller": _party(deal.seller, languages),
        "buyer": _party(deal.buyer, languages),
        "currency": deal.currency,
        "goods": [_goods(line, languages) for line in deal.goods],
        "total": phrases.bound(str(deal.total)),
        "total_in_words": list(total_in_words),
        "terms": list(_terms(deal, languages)),
        "articles": articles_xml(contract),
        "specification": specification_xml(contract.spec, languages),
    }


def each(words: Callable[[Language], str], languages: Languages) -> list[str]:
    """The words in each language, one where they do not differ."""
    return list(dict.fromkeys(words(language) for language in languages))


def _party(party: Party, languages: Languages) -> dict[str, Any]:
    return {
        "names": each(lambda language: _named(party, language), languages),
        "details": _details(party, languages),
        "signatory": party.signatory,
        "signatory_title": party.signatory_title,
    }


def _named(party: Party, language: Language) -> str:
    return party.name_zh if language == "zh" and party.name_zh else party.name


def _details(party: Party, languages: Languages) -> list[dict[str, str]]:
    def address(language: Language) -> str:
        return party.address_zh if language == "zh" and party.address_zh else party.address

    found: list[tuple[str, str | None]] = [("address", text) for text in each(address, languages)]
    found += [("country", party.country), ("registration_no", party.registration_no)]
    found += [("contact", party.contact), ("phone", party.phone), ("email", party.email)]
    if party.bank is not None:
        bank = ", ".join(part for part in (party.bank.name, party.bank.address) if part)
        found += [("bank", bank), ("swift", party.bank.swift), ("account", party.bank.account)]
    return [{"label": joined(LABELS[key], languages), "value": text} for key, text in found if text]


def _goods(line: GoodsLine, languages: Languages) -> dict[str, Any]:
    return {
        "line": str(line.line),
        "names": each(lambda language: phrases.local(line.description, language), languages),
        "details": list(_facts(line, languages)),
        "quantity": phrases.bound(str(line.quantity)),
        "tolerance": phrases.bound(f"± {line.tolerance} %") if line.tolerance else "",
        "unit_price": phrases.bound(f"{line.unit_price.amount:,} / {line.unit_price.unit}"),
        "amount": f"{line.amount.rounded().amount:,}",
    }


def _facts(line: GoodsLine, languages: Languages) -> Iterable[str]:
    facts = (("model", line.model), ("hs_code", line.hs_code), ("origin", line.origin))
    for key, value in facts:
        if value:
            yield f"{joined(LABELS[key], languages)}: {value}"
    if line.packing is not None:
        for language in languages:
            yield f"{of(LABELS['packing'], language)}: {phrases.local(line.packing, language)}"


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
