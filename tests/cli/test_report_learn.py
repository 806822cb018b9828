from __future__ import annotations

import io
import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.conftest import Ran
from tests.reading.paper import Sheet, drawn
from tradedocs.vocabulary.lexicon import teach

Run = Callable[..., Ran]


def _report(sheet: Sheet) -> None:
    sheet.text(60, 60, "Harbour Test Laboratory Ltd", 14)
    sheet.text(60, 90, "Zorbel: HT-2041")
    sheet.text(60, 104, "Date: 2024-03-05")
    sheet.ruled(
        60,
        130,
        (140, 70, 60, 80),
        [
            ("Parameter", "Frumtal", "Unit", "Limit"),
            ("Lead (Pb)", "12.5", "mg/kg", "<= 100"),
            ("Cadmium (Cd)", "3.1", "mg/kg", "<= 75"),
        ],
    )
    sheet.page()


@pytest.fixture
def report(tmp_path: Path) -> Path:
    return drawn(tmp_path / "report.pdf", _report)


@pytest.fixture(autouse=True)
def _forgotten() -> Iterator[None]:
    yield
    teach({})


def test_unknown_headings_and_labels_are_listed_with_page_and_values(run: Run, report: Path) -> None:
    ran = run("report", "learn", report)
    assert ran.code == 0
    rows = [line.split() for line in ran.out.split("\n\n")[0].splitlines()]
    assert rows[1:] == [
        ["1", "heading", "Frumtal", "1", "12.5,", "3.1"],
        ["2", "label", "Zorbel", "1", "HT-2041"],
    ]
    assert "report_no" in ran.out


def test_what_was_taught_counts_in_the_workspace_and_nowhere_else(
    run: Run, report: Path, workspace: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = json.loads(run("report", "read", report, "--format", "json").out)
    assert before["report_no"] is None
    ran = run("report", "learn", report, "--as", "Zorbel=report_no", "--as", "1=result")
    assert (ran.code, ran.out.splitlines()) == (0, ["Zorbel = report_no", "Frumtal = result"])
    after = json.loads(run("report", "read", report, "--format", "json").out)
    assert after["report_no"] == "HT-2041"
    assert [(row["parameter"], row["result"], row["doubt"]) for row in after["results"]] == [
        ("Lead (Pb)", "12.5", []),
        ("Cadmium (Cd)", "3.1", []),
    ]
    assert run("report", "learn", report).out == "every heading and label is known\n"
    monkeypatch.chdir(tmp_path)
    assert json.loads(run("report", "read", report, "--format", "json").out) == before


def test_what_stood_in_the_file_is_kept(run: Run, report: Path, workspace: Path) -> None:
    target = workspace / "vocabulary.yaml"
    target.write_text("columns:\n  limit: [Grenzzahl]\nfields:\n  lot: [Zorbel, Losung]\n", encoding="utf-8")
    assert run("report", "learn", report, "--as", "Frumtal=result").code == 0
    text = target.read_text(encoding="utf-8")
    for kept in ("Grenzzahl", "Losung", "Zorbel", "Frumtal"):
        assert text.count(kept) == 1


def test_the_check_reads_with_the_taught_labels(run: Run, report: Path, workspace: Path) -> None:
    deal = Path(__file__).parents[2] / "samples" / "white-sugar" / "deal.yaml"
    run("report", "learn", report, "--as", "Zorbel=report_no")
    ran = run("check", deal, report, "--shipment", 1, "--unsigned", "--format", "json")
    assert [one["report_no"] for one in json.loads(ran.out)["reports"]] == ["HT-2041"]


@pytest.mark.parametrize(
    ("spoken", "fact"),
    [
        ("Zorbl=report_no", "Did you mean `Zorbel`?"),
        ("Zorbel=number", "a label cannot mean `number`"),
        ("Frumtal=report_no", "a heading of a column cannot mean `report_no`"),
        ("Zorbel", "is not LABEL=ROLE"),
        ("9=result", "no unknown heading or label"),
    ],
)
def test_a_wrong_choice_writes_nothing(
    run: Run, report: Path, workspace: Path, spoken: str, fact: str
) -> None:
    ran = run("report", "learn", report, "--as", "Frumtal=result", "--as", spoken)
    assert ran.code == 2
    assert fact in ran.err
    assert not (workspace / "vocabulary.yaml").exists()


def test_without_a_workspace_nothing_can_be_taught(
    run: Run, report: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    ran = run("report", "learn", report, "--as", "Zorbel=report_no")
    assert ran.code == 2
    assert "tradedocs init" in ran.err


class Typed(io.StringIO):
    """A keyboard."""

    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("keys", "taught"),
    [
        ("resutl\nresult\n\n", ["Frumtal = result"]),
        ("\nreport_no\n", ["Zorbel = report_no"]),
        (".\n", []),
    ],
)
def test_on_a_terminal_each_is_asked_about(
    run: Run, report: Path, workspace: Path, monkeypatch: pytest.MonkeyPatch, keys: str, taught: list[str]
) -> None:
    monkeypatch.setattr("sys.stdin", Typed(keys))
    ran = run("report", "learn", report)
    assert ran.code == 0
    assert [line for line in ran.out.splitlines() if " = " in line] == taught
    assert (workspace / "vocabulary.yaml").exists() == bool(taught)


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("columns:\n  results: [Frumtal]\n", "unknown role `results`"),
        ("columns:\n  result: [Frumtal]\n  limit: [frumtal]\n", "stands under two roles"),
        ("words:\n  pass: [Fail]\n", "words"),
        ("fields:\n  lot: ['—']\n", "holds no letter"),
    ],
)
def test_errors_of_the_file_are_told_with_their_place(
    run: Run, report: Path, workspace: Path, text: str, fact: str
) -> None:
    (workspace / "vocabulary.yaml").write_text(text, encoding="utf-8")
    ran = run("report", "read", report)
    assert ran.code == 20
    assert fact in ran.err
    assert "vocabulary.yaml:" in ran.err


def test_a_broken_file_cannot_be_learnt_from(run: Run, tmp_path: Path) -> None:
    broken = tmp_path / "broken.pdf"
    broken.write_bytes(b"no pdf")
    ran = run("report", "learn", broken)
    assert ran.code == 10
    assert "not a PDF" in ran.err
