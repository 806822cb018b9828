"""The stories of docs/claims.md: their commands run as they stand there, and print what stands there."""

from __future__ import annotations

import os
import re
import shlex
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.conftest import Ran
from tests.docs.claim_hands import HANDS
from tradedocs.cli import clock

ROOT = Path(__file__).parent.parent.parent
PAGE = (ROOT / "docs" / "claims.md").read_text(encoding="utf-8")
BEFORE = "Before the claims"
STORIES = [
    title
    for title in re.findall(r"^### (.*)$", PAGE[PAGE.index("## Three stories") :], re.M)
    if title != BEFORE
]
Run = Callable[..., Ran]


def steps(title: str) -> list[tuple[str, list[str]]]:
    """Each command or day of a part, with the lines that it prints there."""
    section = PAGE[PAGE.index(f"### {title}") :]
    block = re.search(r"^```console\n(.*?)^```", section, re.M | re.S)
    assert block is not None
    found: list[tuple[str, list[str]]] = []
    for line in block[1].splitlines():
        if line.startswith(("$ ", "# ")):
            found.append((line, []))
        else:
            found[-1][1].append(line)
    return found


@pytest.fixture
def outside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """An empty folder."""
    before = Path.cwd()
    monkeypatch.setenv("TZ", "UTC")
    monkeypatch.setenv("SAMPLES", str(ROOT / "samples"))
    time.tzset()
    os.chdir(tmp_path)
    yield tmp_path
    os.chdir(before)
    monkeypatch.undo()
    time.tzset()


def lived(line: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A day begins, and people do on it what the line says."""
    day, _, act = line[2:].partition(": ")
    moment = datetime.fromisoformat(f"{day}T09:00:00").replace(tzinfo=UTC)
    monkeypatch.setattr(clock, "now", lambda: moment)
    for words, hand in HANDS.items():
        if act.startswith(words):
            hand()


@pytest.mark.parametrize("title", STORIES)
def test_a_story(run: Run, outside: Path, monkeypatch: pytest.MonkeyPatch, title: str) -> None:
    for line, printed in (*steps(BEFORE), *steps(title)):
        if line.startswith("# "):
            lived(line, monkeypatch)
            continue
        command, _, code = line[2:].partition("   # exit ")
        words = [os.path.expandvars(word) for word in shlex.split(command)]
        if words[0] == "cd":
            os.chdir(words[1])
            continue
        assert words[0] == "tradedocs"
        ran = run(*words[1:])
        assert ran.code == int(code or 0), f"{line}\n{ran.out}\n{ran.err}"
        said = " ".join(f"{ran.out}\n{ran.err}".split())
        for told in printed:
            # A terminal may wrap the words elsewhere.
            assert " ".join(told.split()) in said, f"{line}\n{told}\n{ran.out}\n{ran.err}"


def test_every_hand_is_used() -> None:
    acts = [
        line[2:].partition(": ")[2]
        for title in (BEFORE, *STORIES)
        for line, _ in steps(title)
        if line.startswith("# ")
    ]
    assert len(STORIES) == 3
    for words in HANDS:
        assert sum(act.startswith(words) for act in acts) == 1, words
