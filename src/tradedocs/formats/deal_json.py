"""The findings of a deal as JSON, version 1; documented in docs/deal-rules.md."""

from __future__ import annotations

import json
from typing import Any

from tradedocs.model.dealfinding import DealJudgement, PlacedFinding, path_of

VERSION = 1


def deal_json(judgement: DealJudgement) -> str:
    """The judgement as JSON text."""
    data = {
        "version": VERSION,
        "deal": judgement.file,
        "contract_no": judgement.contract_no,
        "as_of": judgement.as_of.isoformat(),
        "errors": judgement.count("error"),
        "warnings": judgement.count("warning"),
        "infos": judgement.count("info"),
        "findings": [finding_dict(finding) for finding in judgement.findings],
        "suppressed": [finding_dict(finding) for finding in judgement.suppressed],
    }
    return json.dumps(data, ensure_ascii=False, indent=1)


def finding_dict(finding: PlacedFinding) -> dict[str, Any]:
    """One finding."""
    return {
        "rule": finding.rule,
        "severity": finding.severity,
        "message": finding.message,
        "way_out": finding.way_out,
        "file": finding.source.file,
        "line": finding.source.line,
        "column": finding.source.column,
        "keys": [path_of(way) for way in finding.ways],
        "clause": finding.clause,
    }
