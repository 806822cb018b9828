"""`tradedocs status` and `tradedocs doctor`, as a clerk calls them."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.approvers import enter
from tests.conftest import Ran
from tests.flows.claims.opened import opened
from tests.flows.papers import scan_of
from tests.flows.returned import SAMPLES
from tradedocs.flows import doctor
from tradedocs.flows.doctor import checkups
from tradedocs.ledger import Ledger
from tradedocs.model.today import Checkup
from tradedocs.workspace import Workspace, find, init, packaged

Run = Callable[..., Ran]
NOW = datetime(2026, 11, 25, 12, tzinfo=UTC)
DEAL = SAMPLES / "led-lamps" / "deal.yaml"


@pytest.fixture
def shop(tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A workspace in which everything is approved, with a contract for signature."""
    root = tmp_path / "shop"
    enter(init(root).clauses)
    monkeypatch.chdir(root)
    run("clause", "approve", "--all", "--by", "A. Counsel", "--role", "counsel")
    assert run("contract", "build", DEAL, "-o", "contract.docx").code == 0
    return root


def kinds(run: Run, *more: str) -> list[tuple[str, bool]]:
    ran = run("status", "--format", "json", *more)
    found = json.loads(ran.out)["open"]
    assert ran.code == (10 if found else 0)
    return [(one["kind"], one["passed"]) for one in found]


def test_a_contract_waits_for_its_signature_then_for_its_release(run: Run, shop: Path) -> None:
    assert kinds(run, "--as-of", "2026-09-01") == [("unsigned", False)]
    scan_of(shop / "contract.docx", shop / "signed.pdf")
    run("contract", "sign", "contract.docx", "--scan", "signed.pdf", "--by", "Chen Yu", "--on", "2026-09-14")
    assert kinds(run, "--as-of", "2026-09-01") == []
    assert run("status", "--as-of", "2026-09-01").out == "nothing is open on 2026-09-01\n"
    assert kinds(run, "--as-of", "2027-01-01") == [("shipment", True)]
    told = run("status", "--as-of", "2027-01-01").out
    assert "shipments without a release" in told
    assert "tradedocs check contract.docx REPORT.pdf --shipment 1" in told
    reports = SAMPLES / "led-lamps" / "reports"
    assert run("check", "contract.docx", reports / "pass-1.pdf", reports / "pass-2.pdf").code == 0
    assert kinds(run, "--as-of", "2027-01-01") == []


def test_a_draft_is_open_until_it_is_built_for_signature(run: Run, shop: Path) -> None:
    run(
        "clause",
        "withdraw",
        "disputes.claims",
        "--by",
        "A. Counsel",
        "--role",
        "counsel",
        "--reason",
        "a typo",
    )
    assert run("contract", "build", DEAL, "-o", "again.docx").code == 10
    assert kinds(run, "--as-of", "2026-09-01") == [("draft", False)]


def test_dates_of_claims_and_ends_of_approvals_are_open(run: Run, shop: Path) -> None:
    opened(shop / "contract.docx", shop)
    assert ("claim", False) in kinds(run, "--as-of", "2026-12-19")
    assert ("claim", True) in kinds(run, "--as-of", "2027-03-01")
    assert ("approval", False) in kinds(run, "--as-of", "2027-11-20", "--within", "30")


def test_status_needs_a_workspace(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert run("status").code == 10


def health(workspace: Workspace, now: datetime = NOW) -> dict[str, Checkup]:
    return {one.name: one for one in checkups(workspace, now)}


def test_a_good_workspace_is_well(run: Run, shop: Path) -> None:
    found = health(find(shop), datetime.now(UTC))
    for name in ("Python", "libraries", "workspace", "ledger", "clock", "approvals"):
        assert found[name].health == "ok", found[name]
    assert run("doctor").code == 0
    assert [one["name"] for one in json.loads(run("doctor", "--format", "json").out)["checkups"]] == list(
        found
    )


def test_no_workspace_a_broken_ledger_and_a_clock_that_is_behind_are_told(shop: Path) -> None:
    assert health(packaged())["workspace"].health == "warn"
    assert "ledger" not in health(packaged())
    workspace = find(shop)
    assert health(workspace, datetime(2020, 1, 1, tzinfo=UTC))["clock"].health == "warn"
    assert workspace.ledger is not None
    workspace.ledger.write_bytes(workspace.ledger.read_bytes().replace(b"A. Counsel", b"B. Counsel", 1))
    assert health(workspace)["ledger"].health == "bad"


def test_texts_that_block_a_contract_are_told(tmp_path: Path) -> None:
    workspace = init(tmp_path / "new")
    assert workspace.ledger is not None
    Ledger(workspace.ledger).append("note", {}, at=NOW)
    found = health(workspace)["approvals"]
    assert found.health == "warn"
    assert "tradedocs clause status" in found.way_out


def test_a_library_below_its_floor_is_told(monkeypatch: pytest.MonkeyPatch, shop: Path) -> None:
    monkeypatch.setattr(
        doctor, "_floors", lambda: iter([("click", "999.1"), ("no-such-library", "1.0"), ("lxml", "1.0")])
    )
    found = health(find(shop))["libraries"]
    assert found.health == "bad"
    assert "< 999.1" in found.words
    assert "no-such-library is missing" in found.words
    assert "lxml" not in found.words


def test_missing_helpers_are_no_illness(monkeypatch: pytest.MonkeyPatch, shop: Path) -> None:
    monkeypatch.setattr(doctor.shutil, "which", lambda name: None)
    monkeypatch.setattr(doctor, "installed", lambda: False)
    monkeypatch.setattr(doctor, "find_spec", lambda name: None)
    found = health(find(shop))
    assert {found[name].health for name in ("LibreOffice", "OCR", "signatures of reports")} == {"off"}
    assert all(found[name].way_out for name in ("LibreOffice", "OCR", "signatures of reports"))
