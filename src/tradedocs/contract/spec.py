"""Deal → Spec: the half of the contract that reports are checked against."""

from __future__ import annotations

from tradedocs.contract.decision import decision_of
from tradedocs.model.deal import Deal
from tradedocs.model.goods import GoodsLine
from tradedocs.model.party import Party
from tradedocs.model.shapes import LocalText
from tradedocs.model.spec import (
    Spec,
    SpecCredit,
    SpecDocument,
    SpecInspection,
    SpecLine,
    SpecParty,
    SpecShare,
    SpecShipment,
)
from tradedocs.model.terms import Document, Shipment


def spec_of(deal: Deal, *, our_paper: bool = True) -> Spec:
    """What the goods of the deal must show before shipment.

    On the other side's paper (`our_paper` false) no clause of ours says anything: only the deal's keys count.
    """
    inspection, credit = deal.inspection, deal.letter_of_credit
    decision, guarded = decision_of(deal, our_paper=our_paper)
    return Spec(
        contract_no=deal.contract_no,
        contract_date=deal.date,
        our_side=deal.our_side,
        back_to_back=deal.back_to_back,
        seller=_party(deal.seller),
        buyer=_party(deal.buyer),
        lines=tuple(_line(line) for line in deal.goods),
        shipments=tuple(_shipment(deal, shipment) for shipment in deal.shipments),
        inspection=SpecInspection(
            bodies=inspection.bodies,
            standard=inspection.standard,
            level=inspection.level,
            aql=inspection.aql,
            standard_required=inspection.standard_required,
            places=tuple(name for name in (inspection.place.en, inspection.place.zh) if name is not None),
            decision=decision,
            guarded=guarded,
            rounding=inspection.rounding,
            accredited=inspection.accredited,
            packed_percent=inspection.packed_percent,
            type_test_days=inspection.type_test_days,
            valid_days=inspection.valid_days,
        ),
        credit_tolerance=credit.tolerance if credit is not None else None,
        documents=_documents(deal),
        credit=_credit(deal),
    )


def _documents(deal: Deal) -> tuple[SpecDocument, ...]:
    """The documents of the contract, and those of the credit that are not among them."""
    credit = deal.letter_of_credit.documents if deal.letter_of_credit is not None else ()
    called = {" ".join(text.en.casefold().split()): _document(text) for text in (*credit, *deal.documents)}
    return tuple(called.values())


def _document(text: LocalText) -> SpecDocument:
    issuer = text.issuer if isinstance(text, Document) else None
    return SpecDocument(name=text.en, name_zh=text.zh, issuer=issuer.en if issuer is not None else None)


def _credit(deal: Deal) -> SpecCredit | None:
    credit = deal.letter_of_credit
    if credit is None or not deal.has_credit:
        return None
    return SpecCredit(
        presentation_days=credit.presentation_days,
        latest_shipment=credit.latest_shipment,
        expiry=credit.expiry,
    )


def _party(party: Party) -> SpecParty:
    return SpecParty(name=party.name, name_zh=party.name_zh)


def _line(line: GoodsLine) -> SpecLine:
    return SpecLine(
        line=line.line,
        description=line.description.en,
        description_zh=line.description.zh,
        model=line.model,
        quantity=line.quantity,
        tolerance=line.tolerance,
        characteristics=line.characteristics,
    )


def _shipment(deal: Deal, shipment: Shipment) -> SpecShipment:
    shares = (SpecShare(line=line.line, quantity=quantity) for line, quantity in deal.shipped(shipment))
    return SpecShipment(number=shipment.number, window=shipment.window, lines=tuple(shares))
