"""What the lint found, as text, JSON and SARIF."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

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

# The part of the SARIF 2.1.0 schema that a log of this program touches: name → (required, allowed).
_SCHEMA: dict[str, tuple[set[str], set[str]]] = {
    "log": ({"version", "runs"}, {"$schema", "version", "runs"}),
    "run": ({"tool"}, {"tool", "results", "columnKind"}),
    "tool": ({"driver"}, {"driver"}),
    "driver": ({"name"}, {"name", "version", "rules"}),
    "rule": ({"id"}, {"id", "shortDescription", "fullDescription", "help", "defaultConfiguration"}),
    "result": (
        {"message"},
        {
            "ruleId",
            "ruleIndex",
            "level",
            "message",
            "locations",
            "partialFingerprints",
            "suppressions",
        },
    ),
    "region": (set(), {"startLine", "startColumn", "endColumn", "snippet"}),
    "suppression": ({"kind"}, {"kind", "justification"}),
}


def fits(kind: str, thing: dict[str, Any]) -> None:
    required, allowed = _SCHEMA[kind]
    assert required <= thing.keys() <= allowed


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


def test_the_sarif_log_keeps_to_the_schema() -> None:
    log = json.loads(lint_sarif(REPORT, rule_pages(), "1.2.3"))
    fits("log", log)
    assert log["version"] == "2.1.0"
    (run,) = log["runs"]
    fits("run", run)
    fits("tool", run["tool"])
    fits("driver", run["tool"]["driver"])
    assert run["columnKind"] in ("utf16CodeUnits", "unicodeCodePoints")
    rules = run["tool"]["driver"]["rules"]
    assert len({rule["id"] for rule in rules}) == len(rules)
    for rule in rules:
        fits("rule", rule)
        assert rule["defaultConfiguration"]["level"] in ("none", "note", "warning", "error")
        assert all(rule[key]["text"] for key in ("shortDescription", "fullDescription", "help"))
    for result in run["results"]:
        fits("result", result)
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
        assert result["level"] in ("none", "note", "warning", "error")
        assert result["message"]["text"]
        place = result["locations"][0]["physicalLocation"]
        assert place["artifactLocation"]["uri"] == "clauses/commercial/a%20b/standard.md"
        fits("region", place["region"])
        assert place["region"]["startLine"] >= 1
        assert place["region"]["endColumn"] >= place["region"]["startColumn"] >= 1
        assert all(isinstance(value, str) for value in result["partialFingerprints"].values())
        for suppression in result["suppressions"]:
            fits("suppression", suppression)
            assert suppression["kind"] == "inSource"
    assert [len(result["suppressions"]) for result in run["results"]] == [0, 1]
