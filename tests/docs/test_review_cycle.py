"""The whole cycle of docs/review.md: its commands run as they stand there, and print what stands there."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.conftest import Ran
from tests.word.hands import track, worked_on
from tradedocs.word.package import read_parts

ROOT = Path(__file__).parent.parent.parent
PAGE = (ROOT / "docs" / "review.md").read_text(encoding="utf-8")
WRITTEN_ON = "2026-11-25"
CLAUSE = Path("clauses/disputes/claims/standard.md")
Run = Callable[..., Ran]


def drafted() -> None:
    """Chen Yu's change in both languages."""
    text = CLAUSE.read_text(encoding="utf-8")
    for old, new in (
        ("within 2 working days", "within 3 working days"),
        ("后2个工作日内", "后3个工作日内"),
        ("version: 2.0.1", "version: 2.0.2\nauthor: Chen Yu\nwhy: The works need a third day."),
    ):
        assert text.count(old) == 1
        text = text.replace(old, new)
    CLAUSE.write_text(text, encoding="utf-8")


def edited(source: str, target: str, who: str, *pairs: tuple[str, str]) -> None:
    """Words typed over in Word with tracking on."""
    works = [track(old, new, author=who) for old, new in pairs]
    Path(target).write_bytes(worked_on(Path(source).read_bytes(), *works))


HANDS: dict[str, Callable[[], object]] = {
    "Chen Yu changes disputes.claims": drafted,
    "Zhao Lei works on pack.docx": lambda: edited(
        "pack.docx", "back.docx", "Zhao Lei",
        ("refuses with", "refuses in writing with"), ("或说明理由予以拒绝", "或书面说明理由予以拒绝"),
    ),
    "Lin Mei signs": lambda: Path("final.pdf").write_bytes(b"%PDF-1.4 a scan"),
    "The buyer edits contract.docx": lambda: edited(
        "contract.docx", "returned.docx", "D. Harrow",
        ("with reasons. Silence", "with reasons and evidence. Silence"),
        ("或书面说明理由予以拒绝", "或书面说明理由并附证据予以拒绝"),
    ),
}  # fmt: skip
"""What people do between the commands, by the beginning of its line."""


def steps() -> Iterator[tuple[str, list[str]]]:
    """Each command or act of the page, with the lines that it prints there."""
    section = PAGE[PAGE.index("## A whole cycle") :]
    block = re.search(r"^```console\n(.*?)^```", section, re.M | re.S)
    assert block is not None
    today = datetime.now(UTC).date().isoformat()
    found: list[tuple[str, list[str]]] = []
    for line in block[1].replace(WRITTEN_ON, today).splitlines():
        if line.startswith(("$ ", "# ")):
            found.append((line, []))
        else:
            found[-1][1].append(line)
    return iter(found)


@pytest.fixture
def outside(tmp_path: Path) -> Iterator[Path]:
    """An empty folder, where the day is that of the ledger."""
    before = Path.cwd()
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TZ", "UTC")
        patch.setenv("SAMPLES", str(ROOT / "samples"))
        time.tzset()
        os.chdir(tmp_path)
        yield tmp_path
        os.chdir(before)
    time.tzset()


def test_the_whole_cycle(run: Run, outside: Path) -> None:
    acts, commands = list(HANDS), 0
    for line, printed in steps():
        if line.startswith("# "):
            act = acts.pop(0)
            assert line[2:].startswith(act)
            HANDS[act]()
            continue
        command, _, code = line[2:].partition("   # exit ")
        words = [os.path.expandvars(word) for word in shlex.split(command)]
        if words[0] == "cd":
            os.chdir(words[1])
        elif words[0] == "cp":
            shutil.copyfile(*words[1:])
        else:
            assert words[0] == "tradedocs"
            ran = run(*words[1:])
            commands += 1
            assert ran.code == int(code or 0), f"{line}\n{ran.out}\n{ran.err}"
            for told in printed:
                assert told in f"{ran.out}\n{ran.err}", f"{line}\n{told}\n{ran.out}\n{ran.err}"
    assert not acts
    assert commands > 20
    memo = read_parts((outside / "house" / "memo.docx").read_bytes(), name="memo.docx")["word/document.xml"]
    assert "we keep the evidence anyway" in memo.decode()
