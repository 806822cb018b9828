from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.reading.paper import Sheet, read
from tradedocs.model.report import AqlRow


def _figures(rows: Sequence[AqlRow]) -> list[tuple[object, ...]]:
    return [(r.defect_class, r.aql, r.sample_size, r.accept, r.reject, r.found) for r in rows]


WANTED = [("critical", "0", 125, 0, 1, 0), ("major", "2.5", 125, 7, 8, 3), ("minor", "4.0", 125, 10, 11, 5)]


def test_classes_down_the_side(tmp_path: Path) -> None:
    table = [
        ["Defects", "AQL", "Sample size", "Ac", "Re", "Found"],
        ["Critical", "0", "125", "0", "1", "0"],
        ["Major", "2.5", "125", "7", "8", "3"],
        ["Minor", "4.0", "125", "10", "11", "5"],
    ]
    report = read(tmp_path, lambda s: s.ruled(60, 200, [90, 60, 90, 60, 60, 60], table))
    assert _figures(report.aql) == WANTED
    assert report.results == ()
    assert report.family == "pre-shipment"


def test_classes_across_the_top(tmp_path: Path) -> None:
    table = [
        ["", "Critical", "Major", "Minor"],
        ["AQL", "0", "2.5", "4.0"],
        ["Sample size", "125", "125", "125"],
        ["Max allowed", "0", "7", "10"],
        ["Reject", "1", "8", "11"],
        ["Total found", "0", "03", "05"],
    ]
    report = read(tmp_path, lambda s: s.ruled(60, 200, [120, 80, 80, 80], table))
    assert _figures(report.aql) == WANTED


def test_accept_and_reject_in_one_cell_and_a_sample_size_in_the_header(tmp_path: Path) -> None:
    def draw(sheet: Sheet) -> None:
        sheet.ruled(60, 100, [120, 80], [["Sample size", "125 pcs"], ["Inspection level", "II"]])
        table = [
            ["Class", "AQL", "Ac/Re", "Found"],
            ["Critical", "0", "0/1", "0"],
            ["Major", "2.5", "7/8", "3"],
            ["Minor", "4.0", "10/11", "5"],
        ]
        sheet.ruled(60, 200, [90, 60, 90, 60], table)

    assert _figures(read(tmp_path, draw).aql) == WANTED


def test_a_defect_list_does_not_count_as_the_table(tmp_path: Path) -> None:
    table = [
        ["Defect", "Critical", "Major", "Minor"],
        ["Stain", "0", "1", "0"],
        ["Loose thread", "0", "0", "3"],
    ]
    assert read(tmp_path, lambda s: s.ruled(60, 200, [120, 80, 80, 80], table)).aql == ()


HEAD = ["Defects", "AQL", "Sample size", "Ac", "Re", "Found"]
MAJOR = ["Major", "2.5", "125", "7", "8", "3"]
MINOR = ["Minor", "4.0", "125", "10", "11", "5"]
WIDTHS = [90, 60, 90, 60, 60, 60]


def test_every_table_counts_and_the_gravest_figure_is_kept(tmp_path: Path) -> None:
    def draw(sheet: Sheet) -> None:
        sheet.ruled(60, 100, WIDTHS, [HEAD, MAJOR, MINOR])
        sheet.ruled(60, 300, WIDTHS, [HEAD, [*MAJOR[:-1], "33"], MINOR])

    found = [(row.defect_class, row.found, row.doubt) for row in read(tmp_path, draw).aql]
    assert found == [("major", 33, ("figures-conflict",)), ("minor", 5, ())]


@pytest.mark.parametrize(
    "listed",
    [
        [["Kind of defect", "Major", "Minor"], ["Stain", "5", "2"], ["Loose thread", "4", "3"]],
        [["Kind of defect", "Major", "Minor"], ["Stain", "1", "2"], ["Total found", "9", "5"]],
        [["Kind of defect", "Class", "Quantity"], ["Stain", "Major", "5"], ["Crack", "Major", "4"]],
    ],
)
def test_more_defects_listed_than_counted(tmp_path: Path, listed: list[list[str]]) -> None:
    def draw(sheet: Sheet) -> None:
        sheet.ruled(60, 100, WIDTHS, [HEAD, MAJOR, MINOR])
        sheet.ruled(60, 300, [150, 80, 80], listed)

    found = [(row.defect_class, row.found, row.doubt) for row in read(tmp_path, draw).aql]
    assert found == [("major", 9, ("figures-conflict",)), ("minor", 5, ())]


def test_a_list_that_adds_up_is_no_doubt(tmp_path: Path) -> None:
    def draw(sheet: Sheet) -> None:
        sheet.ruled(60, 100, WIDTHS, [HEAD, MAJOR, MINOR])
        sheet.ruled(
            60, 300, [150, 80, 80], [["Kind", "Major", "Minor"], ["Stain", "3", "0"], ["Cut", "0", "5"]]
        )

    assert [row.doubt for row in read(tmp_path, draw).aql] == [(), ()]


def test_an_allowance_that_contradicts_itself(tmp_path: Path) -> None:
    table = [HEAD, ["Major", "2.5", "125", "14", "4", "5"], MINOR]
    report = read(tmp_path, lambda s: s.ruled(60, 100, WIDTHS, table))
    assert [row.doubt for row in report.aql] == [("figures-conflict",), ()]
