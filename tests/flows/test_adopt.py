"""A contract on the other side's paper, through the command line."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import Ran
from tests.flows.papers import scan_of
from tradedocs.flows.basis import basis_of
from tradedocs.workspace import find

Run = Callable[..., Ran]
SAMPLES = Path(__file__).parents[2] / "samples"
DEAL = SAMPLES / "plastic-parts" / "deal.yaml"


@pytest.fixture
def original(run: Run, workspace: Path) -> Path:
    run("contract", "build", DEAL, "-o", workspace / "theirs.docx")
    return scan_of(workspace / "theirs-DRAFT.docx", workspace / "theirs.pdf")


@pytest.fixture
def answers(run: Run, original: Path, workspace: Path) -> Path:
    listed = run("contract", "adopt", original, "--deal", DEAL, "--list")
    assert listed.code == 0
    path = workspace / "answers.txt"
    path.write_text(listed.out.replace("\n? ", "\ny ").replace("? ", "y ", 1), encoding="utf-8")
    return path


def adopt(run: Run, original: Path, answers: Path, *more: object) -> Ran:
    return run(
        "contract",
        "adopt",
        original,
        "--deal",
        DEAL,
        "--by",
        "Li Na",
        "--answers",
        answers,
        "--no-ocr",
        *more,
    )


def test_it_is_recorded_and_checked_as_attested(
    run: Run, original: Path, answers: Path, workspace: Path
) -> None:
    ran = adopt(run, original, answers)
    assert ran.code == 0
    assert "facts attested by Li Na" in ran.out
    assert "found in the original: contract number, seller, buyer, total" in ran.out
    data = json.loads((workspace / "adopted.json").read_text(encoding="utf-8"))
    assert data["original"]["file"] == "theirs.pdf"
    assert any("120.0 ± 0.5 mm" in fact for fact in data["confirmed"]["facts"])
    checked = run("check", workspace / "adopted.json", SAMPLES / "plastic-parts" / "reports" / "pass-psi.pdf")
    assert "contract-unsigned" not in checked.out
    assert "that its terms are those of the deal is attested by Li Na" in checked.out


def test_each_fact_must_be_confirmed_in_its_words(
    run: Run, original: Path, answers: Path, workspace: Path
) -> None:
    text = answers.read_text(encoding="utf-8")
    for changed, said in (
        (text.replace("120.0 ± 0.5", "120.0 ± 1.5"), "answers another fact"),
        (text.replace("y ", "n ", 1), "not confirmed"),
        (text.replace("y ", "? ", 1), "not confirmed"),
        ("\n".join(text.splitlines()[:-1]), "answers"),
    ):
        answers.write_text(changed, encoding="utf-8")
        ran = adopt(run, original, answers)
        assert (ran.code, said in ran.err) == (10, True)
    assert not (workspace / "adopted.json").exists()
    assert not (workspace / "ledger.jsonl").exists() or "contract-adopted" not in (
        workspace / "ledger.jsonl"
    ).read_text(encoding="utf-8")


def test_without_answers_a_person_is_asked(
    run: Run, original: Path, workspace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ran = run("contract", "adopt", original, "--deal", DEAL, "--by", "Li Na")
    assert (ran.code, "no terminal" in ran.err) == (2, True)
    asked: list[str] = []

    def confirm(text: str, **_: object) -> bool:
        asked.append(text)
        return len(asked) < 4

    monkeypatch.setattr("sys.stdin.isatty", lambda: True)
    monkeypatch.setattr("click.confirm", confirm)
    ran = run("contract", "adopt", original, "--deal", DEAL, "--by", "Li Na")
    assert (ran.code, len(asked)) == (10, 4)
    assert "seller" in asked[1]


def test_an_edited_file_holds(run: Run, original: Path, answers: Path, workspace: Path) -> None:
    assert adopt(run, original, answers).code == 0
    file = workspace / "adopted.json"
    file.write_text(file.read_text(encoding="utf-8").replace("120.0 ± 0.5", "120.0 ± 1.5"), encoding="utf-8")
    problems = basis_of(file, find(None)).problems
    assert any("not in the ledger" in one for one in problems)
    file.write_text("{}", encoding="utf-8")
    assert run("check", file, "x.pdf").code == 10


def test_what_cannot_be_adopted(run: Run, original: Path, answers: Path, workspace: Path) -> None:
    assert adopt(run, workspace / "none.pdf", answers).code == 2
    (workspace / "bad.pdf").write_bytes(b"no")
    assert adopt(run, workspace / "bad.pdf", answers).code == 10
    (workspace / "photo.jpg").write_bytes(b"no")
    assert adopt(run, workspace / "photo.jpg", answers).code == 2
    assert run("contract", "adopt", original, "--deal", DEAL, "--answers", answers).code == 2
    (workspace / "mine.json").write_text("{}", encoding="utf-8")
    assert adopt(run, original, answers, "-o", workspace / "mine.json").code == 2


def test_a_word_file_of_theirs(run: Run, original: Path, answers: Path, workspace: Path) -> None:
    ran = adopt(run, workspace / "theirs-DRAFT.docx", answers)
    assert ran.code == 0
    assert basis_of(workspace / "adopted.json", find(None)).problems == ()
