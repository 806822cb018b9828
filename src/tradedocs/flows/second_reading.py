"""The second readings of what a verdict rests on: OCR of the rendered boxes, and what persons confirmed."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from tradedocs.check.relied import relied_on
from tradedocs.flows.confirm import confirmations, with_confirmations
from tradedocs.flows.witness import witnessed
from tradedocs.model.mapping import NameMapping
from tradedocs.model.report import Report
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
    """The reports with witnesses for every value that the verdict would rest on.

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
        seen = witnessed(paths[report.source.sha256], report, results) if results else report
        out.append(with_confirmations(seen, known))
    return tuple(out)
