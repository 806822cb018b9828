"""No figure and no verdict is passed over: it is a result, a doubt on its row, or a page that is named."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.reading.paper import Sheet, read, rows
from tradedocs.model.report import Report

HEAD = ["Parameter", "Unit", "Limit", "Result"]
MOISTURE = ["Moisture", "%", "0.06", "0.03"]
ASH = ["Ash", "%", "0.04", "0.02"]


def table(tmp_path: Path, cells: Sequence[Sequence[str]], above: str = "") -> Report:
    def draw(sheet: Sheet) -> None:
        if above:
            sheet.text(50, 190, above)
        sheet.ruled(50, 200, [500 / len(cells[0])] * len(cells[0]), cells)

    return read(tmp_path, draw)


@pytest.mark.parametrize("values", [("38", "< 0.05"), ("45", "7"), ("0.09", "Pass")])
@pytest.mark.parametrize("heading", ["Sub-lot 2", "Golden sample", "Sample"])
def test_a_column_of_values_headed_like_a_label(
    tmp_path: Path, heading: str, values: tuple[str, str]
) -> None:
    results = table(tmp_path, [[*HEAD, heading], [*MOISTURE, values[0]], [*ASH, values[1]]]).results
    assert [(r.specimen, r.result, r.doubt) for r in results[1::2]] == [
        (heading, value, ("column-not-understood",)) for value in values
    ]


@pytest.mark.parametrize("ruled", [True, False])
@pytest.mark.parametrize("heading", ["Retest", "Sub-lot 2", "Duplicate", "Golden sample", "Umpire", "Max"])
def test_a_column_of_values_beside_the_results(tmp_path: Path, heading: str, *, ruled: bool) -> None:
    cells = [[*HEAD, heading], [*MOISTURE, "0.09"], [*ASH, "N.D."]]

    def draw(sheet: Sheet) -> None:
        if ruled:
            sheet.ruled(50, 200, [100] * 5, cells)
        else:
            sheet.columns([50, 150, 250, 350, 450], 200, cells)

    results = read(tmp_path, draw).results
    assert [(r.specimen, r.result) for r in results if r.parameter == "Moisture"] == [
        (None, "0.03"),
        (heading, "0.09"),
    ]
    assert [r.doubt for r in results] == [(), ("column-not-understood",)] * 2


def test_two_results_of_one_row(tmp_path: Path) -> None:
    report = table(
        tmp_path, [["Parameter", "Unit", "Initial result", "Final result"], ["Moisture", "%", "0.03", "0.09"]]
    )
    assert {(r.specimen, r.result) for r in report.results} >= {("Initial result", "0.03")}
    assert [r.result for r in report.results] == ["0.03", "0.09"]


def test_lowest_and_highest_of_what_was_measured(tmp_path: Path) -> None:
    report = table(
        tmp_path, [["Parameter", "Unit", "Min", "Max", "Average"], ["Moisture", "%", "1", "3", "2"]]
    )
    assert rows(report) == [("Moisture", "Min", "1"), ("Moisture", "Max", "3"), ("Moisture", "Average", "2")]
    assert {r.limit for r in report.results} == {None}


def test_lowest_and_highest_as_limits(tmp_path: Path) -> None:
    report = table(
        tmp_path, [["Parameter", "Unit", "Min", "Max", "Result"], ["Moisture", "%", "1", "3", "2"]]
    )
    assert [(r.result, r.limit) for r in report.results] == [("2", "1 - 3")]
    only = [["Parameter", "Unit", "Min", "Max"], ["Moisture", "%", "1", "3"]]
    assert table(tmp_path, only, "Specification limits").results == ()
    assert [r.result for r in table(tmp_path, only).results] == ["1", "3"]


def test_a_failure_in_the_remarks(tmp_path: Path) -> None:
    report = table(tmp_path, [[*HEAD, "Remark"], [*MOISTURE, "Fail"], [*ASH, "Pass"]])
    assert [r.doubt for r in report.results] == [("column-not-understood",), ()]


def test_two_columns_of_verdicts(tmp_path: Path) -> None:
    report = table(tmp_path, [[*HEAD, "Conclusion", "Assessment"], [*MOISTURE, "Pass", "Fail"]])
    assert [(r.verdict, r.doubt) for r in report.results] == [("Fail", ("column-not-understood",))]


@pytest.mark.parametrize(
    ("name", "specimen", "doubt"),
    [
        ("", None, ("row-not-named",)),
        ("ditto", None, ("row-not-named",)),
        ('"', None, ("row-not-named",)),
        ("Second determination", "Second determination", ()),
        ("- of which single bag", "- of which single bag", ()),
    ],
)
def test_a_row_that_goes_on(tmp_path: Path, name: str, specimen: str | None, doubt: tuple[str, ...]) -> None:
    results = table(tmp_path, [HEAD, MOISTURE, [name, "%", "0.06", "0.09"], ASH]).results
    assert [(r.parameter, r.specimen, r.result, r.doubt) for r in results] == [
        ("Moisture", None, "0.03", ()),
        ("Moisture", specimen, "0.09", doubt),
        ("Ash", None, "0.02", ()),
    ]


def test_rows_of_lots_under_one_parameter(tmp_path: Path) -> None:
    report = table(
        tmp_path,
        [
            ["Parameter", "Lot", "Unit", "Limit", "Result"],
            ["Moisture", "A", "%", "20", "11"],
            ["", "B", "%", "20", "50"],
        ],
    )
    assert rows(report) == [("Moisture", "A", "11"), ("Moisture", "B", "50")]
    assert [r.doubt for r in report.results] == [(), ()]


def test_lots_without_a_figure_in_their_label(tmp_path: Path) -> None:
    report = table(
        tmp_path,
        [
            ["Lot", "Moisture (%)", "Ash (%)", "Sand (%)"],
            ["A1", "0.1", "0.2", "0.3"],
            ["Lot B", "1.1", "1.2", "1.3"],
            ["", "2.1", "2.2", "2.3"],
        ],
    )
    moisture = [(r.specimen, r.result, r.doubt) for r in report.results if r.parameter == "Moisture"]
    assert moisture == [("A1", "0.1", ()), ("Lot B", "1.1", ()), ("Lot B", "2.1", ("row-not-named",))]


def test_a_table_without_a_heading(tmp_path: Path) -> None:
    report = table(tmp_path, [["Moisture", "0.09 %"], ["Insolubles", "45"], ["Contract No.", "AB-12"]])
    assert [(r.parameter, r.result, r.unit, r.doubt) for r in report.results] == [
        ("Moisture", "0.09", "%", ("column-meaning-inferred",)),
        ("Insolubles", "45", None, ("column-meaning-inferred",)),
    ]


def test_two_values_a_row_without_a_heading(tmp_path: Path) -> None:
    report = table(tmp_path, [["Moisture", "0.06", "0.09 %"], ["Ash", "0.04", "0.02 %"]])
    assert report.results == ()
    assert [item.code for item in report.unread] == ["table-not-understood"]


@pytest.mark.parametrize("heading", ["Result x 10", "Result (x 1000)", "Result ×10³", "Result (10^3)"])
def test_a_scale_in_the_heading(tmp_path: Path, heading: str) -> None:
    report = table(tmp_path, [["Parameter", "Unit", "Limit", heading], MOISTURE])
    assert [(r.result, r.doubt) for r in report.results] == [("0.03", ("heading-scale",))]


@pytest.mark.parametrize(
    ("heading", "unit", "printed", "doubt"),
    [
        ("Result (mg/kg)", "%", "0.03", ("unit-conflict",)),
        ("Result", "%", "0.03 mg/kg", ("unit-conflict",)),
        ("Result (mg/kg)", "ppm", "0.03", ()),
        ("Result (%)", "%", "0.03 %", ()),
        ("Result", "-", "0.03 %", ()),
    ],
)
def test_two_units_for_one_value(
    tmp_path: Path, heading: str, unit: str, printed: str, doubt: tuple[str, ...]
) -> None:
    report = table(tmp_path, [["Parameter", "Unit", "Limit", heading], ["Moisture", unit, "0.06", printed]])
    assert [r.doubt for r in report.results] == [doubt]


@pytest.mark.parametrize("heading", ["Typical value", "Expected value", "Nominal"])
def test_what_was_expected_is_no_result(tmp_path: Path, heading: str) -> None:
    head = ["Parameter", "Unit", "Method", heading]
    assert table(tmp_path, [head, ["Moisture", "%", "Oven", "0.03"]]).results == ()
    report = table(tmp_path, [[*head, "Result"], ["Moisture", "%", "Oven", "0.03", "0.09"]])
    assert [(r.result, r.doubt) for r in report.results] == [("0.09", ())]


def test_a_value_behind_a_label_in_its_cell(tmp_path: Path) -> None:
    report = table(
        tmp_path, [HEAD, ["Moisture", "%", "0.06", "Lot 2: 0.09"], ["Ash", "%", "1", "Date: 1 May 2026"]]
    )
    assert [(r.parameter, r.doubt) for r in report.results] == [("Moisture", ("column-not-understood",))]


@pytest.mark.parametrize(
    ("cells", "above", "doubt"),
    [
        (("mg/kg", "20", "1.234"), "", ("decimal-sign-ambiguous",)),
        (("mg/kg", "20", "1,234"), "", ("decimal-sign-ambiguous",)),
        (("mg/kg", "20", "1,234"), "Form QF-7 rev. 2.1, clause 4.2, 11.11.2020", ("decimal-sign-ambiguous",)),
        (("mg/kg", "clause 2.1", "1,234"), "", ("decimal-sign-ambiguous",)),
        (("mg/kg", "20.5", "1.234"), "", ()),
        (("mg/kg", "20.5", "1,234"), "", ()),
        (("mg/kg", "20,5", "1,234"), "", ()),
        (("mg/kg", "20", "1.234"), "The decimal sign is a point.", ()),
        (("mg/kg", "20", "1,234"), "Decimal separator: comma", ()),
        (("mg/kg", "20", "0.234"), "", ()),
    ],
)
def test_only_the_table_or_a_stated_rule_proves_the_decimal_sign(
    tmp_path: Path, cells: tuple[str, str, str], above: str, doubt: tuple[str, ...]
) -> None:
    report = table(tmp_path, [HEAD, ["Insoluble matter", *cells]], above)
    assert [r.doubt for r in report.results] == [doubt]


def test_a_column_that_numbers_the_rows_on_gives_no_results(tmp_path: Path) -> None:
    head = ["N 0", "Parameter", "Unit", "Result"]
    body = [["20", "Moisture", "%", "9.2"], ["21", "Ash", "%", "0.5"], ["22", "Fat", "%", "1.1"]]
    foot = ["Remarks:", "Remarks:", "", ""]
    results = table(tmp_path, [head, *body, foot]).results
    assert [(r.parameter, r.specimen, r.result, r.doubt) for r in results] == [
        (name, None, value, ()) for _, name, _, value in body
    ]
