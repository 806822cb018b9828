"""A deal file with every mistake: each is found at the line whose comment names the rule, in one run."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import Ran
from tests.contract.rules.casefiles import CASES
from tradedocs.contract.rules import RULES

Run = Callable[..., Ran]
FILES = sorted(CASES.glob("bad-everything*.yaml"))
# Each of these excludes the others: EXW, DDP, no forum, a buyer in Hong Kong.
ALONE = {"T15", "T16", "T70", "T76"}


def marked(path: Path) -> set[tuple[str, int]]:
    """Rule and line, from the comments at the ends of lines."""
    return {
        (rule, number)
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if not line.startswith("#") and (comment := re.search(r"# ((?:[TDS]\d\d ?)+)$", line)) is not None
        for rule in comment[1].split()
    }


@pytest.fixture
def limited(workspace: Path) -> Path:
    """A workspace whose limitation clause excepts no gross negligence, so that T65 has something to find."""
    clause = workspace / "clauses" / "compensation" / "limitation" / "standard.md"
    text = clause.read_text(encoding="utf-8")
    assert "gross negligence" in text
    clause.write_text(text.replace("gross negligence", "negligence"), encoding="utf-8")
    return workspace


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_mistake_is_found_at_its_line_in_one_run(path: Path, run: Run, limited: Path) -> None:
    ran = run("--workspace", limited, "deal", "check", path, "--format", "json", "--as-of", "2027-01-15")
    assert ran.code == 20
    findings = json.loads(ran.out)["findings"]
    found = {(one["rule"], one["line"]) for one in findings}
    assert marked(path) <= found
    assert all(_of_the_library(one) for one in findings if (one["rule"], one["line"]) not in marked(path))


def _of_the_library(finding: dict[str, object]) -> bool:
    """Playbook ranges, and whether a clause names URC 522, are the library's matter and change with it."""
    return finding["rule"] == "T90" or (finding["rule"] == "T41" and "payment" in str(finding["keys"]))


def test_every_rule_is_in_one_of_the_files_or_alone() -> None:
    together = {rule for path in FILES for rule, _ in marked(path)}
    assert together | ALONE == {rule.ID for rule in RULES}
    assert not together & ALONE
