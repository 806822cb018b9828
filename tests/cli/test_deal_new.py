from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import Ran
from tradedocs.model.deal import Deal
from tradedocs.yamlfile import load

Run = Callable[..., Ran]
CASES = Path(__file__).parent.parent / "cases" / "answers"


def test_answers_from_a_file_make_a_deal_that_builds(run: Run, workspace: Path) -> None:
    ran = run("deal", "new", "d.yaml", "--answers", CASES / "good-fob-credit.yaml", "--as-of", "2027-01-05")
    assert ran.code == 0
    assert ran.out.strip() == "d.yaml"
    assert load(workspace / "d.yaml", Deal).contract_no == "AB-2027-001"
    assert run("contract", "build", "d.yaml", "-o", "c.docx").code == 10  # nobody approved the clauses


def test_a_deal_that_is_there_is_not_lost(run: Run, workspace: Path) -> None:
    (workspace / "d.yaml").write_text("mine", encoding="utf-8")
    ran = run("deal", "new", "d.yaml", "--answers", CASES / "good-fob-credit.yaml")
    assert ran.code == 2
    assert (workspace / "d.yaml").read_text(encoding="utf-8") == "mine"


def test_wrong_answers_write_nothing(run: Run, workspace: Path) -> None:
    ran = run("deal", "new", "d.yaml", "--answers", CASES / "bad-answers.yaml")
    assert ran.code == 20
    assert "buyer.country" in ran.err
    assert not (workspace / "d.yaml").exists()


def test_without_a_terminal_it_says_so(run: Run, workspace: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin.isatty", lambda: False, raising=False)
    ran = run("deal", "new", "d.yaml")
    assert ran.code == 2
    assert "--answers" in ran.err


def test_a_terminal_asks_checks_and_takes_defaults() -> None:
    from prompt_toolkit.application import create_app_session
    from prompt_toolkit.input import create_pipe_input
    from prompt_toolkit.output import DummyOutput

    from tradedocs.cli.asking import Terminal
    from tradedocs.flows.interview.question import Choice, Question
    from tradedocs.model.shapes import Country

    choices = (Choice("a", "first"), Choice("b", "second"))
    with create_pipe_input() as keys, create_app_session(input=keys, output=DummyOutput()):
        asker = Terminal()
        keys.send_text("Germany\r\x15DE\r")  # refused, cleared, written again
        assert asker.answer(Question("country", "Country", Country), ("country",), (), None) == "DE"
        keys.send_text("\r")
        assert asker.answer(Question("name", "Name"), ("name",), (), "as before") == "as before"
        keys.send_text("\r")
        assert asker.answer(Question("one", "One"), ("one",), choices, "b") == "b"
        keys.send_text(" \r")
        assert asker.answer(Question("many", "Many", many=True), ("many",), choices, None) == ("a",)
        keys.send_text("y")
        assert asker.more("More?", ("goods",), 1) is True
