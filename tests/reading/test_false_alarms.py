"""Pages that a person reads without a doubt: names that the text layer tears apart."""

from __future__ import annotations

from pathlib import Path

from reportlab.pdfbase.pdfmetrics import stringWidth

from tests.reading.paper import Sheet, drawn
from tradedocs.flows.reading import read_report
from tradedocs.registers import same_body


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
