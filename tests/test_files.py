from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from tradedocs.errors import InputError, ToolError, UsageError
from tradedocs.files import read_bytes, read_text, write_atomic


def test_a_write_leaves_nothing_but_the_file(tmp_path: Path) -> None:
    target = tmp_path / "new" / "a.bin"
    write_atomic(target, b"one")
    write_atomic(target, b"two")
    assert target.read_bytes() == b"two"
    assert [path.name for path in target.parent.iterdir()] == ["a.bin"]


def test_the_mode_of_a_replaced_file_stays(tmp_path: Path) -> None:
    target = tmp_path / "a.bin"
    target.write_bytes(b"one")
    target.chmod(0o640)
    write_atomic(target, b"two")
    assert target.stat().st_mode & 0o777 == 0o640


def test_a_failed_write_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "a.bin"
    target.write_bytes(b"one")

    def full(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(ToolError, match="No space left"):
        write_atomic(target, b"two")
    assert target.read_bytes() == b"one"
    assert [path.name for path in tmp_path.iterdir()] == ["a.bin"]


def test_too_large_and_missing_files_are_usage_errors(tmp_path: Path) -> None:
    target = tmp_path / "a.bin"
    target.write_bytes(b"12345")
    assert read_bytes(target, limit=5) == b"12345"
    with pytest.raises(UsageError, match="larger than 4 bytes"):
        read_bytes(target, limit=4)
    with pytest.raises(UsageError, match="cannot read"):
        read_bytes(tmp_path / "none", limit=4)
    with pytest.raises(UsageError, match="no file"):
        read_bytes(tmp_path, limit=4)


def test_text_must_be_utf8_and_the_line_is_told(tmp_path: Path) -> None:
    target = tmp_path / "deal.yaml"
    target.write_bytes("\ufeffa: 宁波\n".encode())
    assert read_text(target, limit=100) == "a: 宁波\n"
    target.write_bytes(b"a: 1\nb: \xff\n")
    with pytest.raises(InputError) as caught:
        read_text(target, limit=100)
    assert caught.value.problems[0].place == f"{target}:2:1"


@pytest.mark.skipif(sys.platform == "win32", reason="no named pipes in the file system")
def test_a_named_pipe_is_not_waited_for(tmp_path: Path) -> None:
    pipe = tmp_path / "report.pdf"
    os.mkfifo(pipe)
    with pytest.raises(UsageError, match="no file"):
        read_bytes(pipe, limit=4)
