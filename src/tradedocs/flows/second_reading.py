"""The second readings of what a verdict rests on: OCR of the rendered boxes, a second text engine, and persons."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from tradedocs.check.relied import relied_on
from tradedocs.flows.codes import with_codes
from tradedocs.flows.confirm import confirmations, with_confirmations
from tradedocs.flows.second_engine import compared
from tradedocs.flows.witness import witnessed
from tradedocs.model.mapping import NameMapping
from tradedocs.model.report import Report, Result
from tradedocs.model.spec import Spec, SpecShipment
from tradedocs.workspace import Workspace


def with_second_readings(
    paths: Mapping[str, Path],
    reports: tuple[Report, ...],
    spec: Spec,
    shipment: SpecShipment,
    workspace: Workspace,
    mappings: tuple[NameMapping, ...] = (),
) -> tuple[Report, ...]:
    """The reports with witnesses for every value that the verdict would rest on, and with their QR codes.

    Args:
        paths: the file of each report, by its hash.
        reports: as read.
        spec: what they are checked against.
        shipment: the shipment that is checked.
        workspace: whose ledger tells what persons confirmed.
        mappings: names that persons said mean a characteristic.
    """
    relied = relied_on(spec, shipment, reports, mappings)
    known = tuple(confirmations(workspace))
    out = []
    for report, results in zip(reports, relied, strict=True):
        path = paths[report.source.sha256]
        out.append(with_codes(path, with_confirmations(_looked_at(path, report, results), known)))
    return tuple(out)


def _looked_at(path: Path, report: Report, results: tuple[Result, ...]) -> Report:
    if not results:
        return report
    compared_too = compared(path, report, results)
    # Results are told by their content, so the values are chosen anew after the first look has added its witness.
    chosen = [new for old, new in zip(report.results, compared_too.results, strict=True) if old in results]
    return witnessed(path, compared_too, chosen)
