"""Several who write one ledger: at once, or one of them after it was taken for dead."""

from __future__ import annotations

import json
import os
from concurrent.futures import ProcessPoolExecutor
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from tradedocs.errors import ToolError
from tradedocs.ledger import MENDED, Ledger, store
from tradedocs.ledger.chain import START, line_of

NOON = datetime(2026, 11, 24, 12, tzinfo=UTC)
ELSEWHERE = json.dumps({"host": "elsewhere", "pid": 7, "at": NOON.isoformat(), "key": "a"})


def _write(path: Path, who: int, count: int) -> list[int]:
    ledger = Ledger(path)
    return [ledger.append("check", {"who": who, "n": number}, at=NOON).row for number in range(count)]


def test_two_processes_with_many_rows_lose_none(tmp_path: Path) -> None:
    path, each = tmp_path / "ledger.jsonl", 200
    with ProcessPoolExecutor(2) as pool:
        told = list(pool.map(_write, [path] * 2, range(2), [each] * 2))
    rows = list(Ledger(path).rows())
    assert Ledger(path).verify().intact
    for who in range(2):
        mine = [row for row in rows if row.facts["who"] == who]
        assert [row.facts["n"] for row in mine] == list(range(each))
        assert [row.row for row in mine] == told[who]
    assert [one.name for one in tmp_path.iterdir()] == ["ledger.jsonl"]


def _sleeper(path: Path, monkeypatch: pytest.MonkeyPatch, name: str, wakes: Any, times: int = 1) -> None:
    """Somebody else writes, as after a takeover, when the process of this test comes to a place."""
    real, left = getattr(store, name), times

    def slow(*given: Any) -> Any:
        nonlocal left
        if left:
            left -= 1
            wakes(path)
        return real(*given)

    monkeypatch.setattr(store, name, slow)


def _others_write(path: Path) -> None:
    """As another machine does that took the lock over and is done: the lock of the system is not kept there."""
    text, _ = line_of("check", {"who": "other"}, NOON, Ledger(path).verify().last or START)
    with path.open("ab") as file:
        file.write(text.encode())


@pytest.mark.parametrize("place", ["line_of", "_write_durably"])
@pytest.mark.parametrize("before", [0, 2])
def test_who_stood_still_while_others_wrote_tries_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, place: str, before: int
) -> None:
    path = tmp_path / "ledger.jsonl"
    ledger = Ledger(path)
    for number in range(before):
        ledger.append("check", {"who": number}, at=NOON)
    real = line_of
    with monkeypatch.context() as patch:
        _sleeper(path, patch, place, lambda one: _with(patch, real, one))
        anchor = ledger.append("check", {"who": "me"}, at=NOON)
    assert anchor.row == before + 2
    assert [row.facts["who"] for row in Ledger(path).rows()] == [*range(before), "other", "me"]
    assert Ledger(path).verify((anchor,)).intact


def _with(patch: pytest.MonkeyPatch, real: Any, path: Path) -> None:
    patch.setattr(store, "line_of", real)
    _others_write(path)


def test_who_lost_the_lock_without_a_row_written_tries_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "ledger.jsonl"
    lock = tmp_path / "ledger.jsonl.lock"
    with monkeypatch.context() as patch:
        _sleeper(path, patch, "line_of", lambda _: lock.write_text(ELSEWHERE))
        patch.setattr(store, "lock_file", _impatient)
        assert Ledger(path).append("check", {}, at=NOON).row == 1
    assert Ledger(path).verify().rows == 1


def _impatient(path: Path) -> Any:
    from tradedocs.ledger.lock import lock_file

    return lock_file(path, stale=0.05)


def test_who_always_loses_the_lock_says_so_and_records_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "ledger.jsonl"
    lock = tmp_path / "ledger.jsonl.lock"
    _sleeper(path, monkeypatch, "line_of", lambda _: lock.write_text(ELSEWHERE), times=99)
    monkeypatch.setattr(store, "lock_file", _impatient)
    with pytest.raises(ToolError, match="took the lock"):
        Ledger(path).append("check", {}, at=NOON)
    assert path.read_bytes() == b""


def test_a_full_disk_takes_no_row_of_others_with_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "ledger.jsonl"
    Ledger(path).append("check", {"who": 0}, at=NOON)
    real = os.write

    def full(handle: int, data: bytes) -> int:
        if b"elsewhere" not in bytes(data) and b'"host"' not in bytes(data):
            _others_write(path)
            raise OSError(28, "No space left on device")
        return real(handle, data)

    with monkeypatch.context() as patch:
        patch.setattr(os, "write", full)
        with pytest.raises(ToolError, match="No space left"):
            Ledger(path).append("check", {"who": "me"}, at=NOON)
    assert [row.facts["who"] for row in Ledger(path).rows()] == [0, "other"]


def test_rows_of_several_kinds_are_written_together(tmp_path: Path) -> None:
    path = tmp_path / "ledger.jsonl"
    anchors = Ledger(path).append_rows((("report-read", {}), ("check", {"n": 1})), at=NOON)
    assert [anchor.row for anchor in anchors] == [1, 2]
    assert [row.kind for row in Ledger(path).rows()] == ["report-read", "check"]
    assert Ledger(path).append_rows((), at=NOON) == ()


def test_an_unfinished_line_is_taken_off_only_by_who_holds_the_lock(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "ledger.jsonl"
    Ledger(path).append("check", {"who": 0}, at=NOON)
    whole = path.read_bytes()
    path.write_bytes(whole + b'{"half')

    def mended_by_others(_: Path) -> None:
        monkeypatch.undo()
        path.write_bytes(whole)
        _others_write(path)

    _sleeper(path, monkeypatch, "line_of", mended_by_others)
    assert Ledger(path).append("check", {"who": "me"}, at=NOON).row == 3
    rows = list(Ledger(path).rows())
    assert [row.facts.get("who") for row in rows if row.kind != MENDED] == [0, "other", "me"]
