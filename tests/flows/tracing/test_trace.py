"""The story of a lot is told from the rows that are about it, and from no others."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from lxml import html

from tests.conftest import Ran
from tests.flows.tracing.told import PHOTO, a_workspace
from tradedocs.errors import NothingToCheck, RefusedInput, UsageError
from tradedocs.flows.tracing import trace
from tradedocs.ledger import Ledger
from tradedocs.workspace import Workspace, init

Run = Callable[..., Ran]


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    made = a_workspace(tmp_path)
    assert made.root is not None
    letter = made.root / "claims" / "CL-2027-001" / "letters" / "1.docx"
    letter.parent.mkdir()
    return made


def rows(text: str, workspace: Workspace) -> list[int]:
    return [event.row for event in trace(text, workspace).events]


def test_a_contract_has_every_row_of_its_own_and_the_approvals_of_its_texts(workspace: Workspace) -> None:
    story = trace("C-1", workspace)
    assert [event.row for event in story.events] == [1, 3, 5, 6, 7, 8, 9, *range(10, 19)]
    assert (story.lots, story.reports, story.claims) == (("L-1", "L-2"), ("VQ-77", "VQ-78"), ("CL-2027-001",))
    assert [event.phase for event in story.events][:3] == ["clauses", "contract", "contract"]


def test_a_lot_leaves_out_the_checks_and_claims_of_others(workspace: Workspace) -> None:
    assert 9 not in rows("L-1", workspace)
    assert set(rows("L-2", workspace)) == {1, 3, 5, 7, 9, 18}


@pytest.mark.parametrize("name", ["VQ-78", "other.pdf", "e" * 64, "report:VQ-78"])
def test_a_report_is_known_by_number_file_and_hash(workspace: Workspace, name: str) -> None:
    found = rows(name, workspace)
    assert 9 in found
    assert 8 not in found


def test_a_claim_has_its_contract_and_everything_that_followed(workspace: Workspace) -> None:
    story = trace("CL-2027-001", workspace)
    titles = [event.title for event in story.events if event.phase in ("claim", "settlement", "prevention")]
    assert 9 not in [event.row for event in story.events]
    assert titles == [
        "claim CL-2027-001 of Adler opened",
        "evidence p.jpg: photo-close-up",
        "triage: single-defects, minor, borne by seller",
        "letter: acknowledge, to Adler",
        "offer 1 by the seller: goodwill EUR 14.22",
        "settled: goodwill EUR 14.22",
        "promise credit-note kept on 2027-01-20",
        "claim CL-2027-001 closed",
    ]
    assert story.events[-2].details == ("cause: sharp edge of the tray", "lesson (packing): foam tray")


def test_files_are_present_gone_or_altered(workspace: Workspace) -> None:
    assert workspace.root is not None
    story = trace("CL-2027-001", workspace)
    states = {file.name: file.state for event in story.events for file in event.files}
    assert states["evidence/1.jpg"] == "present"
    assert states["letters/1.docx"] == "missing"
    assert states["the file"] == "elsewhere"
    assert story.breaks == ("row 13: claims/CL-2027-001/letters/1.docx is gone",)
    (workspace.root / "claims" / "CL-2027-001" / "evidence" / "1.jpg").write_bytes(PHOTO + b"!")
    assert (
        trace("CL-2027-001", workspace).breaks[0]
        == "row 11: claims/CL-2027-001/evidence/1.jpg was altered since it was recorded"
    )


def test_a_name_of_several_things_asks_which(workspace: Workspace) -> None:
    assert workspace.ledger is not None
    report = {"file": "x.pdf", "sha256": "5" * 64, "report_no": "C-1", "lots": []}
    Ledger(workspace.ledger).append(
        "check", {"contract_no": "C-2", "shipment": 1, "verdict": "HOLD", "reports": [report]}, at=_later()
    )
    with pytest.raises(UsageError) as error:
        trace("C-1", workspace)
    assert "contract:C-1, report:C-1" in error.value.way_out
    assert trace("report:C-1", workspace).contracts == ("C-2",)


def test_an_unknown_name_lists_known_ones(workspace: Workspace) -> None:
    with pytest.raises(UsageError) as error:
        trace("L-9", workspace)
    assert "CL-2027-001" in error.value.way_out


def test_no_ledger_an_empty_one_and_a_broken_one_tell_no_story(workspace: Workspace, tmp_path: Path) -> None:
    with pytest.raises(NothingToCheck):
        trace("C-1", init(tmp_path / "empty"))
    assert workspace.ledger is not None
    lines = workspace.ledger.read_bytes().splitlines(keepends=True)
    workspace.ledger.write_bytes(b"".join([lines[0].replace(b"Lin Mei", b"Lin Nei"), *lines[1:]]))
    with pytest.raises(RefusedInput):
        trace("C-1", workspace)


def test_the_page_shows_every_event_and_runs_nothing(run: Run, workspace: Workspace, tmp_path: Path) -> None:
    out = tmp_path / "story.html"
    ran = run("--workspace", workspace.root, "trace", "CL-2027-001", "--format", "html", "-o", out)
    assert ran.code == 10
    page = html.fromstring(out.read_text(encoding="utf-8"))
    events = trace("CL-2027-001", workspace).events
    assert len(page.findall(".//li")) == len(events)
    assert not page.findall(".//script")
    assert not page.findall(".//b")
    assert "scratches <b>on</b> the lid" in page.text_content()
    assert "default-src 'none'" in out.read_text(encoding="utf-8")


def test_text_and_json(run: Run, workspace: Workspace) -> None:
    text = run("--workspace", workspace.root, "trace", "L-1")
    assert "✓ 2027-01-11  #8  verdict RELEASE, shipment 1" in text.out
    assert "BREAK: row 13" in text.out
    data = json.loads(run("--workspace", workspace.root, "trace", "L-1", "--format", "json").out)
    assert (data["version"], data["subject"], data["head"]["row"]) == (1, "lot", 18)


def _later() -> datetime:

    return datetime(2028, 1, 1, tzinfo=UTC)
