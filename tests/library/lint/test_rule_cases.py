"""Every rule has a Bad and a Good case: bad-RULE-*.md is found as its golden file says, good-RULE-*.md is not found."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.library.lint.libraries import linted, unpacked
from tradedocs.formats.lint_text import finding_lines
from tradedocs.library.lint.rules import RULES

CASES = Path(__file__).parent.parent.parent / "cases" / "lint"


def rule_of(path: Path) -> str:
    return path.stem.split("-")[1]


def found(path: Path, folder: Path) -> str:
    """What the rule of a case says of it."""
    unpacked(path.read_text(encoding="utf-8"), folder)
    lines = [
        line
        for finding in linted(folder).findings
        if finding.rule == rule_of(path)
        for line in finding_lines(finding)
    ]
    return "".join(f"{line}\n" for line in lines).replace(f"{folder}/", "")


@pytest.mark.parametrize("path", sorted(CASES.glob("bad-*.md")), ids=lambda path: path.stem)
def test_bad_cases_are_found(path: Path, tmp_path: Path, update_golden: bool) -> None:
    text = found(path, tmp_path)
    golden = path.with_suffix(".txt")
    if update_golden:
        golden.write_text(text, encoding="utf-8")
    assert text
    assert text == golden.read_text(encoding="utf-8")


@pytest.mark.parametrize("path", sorted(CASES.glob("good-*.md")), ids=lambda path: path.stem)
def test_good_cases_are_not_found(path: Path, tmp_path: Path) -> None:
    assert found(path, tmp_path) == ""


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.ID)
def test_every_rule_has_a_bad_and_a_good_case(rule: object) -> None:
    for kind in ("bad", "good"):
        assert list(CASES.glob(f"{kind}-{getattr(rule, 'ID')}-*.md")), kind  # noqa: B009


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.ID)
def test_every_rule_has_a_manual_page(rule: object) -> None:
    page = (rule.__doc__ or "").strip()
    assert len(page.splitlines()[0]) <= 110
    for part in ("What:", "Why:", "Bad:", "Good:", "Source:"):
        assert f"\n{part} " in page, part
