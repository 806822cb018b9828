from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.formats.reports import FULL
from tradedocs.formats.columns import table, wrapped
from tradedocs.formats.report_text import report_text
from tradedocs.model.report import PageStated, Report
from tradedocs.model.reportfile import ReportSource
from tradedocs.ui import columns


def test_everything_that_was_read_is_shown_with_its_page() -> None:
    text = report_text(FULL)
    for row in (
        r"issuer +Harbour Inspection Ltd  p\.1$",
        r"issued +2024-04-03 \(03/04/2024\)  p\.1  \? day-month-ambiguous$",
        r"lot +L-1  p\.1$",
        r"contract +C-9  p\.2$",
        r"sampled +2024-04-01  p\.1$",
        r"ordered +4,992 pcs  p\.1$",
        r"pages stated +p\.1: 1/4, p\.2: 3/4$",
        r"conclusion +pass \(Conforming\)  p\.2$",
        r"  Lead 铅 +-12\.5 +mg/kg +≤ 100 .*p\.1$",
        r"  Cadmium +1O\.2 .*dry basis +ocr reads 10\.2 +p\.1 +\? number-unclear, two-values$",
        r"  major +2\.5 +200 +10 +11 +4 +p\.2$",
        r"  minor +Scratch on the lens +3 +p\.2$",
        r"  Drop test +n/a +na +not asked +p\.2$",
        r"  pages 1 to 2: no number, pass$",
        r"  page 3: the page has no text layer \(no-text-layer\)$",
    ):
        assert re.search(row, text, re.M), row


def test_results_stand_under_their_section() -> None:
    blocks = [block.splitlines()[0] for block in report_text(FULL).split("\n\n")]
    assert blocks[3:5] == ["Heavy metals", "results"]
    assert "checklist: Packing" in blocks


def test_each_doubt_that_occurs_is_put_in_words() -> None:
    told = report_text(FULL).split("what the doubts mean\n")[1].split("\n\n")[0]
    assert [line.split()[0] for line in told.splitlines()] == [
        "day-month-ambiguous",
        "number-unclear",
        "two-values",
    ]
    assert "one cell holds two values" in told


def test_what_was_not_read_comes_before_the_results_and_is_counted_last() -> None:
    text = report_text(FULL)
    assert text.index("NOT READ") < text.index("Heavy metals")
    assert text.splitlines()[-1] == "3 results, 1 doubtful; 1 doubtful facts above; 1 of 3 pages not read"


def test_no_control_character_comes_through() -> None:
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]", report_text(FULL))


def test_pages_that_say_what_the_file_has_are_told_in_short() -> None:
    report = Report(
        source=ReportSource(file="x.pdf", sha256="0" * 64, pages=2),
        pages_stated=(PageStated(page=1, number=1, of=2), PageStated(page=2, number=2)),
    )
    assert re.search(r"pages stated +as the file has them$", report_text(report), re.M)


@pytest.mark.parametrize("width", [60, 80, 120])
def test_a_table_is_no_wider_than_the_terminal(width: int) -> None:
    long = "a very long remark that no terminal shows on one line 而且还有中文内容在后面跟着"
    rows = [("item", "remark", "page"), (long, long, "p.1"), ("short", "", "p.12")]
    lines = table(rows, width)
    assert max(map(columns, lines)) <= width
    assert sorted("".join(lines).replace(" ", "")) == sorted("".join(map("".join, rows)).replace(" ", ""))


@given(st.text(st.characters(categories=("L", "N", "P", "Zs")), max_size=80), st.integers(2, 30))
def test_wrapping_loses_nothing(text: str, width: int) -> None:
    lines = wrapped(text, width)
    assert "".join("".join(lines).split()) == "".join(text.split())
    assert all(columns(line) <= width for line in lines)
