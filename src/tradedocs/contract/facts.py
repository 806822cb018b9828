"""Every fact of a deal that a clause may name after `from:`, and how each language spells it.

The table is closed: a clause that names anything else is refused when the library is loaded. A fact has the
kind of variable that it fills. Texts in the deal that have no Chinese are an error in a Chinese contract,
except names and addresses of parties, which stay as they are registered.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from tradedocs.model.amount import Money
from tradedocs.model.clause import Language, Variable, VariableType
from tradedocs.model.deal import Deal
from tradedocs.model.shapes import LocalText
from tradedocs.registers import institution
from tradedocs.words import (
    claims,
    delivery,
    goods,
    inspection,
    insurance,
    party,
    payment,
    quantity,
    scales,
    shipment,
    values,
)
from tradedocs.words import spelled as spelled_out
from tradedocs.words.amounts import in_words
from tradedocs.words.documents import document_lines
from tradedocs.words.missing import gap, in_language

Raw = str | int | Decimal | date | Money | tuple[str, ...] | LocalText | None


@dataclass(frozen=True, slots=True)
class Known:
    """A fact: the kind of variable that it fills, and where it comes from."""

    kind: VariableType
    get: Callable[[Deal, Language], Raw]


def _plain(kind: VariableType, get: Callable[[Deal], Raw]) -> Known:
    return Known(kind, lambda deal, language: get(deal))


def _tongue(word: str) -> LocalText:
    return LocalText(en=word, zh="英文" if word == "English" else "中文")


def _institution(deal: Deal) -> LocalText:
    entry = institution(deal.disputes.institution)
    return LocalText(en=f"{entry.name.en} ({entry.code})", zh=entry.name.zh)


def _rules_in_force(deal: Deal) -> LocalText:
    """The rules with the institution's own formula for the edition that counts."""
    entry = institution(deal.disputes.institution)
    return LocalText(en=f"{entry.rules.en} {entry.formula.en}", zh=f"{entry.formula.zh}{entry.rules.zh}")


def _law_of(place: LocalText) -> LocalText:
    """`Singapore` as `the law of Singapore`; a name that says law itself stays as it is."""
    english = place.en if "law" in place.en.casefold() else f"the law of {place.en}"
    chinese = (
        place.zh if place.zh is None or place.zh.endswith("法") else f"{place.zh.removesuffix('法律')}法律"
    )
    return LocalText(en=english, zh=chinese)


def _law_of_arbitration(deal: Deal) -> LocalText:
    """The law named in the deal; where it names none, expressly that of the seat."""
    if deal.disputes.arbitration_law is None:
        return LocalText(en="the law of the seat of arbitration", zh="仲裁地法律")
    return _law_of(deal.disputes.arbitration_law)


def _insurance(what: str) -> Callable[[Deal], Raw]:
    return lambda deal: getattr(deal.insurance, what, None)


def _bank(what: str) -> Known:
    return _plain("text", lambda deal: getattr(deal.seller.bank, what, None))


def _aql(what: str) -> Known:
    return _plain("number", lambda deal: getattr(deal.inspection.aql, what, None))


def _credit(what: str) -> Callable[[Deal], Raw]:
    return lambda deal: getattr(deal.letter_of_credit, what, None)


