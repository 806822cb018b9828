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
