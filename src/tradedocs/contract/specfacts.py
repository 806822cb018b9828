"""A Spec as a list of facts in words, one line each, for a person to confirm one by one."""

from __future__ import annotations

from collections.abc import Iterator

from tradedocs.model.goods import Characteristic
from tradedocs.model.spec import (
    Spec,
    SpecCredit,
    SpecDocument,
    SpecInspection,
    SpecLine,
    SpecParty,
    SpecShipment,
)
from tradedocs.ui import say


def spec_facts(spec: Spec) -> tuple[str, ...]:
    """Every fact that a check can rest on, in the order of a contract."""
    return tuple(_facts(spec))


def _facts(spec: Spec) -> Iterator[str]:
    yield say("contract {no} of {day}", no=spec.contract_no, day=spec.contract_date.isoformat())
    yield say("seller: {name}", name=_party(spec.seller))
    yield say("buyer: {name}", name=_party(spec.buyer))
    yield say("we are the {side}", side=spec.our_side)
    if spec.back_to_back:
        yield say("back to back: nothing is conceded without the end buyer")
    for line in spec.lines:
        yield _goods(line)
        yield from (_characteristic(line, item) for item in line.characteristics)
    yield from map(_shipment, spec.shipments)
    yield from (_document(one) for one in spec.documents)
    if spec.credit is not None:
        yield _credit(spec.credit)
    terms = spec.inspection
    yield say("inspection by: {bodies}", bodies=", ".join(terms.bodies))
    yield say(
        "sampling: {standard}", standard=", ".join(part for part in (terms.standard, terms.level) if part)
    )
    if terms.aql is not None:
        yield say("AQL: critical {critical}, major {major}, minor {minor}", critical=terms.aql.critical,
                  major=terms.aql.major, minor=terms.aql.minor)  # fmt: skip
    yield from _deciding(terms)
    if spec.credit_tolerance is not None:
        yield say("letter of credit: more or less {percent} %", percent=spec.credit_tolerance)


def _deciding(terms: SpecInspection) -> Iterator[str]:
    """Where the goods are inspected and how a value is decided on, as far as it is not the common way."""
    if terms.places:
        yield say("inspected at: {places}", places=" / ".join(terms.places))
    if terms.decision == "simple":
        yield say("measurement uncertainty is neither added nor deducted")
    if terms.decision == "guard-band":
        yield say("measurement uncertainty is deducted for characteristics that are: {classes}",
                  classes=", ".join(terms.guarded))  # fmt: skip
    if terms.rounding == "round-to-limit":
        yield say("a value is rounded to the decimals of its limit before it is compared")
    if terms.accredited:
        yield say("every result lies within the scope of an accreditation")
    yield say("packed when inspected: at least {percent} %; type tests: at most {tests} days older than the contract; "
              "inspection: at most {days} days before its report", percent=terms.packed_percent,
              tests=terms.type_test_days, days=terms.valid_days)  # fmt: skip


def _document(document: SpecDocument) -> str:
    name = " / ".join(text for text in (document.name, document.name_zh) if text)
    issuer = say(", issued by {issuer}", issuer=document.issuer) if document.issuer else ""
    return say("document: {name}{issuer}", name=name, issuer=issuer)


def _credit(credit: SpecCredit) -> str:
    return say("letter of credit: latest shipment {latest}, expiry {expiry}, presentation within {days} days",
               latest=credit.latest_shipment or "–", expiry=credit.expiry or "–",
               days=credit.presentation_days)  # fmt: skip


def _party(party: SpecParty) -> str:
    return " / ".join(name for name in (party.name, party.name_zh) if name)


def _goods(line: SpecLine) -> str:
    name = " / ".join(text for text in (line.description, line.description_zh) if text)
    model = say(", model {model}", model=line.model) if line.model else ""
    tolerance = f" ± {line.tolerance} %" if line.tolerance else ""
    return say("line {n}: {name}{model}, {quantity}{tolerance}", n=line.line, name=name, model=model,
               quantity=line.quantity, tolerance=tolerance)  # fmt: skip


def _characteristic(line: SpecLine, item: Characteristic) -> str:
    kind = say("{kind} limit", kind=item.limit_kind) if item.limit_kind is not None else None
    terms = (item.method, item.basis, item.characteristic_class, item.evidence, item.stage, kind)
    also = say("; also called {names}", names=", ".join(item.aliases)) if item.aliases else ""
    scale = say("; price adjustment {scale}", scale=_scale(item)) if item.scale is not None else ""
    name = " / ".join(text for text in (item.name, item.name_zh) if text)
    return say("line {n}, {name}: {need}; {terms}{also}{scale}", n=line.line, name=name, need=item.require,
               terms=", ".join(part for part in terms if part), also=also, scale=scale)  # fmt: skip


def _scale(item: Characteristic) -> str:
    assert item.scale is not None
    facts = item.scale.model_dump(mode="json", exclude_none=True)
    return ", ".join(f"{key} {value}" for key, value in sorted(facts.items()))


def _shipment(shipment: SpecShipment) -> str:
    carried = ", ".join(
        say("line {n}: {quantity}", n=share.line, quantity=share.quantity) for share in shipment.lines
    )
    return say("shipment {n}: {first} to {last}, {carried}", n=shipment.number, first=shipment.window.first,
               last=shipment.window.last, carried=carried)  # fmt: skip
