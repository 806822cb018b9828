"""What a kill, a full disk, a folder without the right to write and a drive without locks do to the ledger."""

from __future__ import annotations

import errno
import fcntl
import json
import os
import signal
import socket
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tradedocs.errors import ToolError
from tradedocs.ledger import MENDED, Ledger
from tradedocs.ledger.lock import lock_file

NOON = datetime(2026, 11, 24, 12, tzinfo=UTC)
KILLED = -signal.SIGKILL
_DYING = """
import os, signal, sys
from datetime import UTC, datetime
from pathlib import Path
from tradedocs.ledger import Ledger
left = int(sys.argv[2])
def dying(name):
    real = getattr(os, name)
    def call(*given, **named):
        global left
        left -= 1
        if left == 0:
            if name == "write":
                real(given[0], bytes(given[1])[: len(given[1]) // 2])
            os.kill(os.getpid(), signal.SIGKILL)
        return real(*given, **named)
    setattr(os, name, call)
for name in ("write", "fsync", "ftruncate", "open", "unlink", "replace", "dup"):
    dying(name)
print(Ledger(Path(sys.argv[1])).append("check", {"number": 9}, at=datetime(2026, 11, 24, tzinfo=UTC)).row)
"""


def killed_at(path: Path, call: int) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    return subprocess.run(
        [sys.executable, "-c", _DYING, str(path), str(call)],
        capture_output=True, text=True, env=environment, check=False,
    )  # fmt: skip


@pytest.mark.parametrize("before", [0, 2])
def test_a_kill_at_any_call_loses_no_row_and_the_next_append_goes_on(tmp_path: Path, before: int) -> None:
    call = 0
    while True:
        call += 1
        path = tmp_path / str(call) / "ledger.jsonl"
        path.parent.mkdir()
        for number in range(before):
            Ledger(path).append("check", {"number": number}, at=NOON)
        done = killed_at(path, call)
        kept = [row.facts for row in Ledger(path).rows()]
        assert kept[:before] == [{"number": number} for number in range(before)]
        assert kept[before:] in ([], [{"number": 9}])
        if done.returncode == 0:
            assert kept[before:] == [{"number": 9}]
        else:
            assert done.returncode == KILLED, done.stderr
            assert not done.stdout
        Ledger(path).append("check", {"number": 10}, at=NOON)
        after = [row.facts for row in Ledger(path).rows() if row.kind != MENDED]
        assert after == [*kept, {"number": 10}]
        assert Ledger(path).verify().intact
        if done.returncode == 0:
            break
    assert call > 4


def test_an_unfinished_line_is_laid_aside_and_named(tmp_path: Path) -> None:
    path = tmp_path / "ledger.jsonl"
    Ledger(path).append("check", {}, at=NOON)
    with path.open("ab") as file:
        file.write(b'{"at": "2026-')
    found = Ledger(path).verify()
    assert (found.rows, found.broken, found.torn, found.intact) == (1, None, b'{"at": "2026-', False)
    assert Ledger(path).append("check", {}, at=NOON).row == 3
    mended = list(Ledger(path).rows())[1]
    assert mended.kind == MENDED
    assert (tmp_path / mended.facts["file"]).read_bytes() == b'{"at": "2026-'


def test_a_whole_row_without_its_line_end_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "ledger.jsonl"
    Ledger(path).append("check", {"number": 1}, at=NOON)
    path.write_bytes(path.read_bytes()[:-1])
    assert Ledger(path).verify().intact
    assert Ledger(path).append("check", {"number": 2}, at=NOON).row == 2
    assert [row.facts["number"] for row in Ledger(path).rows()] == [1, 2]


