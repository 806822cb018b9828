"""`tradedocs clause lint` and the manual pages of its rules."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import Ran

Run = Callable[..., Ran]


@pytest.fixture
def workspace(run: Run, tmp_path: Path) -> Path:
    folder = tmp_path / "house"
    assert run("init", str(folder)).code == 0
    return folder


def lint(run: Run, workspace: Path, *options: str) -> Ran:
    return run("--workspace", str(workspace), "clause", "lint", "--as-of", "2026-11-25", *options)


def broken(workspace: Path) -> Path:
    """A clause of the workspace with a wrong number in Chinese."""
    path = workspace / "clauses" / "general" / "languages" / "standard.md"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("内容一致。", "内容一致，共3份。"), encoding="utf-8")
    return path


def test_the_packaged_library_passes(run: Run, workspace: Path) -> None:
    ran = lint(run, workspace)
    assert ran.code == 0
    assert ", 0 errors, 0 warnings" in ran.out


def test_an_error_is_shown_at_its_line_and_the_exit_code_says_so(run: Run, workspace: Path) -> None:
    path = broken(workspace)
    ran = lint(run, workspace)
    assert ran.code == 20
    assert f"{path}:" in ran.out
    assert "error[TD310]: the numbers differ from the English text: 3" in ran.out
    assert "     1  TD310" in ran.out.splitlines()
    assert lint(run, workspace, str(path)).code == 20
    assert lint(run, workspace, str(workspace / "clauses" / "quality")).code == 0


def test_a_warning_is_for_a_person(run: Run, workspace: Path) -> None:
    path = workspace / "clauses" / "general" / "languages" / "standard.md"
    path.write_text(
        path.read_text(encoding="utf-8").replace("review_by: 2027", "review_by: 2025"), encoding="utf-8"
    )
    assert lint(run, workspace).code == 10


def test_json_and_sarif_hold_the_same_findings(run: Run, workspace: Path) -> None:
    broken(workspace)
    data = json.loads(lint(run, workspace, "--format", "json").out)
    log = json.loads(lint(run, workspace, "--format", "sarif").out)
    assert data["version"] == 1
    told = [one["rule"] for one in (*data["findings"], *data["suppressed"])]
    assert [one["ruleId"] for one in log["runs"][0]["results"]] == told
    assert data["rules"]["TD310"] == 1


def test_explain_knows_the_rules_of_the_lint(run: Run) -> None:
    assert "TD310" in run("rules", "--of", "lint").out
    assert "language" in run("explain", "td310").out
