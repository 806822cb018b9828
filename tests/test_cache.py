from __future__ import annotations

import json
import os
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from tradedocs import cache

KEY = "k" * 64
posix = pytest.mark.skipif(sys.platform == "win32", reason="the owner and mode of a file are POSIX's")


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("TRADEDOCS_CACHE", str(tmp_path / "cache"))
    return tmp_path / "cache"


def the_file(folder: Path) -> Path:
    (file,) = folder.iterdir()
    return file


def test_what_was_kept_is_there_again() -> None:
    assert cache.kept("kind", KEY) is None
    cache.keep("kind", KEY, {"name": "Beton 混凝土"}, b"\x00\n\xff")
    assert cache.kept("kind", KEY) == ({"name": "Beton 混凝土"}, b"\x00\n\xff")
    assert cache.kept("kind", "l" * 64) is None
    assert cache.kept("other", KEY) is None


@pytest.mark.parametrize(
    "damage",
    [
        lambda raw: b"",
        lambda raw: raw[:-1],
        lambda raw: raw[:70],
        lambda raw: raw + b"x",
        lambda raw: raw.replace(b"payload", b"payl0ad"),
        lambda raw: raw.replace(b'"a":1', b'"a":2'),
        lambda raw: b"\x80\x04" + raw,
    ],
)
def test_a_damaged_entry_counts_as_not_there_and_is_written_anew(folder: Path, damage) -> None:  # type: ignore[no-untyped-def]
    cache.keep("kind", KEY, {"a": 1}, b"payload")
    file = the_file(folder)
    raw = file.read_bytes()
    file.write_bytes(damage(raw))
    assert cache.kept("kind", KEY) is None
    cache.keep("kind", KEY, {"a": 1}, b"payload")
    assert the_file(folder).read_bytes() == raw


def test_an_entry_under_the_name_of_another_counts_as_not_there(folder: Path) -> None:
    cache.keep("kind", KEY, {"a": 1})
    the_file(folder).rename(folder / f"kind-{'l' * 64}")
    assert cache.kept("kind", "l" * 64) is None


@pytest.mark.parametrize("facts", ["[1]", "1", "not json"])
def test_facts_that_are_no_mapping_count_as_not_there(folder: Path, facts: str) -> None:
    cache.keep("kind", KEY, {})
    rest = facts.encode() + b"\n"
    the_file(folder).write_bytes(cache._seal("kind", KEY, rest) + b"\n" + rest)
    assert cache.kept("kind", KEY) is None


def test_the_key_changes_with_every_input_and_with_the_program(monkeypatch: pytest.MonkeyPatch) -> None:
    keys = {
        cache.key_of(), cache.key_of("a"), cache.key_of("b"), cache.key_of("a", "b"), cache.key_of("ab"),
        cache.key_of("", "ab"), cache.key_of(b"a", b"b", b""),
    }  # fmt: skip
    assert len(keys) == 7
    assert cache.key_of("a") == cache.key_of(b"a")
    known = cache.key_of("a")
    monkeypatch.setattr(cache, "_program", lambda: b"another version")
    assert cache.key_of("a") != known


def test_a_changed_program_file_is_another_program(tmp_path: Path) -> None:
    module = tmp_path / "module.py"
    module.write_text("x = 1\n")
    (tmp_path / "__pycache__").mkdir()
    before = list(cache._files(tmp_path))
    (tmp_path / "__pycache__" / "module.pyc").write_bytes(b"")
    assert list(cache._files(tmp_path)) == before
    module.write_text("x = 12\n")
    assert list(cache._files(tmp_path)) != before


def test_switched_off_nothing_is_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TRADEDOCS_CACHE", "")
    monkeypatch.chdir(tmp_path)
    cache.keep("kind", KEY, {})
    assert cache.kept("kind", KEY) is None
    assert list(tmp_path.iterdir()) == []


@posix
def test_it_lies_in_the_users_cache_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("TRADEDOCS_CACHE")
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "xdg"))
    assert cache.folder() == tmp_path / "xdg" / "tradedocs"
    monkeypatch.setenv("XDG_CACHE_HOME", "relative")
    assert cache.folder() == tmp_path / ".cache" / "tradedocs"
    monkeypatch.setattr(sys, "platform", "darwin")
    assert cache.folder() == tmp_path / "Library" / "Caches" / "tradedocs"


@posix
def test_only_its_owner_may_look_into_it(folder: Path) -> None:
    cache.keep("kind", KEY, {})
    assert folder.stat().st_mode & 0o777 == 0o700
    assert the_file(folder).stat().st_mode & 0o777 == 0o600


@posix
def test_what_others_may_write_is_not_trusted(folder: Path) -> None:
    cache.keep("kind", KEY, {})
    the_file(folder).chmod(0o622)
    assert cache.kept("kind", KEY) is None
    folder.chmod(0o777)
    cache.keep("kind", "l" * 64, {})
    assert len(list(folder.iterdir())) == 1


@posix
def test_a_folder_that_cannot_be_written_is_no_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_text("a file, no folder")
    monkeypatch.setenv("TRADEDOCS_CACHE", str(tmp_path / "file" / "cache"))
    cache.keep("kind", KEY, {})
    assert cache.kept("kind", KEY) is None


@posix
@pytest.mark.skipif(hasattr(os, "geteuid") and os.geteuid() == 0, reason="root may write everywhere")
def test_a_read_only_folder_still_serves(folder: Path) -> None:
    cache.keep("kind", KEY, {"a": 1})
    folder.chmod(0o500)
    try:
        cache.keep("kind", "l" * 64, {})
        assert cache.kept("kind", KEY) == ({"a": 1}, b"")
        assert cache.kept("kind", "l" * 64) is None
    finally:
        folder.chmod(0o700)


def test_only_the_entries_used_last_are_kept(folder: Path) -> None:
    for number in range(cache.MOST):
        cache.keep("kind", f"{number}", {})
        os.utime(folder / f"kind-{number}", (number, number))
    cache.keep("another", "0", {})
    cache.kept("kind", "0")
    cache.keep("kind", "new", {})
    left = {file.name for file in folder.iterdir()}
    assert left == {"another-0", "kind-0", "kind-new", *(f"kind-{number}" for number in range(2, cache.MOST))}


def test_writers_at_the_same_time_leave_one_whole_entry(folder: Path) -> None:
    def write(number: int) -> None:
        cache.keep("kind", KEY, {"n": number}, bytes([number]) * 100_000)

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(write, range(40)))
    found = cache.kept("kind", KEY)
    assert found is not None
    assert found.data == bytes([found.facts["n"]]) * 100_000
    assert the_file(folder).name == f"kind-{KEY}"


def test_an_entry_is_data_and_never_code(folder: Path) -> None:
    cache.keep("kind", KEY, {"a": [1, "two", None]}, b"bytes")
    _, facts, data = the_file(folder).read_bytes().split(b"\n", 2)
    assert (json.loads(facts), data) == ({"a": [1, "two", None]}, b"bytes")
