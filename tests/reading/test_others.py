"""What a report says of other reports: only a statement with a number counts."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tests.reading.paper import Sheet, drawn
from tradedocs.flows.reading import read_report
from tradedocs.model.report import Report

NUMBER = "TB-2031-0417-R1"


def read(path: Path, *lines: str, script: str | None = None) -> Report:
    def page(sheet: Sheet) -> None:
        sheet.text(60, 60, "INSPECTION REPORT", 14)
        sheet.text(60, 90, "Report No.:")
        sheet.text(160, 90, NUMBER)
        if script is not None:
            sheet.script(script)
        for row, line in enumerate(lines):
            sheet.text(60, 140 + 14 * row, line)

    return read_report(drawn(path / "a.pdf", page))


SUPERSEDES = [
    "This report supersedes report No. TB-2031-0417 dated 3 May 2031.",
    "THIS REPORT IS TO SUPERSEDE TEST REPORT NO.TB-2031-0417, DATE: May 03, 2031.",
    "This certificate cancels and replaces our previous inspection certificate no. TB-2031-0417 of 2031-05-03",
    "Report No. TB-2031-0417 dated 3 May 2031 is hereby superseded by this report.",
    "Dieser Bericht ersetzt den Bericht Nr. TB-2031-0417 vom 03.05.2031.",
    "Ce rapport annule et remplace le rapport n° TB-2031-0417 du 3 May 2031",
]
BOILERPLATE = [
    "A revised report supersedes the earlier report in full.",
    "This report does not supersede report No. TB-2031-0417.",
    "Copies are superseded when a new report is issued; ask the laboratory for the valid one.",
    "The replacement of parts is at the cost of the client. Report 5 days later.",
]


@pytest.mark.parametrize("line", SUPERSEDES)
def test_a_statement_with_a_number_names_what_is_superseded(tmp_path: Path, line: str) -> None:
    report = read(tmp_path, line)
    (cited,) = report.supersedes
    assert cited.number == "TB-2031-0417"
    assert cited.place.page == 1
    assert cited.place.box is not None
    if "dated" in line or "DATE" in line or " of " in line:
        assert cited.on == date(2031, 5, 3)
    assert report.status is None
    assert report.reinspects == ()


@pytest.mark.parametrize(
    "line", ["本报告替代原报告编号：TB-2031-0417", "重新签发，原报告编号TB-2031-0417作废"]
)
def test_a_statement_in_chinese(tmp_path: Path, line: str) -> None:
    report = read(tmp_path, line, script="chinese")
    assert [cited.number for cited in report.supersedes] == ["TB-2031-0417"]


def test_the_number_may_stand_in_the_next_line(tmp_path: Path) -> None:
    report = read(tmp_path, "This report supersedes and replaces our report", "No. TB-2031-0417 in full.")
    assert [cited.number for cited in report.supersedes] == ["TB-2031-0417"]


@pytest.mark.parametrize("line", BOILERPLATE)
def test_small_print_means_no_report_by_it(tmp_path: Path, line: str) -> None:
    report = read(tmp_path, line)
    assert report.supersedes == ()
    assert report.reinspects == ()
    assert report.status is None


def test_a_report_that_is_superseded_says_so_of_itself(tmp_path: Path) -> None:
    report = read(tmp_path, "This report is superseded by report No. TB-2031-0417-R2.")
    assert report.supersedes == ()
    assert report.status is not None


AGAIN = [
    "Re-inspection of the lot that failed in report no. TB-2031-0400",
    "Type of inspection: Re-inspection    Previous report no.: TB-2031-0400",
    "This is the re-inspection after report No. TB-2031-0400 of 2 May 2031.",
]


@pytest.mark.parametrize("line", AGAIN)
def test_a_re_inspection_names_the_failed_report_and_the_rework(tmp_path: Path, line: str) -> None:
    report = read(tmp_path, line, "Rework record RW-77: all lamps were sorted by the factory.")
    assert [cited.number for cited in report.reinspects] == ["TB-2031-0400"]
    assert report.rework is not None
    assert "RW-77" in report.rework.text
    assert report.supersedes == ()


def test_a_re_inspection_in_chinese(tmp_path: Path) -> None:
    report = read(tmp_path, "复检，原报告编号：TB-2031-0400", "货物已全部返工", script="chinese")
    assert [cited.number for cited in report.reinspects] == ["TB-2031-0400"]
    assert report.rework is not None


@pytest.mark.parametrize(
    "line",
    [
        "The goods were not reworked.",
        "The lot must be sorted and reworked.",
        "Rework is at the cost of the seller.",
    ],
)
def test_rework_that_is_asked_for_or_denied_was_not_done(tmp_path: Path, line: str) -> None:
    assert read(tmp_path, AGAIN[0], line).rework is None


def test_a_report_never_cites_itself_as_the_failed_one(tmp_path: Path) -> None:
    report = read(tmp_path, f"Re-inspection report no.: {NUMBER}")
    assert report.reinspects == ()
