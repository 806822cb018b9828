from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import Ran
from tradedocs.check.rules import RULES
from tradedocs.contract.rules import RULES as DEAL_RULES
from tradedocs.credit.rules import RULES as CREDIT_RULES
from tradedocs.library.lint.rules import RULES as LINT_RULES

Run = Callable[..., Ran]


def test_units_lists_every_dimension(run: Run) -> None:
    ran = run("units")
    assert ran.code == 0
    assert "mg/kg" in ran.out
    assert "polarisation" in ran.out


def test_schema_is_json(run: Run) -> None:
    schema = json.loads(run("schema", "deal").out)
    assert schema["title"] == "tradedocs deal"
    assert "shipment" in schema["properties"]
    claim = json.loads(run("schema", "claim").out)
    assert claim["title"] == "tradedocs claim"
    assert "affected" in claim["properties"]


def test_rules_and_explain(run: Run) -> None:
    listed = run("rules")
    families = {"check": RULES, "deal": DEAL_RULES, "lint": LINT_RULES, "credit": CREDIT_RULES}
    ids = [rule.ID for rules in families.values() for rule in rules]
    assert [line.split()[0] for line in listed.out.splitlines()] == ids
    for family, rules in families.items():
        shown = run("rules", "--of", family).out.splitlines()
        assert [line.split()[0] for line in shown] == [rule.ID for rule in rules]
    page = run("explain", "outside-limit")
    assert page.code == 0
    assert "Bad:" in page.out
    unknown = run("explain", "outside-limits")
    assert unknown.code == 2
    assert "outside-limit" in unknown.err


def test_ledger_verify_and_show(run: Run, workspace: Path) -> None:
    assert run("ledger", "verify").out.startswith("intact: 0 rows")
    (workspace / "ledger.jsonl").write_text("{}\n", encoding="utf-8")
    broken = run("ledger", "verify")
    assert broken.code == 20
    assert broken.out.startswith("BROKEN")


def test_ledger_needs_a_workspace(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    ran = run("ledger", "show")
    assert ran.code == 10
    assert "tradedocs init" in ran.err


def test_init(run: Run, tmp_path: Path) -> None:
    ran = run("init", tmp_path / "w")
    assert ran.code == 0
    assert ran.out.strip() == str(tmp_path / "w")
    assert (tmp_path / "w" / "tradedocs.toml").is_file()
    again = run("init", tmp_path / "w")
    assert again.code == 2
