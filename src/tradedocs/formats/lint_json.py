"""What the lint found as JSON, version 1; documented in docs/review.md."""

from __future__ import annotations

import json
from typing import Any

from tradedocs.model.lint import LintFinding, LintReport

VERSION = 1


def lint_json(report: LintReport) -> str:
    """The report as JSON text."""
    data = {
        "version": VERSION,
        "library": report.folder,
        "as_of": report.as_of.isoformat(),
        "files": report.files,
        "errors": report.count("error"),
        "warnings": report.count("warning"),
        "infos": report.count("info"),
        "rules": report.by_rule(),
        "findings": [_finding(finding) for finding in report.findings],
        "suppressed": [{**_finding(finding), "reason": finding.reason} for finding in report.suppressed],
    }
    return json.dumps(data, ensure_ascii=False, indent=1)


def _finding(finding: LintFinding) -> dict[str, Any]:
    return {
        "rule": finding.rule,
        "severity": finding.severity,
        "message": finding.message,
        "hint": finding.hint or None,
        "file": finding.source.file,
        "line": finding.source.line,
        "column": finding.source.column,
        "end_column": finding.end_column,
        "quoted": finding.quoted or None,
        "clause": finding.clause,
    }
