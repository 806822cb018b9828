"""The verdict as JSON, version 1; documented in docs/verdict-json.md."""

from __future__ import annotations

import json
from typing import Any

from tradedocs.formats.report_json import signature_dict, witness_dict
from tradedocs.model.base import Place
from tradedocs.model.finding import (
    Checked,
    CheckedReport,
    Evidence,
    Finding,
    GateVerdict,
    Judgement,
    LineVerdict,
)

VERSION = 1


def check_json(judgement: Judgement) -> str:
    """The judgement as JSON text; decimals and verdicts are strings."""
    anchor = judgement.anchor
    data = {
        "version": VERSION,
        "verdict": str(judgement.verdict),
        "gate": judgement.gate,
        "gates": _gates(judgement.gates),
        "bl_date": judgement.bl_date.isoformat() if judgement.bl_date is not None else None,
        "contract": {
            "number": judgement.contract_no,
            "file": judgement.contract_file,
            "sha256": judgement.contract_sha256,
            "spec_sha256": judgement.spec_sha256,
            "unsigned": judgement.unsigned,
            "attestations": [one.model_dump(mode="json") for one in judgement.attestations],
        },
        "lines": [_line(line) for line in judgement.lines],
        "findings": [_finding(finding) for finding in judgement.findings],
        "reports": [_report(report) for report in judgement.reports],
        "sampling": [row.model_dump(mode="json") for row in judgement.sampling],
        "not_examined": list(judgement.not_examined),
        "concessions": [one.model_dump(mode="json") for one in judgement.concessions],
        "ledger": {"row": anchor.row, "sha256": anchor.sha256} if anchor is not None else None,
    }
    return json.dumps(data, ensure_ascii=False, indent=1)


def _gates(gates: tuple[GateVerdict, ...]) -> dict[str, str]:
    return {one.gate: str(one.verdict) for one in gates}


def _report(report: CheckedReport) -> dict[str, Any]:
    said = report.model_dump(mode="json", exclude={"signatures", "remembered"})
    return {**said, "signatures": [signature_dict(one) for one in report.signatures]}


def _line(line: LineVerdict) -> dict[str, Any]:
    return {
        "shipment": line.shipment,
        "line": line.line,
        "goods": line.goods,
        "quantity": line.quantity,
        "verdict": str(line.verdict),
        "gates": _gates(line.gates),
        "characteristics": [_checked(item) for item in line.checked],
    }


def _checked(item: Checked) -> dict[str, Any]:
    characteristic = item.characteristic
    return {
        "name": characteristic.name,
        "require": str(characteristic.require),
        "method": characteristic.method,
        "basis": characteristic.basis,
        "class": characteristic.characteristic_class,
        "evidence": characteristic.evidence,
        "stage": characteristic.stage,
        "due": item.due,
        "verdict": str(item.verdict),
        "values": [_evidence(evidence) for evidence in item.evidence],
    }


def _evidence(evidence: Evidence) -> dict[str, Any]:
    result = evidence.result
    return {
        "report": evidence.report,
        "page": result.place.page,
        "box": list(result.place.box) if result.place.box is not None else None,
        "parameter": result.parameter,
        "specimen": result.specimen,
        "result": result.result,
        "unit": result.unit,
        "verdict": str(evidence.verdict),
        "comparison": evidence.comparison,
        "witness": [witness_dict(witness) for witness in result.witnesses],
        "doubt": list(result.doubt),
    }


def _finding(finding: Finding) -> dict[str, Any]:
    resolved, conceded = finding.resolved, finding.conceded
    return {
        "id": finding.id,
        "rule": finding.rule,
        "severity": str(finding.severity),
        "message": finding.message,
        "way_out": finding.way_out,
        "shipment": finding.shipment,
        "line": finding.line,
        "characteristic": finding.characteristic,
        "clauses": list(finding.clauses),
        "gate": finding.gate,
        "settled_by": finding.settled,
        "resolved": resolved.model_dump(mode="json") if resolved is not None else None,
        "concession": conceded.row if conceded is not None else None,
        "places": [_place(place) for place in finding.places],
    }


def _place(place: Place) -> dict[str, Any]:
    return {
        "report": place.document,
        "page": place.page,
        "box": list(place.box) if place.box is not None else None,
    }
