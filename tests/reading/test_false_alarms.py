"""Pages that a person reads without a doubt: torn names, descriptions of the sample, tables of limits."""

from __future__ import annotations

from pathlib import Path

from reportlab.pdfbase.pdfmetrics import stringWidth

from tests.reading.paper import Sheet, drawn
from tradedocs.flows.reading import read_report
from tradedocs.registers import same_body

SAMPLE = (
    ("Sample name", "Lamp", "Model", "QL-7", "Manufacturer", "Quillon Ltd."),
    ("Rated voltage", "3.7 V", "Charge current", "364 mA", "Cut-off voltage", "3.0 V"),
)
WIDTHS = (90, 70, 90, 70, 90, 90)


def codes(tmp_path: Path, rows: tuple[tuple[str, ...], ...], title: str = "Sample description") -> list[str]:
    def page(sheet: Sheet) -> None:
        sheet.text(40, 60, title)
        sheet.ruled(40, 70, WIDTHS[: len(rows[0])], rows)

    return [item.code for item in read_report(drawn(tmp_path / "a.pdf", page), ocr=False).unread]


def test_what_the_sample_is_leaves_nothing_unread(tmp_path: Path) -> None:
    assert codes(tmp_path, SAMPLE) == []


def test_tested_things_in_it_are_named(tmp_path: Path) -> None:
    tested = ("Moisture", "3.7 %", "Ash", "2.1 %", "Lead", "4 mg/kg")
    assert codes(tmp_path, (*SAMPLE, tested)) == ["table-not-understood"]


def test_parts_of_a_word_that_touch_are_one_word(tmp_path: Path) -> None:
    def page(sheet: Sheet) -> None:
        sheet.text(40, 780, "Quillon Te")
        sheet.text(300, 780, "Newtown")
        sheet.text(40 + stringWidth("Quillon Te", "Helvetica", 9), 780, "sting Co., Ltd.")

    issuer = read_report(drawn(tmp_path / "a.pdf", page), ocr=False).issuer
    assert issuer is not None
    assert issuer.text == "Quillon Testing Co., Ltd."


def test_a_name_of_the_same_letters_is_the_same_name() -> None:
    assert same_body("Quillon Testing Ltd", "Quillon Te sting Ltd.")
    assert not same_body("Quillon Testing Ltd", "Quillon Tasting Ltd")