@pytest.mark.parametrize("failing", [1, 2])
@pytest.mark.parametrize("name", ["write", "fsync"])
def test_a_full_disk_leaves_nothing_half_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, failing: int
) -> None:
    path = tmp_path / "ledger.jsonl"
    real, calls = getattr(os, name), 0

    def full(*given: object) -> object:
        nonlocal calls
        calls += 1
        if calls != failing:
            return real(*given)
        if name == "write":
            real(given[0], bytes(given[1])[:7])  # type: ignore[call-overload]
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with monkeypatch.context() as patch:
        patch.setattr(os, name, full)
        with pytest.raises(ToolError, match="No space left"):
            Ledger(path).append("check", {"number": 1}, at=NOON)
    assert not list(tmp_path.glob("*.lock"))
    assert not path.exists() or path.read_bytes() == b""
    assert Ledger(path).append("check", {"number": 2}, at=NOON).row == 1


def test_a_short_write_is_finished(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = os.write
    path = tmp_path / "ledger.jsonl"
    with lock_file(tmp_path / "other"):
        pass
    monkeypatch.setattr(os, "write", lambda handle, data: real(handle, bytes(data)[:200]))
    Ledger(path).append("check", {"text": "x" * 2000}, at=NOON)
    assert Ledger(path).verify().intact


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_without_the_right_to_write_is_said(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    with pytest.raises(ToolError, match="Permission denied"):
        Ledger(tmp_path / "ledger.jsonl").append("check", {}, at=NOON)
    tmp_path.chmod(0o700)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("code", [errno.ENOLCK, errno.ENOTSUP])
def test_a_drive_without_locks_is_served_by_the_lock_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int
) -> None:
    def none(*_: object) -> None:
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr(fcntl, "flock", none)
    assert Ledger(tmp_path / "ledger.jsonl").append("check", {}, at=NOON).row == 1


def test_the_lock_of_a_dead_process_is_taken_over(tmp_path: Path) -> None:
    gone = subprocess.Popen([sys.executable, "-c", ""])
    gone.wait()
    holder = {"host": socket.gethostname(), "pid": gone.pid, "at": "2026-11-24T12:00:00+00:00", "key": "a"}
    (tmp_path / "ledger.jsonl.lock").write_text(json.dumps(holder))
    assert Ledger(tmp_path / "ledger.jsonl").append("check", {}, at=NOON).row == 1
    assert [one.name for one in tmp_path.iterdir()] == ["ledger.jsonl"]


def test_the_lock_of_another_machine_is_waited_for_and_then_named(tmp_path: Path) -> None:
    held = json.dumps({"host": "elsewhere", "pid": 7, "at": "2026-11-24T12:00:00+00:00", "key": "a"})
    lock = tmp_path / "ledger.jsonl.lock"
    lock.write_text(held)
    with (
        pytest.raises(ToolError, match="process 7 on elsewhere since 2026-11-24"),
        lock_file(tmp_path / "ledger.jsonl", wait=0.05),
    ):
        pass
    assert lock.read_text() == held
    with lock_file(tmp_path / "ledger.jsonl", stale=0.05):
        assert lock.read_text() != held
    assert not lock.exists()


def test_a_drive_that_is_read_only_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = os.open

    def refused(path: str | Path, flags: int, *rest: int) -> int:
        if flags & os.O_CREAT:
            raise OSError(errno.EROFS, os.strerror(errno.EROFS))
        return real(path, flags, *rest)

    with monkeypatch.context() as patch:
        patch.setattr(os, "open", refused)
        with pytest.raises(ToolError, match="Read-only file system") as caught:
            Ledger(tmp_path / "ledger.jsonl").append("check", {}, at=NOON)
    assert "Nothing was recorded" in caught.value.way_out
    assert list(tmp_path.iterdir()) == []


def test_a_clock_that_went_backwards_is_recorded_and_noted(tmp_path: Path) -> None:
    ledger = Ledger(tmp_path / "ledger.jsonl")
    for hour in (12, 11, 13):
        ledger.append("check", {}, at=NOON.replace(hour=hour))
    found = ledger.verify()
    assert found.intact
    assert found.backwards == (2,)


def test_the_same_words_have_the_same_hash(tmp_path: Path) -> None:
    one = Ledger(tmp_path / "a.jsonl").append("check", {"name": "Caf\u00e9"}, at=NOON)
    other = Ledger(tmp_path / "b.jsonl").append("check", {"name": "Cafe\u0301"}, at=NOON)
    assert one == other
