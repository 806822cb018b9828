"""Triage through the command line, and what the ledger holds from before shipment."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from tests.claims.make import grounds, record
from tests.conftest import Ran
from tradedocs.flows.claims.triage import before_shipment
from tradedocs.ledger import Ledger, Row

Run = Callable[..., Ran]
SAMPLES = Path(__file__).parents[3] / "samples"
CLAIM = """number: CL-1
received: 2026-11-20
complainant: Harrow & Finch Trading Ltd
alleged: quality
words: {en: Lamps flicker., zh: 灯具闪烁。}
affected: 900 pcs
"""
NOW = datetime(2031, 3, 2, tzinfo=UTC)


@pytest.fixture
def opened(run: Run, workspace: Path) -> Callable[[str], None]:
    """Opens the claim with more lines in its file."""
    run("contract", "build", SAMPLES / "led-lamps" / "deal.yaml", "-o", "lamps.docx")

    def do(more: str) -> None:
        Path("claim.yaml").write_text(CLAIM + more, encoding="utf-8")
        assert run("claim", "open", "lamps-DRAFT.docx", "--from", "claim.yaml", "--by", "Lin Mei").code in (
            0,
            10,
        )

    return do


def test_undecided_is_an_answer_that_asks_and_is_kept(
    run: Run, opened: Callable[[str], None], workspace: Path
) -> None:
    opened("")
    ran = run("claim", "triage", "CL-1", "--by", "Lin Mei")
    assert ran.code == 10
    for words in ("category      undecided", "to be asked", "evidence still lacking", "kept in ledger row"):
        assert words in ran.out
    assert "triage: undecided" in run("claim", "status", "CL-1").out
    assert run("ledger", "verify").code == 0


def test_a_dry_run_keeps_nothing(run: Run, opened: Callable[[str], None], workspace: Path) -> None:
    opened("")
    before = (workspace / "ledger.jsonl").read_bytes()
    assert "nothing was kept" in run("claim", "triage", "CL-1", "--by", "Lin Mei", "--dry-run").out
    assert (workspace / "ledger.jsonl").read_bytes() == before


def test_the_json_is_what_the_ledger_keeps(run: Run, opened: Callable[[str], None], workspace: Path) -> None:
    opened("counted: {examined: 40, defective: 9, random: yes}\nusable: no\n")
    Path("count.csv").write_text("carton,examined,defective\n1,40,9\n", encoding="utf-8")
    added = run("claim", "add-evidence", "CL-1", "count.csv", "--shows", "defect-count", "--by", "Lin Mei")
    assert added.code in (0, 10), added.err
    ran = run("claim", "triage", "CL-1", "--by", "Lin Mei", "--format", "json")
    assert ran.code == 0
    told = json.loads(ran.out)["triage"]
    assert (told["category"], told["severity"], told["bearer"]) == ("batch-defect", "batch", "seller")
    assert told["interval"]["low"] == "10.83"
    row = json.loads((workspace / "ledger.jsonl").read_text(encoding="utf-8").splitlines()[-1])
    assert row["kind"] == "claim-triaged"
    assert row["facts"]["fact"]["row_of_table"] == "count-over"
    assert row["facts"]["files"] == {"triage.yaml": told["table_sha256"]}


def test_safety_wants_a_person_and_chinese_is_spoken(run: Run, opened: Callable[[str], None]) -> None:
    opened("unsafe: yes\n")
    ran = run("claim", "triage", "CL-1", "--by", "Lin Mei", "--language", "zh")
    assert ran.code == 10
    assert "安全：停止使用和销售" in ran.out
    assert "卖方（我方）" in ran.out


def test_no_such_claim(run: Run, workspace: Path) -> None:
    ran = run("claim", "triage", "CL-9", "--by", "Lin Mei")
    assert ran.code == 2
    assert "there is no claim 'CL-9'" in ran.err


def _rows(folder: Path, *told: tuple[str, dict[str, Any]]) -> tuple[Row, ...]:
    ledger = Ledger(folder / "ledger.jsonl")
    for kind, facts in told:
        ledger.append(kind, {"contract_no": "C-31", **facts}, at=NOW)
    return tuple(ledger.rows())


def _check(verdict: str, *adverse: dict[str, Any]) -> tuple[str, dict[str, Any]]:
    report = {"file": "psi.pdf", "sha256": "aa", "adverse": list(adverse)}
    return "check", {"shipment": 1, "verdict": verdict, "reports": [report], "rules": []}


LOW = {"rule": "outside-limit", "severity": "REJECT", "message": "Luminous flux 780 lm < 800 lm", "line": 1,
       "characteristic": "Luminous flux"}  # fmt: skip
FLUX = record({"characteristic": "Luminous flux"})
RESOLVED = ("finding-resolved", {"shipment": 1, "finding": "f:1", "rule": "outside-limit", "by": "Wu Yan",
            "reason": "seen", "crop_seen": True, "value": None,
            "message": "line 1: Luminous flux: 780 lm is below 800 lm"})  # fmt: skip


def test_a_report_that_spoke_against_it_counts_while_nothing_released(tmp_path: Path) -> None:
    rows = _rows(tmp_path, _check("HOLD", LOW))
    found = before_shipment(FLUX, grounds(), rows)
    assert [one.words for one in found.adverse] == ["Luminous flux 780 lm < 800 lm"]
    assert before_shipment(record({"characteristic": "CCT"}), grounds(), rows).adverse == ()
    released = before_shipment(FLUX, grounds(), (*rows, *_rows(tmp_path, _check("RELEASE"))))
    assert released.adverse == ()
    assert released.checked is not None
    assert released.checked.verdict == "RELEASE"


def test_a_finding_that_a_person_set_aside_counts_until_it_is_withdrawn(tmp_path: Path) -> None:
    rows = _rows(tmp_path, RESOLVED)
    found = before_shipment(FLUX, grounds(), rows)
    assert [one.row for one in found.resolved] == [1]
    assert "Wu Yan" in found.resolved[0].words
    assert before_shipment(record({"characteristic": "Scratches"}), grounds(), rows).resolved == ()
    back = _rows(tmp_path, ("resolution-withdrawn", {"finding": "f:1", "by": "Wu Yan", "reason": "no"}))
    assert before_shipment(FLUX, grounds(), back).resolved == ()


def test_a_concession_on_the_point_counts(tmp_path: Path) -> None:
    terms = {
        "contract": "C-31", "shipment": 1, "line": 1, "report": "R-1", "quantity": "12000 pcs", "price_effect": "none",
        "items": [{"characteristic": "Luminous flux", "measured": "780 lm"}], "expires": "2031-06-30",
        "signed": {"party": "Fennel Trading Ltd", "by": "A. Fennel", "on": "2031-03-01"}, "end_buyer": "none",
    }  # fmt: skip
    rows = _rows(
        tmp_path, ("concession", {"terms": terms, "file_sha256": "aa", "shown": True, "by": "Lin Mei"})
    )
    found = before_shipment(FLUX, grounds(), rows)
    assert [one.words for one in found.conceded] == ["Fennel Trading Ltd conceded Luminous flux at 780 lm"]
    assert before_shipment(record({"characteristic": "CCT"}), grounds(), rows).conceded == ()


def test_without_a_characteristic_nothing_is_matched(tmp_path: Path) -> None:
    found = before_shipment(record(), grounds(), _rows(tmp_path, _check("HOLD", LOW), RESOLVED))
    assert (found.adverse, found.resolved, found.conceded) == ((), (), ())
    assert found.checked is not None
