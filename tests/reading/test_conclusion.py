from __future__ import annotations

from pathlib import Path

import pytest

from tests.reading.paper import Sheet, read
from tradedocs.reading.verdicts import ticked, verdict_of


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("PASS", "pass"), ("Passed", "pass"), ("Not Conform", "fail"), ("Does not comply", "fail"),
        ("Beyond AQL", "fail"), ("is not in compliance", "fail"),
        ("Within AQL", "pass"), ("不合格", "fail"), ("合格", "pass"), ("Pending", "pending"),
        ("For client's decision", "pending"),
        ("Conform with remarks", "pending"), ("N/A", None), ("See results", None), ("Pass / Fail / Pending", None),
        ("(X )PENDING, due to remark 1", "pending"), ("( )PASS ( )FAIL (X)PENDING", "pending"), ("( )PASS", None),
        ("☐ Pass ☒ Fail", "fail"), ("nicht bestanden", "fail"), ("Uygun değil", "fail"), ("не соответствует", "fail"),
    ],
)  # fmt: skip
def test_the_verdict_of_a_statement(text: str, verdict: str | None) -> None:
    assert verdict_of(text) == verdict


def test_ticked_words() -> None:
    assert ticked("☒ Pass ☐ Fail") == ["Pass"]
    assert ticked("Pass") is None


@pytest.mark.parametrize(
    ("line", "verdict"),
    [
        ("Overall result: PASS", "pass"),
        ("Inspection conclusion: Not conform", "fail"),
        ("The goods comply with the requirements of the contract.", "pass"),
        ("The lot does not comply with the requirements.", "fail"),
        (
            "Test object does meet the requirement: P (Pass). Test object does not meet the requirement: F (Fail).",
            None,
        ),
        (
            "ND = not detected. If the result exceeds the limit the sample fails to meet the requirement.",
            None,
        ),
        ("Results are given on the following pages.", None),
    ],
)
def test_what_the_report_concludes(tmp_path: Path, line: str, verdict: str | None) -> None:
    assert read(tmp_path, lambda s: s.text(60, 120, line)).conclusion == verdict


def test_a_summary_of_tests_requested(tmp_path: Path) -> None:
    table = [["Test Requirement", "Conclusion"], ["RoHS Directive", "Pass"], ["Halogen", "See Results"]]
    report = read(tmp_path, lambda s: s.ruled(60, 200, [250, 100], table))
    assert (report.conclusion, report.results) == ("pass", ())


def test_a_failed_section_outweighs_an_overall_pass(tmp_path: Path) -> None:
    def draw(sheet: Sheet) -> None:
        sheet.text(60, 100, "Overall result: PASS")
        sheet.ruled(
            60,
            200,
            [250, 100],
            [["Test Requirement", "Conclusion"], ["Lead", "FAIL"], ["Phthalates", "Pass"]],
        )

    report = read(tmp_path, draw)
    assert report.conclusion == "fail"
    assert report.conclusion_stated is not None
    assert report.conclusion_stated.doubt == ("sections-contradict",)


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("Withdrawn", None), ("NG", None), ("PASS / FAIL", None), ("PASS?", "pending"),
        ("PASS except section F", "pending"), ("PASS (conditional)", "pending"), ("Partly conform", "pending"),
        ("Acceptable, subject to rework of 300 pcs", "pending"), ("Conform, with minor remarks", "pending"),
        ("Conform with remarks", "pending"), ("Fail (see remark)", "fail"), ("PASS", "pass"),
        ("PASS, without conditions", "pass"),
    ],
)  # fmt: skip
def test_a_labelled_conclusion_is_kept_whatever_it_says(
    tmp_path: Path, text: str, verdict: str | None
) -> None:
    report = read(tmp_path, lambda s: s.text(60, 120, f"Overall conclusion: {text}"))
    assert report.conclusion == verdict
    assert report.conclusion_stated is not None
    assert report.conclusion_stated.text == text


def test_a_pointer_is_no_conclusion(tmp_path: Path) -> None:
    report = read(tmp_path, lambda s: s.text(60, 120, "Overall conclusion: see the next page"))
    assert (report.conclusion, report.conclusion_stated) == (None, None)


@pytest.mark.parametrize(
    ("finding", "remark", "doubt"),
    [
        ("Conform", "see F", ()),
        ("Fail", "see F", ("sections-contradict",)),
        ("Pending", "see F", ("sections-contradict",)),
        ("Withdrawn", "see F", ("sections-contradict",)),
        ("Conform", "Fail", ("sections-contradict",)),
    ],
)
def test_the_sections_under_an_overall_pass(
    tmp_path: Path, finding: str, remark: str, doubt: tuple[str, ...]
) -> None:
    def draw(sheet: Sheet) -> None:
        sheet.text(60, 100, "Overall conclusion: PASS")
        rows = [
            ["Section", "Finding", "Remark"],
            ["D Workmanship", "Conform", ""],
            ["F Safety", finding, remark],
        ]
        sheet.ruled(60, 200, [200, 100, 100], rows)

    report = read(tmp_path, draw)
    assert (report.conclusion, report.results) == ("pass", ())
    assert report.conclusion_stated is not None
    assert report.conclusion_stated.doubt == doubt


def test_a_verdict_cell_that_is_not_understood(tmp_path: Path) -> None:
    table = [
        ["Parameter", "Unit", "Result", "Verdict"],
        ["Moisture", "%", "0.09", "NG"],
        ["Ash", "%", "1.2", "Pass"],
    ]
    report = read(tmp_path, lambda s: s.ruled(60, 200, [120, 80, 80, 80], table))
    assert [r.doubt for r in report.results] == [("verdict-not-understood",), ()]


def test_a_refusing_sentence_under_an_overall_pass(tmp_path: Path) -> None:
    def draw(sheet: Sheet) -> None:
        sheet.text(60, 100, "Overall conclusion: PASS")
        sheet.text(60, 160, "In a second determination the lot does not comply with the contract.")

    report = read(tmp_path, draw)
    assert report.conclusion == "pass"
    assert report.conclusion_stated is not None
    assert report.conclusion_stated.doubt == ("sections-contradict",)


@pytest.mark.parametrize(
    "cells",
    [
        [["Live insects", "Fail"], ["Odour", "none"]],
        [["PO No.", "Ordered quantity", "Packed quantity", "State"], ["A1", "100", "90", "Not conform"]],
    ],
)
def test_a_refusal_in_a_table_without_results(tmp_path: Path, cells: list[list[str]]) -> None:
    def draw(sheet: Sheet) -> None:
        sheet.text(60, 100, "Overall conclusion: PASS")
        sheet.ruled(60, 200, [100] * len(cells[0]), cells)

    report = read(tmp_path, draw)
    assert report.conclusion_stated is not None
    assert report.conclusion_stated.doubt == ("sections-contradict",)