FACTS: Mapping[str, Known] = {
    "deal.contract_no": _plain("text", lambda deal: deal.contract_no),
    "deal.date": _plain("date", lambda deal: deal.date),
    "deal.place": _plain("text", lambda deal: deal.place),
    "deal.prevailing": _plain("text", lambda deal: _tongue(deal.prevailing)),
    "deal.seller.name": Known("text", lambda deal, language: party.name(deal.seller, language)),
    "deal.seller.address": Known("text", lambda deal, language: party.address(deal.seller, language)),
    "deal.seller.email": _plain("text", lambda deal: deal.seller.email),
    "deal.seller.bank.name": _bank("name"),
    "deal.seller.bank.swift": _bank("swift"),
    "deal.seller.bank.account": _bank("account"),
    "deal.buyer.name": Known("text", lambda deal, language: party.name(deal.buyer, language)),
    "deal.buyer.address": Known("text", lambda deal, language: party.address(deal.buyer, language)),
    "deal.buyer.email": _plain("text", lambda deal: deal.buyer.email),
    "deal.currency": _plain("text", lambda deal: deal.currency),
    "deal.total": _plain("money", lambda deal: deal.total),
    "deal.total_words": Known("text", lambda deal, language: in_words(deal.total, language)),
    "deal.goods": Known("list", goods.goods_lines),
    "deal.packing": Known("list", goods.packing_lines),
    "deal.delivery.term": Known("text", delivery.delivery_term),
    "deal.delivery.place": _plain("text", lambda deal: deal.delivery.place),
    "deal.delivery.destination": Known("text", delivery.destination),
    "deal.delivery.partial_shipments": Known(
        "text", lambda deal, language: delivery.allowed(deal.delivery.partial_shipments, language)
    ),
    "deal.delivery.transhipment": Known(
        "text", lambda deal, language: delivery.allowed(deal.delivery.transhipment, language)
    ),
    "deal.delivery.long_stop": _plain("date", lambda deal: deal.delivery.long_stop),
    "deal.quality.reference": _plain("text", lambda deal: deal.quality.reference),
    "deal.quantity.option": Known("text", lambda deal, language: party.side(deal.quantity.option, language)),
    "deal.quantity.weight": Known("text", quantity.weight),
    "deal.quantity.determined_at": Known("text", quantity.determined_at),
    "deal.quantity.difference_price": Known("text", quantity.difference_price),
    "deal.price.formula": _plain("text", lambda deal: deal.price.formula),
    "deal.price.commission": _plain("percent", lambda deal: deal.price.commission),
    "deal.deposit_share": _plain("percent", lambda deal: deal.deposit_share),
    "deal.insurance.cover": Known("text", insurance.cover),
    "deal.insurance.percent": _plain("percent", _insurance("percent")),
    "deal.price_scales": Known("list", scales.scale_lines),
    "deal.compliance.foreign_element": _plain("text", lambda deal: deal.compliance.foreign_element),
    "deal.shipments": Known("list", shipment.shipment_lines),
    "deal.payment": Known("list", payment.payment_phrases),
    "deal.letter_of_credit.form": Known("text", payment.credit_form),
    "deal.letter_of_credit.opening_days": _plain("days", _credit("opening_days")),
    "deal.letter_of_credit.presentation_days": _plain("days", _credit("presentation_days")),
    "deal.letter_of_credit.place_of_expiry": _plain("text", _credit("place_of_expiry")),
    "deal.inspection.bodies": Known("text", inspection.inspection_bodies),
    "deal.inspection.place": Known("text", inspection.inspection_place),
    "deal.inspection.packed_percent": _plain("percent", lambda deal: deal.inspection.packed_percent),
    "deal.inspection.rounding": Known("text", inspection.value_compared),
    "deal.inspection.standard": _plain("text", lambda deal: deal.inspection.standard),
    "deal.inspection.level": _plain("text", lambda deal: deal.inspection.level),
    "deal.inspection.aql.critical": _aql("critical"),
    "deal.inspection.aql.major": _aql("major"),
    "deal.inspection.aql.minor": _aql("minor"),
    "deal.inspection.splitting_limit": _plain("percent", lambda deal: deal.inspection.splitting_limit),
    "deal.inspection.umpire": _plain("text", lambda deal: deal.inspection.umpire),
    "deal.inspection.notice_days": _plain("days", lambda deal: deal.inspection.notice_days),
    "deal.inspection.cost": Known("text", lambda deal, language: party.side(deal.inspection.cost, language)),
    "deal.inspection.reinspection_cost": Known(
        "text", lambda deal, language: party.side(deal.inspection.reinspection_cost, language)
    ),
    "deal.documents": Known("list", document_lines),
    "deal.claims.start": Known("text", claims.window_start),
    "deal.claims.quantity_days": _plain("days", lambda deal: deal.claims.quantity_days),
    "deal.claims.quality_days": _plain("days", lambda deal: deal.claims.quality_days),
    "deal.claims.latent_days": _plain("days", lambda deal: deal.claims.latent_days),
    "deal.claims.answer_days": _plain("days", lambda deal: deal.claims.answer_days),
    "deal.remedies.minor_discount_cap": _plain("percent", lambda deal: deal.remedies.minor_discount_cap),
    "deal.remedies.replenish_days": _plain("days", lambda deal: deal.remedies.replenish_days),
    "deal.remedies.settle_days": _plain("days", lambda deal: deal.remedies.settle_days),
    "deal.remedies.liability_cap": _plain("percent", lambda deal: deal.remedies.liability_cap),
    "deal.late_delivery.rate_per_week": _plain("percent", lambda deal: deal.late_delivery.rate_per_week),
    "deal.late_delivery.cap": _plain("percent", lambda deal: deal.late_delivery.cap),
    "deal.late_delivery.cancel_after_weeks": _plain(
        "number", lambda deal: deal.late_delivery.cancel_after_weeks
    ),
    "deal.warranty_months": _plain("number", lambda deal: deal.warranty_months),
    "deal.law.governing": _plain("text", lambda deal: _law_of(deal.law.governing)),
    "deal.disputes.negotiation_days": _plain("days", lambda deal: deal.disputes.negotiation_days),
    "deal.disputes.institution": _plain("text", _institution),
    "deal.disputes.rules_in_force": _plain("text", _rules_in_force),
    "deal.disputes.seat": _plain("text", lambda deal: deal.disputes.seat),
    "deal.disputes.language": _plain("text", lambda deal: _tongue(deal.disputes.language)),
    "deal.disputes.arbitrators": _plain("number", lambda deal: deal.disputes.arbitrators),
    "deal.disputes.arbitration_law": _plain("text", _law_of_arbitration),
}

