"""Facts from pictures of pages are in doubt; hardly readable words more so."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tradedocs.model.base import Place
from tradedocs.model.report import Report, Result, Stated, Value
from tradedocs.model.reportfile import ReportSource
from tradedocs.pdf.page import Page, Word
from tradedocs.reading.scanned import same_print, with_scan_doubts


def fact(page: int, x: float = 10.0) -> Result:
    value = Value(kind="number", low=Decimal(5), high=Decimal(5))
    return Result(parameter="Lead", result="5", value=value, place=Place(page=page, box=(x, 10, x + 10, 20)))


def test_only_facts_of_pictures_are_in_doubt() -> None:
    report = Report(
        source=ReportSource(file="a.pdf", sha256="0" * 64, pages=2),
        report_no=Stated(text="R-1", place=Place(page=2, box=(0, 0, 5, 5))),
        results=(fact(1), fact(2), fact(2, 50)),
    )
    clear, weak = Word(10, 10, 20, 20, "5", score=0.99), Word(50, 10, 60, 20, "5", score=0.4)
    pages = (Page(1, 100, 100, words=(clear,)), Page(2, 100, 100, words=(clear, weak), read_by="ocr"))
    doubted = with_scan_doubts(report, pages)
    assert [r.doubt for r in doubted.results] == [(), ("ocr-only",), ("ocr-only", "ocr-unsure")]
    assert doubted.report_no is not None
    assert doubted.report_no.doubt == ("ocr-only",)
    assert doubted.source.reading == "mixed"
    assert with_scan_doubts(report, pages[:1]) is report


@pytest.mark.parametrize(
    ("first", "second", "same"),
    [
        ("< 0.05", "<0.05", True),
        ("–", "-", True),
        ("1,20", "1.20", False),
        ("552", "55.2", False),
        ("-0.1", "0.1", False),
        ("", "", False),
    ],
)
def test_two_readings_agree_when_every_sign_does(first: str, second: str, same: bool) -> None:
    assert same_print(first, second) is same
