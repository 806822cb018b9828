from __future__ import annotations

import json
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tradedocs.errors import UsageError
from tradedocs.flows.ledger_verify import anchor_of, verify
from tradedocs.ledger import Ledger
from tradedocs.model.anchor import Anchor
from tradedocs.workspace import Workspace, init

NOON = datetime(2026, 11, 24, 12, tzinfo=UTC)

ROW = {
    "contract_no": "C-1", "verdict": "RELEASE", "gate": "loading", "rules": ["value-outside"],
    "contract_sha256": "a" * 64, "spec_sha256": "b" * 64,
}  # fmt: skip


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    made = init(tmp_path / "w")
    assert made.ledger is not None
    for number in range(5):
        Ledger(made.ledger).append("check", {**ROW, "n": number}, at=NOON)
    return made


def lines_of(workspace: Workspace) -> tuple[Path, list[bytes], Anchor]:
    assert workspace.ledger is not None
    last = Ledger(workspace.ledger).verify().last
    assert last is not None
    return workspace.ledger, workspace.ledger.read_bytes().splitlines(keepends=True), last


BREAKS: dict[str, Callable[[list[bytes]], list[bytes]]] = {
    "edit": lambda rows: [rows[0].replace(b'"n": 0', b'"n": 8'), *rows[1:]],
    "delete in the middle": lambda rows: [*rows[:2], *rows[3:]],
    "reorder": lambda rows: [rows[1], rows[0], *rows[2:]],
    "insert": lambda rows: [*rows[:2], rows[1], *rows[2:]],
    "empty line": lambda rows: [*rows[:2], b"\n", *rows[2:]],
}


@pytest.mark.parametrize("attack", BREAKS)
def test_a_broken_link_is_found_without_an_anchor(workspace: Workspace, attack: str) -> None:
    path, rows, _ = lines_of(workspace)
    path.write_bytes(b"".join(BREAKS[attack](rows)))
    assert verify(workspace, (), (), ()).found.broken is not None


@pytest.mark.parametrize("attack", ["cut tail", "rewrite everything"])
def test_what_the_chain_alone_cannot_show_is_found_by_an_anchor(workspace: Workspace, attack: str) -> None:
    path, rows, last = lines_of(workspace)
    path.write_bytes(b"".join(rows[:3]) if attack == "cut tail" else b"")
    if attack == "rewrite everything":
        for number in range(5):
            Ledger(path).append("check", {"verdict": "RELEASE", "n": number + 1}, at=NOON)
    assert verify(workspace, (), (), ()).found.intact
    checked = verify(workspace, (last,), (), ())
    assert checked.found.missing == (last,)
    assert len(checked.problems) == 1


def kept(folder: Path, **told: object) -> Path:
    folder.mkdir(exist_ok=True)
    path = folder / "verdict.json"
    contract = {"number": "C-1", "sha256": "a" * 64, "spec_sha256": "b" * 64}
    said = {
        "verdict": "RELEASE",
        "gate": "loading",
        "contract": contract,
        "findings": [{"rule": "value-outside"}],
    }
    path.write_text(json.dumps({**said, **told}))
    return path


def test_a_release_has_its_row(workspace: Workspace, tmp_path: Path) -> None:
    _, _, last = lines_of(workspace)
    path = kept(tmp_path / "v", ledger={"row": last.row, "sha256": last.sha256})
    assert verify(workspace, (), (path.parent,), (path,)).problems == ()


@pytest.mark.parametrize("ledger", [None, {"row": 5, "sha256": "0" * 64}, {"row": 99, "sha256": "0" * 64}])
def test_a_release_without_its_row_is_none(workspace: Workspace, tmp_path: Path, ledger: object) -> None:
    path = kept(tmp_path / "v", ledger=ledger)
    (problem,) = verify(workspace, (), (path.parent,), ()).problems
    assert "is none" in problem


@pytest.mark.parametrize(
    ("changed", "named"),
    [
        ({"verdict": "HOLD"}, "verdict"),
        ({"gate": "release"}, "gate"),
        ({"findings": []}, "rules"),
        ({"contract": {"number": "C-1", "sha256": "c" * 64, "spec_sha256": "b" * 64}}, "contract_sha256"),
    ],
)
def test_a_verdict_that_says_another_thing_than_its_row_is_found(
    workspace: Workspace, tmp_path: Path, changed: dict[str, object], named: str
) -> None:
    _, _, last = lines_of(workspace)
    path = kept(tmp_path / "v", ledger={"row": last.row, "sha256": last.sha256}, **changed)
    (problem,) = verify(workspace, (), (), (path,)).problems
    assert named in problem


@pytest.mark.parametrize("text", ["", "5", "5:ab", "0:" + "a" * 64, "x:" + "a" * 64])
def test_an_anchor_is_a_number_and_a_hash(text: str) -> None:
    with pytest.raises(UsageError):
        anchor_of(text)
