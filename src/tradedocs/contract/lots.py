"""The sampling plan of every lot that a deal ships: one goods line of one shipment is a lot."""

from __future__ import annotations

from decimal import Decimal

from tradedocs.errors import UsageError
from tradedocs.model.annex import DefectClass, PlannedClass, PlannedLot
from tradedocs.model.deal import Deal
from tradedocs.model.terms import Aql, Level
from tradedocs.sampling.lots import SMALLEST_LOT, items_in
from tradedocs.sampling.plans import Plan, plans
from tradedocs.sampling.standards import Standard, standard_of

_CLASSES: tuple[DefectClass, ...] = ("critical", "major", "minor")


def planned_lots(deal: Deal) -> tuple[PlannedLot, ...] | None:
    """The plan of every counted lot in the order of the shipments.

    None where the deal has no AQLs, or names a standard or an AQL whose tables are not held here.
    """
    inspection = deal.inspection
    if inspection.aql is None or inspection.level is None:
        return None
    try:
        standard = standard_of(inspection.standard)
        return tuple(
            PlannedLot(
                shipment=shipment.number,
                line=line.line,
                lot=lot,
                classes=_classes(lot, inspection.level, inspection.aql, standard),
            )
            for shipment in deal.shipments
            for line, quantity in deal.shipped(shipment)
            if (lot := items_in(quantity)) is not None
        )
    except UsageError:
        return None


def _classes(lot: int, level: Level, aql: Aql, standard: Standard) -> tuple[PlannedClass, ...]:
    limits = (aql.critical, aql.major, aql.minor)
    if lot < SMALLEST_LOT:
        return tuple(_single(defects, limit) for defects, limit in zip(_CLASSES, limits, strict=True))
    found = plans(lot, level, limits, standard=standard)
    return tuple(_planned(defects, plan) for defects, plan in zip(_CLASSES, found, strict=True))


def _planned(defects: DefectClass, plan: Plan) -> PlannedClass:
    return PlannedClass(
        defects=defects,
        aql=plan.aql,
        letters=tuple(dict.fromkeys((plan.code_letter, plan.letter))),
        sample_size=plan.sample_size,
        accept=plan.accept,
        reject=plan.reject,
        whole=plan.full_inspection,
    )


def _single(defects: DefectClass, aql: Decimal) -> PlannedClass:
    """The tables begin at two items; one alone is inspected itself."""
    return PlannedClass(
        defects=defects, aql=f"{aql.normalize():f}", letters=(), sample_size=1, accept=0, reject=1, whole=True
    )
