"""Delivery term, destination, and what the deal allows on the way."""

from __future__ import annotations

from typing import Literal

from tradedocs.model.clause import Language
from tradedocs.model.deal import Deal
from tradedocs.words.missing import in_language

_ENDS_AT_LOADING = ("EXW", "FCA", "FAS", "FOB")


def delivery_term(deal: Deal, language: Language) -> str:
    """`FOB Ningbo, Incoterms® 2020`, `FOB 宁波，Incoterms® 2020`.

    Raises:
        MissingFact: the place has no Chinese.
    """
    if language == "en":
        return deal.delivery.term
    place = in_language(deal.delivery.place, "zh", "delivery.place")
    return f"{deal.delivery.incoterm} {place}，Incoterms® {deal.delivery.edition}"


def destination(deal: Deal, language: Language) -> str | None:
    """Where the goods go: the port or place of destination, else the named place of a C or D term.

    Raises:
        MissingFact: it has no Chinese.
    """
    delivery = deal.delivery
    if delivery.port_of_destination is not None:
        return in_language(delivery.port_of_destination, language, "delivery.port_of_destination")
    if delivery.incoterm in _ENDS_AT_LOADING:
        return None
    return in_language(delivery.place, language, "delivery.place")


def allowed(word: Literal["allowed", "not allowed"], language: Language) -> str:
    """`allowed`, `不允许`."""
    if language == "en":
        return word
    return "允许" if word == "allowed" else "不允许"
