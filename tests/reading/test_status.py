from __future__ import annotations

from pathlib import Path

import pytest

from tests.reading.paper import drawn
from tradedocs.flows.reading import read_report

BODY = "This report is not valid as a draft or copy; a void copy is cancelled by us and superseded."


@pytest.mark.parametrize(
    ("title", "status"),
    [("DRAFT Certificate of Quality", True), ("CANCELLED", True), ("COPY", True),
     ("Preliminary Inspection Report", True),
     ("Certificate of Quality", False), ("Sample Description", False), ("Draftwood Inspection Ltd", False)],
)  # fmt: skip
def test_only_large_print_takes_the_validity_away(tmp_path: Path, title: str, status: bool) -> None:
    def page(sheet):  # type: ignore[no-untyped-def]
        sheet.text(60, 60, title, 18)
        for row in range(8):
            sheet.text(60, 120 + 14 * row, BODY, 9)

    report = read_report(drawn(tmp_path / "a.pdf", page))
    assert (report.status is not None) is status
    if report.status is not None:
        assert report.status.text == title
        assert report.needs_look


@pytest.mark.parametrize(
    ("line", "status"),
    [
        ("DRAFT", True), ("DRAFT - for information only", True), ("For information only", True), ("NOT VALID", True),
        ("*** PROVISIONAL ***", True),
        ("Copy", False), ("Sample", False), ("Draft", False), ("DRAFT SURVEY", False), ("draft of the vessel", False),
        ("This report is not valid as a draft or copy", False), ("SPECIMEN", False),
    ],
)  # fmt: skip
def test_a_line_of_small_print_that_says_nothing_else(tmp_path: Path, line: str, status: bool) -> None:
    def page(sheet):  # type: ignore[no-untyped-def]
        sheet.text(60, 60, "Certificate of Quality", 18)
        for row in range(8):
            sheet.text(60, 120 + 14 * row, BODY, 9)
        sheet.text(60, 300, line, 9)

    report = read_report(drawn(tmp_path / "a.pdf", page))
    assert (report.status is not None) is status
