"""A Word file that came back is refused before it is read, whichever command reads it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import Ran
from tests.flows.returned import SAMPLES, called, house
from tests.word.hostile import KINDS
from tradedocs.ledger import Ledger
from tradedocs.word.hostile import parts_from_outside

Run = Callable[..., Ran]
DEAL = SAMPLES / "led-lamps" / "deal.yaml"
COMMANDS: dict[str, tuple[str, ...]] = {
    "read-pack": ("clause", "read-pack", "{file}"),
    "compare": ("contract", "compare", "{file}"),
    "compare-with-what-was-sent": ("contract", "compare", "{file}", "--sent", "{good}"),
    "compare-sent": ("contract", "compare", "{good}", "--sent", "{file}"),
    "accept": (
        "contract", "accept", "{file}", "disputes.claims", "--by", "A. Counsel", "--reason", "so",
        "--authority", "legal",
    ),
    "verify": ("contract", "verify", "{file}"),
    "show": ("contract", "show", "{file}"),
    "adopt": ("contract", "adopt", "{file}", "--deal", str(DEAL), "--by", "A. Counsel", "-o", "{file}.json"),
}  # fmt: skip


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = house(tmp_path_factory.mktemp("hostile"))
    called(
        "--workspace",
        root,
        "clause",
        "pack",
        "disputes.claims",
        "-o",
        root / "pack.docx",
        "--as-of",
        "2026-11-25",
    )
    return root


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("kind", KINDS)
def test_a_hostile_file_is_refused_and_nothing_is_recorded(
    run: Run, root: Path, kind: str, command: str
) -> None:
    good = root / ("pack.docx" if command == "read-pack" else "en.docx")
    made, said, code = KINDS[kind]
    file = root / "hostile.docx"
    file.write_bytes(made(good.read_bytes()))
    rows = len(list(Ledger(root / "ledger.jsonl").rows()))
    ran = run("--workspace", root, *(part.format(file=file, good=good) for part in COMMANDS[command]))
    assert (ran.code, said in ran.err) == (code, True), ran.err
    assert ran.out == ""
    assert len(list(Ledger(root / "ledger.jsonl").rows())) == rows


def test_the_files_that_were_sent_pass(root: Path) -> None:
    for name in ("pack.docx", "en.docx", "zh.docx", "en-zh.docx"):
        assert parts_from_outside((root / name).read_bytes(), name=name)


def test_a_word_file_is_no_clause(run: Run, root: Path) -> None:
    """`clause diff` takes clause files only: a Word file is never opened by it."""
    (root / "back.docx").write_bytes(b"x")
    ran = run("--workspace", root, "clause", "diff", "disputes.claims", root / "back.docx")
    assert (ran.code, ran.out) == (2, "")
