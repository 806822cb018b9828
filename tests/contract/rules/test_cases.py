"""Each bad-*.yaml fires exactly the rules that it names, at the lines that it names; no good-*.yaml fires its rule."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.contract.rules.casefiles import ALWAYS, CASES, case_at
from tradedocs.contract.rules import RULES

BAD = sorted(CASES.glob("bad-[tds][0-9]*.yaml"))
GOOD = sorted(CASES.glob("good-*.yaml"))


def rule_of(path: Path) -> str:
    return path.stem.split("-")[1].upper()


@pytest.mark.parametrize("path", BAD, ids=lambda path: path.stem)
def test_bad(path: Path, tmp_path: Path) -> None:
    case = case_at(path, tmp_path)
    findings = case.judged().findings
    expected = {(fire["rule"], fire["severity"], fire["at"]) for fire in case.facts["fires"]}
    said = {(one.rule, one.severity, case.line(one.source.line)) for one in findings}
    named = {rule for rule, _, _ in expected}
    found = {one for one in said if one[0] in named or one[0] not in ALWAYS}
    assert rule_of(path) in named
    assert {rule for rule, _, _ in found} == named, found
    for rule, severity, at in expected:
        assert any(one[:2] == (rule, severity) and one[2].startswith(at) for one in found), (rule, at, found)
    assert all(one.way_out and one.message for one in findings)


@pytest.mark.parametrize("path", GOOD, ids=lambda path: path.stem)
def test_good(path: Path, tmp_path: Path) -> None:
    case = case_at(path, tmp_path)
    judged = case.judged()
    said = {one.rule for one in judged.findings}
    assert said <= ALWAYS
    assert rule_of(path) not in said
    assert [one.rule for one in judged.suppressed] == case.facts.get("suppressed", [])


def test_every_rule_has_a_bad_and_a_good_case() -> None:
    ids = {rule.ID for rule in RULES}
    assert {rule_of(path) for path in BAD} == ids
    assert {rule_of(path) for path in GOOD} == ids
