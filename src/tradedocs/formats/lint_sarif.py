"""What the lint found as SARIF 2.1.0, for code hosts and editors (OASIS Standard, 27 March 2020)."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any
from urllib.parse import quote

from tradedocs.model.lint import LintFinding, LintReport, RulePage, Severity, SilencedFinding

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS: dict[Severity, str] = {"error": "error", "warning": "warning", "info": "note"}


def lint_sarif(report: LintReport, rules: Sequence[RulePage], version: str) -> str:
    """The report as a SARIF log with one run; files are named from the folder that holds the library.

    What a clause file silences is there too, marked as suppressed in source with its reason.
    """
    index = {rule.id: at for at, rule in enumerate(rules)}
    root = Path(report.folder).parent
    found: list[LintFinding] = [*report.findings, *report.suppressed]
    run = {
        "tool": {
            "driver": {"name": "tradedocs", "version": version, "rules": [_rule(rule) for rule in rules]}
        },
        "columnKind": "unicodeCodePoints",
        "results": [_result(finding, index[finding.rule], root) for finding in found],
    }
    return json.dumps({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=1)


def _rule(rule: RulePage) -> dict[str, Any]:
    return {
        "id": rule.id,
        "shortDescription": {"text": rule.title},
        "fullDescription": {"text": rule.page.split("\n\n")[1] if "\n\n" in rule.page else rule.title},
        "help": {"text": rule.page},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
    }


def _result(finding: LintFinding, index: int, root: Path) -> dict[str, Any]:
    uri = _uri(Path(finding.source.file), root)
    hint = f" {finding.hint}" if finding.hint else ""
    print_of = "\0".join((finding.rule, uri, finding.quoted, finding.message))
    return {
        "ruleId": finding.rule,
        "ruleIndex": index,
        "level": _LEVELS[finding.severity],
        "message": {"text": f"{finding.message}{hint}"},
        "locations": [{"physicalLocation": {"artifactLocation": {"uri": uri}, "region": _region(finding)}}],
        "partialFingerprints": {"findingHash/v1": hashlib.sha256(print_of.encode()).hexdigest()},
        "suppressions": _suppressions(finding),
    }


def _region(finding: LintFinding) -> dict[str, Any]:
    column = finding.source.column or 1
    region: dict[str, Any] = {
        "startLine": finding.source.line or 1,
        "startColumn": column,
        "endColumn": max(finding.end_column, column),
    }
    if finding.quoted:
        region["snippet"] = {"text": finding.quoted}
    return region


def _suppressions(finding: LintFinding) -> list[dict[str, str]]:
    if not isinstance(finding, SilencedFinding):
        return []
    return [{"kind": "inSource", "justification": finding.reason}]


def _uri(file: Path, root: Path) -> str:
    return quote((file.relative_to(root) if file.is_relative_to(root) else file).as_posix())
