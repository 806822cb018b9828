"""`tradedocs register`: lists for people and for spreadsheets."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest

from tests.approvers import enter
from tests.conftest import Ran
from tests.flows.claims.opened import opened, triaged
from tests.flows.returned import SAMPLES
from tradedocs.flows.register import HEADS
from tradedocs.workspace import find, init

Run = Callable[..., Ran]


@pytest.fixture
def shop(tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A contract for signature, a check that holds, and a claim whose words begin like a formula."""
    root = tmp_path / "shop"
    enter(init(root).clauses)
    monkeypatch.chdir(root)
    run("clause", "approve", "--all", "--by", "A. Counsel", "--role", "counsel")
    run("contract", "build", SAMPLES / "led-lamps" / "deal.yaml", "-o", "contract.docx")
    run("check", "contract.docx", SAMPLES / "led-lamps" / "reports" / "incomplete-1.pdf", "--unsigned")
    record = opened(root / "contract.docx", root, words={"en": "=1+1 lamps flicker"})
    triaged(record, "batch-defect", find(root))
    return root


def rows(run: Run, name: str) -> list[dict[str, str]]:
    ran = run("register", name, "--format", "csv", "--as-of", "2026-12-21")
    assert ran.code == 0
    return list(csv.DictReader(io.StringIO(ran.out)))


def test_contracts(run: Run, shop: Path) -> None:
    (one,) = rows(run, "contracts")
    assert (one["contract"], one["state"], one["checks"], one["claims"]) == (
        "NSL-2026-0417",
        "unsigned",
        "1: HOLD",
        "1",
    )


def test_checks(run: Run, shop: Path) -> None:
    (one,) = rows(run, "checks")
    assert (one["verdict"], one["shipment"], one["contract"]) == ("HOLD", "1", "NSL-2026-0417")
    assert one["reports"]
    assert int(one["row"]) > 0


def test_claims_with_the_next_date_and_no_formula(run: Run, shop: Path) -> None:
    (one,) = rows(run, "claims")
    assert (one["claim"], one["state"], one["category"]) == ("CL-2026-014", "open", "batch-defect")
    assert one["about"] == "'=1+1 lamps flicker"
    assert one["next date"] >= "2026-12-18"


@pytest.mark.parametrize("name", HEADS)
def test_a_workbook_holds_every_column_as_text(run: Run, shop: Path, name: str) -> None:
    out = shop / "list.xlsx"
    assert run("register", name, "--format", "xlsx", "-o", out).code == 0
    sheet = openpyxl.load_workbook(out)[name]
    assert tuple(cell.value for cell in sheet[1]) == HEADS[name]  # type: ignore[index]
    assert "f" not in {cell.data_type for row in sheet.iter_rows() for cell in row}


def test_the_terminal_shows_a_table(run: Run, shop: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "100")
    told = run("register", "claims").out
    assert told.splitlines()[0].split()[:3] == ["claim", "state", "contract"]
    assert max(map(len, told.splitlines())) <= 100


def test_nothing_to_list_and_a_workbook_without_a_file(run: Run, shop: Path, tmp_path: Path) -> None:
    assert run("--workspace", init(tmp_path / "empty").root, "register", "claims").code == 3
    assert run("register", "claims", "--format", "xlsx").code == 2
