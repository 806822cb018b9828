"""What a kill, a full disk and a read-only folder do to a check: no release is said or written without its row."""

from __future__ import annotations

import errno
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import Ran
from tradedocs.flows.ledger_verify import verify
from tradedocs.ledger import Ledger
from tradedocs.workspace import Workspace, data_folder, find, init

Run = Callable[..., Ran]
SUGAR = data_folder() / "samples" / "white-sugar"
CHECK = (
    "check", SUGAR / "deal.yaml", SUGAR / "reports" / "pass.pdf", "--shipment", "1", "--unsigned",
)  # fmt: skip
# Everything is loaded before the forks, so that each costs little. Each fork dies at another call.
_DYING = """
import os, pickle, signal, sys
from pathlib import Path
import tradedocs.flows.verdict_files, tradedocs.flows.notice
from tradedocs.cli.main import main
from tradedocs.flows import crosscheck
root, arguments = Path(sys.argv[1]), sys.argv[2:]
looked = crosscheck.with_second_readings
def once(*given):
    kept = root / "second-reading"
    if not kept.exists():
        kept.write_bytes(pickle.dumps(looked(*given)))
    return pickle.loads(kept.read_bytes())
crosscheck.with_second_readings = once
def run(folder, left):
    def dying(name):
        real = getattr(os, name)
        def call(*given, **named):
            nonlocal left
            left -= 1
            if left == 0:
                os.kill(os.getpid(), signal.SIGKILL)
            return real(*given, **named)
        setattr(os, name, call)
    for name in ("fsync", "replace", "unlink", "rename"):
        dying(name)
    os.chdir(folder)
    out = os.open("stdout", os.O_CREAT | os.O_WRONLY)
    os.dup2(out, 1); os.dup2(out, 2)
    main([*arguments, "--out", "verdict", "--notice", "notice"])
for call in range(200):  # the first goes to the end, and keeps what is read
    folder = root / str(call)
    folder.mkdir()
    (folder / "tradedocs.toml").write_text((root / "tradedocs.toml").read_text())
    for name in ("clauses", "templates"):
        if (root / name).exists():
            os.symlink(root / name, folder / name)
    child = os.fork()
    if child == 0:
        run(folder, call)
    _, status = os.waitpid(child, 0)
    if call and os.WIFEXITED(status):
        print(call, os.WEXITSTATUS(status))
        break
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    made = init(tmp_path / "w").root
    assert made is not None
    return made


def _whole(folder: Path) -> None:
    for path in folder.rglob("*"):
        if path.is_file() and not any(part.startswith(".") for part in path.relative_to(folder).parts):
            data = path.read_bytes()
            ends = {".json": b"}", ".html": b"</html>", ".pdf": b"%%EOF"}.get(path.suffix, b"")
            assert data.rstrip().endswith(ends), path
            if path.suffix == ".docx":
                shutil.unpack_archive(path, folder / "unpacked", "zip")


def test_a_kill_at_any_call_leaves_no_release_without_its_row(root: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", _DYING, str(root), *map(str, CHECK)],
        capture_output=True, text=True, check=True,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path), "TRADEDOCS_CACHE": str(root / "cache")},
    )  # fmt: skip
    last, code = map(int, done.stdout.split())
    assert (code, last > 15) == (0, True), (root / str(last) / "stdout").read_text()
    states = set()
    for call in range(1, last + 1):
        folder = root / str(call)
        workspace = find(folder)
        _whole(folder)
        folders = tuple(one for one in (folder / "verdict", folder / "notice") if one.is_dir())
        checked = verify(workspace, (), folders, ())
        assert (checked.found.broken, checked.problems) == (None, ())
        kinds = _kinds(workspace)
        said = (folder / "stdout").read_text()
        assert "check" in kinds or ("RELEASE" not in said and not list(folder.rglob("verdict.*"))), call
        assert "release-used" in kinds or not list(folder.glob("notice/*.docx")), call
        states.add(kinds)
    assert {(), ("report-read", "check"), ("report-read", "check", "release-used")} <= states


def _kinds(workspace: Workspace) -> tuple[str, ...]:
    assert workspace.ledger is not None
    return tuple(row.kind for row in Ledger(workspace.ledger).rows())


def test_a_full_disk_while_the_row_is_written_gives_no_verdict(
    run: Run, workspace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", full)
        ran = run(*CHECK, "--out", "verdict")
    assert (ran.code, "RELEASE" in ran.out) == (1, False)
    assert "No space left" in ran.err
    assert not list((workspace / "verdict").iterdir())
    assert run("ledger", "verify").out.startswith("intact: 0 rows")


def test_a_full_disk_after_the_row_says_so_and_names_the_head(
    run: Run, workspace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = Path.replace

    def full(self: Path, target: Path) -> Path:
        if target.name == "verdict.html":
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        return real(self, target)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", full)
        ran = run(*CHECK, "--out", "verdict")
    assert (ran.code, ran.out) == (1, "")
    assert "No space left" in ran.err
    (head,) = [line for line in ran.err.splitlines() if line.startswith("ledger row 2, head ")]
    anchor = "2:" + head.split()[-1]
    assert run("ledger", "verify", "--receipts", "verdict", "--anchor", anchor).code == 0
    assert run(*CHECK, "--out", "verdict").code == 0


def test_a_read_only_folder_is_refused_before_anything_is_recorded(
    run: Run, workspace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import tempfile

    def refused(*_: object, **__: object) -> None:
        raise OSError(errno.EROFS, os.strerror(errno.EROFS))

    with monkeypatch.context() as patch:
        patch.setattr(tempfile, "TemporaryFile", refused)
        ran = run(*CHECK, "--out", "verdict")
    assert ran.code == 1
    assert "Read-only" in ran.err
    assert not (workspace / "ledger.jsonl").exists()


def test_a_release_whose_row_was_taken_away_is_none(run: Run, workspace: Path) -> None:
    assert run(*CHECK, "--out", "verdict", "--notice", "notice").code == 0
    kept = json.loads((workspace / "verdict" / "verdict.json").read_text())["ledger"]
    rows = (workspace / "ledger.jsonl").read_bytes().splitlines(keepends=True)
    (workspace / "ledger.jsonl").write_bytes(b"".join(rows[:1]))
    assert run("ledger", "verify").code == 0  # the chain alone cannot show it
    ran = run("ledger", "verify", "--receipts", "verdict", "--receipts", "notice")
    assert ran.code == 20
    assert ran.out.count("this RELEASE is none") == 2
    ran = run("ledger", "verify", "--anchor", f"{kept['row']}:{kept['sha256']}")
    assert (ran.code, "is not in the ledger" in ran.out) == (20, True)
