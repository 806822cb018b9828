"""Which values of which reports a verdict would rest on."""

from __future__ import annotations

from dataclasses import replace

from tradedocs.check.case import Standing, make_case
from tradedocs.model.mapping import NameMapping
from tradedocs.model.report import Report, Result
from tradedocs.model.spec import Spec, SpecShipment

_NOTHING = Standing(ledger=False, signed=False, unsigned_accepted=False)


def relied_on(
    spec: Spec, shipment: SpecShipment, reports: tuple[Report, ...], mappings: tuple[NameMapping, ...] = ()
) -> tuple[tuple[Result, ...], ...]:
    """For each report its results that are about a characteristic of the shipment's goods, in the report's order."""
    case = make_case(spec, shipment, reports, replace(_NOTHING, mappings=mappings))
    wanted = {(seen.report.source.sha256, id(seen.result)) for item in case.examined for seen in item.seen}
    return tuple(
        tuple(result for result in report.results if (report.source.sha256, id(result)) in wanted)
        for report in reports
    )
