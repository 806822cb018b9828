"""What a report said against the goods stays in the ledger, and counts in every later check of the shipment."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import Ran
from tradedocs.flows import checkrow, crosscheck
from tradedocs.ledger import Ledger, Row
from tradedocs.model.finding import Remembered

Run = Callable[..., Ran]
SAMPLES = Path(__file__).parent.parent.parent / "samples"
DEAL = SAMPLES / "plastic-parts" / "deal.yaml"
REPORTS = SAMPLES / "plastic-parts" / "reports"
ROHS, GOOD = REPORTS / "pass-rohs.pdf", REPORTS / "pass-psi.pdf"
BAD = REPORTS / "fail-psi.pdf"


def checked(run: Run, *reports: Path, code: int) -> dict[str, Any]:
    ran = run("check", DEAL, *reports, "--unsigned", "--format", "json")
    assert ran.code == code, ran.out + ran.err
    return dict(json.loads(ran.out))


def rules_of(data: dict[str, Any]) -> set[str]:
    return {finding["rule"] for finding in data["findings"] if finding["severity"] != "RELEASE"}


def rows(workspace: Path) -> list[Row]:
    return list(Ledger(workspace / "ledger.jsonl").rows())


def test_leaving_the_failed_report_out_helps_nobody(run: Run, workspace: Path) -> None:
    assert checked(run, ROHS, GOOD, code=0)["verdict"] == "RELEASE"
    first = checked(run, ROHS, BAD, code=20)
    assert "adverse-on-record" not in rules_of(first)
    later = checked(run, ROHS, GOOD, code=20)
    assert "adverse-on-record" in rules_of(later)
    finding = next(one for one in later["findings"] if one["rule"] == "adverse-on-record")
    assert BAD.name in finding["message"]
    assert f"row {rows(workspace)[-2].row}" in finding["message"]
    assert finding["way_out"].startswith("Give that report again")


def test_the_row_holds_what_brings_it_back(run: Run, workspace: Path) -> None:
    checked(run, ROHS, BAD, code=20)
    told = rows(workspace)[-1].facts["reports"]
    kept = [
        Remembered.model_validate({name: used[name] for name in used.keys() & Remembered.model_fields.keys()})
        for used in told
    ]
    adverse = [one for report in kept for one in report.adverse]
    assert adverse
    assert all(one.message for one in adverse)
    assert all(report.report_no and report.issuer for report in kept)


def test_a_check_of_the_failed_report_alone_counts_as_well(run: Run, workspace: Path) -> None:
    checked(run, BAD, code=20)
    assert "adverse-on-record" in rules_of(checked(run, ROHS, GOOD, code=20))


def test_old_rows_are_still_read_and_hold(run: Run, workspace: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def as_before(judgement: Any, facts: Any = checkrow.facts_of) -> dict[str, object]:
        kept = dict(facts(judgement))
        kept["reports"] = [{"sha256": one.sha256, "report_no": one.report_no} for one in judgement.reports]
        return kept

    with monkeypatch.context() as patch:
        patch.setattr(crosscheck, "facts_of", as_before)
        checked(run, ROHS, BAD, code=20)
    later = checked(run, ROHS, GOOD, code=10)
    assert rules_of(later) == {"adverse-on-record"}
    checked(run, ROHS, BAD, code=20)
    assert "adverse-on-record" in rules_of(checked(run, ROHS, GOOD, code=20))


def test_without_a_ledger_nothing_is_remembered(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    checked(run, ROHS, BAD, code=20)
    assert rules_of(checked(run, ROHS, GOOD, code=10)) == {"no-ledger"}


def test_the_record_of_the_rework_is_kept_by_its_hash(run: Run, workspace: Path) -> None:
    record = workspace / "rework.txt"
    record.write_text("sorted", encoding="utf-8")
    assert run("check", DEAL, ROHS, GOOD, "--unsigned", "--rework", record).code == 0
    kept = rows(workspace)[-1].facts["rework"]
    assert kept["file"] == "rework.txt"
    assert len(kept["sha256"]) == 64
    missing = run("check", DEAL, ROHS, GOOD, "--unsigned", "--rework", workspace / "none.txt")
    assert missing.code not in (0, 10, 20)
