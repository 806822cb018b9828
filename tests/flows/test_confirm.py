"""A person's reading of a value: recorded in the ledger, and counted by the next check."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.check.make import PLACE, psi, result
from tests.conftest import Ran
from tradedocs.flows.confirm import Confirmation, with_confirmations
from tradedocs.model.base import Place

Run = Callable[..., Ran]
REPORT = Path(__file__).parent.parent.parent / "samples" / "plastic-parts" / "reports" / "pass-rohs.pdf"


def confirmed(text: str, *, sha256: str = "aa", place: Place = PLACE) -> Confirmation:
    return Confirmation(sha256, place, text, "L. Wei")


def test_an_agreeing_person_settles_what_ocr_alone_left_open() -> None:
    report = psi(result("Power", "9.2", "W", witnesses=(), doubt=("ocr-only", "decimal-sign-ambiguous")))
    (value,) = with_confirmations(report, [confirmed(" 9.2 ")]).results
    assert [(w.by, w.agrees) for w in value.witnesses] == [("person", True)]
    assert value.doubt == ("decimal-sign-ambiguous",)


def test_a_person_who_reads_otherwise_adds_a_doubt_and_settles_nothing() -> None:
    report = psi(result("Power", "9.2", "W", witnesses=(), doubt=("ocr-only",)))
    (value,) = with_confirmations(report, [confirmed("9.8")]).results
    assert [(w.by, w.agrees) for w in value.witnesses] == [("person", False)]
    assert value.doubt == ("ocr-only", "person-disagrees")


def test_the_last_word_counts() -> None:
    report = psi(result("Power", "9.2", "W", witnesses=()))
    (value,) = with_confirmations(report, [confirmed("9.8"), confirmed("9.2")]).results
    assert [w.agrees for w in value.witnesses] == [True]


@pytest.mark.parametrize("other", [confirmed("9.2", sha256="bb"), confirmed("9.2", place=Place(page=2))])
def test_it_is_about_one_box_of_one_file(other: Confirmation) -> None:
    report = psi(result("Power", "9.2", "W", witnesses=()))
    assert with_confirmations(report, [other]).results == report.results


def test_the_command_records_it(run: Run, workspace: Path) -> None:
    ran = run("report", "confirm", REPORT, "--page", "2", "--parameter", "cadmium (cd)", "--specimen", "A1",
              "--value", "ND", "--by", "L. Wei")  # fmt: skip
    assert ran.code == 0, ran.err
    assert "ledger row 1" in ran.out
    row = (workspace / "ledger.jsonl").read_text(encoding="utf-8")
    assert '"by":"L. Wei"' in row.replace(": ", ":")
    assert run("ledger", "verify").code == 0


def test_a_value_that_is_not_there_names_those_that_are(run: Run, workspace: Path) -> None:
    ran = run(
        "report", "confirm", REPORT, "--page", "2", "--parameter", "Gold", "--value", "1", "--by", "L. Wei"
    )
    assert ran.code == 2
    assert "Cadmium" in ran.err
    assert not (workspace / "ledger.jsonl").exists()


def test_without_a_workspace_nothing_can_be_recorded(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    ran = run(
        "report", "confirm", REPORT, "--page", "2", "--parameter", "Lead", "--value", "1", "--by", "L. Wei"
    )
    assert ran.code != 0
    assert "tradedocs init" in ran.err
