from __future__ import annotations

import csv
import io

import pytest

from tests.formats.reports import FULL
from tradedocs.formats.report_csv import COLUMNS, guarded, report_csv


def test_one_row_a_result_under_one_heading() -> None:
    rows = list(csv.DictReader(io.StringIO(report_csv([FULL, FULL]))))
    assert len(rows) == 2 * len(FULL.results)
    lead, cadmium, sums = rows[:3]
    assert tuple(lead) == COLUMNS
    assert (lead["file"], lead["page"], lead["x0"], lead["y1"]) == ("full.pdf", "1", "100.0", "110.0")
    assert (lead["section"], lead["parameter"], lead["result"], lead["low"]) == (
        "Heavy metals",
        "Lead 铅",
        "-12.5",
        "-12.5",
    )
    assert (cadmium["basis"], cadmium["witness"], cadmium["doubt"]) == (
        "dry basis",
        "ocr differs: 10.2",
        "number-unclear two-values",
    )
    assert (sums["parameter"], sums["result"], sums["specimen"]) == ("'=SUM(A1)", "'@cmd", "No. 1")


@pytest.mark.parametrize("cell", ["-18", "+2.5", "-1.2e-3", "-1,250.5", "12.5", "", "<0.01", "N.D.", "a-b"])
def test_numbers_and_ordinary_text_stay_as_they_are(cell: str) -> None:
    assert guarded(cell) == cell


@pytest.mark.parametrize(
    "cell", ["=1+1", "+cmd|' /C calc'!A0", "-2+3", "@SUM(1)", "－1+A1", "＝1", "--", "-18 °C", "-1-1"]
)
def test_what_could_be_a_formula_is_text(cell: str) -> None:
    assert guarded(cell) == "'" + cell
