from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import Ran
from tests.reading.paper import Sheet, drawn
from tradedocs.cli import progress

Run = Callable[..., Ran]


def _report(sheet: Sheet) -> None:
    sheet.text(60, 60, "Harbour Test Laboratory Ltd", 14)
    sheet.text(60, 90, "Report No: HT-2041")
    sheet.ruled(
        60,
        130,
        (140, 70, 60, 80),
        [
            ("Parameter", "Result", "Unit", "Limit"),
            ("Lead (Pb)", "12.5", "mg/kg", "<= 100"),
            ("Cadmium (Cd)", "N.D.", "mg/kg", "<= 75"),
        ],
    )
    sheet.page()
    sheet.ruled(
        60,
        130,
        (140, 70, 60, 80),
        [("Parameter", "Result", "Unit", "Limit"), ("Moisture", "13.1", "%", "<= 14.0")],
    )
    sheet.page()
    sheet.canvas._code.append("[" * 100_000)  # no reader goes on behind this
    sheet.text(60, 60, "what nobody reads")
    sheet.page()


@pytest.fixture
def report(tmp_path: Path) -> Path:
    return drawn(tmp_path / "report.pdf", _report)


def test_a_table_for_a_person_with_pages_and_what_was_not_read(run: Run, report: Path) -> None:
    ran = run("report", "read", report)
    assert ran.code == 10
    assert "HT-2041  p.1" in ran.out
    assert "Moisture" in ran.out
    assert "NOT READ\n  page 3: " in ran.out
    assert "\x1b" not in ran.out
    assert ran.err == ""


def test_one_page_only_in_every_form(run: Run, report: Path, tmp_path: Path) -> None:
    assert "Lead" not in run("report", "read", report, "--page", 2).out
    data = json.loads(run("report", "read", report, "--page", 2, "--format", "json").out)
    assert [row["parameter"] for row in data["results"]] == ["Moisture"]
    assert data["unread"] == []
    rows = list(
        csv.DictReader(io.StringIO(run("report", "read", report, "--page", 2, "--format", "csv").out))
    )
    assert [row["parameter"] for row in rows] == ["Moisture"]
    page = tmp_path / "page.html"
    run("report", "read", report, "--page", 2, "--html", page)
    html = page.read_text(encoding="utf-8")
    assert html.count("data:image/jpeg") == 1
    assert "Moisture" in html
    assert "Lead" not in html


def test_a_page_that_is_not_there_is_a_usage_error(run: Run, report: Path) -> None:
    ran = run("report", "read", report, "--page", 9)
    assert (ran.code, ran.out) == (2, "")
    assert "there is no page 9" in ran.err


def test_csv_of_several_files_has_one_heading_and_names_what_was_not_read(run: Run, report: Path) -> None:
    ran = run("report", "read", report, report, "--format", "csv")
    rows = list(csv.reader(io.StringIO(ran.out)))
    assert len(rows) == 1 + 2 * 3
    assert ran.err.count("report.pdf: not read: page 3: ") == 2


def test_the_page_with_pictures_shows_every_page(run: Run, report: Path, tmp_path: Path) -> None:
    target = tmp_path / "sub" / "page.html"
    ran = run("report", "read", report, "--html", target)
    html = target.read_text(encoding="utf-8")
    assert html.count("data:image/jpeg") == 3
    assert html.count("<rect ") == html.count('<tr id="r') > 4
    assert str(target) in ran.err
    assert run("report", "read", report, "--html", target).code == 10  # its own page may be replaced


def test_a_file_of_somebody_else_is_not_replaced(run: Run, report: Path, tmp_path: Path) -> None:
    target = tmp_path / "mine.html"
    target.write_text("my notes")
    ran = run("report", "read", report, "--html", target)
    assert (ran.code, ran.out, target.read_text()) == (2, "", "my notes")


def test_a_broken_file_is_named_in_every_form(run: Run, tmp_path: Path) -> None:
    broken = tmp_path / "broken.pdf"
    broken.write_bytes(b"no pdf")
    page = tmp_path / "page.html"
    ran = run("report", "read", broken, "--html", page)
    assert ran.code == 10
    assert "whole file: the file is not a PDF, or it is broken (refused)" in ran.out
    assert "the file is not a PDF" in page.read_text(encoding="utf-8")


class Terminal(io.StringIO):
    """A terminal that keeps what it is shown."""

    def isatty(self) -> bool:
        return True


def test_a_bar_is_shown_to_who_waits_on_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stderr", Terminal())
    monkeypatch.setattr(progress, "_PATIENCE", 0.0)
    monkeypatch.setenv("TERM", "xterm")
    with progress.page_bar("reading [b]x[/b].pdf") as moved:
        assert moved is not None
        moved(1, 40)
        moved(20, 40)
        moved(0, 0)
    import sys

    assert isinstance(sys.stderr, Terminal)
    assert "reading [b]x[/b].pdf" in sys.stderr.getvalue()


def test_what_is_done_soon_shows_no_bar(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = Terminal()
    monkeypatch.setattr("sys.stderr", terminal)
    monkeypatch.setattr(progress, "_PATIENCE", 3600.0)
    with progress.page_bar("reading") as moved:
        assert moved is not None
        moved(1, 40)
    assert terminal.getvalue() == ""


def test_nobody_looks_at_a_file(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stderr", io.StringIO())
    with progress.page_bar("reading") as moved:
        assert moved is None