_KEYS = {
    "deal.delivery.destination": "deal.delivery.port_of_destination",
}
"""The key of the deal file to name where a fact that is worked out from others is missing."""

KINDS: Mapping[str, VariableType] = {path: known.kind for path, known in FACTS.items()}


def spelled(deal: Deal, variable: Variable, language: Language) -> tuple[str, ...]:
    """What the deal fills in for a variable with a `from`: one text, or one for each entry of a list.

    Raises:
        MissingFact: the deal does not say it, or not in this language.
        KeyError: there is no such fact; a loaded library holds none of these.
    """
    source = variable.source or ""
    raw = FACTS[source].get(deal, language)
    key = _KEYS.get(source, source).removeprefix("deal.")
    if raw is None or raw == ():
        return (gap(key),)
    if isinstance(raw, tuple):
        return raw
    return (_one(raw, variable, language, key),)


def counted(value: Decimal, variable: Variable, language: Language) -> str:
    """A number as the language writes it for a variable of this type (`5%`, `30 days`, `10 weeks`)."""
    return _one(value, variable, language, "")


def _one(
    raw: str | int | Decimal | date | Money | LocalText, variable: Variable, language: Language, key: str
) -> str:
    match raw:
        case str():
            return raw
        case LocalText():
            return in_language(raw, language, key)
        case Money():
            return values.money(raw)
        case date():
            return values.day(raw, language)
        case _:
            return _number(raw, variable, language)


def _number(raw: int | Decimal, variable: Variable, language: Language) -> str:
    """The number as the variable wants it: a percentage, something counted, or bare; in figures or in words."""
    unit = "day" if variable.type == "days" else variable.unit
    if variable.type == "percent":
        value = Decimal(raw)
        return spelled_out.percent_in_words(value, language) if variable.in_words else values.percent(value)
    if unit is not None:
        say_it = spelled_out.counted_in_words if variable.in_words else values.counted
        return say_it(raw, unit, language)
    return spelled_out.number_in_words(raw, language) if variable.in_words else values.number(raw)
