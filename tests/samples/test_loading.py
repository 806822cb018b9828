"""The two gates through the command line: what is known only at loading holds the documents, not the loading."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from make_samples import build_report
from tests.conftest import Ran
from tradedocs.word.package import read_parts
from tradedocs.word.text import visible_text

Run = Callable[..., Ran]
SUGAR = Path(__file__).parents[2] / "samples" / "white-sugar"
PASSING = SUGAR / "reports" / "pass.pdf"


@pytest.fixture
def before_loading(workspace: Path) -> Path:
    """A certificate that does not speak of bags and containers yet."""
    path = workspace / "before.pdf"
    gone = frozenset({"Cleanliness of containers", "Condition of bags and marks"})
    path.write_bytes(build_report("white-sugar/pass", drop_rows=gone))
    return path


def check(run: Run, *more: object) -> Ran:
    return run("check", SUGAR / "deal.yaml", *more, "--shipment", "1", "--unsigned")


def last_row(workspace: Path) -> dict[str, object]:
    text = (workspace / "ledger.jsonl").read_text(encoding="utf-8")
    rows = [json.loads(line) for line in text.splitlines()]
    return dict([row["facts"] for row in rows if row["kind"] == "check"][-1])


def test_the_goods_may_be_loaded_while_the_documents_wait(
    run: Run, workspace: Path, before_loading: Path
) -> None:
    ran = check(run, before_loading, "--gate", "load", "--notice", workspace / "notice")
    assert ran.code == 0
    assert ran.out.splitlines()[0].startswith("RELEASE (to load, not for the documents)")
    assert ran.out.splitlines()[1] == "release to load: RELEASE; release of documents: HOLD"
    assert "Cleanliness of containers" in ran.out
    assert "due for the documents" in ran.out
    assert "[documents only; does not hold the loading]" in ran.out
    row = last_row(workspace)
    assert (row["gate"], row["verdict"]) == ("load", "RELEASE")
    assert row["gates"] == {"load": "RELEASE", "documents": "HOLD"}
    note = visible_text(read_parts((workspace / "notice" / "release-note.docx").read_bytes(), name="note"))
    assert "may be loaded in the quantity named" in note
    assert "Open before the documents are released" in note
    assert "may be shipped" not in note


def test_the_documents_are_held_and_then_released_with_what_the_loading_showed(
    run: Run, workspace: Path, before_loading: Path
) -> None:
    held = check(run, before_loading, "--format", "json", "--notice", workspace / "notice")
    assert held.code == 10
    data = json.loads(held.out)
    assert (data["gate"], data["verdict"]) == ("documents", "HOLD")
    assert data["gates"] == {"load": "RELEASE", "documents": "HOLD"}
    assert {one["gate"] for one in data["findings"] if one["severity"] == "HOLD"} == {"documents"}
    notice = visible_text(read_parts((workspace / "notice" / "hold-notice.docx").read_bytes(), name="note"))
    assert "may be loaded; their documents are not released yet" in notice
    assert check(run, PASSING).code == 0


def test_the_day_of_shipment_is_recorded_and_held_against(run: Run, workspace: Path) -> None:
    ran = check(run, PASSING, "--bl-date", "2026-09-18")
    assert ran.code == 0
    assert "shipped on 2026-09-18" in ran.out
    assert "documents not examined by this check: Signed commercial invoice" in ran.out
    assert last_row(workspace)["bl_date"] == "2026-09-18"
    late = check(run, PASSING, "--bl-date", "2026-09-10")
    assert late.code == 10
    assert (
        "hold[certificate-date] (pass.pdf p.1): pass.pdf: the work was done on 2026-09-11, after" in late.out
    )
    assert check(run, PASSING, "--bl-date", "2026-09-10", "--gate", "load").code == 0


def test_a_day_of_shipment_that_lies_ahead_or_is_none_is_refused(run: Run, workspace: Path) -> None:
    for day in ("2999-01-01", "18 September"):
        assert check(run, PASSING, "--bl-date", day).code == 2
    assert not (workspace / "ledger.jsonl").exists()


def test_one_report_serves_one_shipment_whichever_gate_it_opened(
    run: Run, workspace: Path, before_loading: Path
) -> None:
    assert check(run, before_loading, "--gate", "load").code == 0
    other = run(
        "check", SUGAR / "deal.yaml", before_loading, "--shipment", "2", "--unsigned", "--gate", "load"
    )
    assert other.code == 10
    assert "hold[report-reused]" in other.out
