"""The traps that real files set a reader of their text, each drawn small."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader, PdfWriter
from pypdf.generic import (
    ArrayObject,
    DecodedStreamObject,
    DictionaryObject,
    NameObject,
    NumberObject,
    RectangleObject,
    TextStringObject,
)
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from tests.pdf.forged import VERA
from tests.reading.paper import HEIGHT, WIDTH, Sheet, drawn, read
from tradedocs.pdf.document import opened
from tradedocs.pdf.page import MAP_ERRORS_ALLOWED, Page
from tradedocs.reading.lines import page_lines

Change = Callable[[PdfWriter], None]
COURIER_MAP = b"""/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /M def /CMapType 2 def
1 begincodespacerange <00> <FF> endcodespacerange
%d beginbfchar
%s
endbfchar endcmap end end"""


def first(path: Path, draw: Callable[[Sheet], None], change: Change | None = None) -> Page:
    """The first page of the drawn and then changed file."""
    file = drawn(path / "drawn.pdf", draw)
    if change is not None:
        writer = PdfWriter(clone_from=PdfReader(file))
        change(writer)
        file = path / "changed.pdf"
        writer.write(file)
    with opened(file) as document:
        return document.page(1)


def texts(page: Page) -> list[str]:
    """The words of the page in their order."""
    return [word.text for word in page.words]


def means(codes: dict[str, str]) -> Change:
    """Give characters of the font Courier another meaning, as a file of another language would."""

    def change(writer: PdfWriter) -> None:
        fonts = writer.pages[0]["/Resources"]["/Font"]  # type: ignore[index]
        font = next(f.get_object() for f in fonts.values() if "Courier" in f.get_object()["/BaseFont"])
        lines = b"\n".join(
            b"<%02X> <%s>" % (ord(k), v.encode("utf-16-be").hex().encode()) for k, v in codes.items()
        )
        stream = DecodedStreamObject()
        stream.set_data(COURIER_MAP % (len(codes), lines))
        font[NameObject("/ToUnicode")] = writer._add_object(stream)

    return change


def courier(text: str) -> Callable[[Sheet], None]:
    """The text in the font Courier."""

    def draw(sheet: Sheet) -> None:
        sheet.canvas.setFont("Courier", 10)
        sheet.canvas.drawString(100, HEIGHT - 200, text)

    return draw


def test_raised_digits_are_no_digits_of_the_number(tmp_path: Path) -> None:
    def draw(sheet: Sheet) -> None:
        sheet.raised(100, 100, "10", "3")
        sheet.raised(100, 130, "12.5", "2")
        sheet.raised(100, 160, "kg/m", "3")
        sheet.raised(100, 190, "10", "-5")

    assert texts(first(tmp_path, draw)) == ["10³", "12.5²", "kg/m³", "10⁻⁵"]


def test_a_raised_digit_drawn_apart_belongs_to_the_number_before_it(tmp_path: Path) -> None:
    def draw(sheet: Sheet) -> None:
        sheet.text(100, 100, "12.5", 10)
        sheet.text(119.8, 96, "1", 6)

    assert texts(first(tmp_path, draw)) == ["12.5¹"]


def test_a_word_broken_at_the_end_of_a_line_is_two_words_with_a_box_each(tmp_path: Path) -> None:
    def draw(sheet: Sheet) -> None:
        sheet.text(100, 100, "Compatibil-")
        sheet.text(100, 112, "ity of parts")

    page = first(tmp_path, draw)
    before, after = page.words[:2]
    assert (before.text, before.broken, after.text) == ("Compatibil-", True, "ity")
    assert before.y1 <= after.y0 + 1
    assert max(word.height for word in page.words) < 12


def test_letters_set_apart_are_one_word(tmp_path: Path) -> None:
    def draw(sheet: Sheet) -> None:
        x = 100.0
        for letter in "MOISTURE CONTENT":
            sheet.text(x, 100, letter, 10)
            x += pdfmetrics.stringWidth(letter, "Helvetica", 10) + 2.5

    (line,) = page_lines(first(tmp_path, draw))
    assert line.text.split() == ["MOISTURE", "CONTENT"]


def test_a_ligature_is_its_letters(tmp_path: Path) -> None:
    page = first(tmp_path, courier("suf~cient #nal"), means({"~": "\ufb01", "#": "\ufb01"}))
    assert texts(page) == ["sufficient", "final"]


def test_a_blank_that_only_a_gap_suggests_is_told_from_a_printed_one(tmp_path: Path) -> None:
    def draw(sheet: Sheet) -> None:
        sheet.text(100, 100, "Lead")
        sheet.text(125, 100, "12.5")
        sheet.text(100, 120, "Lead 12.5")

    assert [word.blank_is_real for word in first(tmp_path, draw).words] == [False, False, True, False]


def test_a_text_layer_without_meaning_is_found_out(tmp_path: Path) -> None:
    def draw(sheet: Sheet) -> None:
        pdfmetrics.registerFont(TTFont("Vera", str(VERA)))
        sheet.canvas.setFont("Vera", 10)
        sheet.canvas.drawString(100, HEIGHT - 200, "Moisture content by oven")

    def forget(writer: PdfWriter) -> None:
        fonts = writer.pages[0]["/Resources"]["/Font"]  # type: ignore[index]
        (font,) = (f.get_object() for f in fonts.values() if "Vera" in f.get_object()["/BaseFont"])
        codes = DictionaryObject(
            {
                NameObject("/Type"): NameObject("/Font"),
                NameObject("/Subtype"): NameObject("/CIDFontType2"),
                NameObject("/BaseFont"): font["/BaseFont"],
                NameObject("/FontDescriptor"): font.raw_get("/FontDescriptor"),
                NameObject("/CIDSystemInfo"): DictionaryObject(
                    {
                        NameObject("/Registry"): TextStringObject("Adobe"),
                        NameObject("/Ordering"): TextStringObject("Identity"),
                        NameObject("/Supplement"): NumberObject(0),
                    }
                ),
            }
        )
        for key in ("/ToUnicode", "/FirstChar", "/LastChar", "/Widths", "/FontDescriptor"):
            font.pop(key, None)
        font[NameObject("/Subtype")] = NameObject("/Type0")
        font[NameObject("/Encoding")] = NameObject("/Identity-H")
        font[NameObject("/DescendantFonts")] = ArrayObject([writer._add_object(codes)])

    assert first(tmp_path, draw).map_errors == 0
    assert first(tmp_path, draw, forget).map_errors > MAP_ERRORS_ALLOWED


@pytest.mark.parametrize("digits", ["０１２３４５６７８９", "٠١٢٣٤٥٦٧٨٩"], ids=["full-width", "arabic-indic"])
def test_digits_of_other_scripts_are_the_same_numbers(tmp_path: Path, digits: str) -> None:
    def draw(sheet: Sheet) -> None:
        sheet.ruled(60, 100, [120, 60, 80], [("Test Item", "Unit", "Result"), ("Lead", "mg/kg", "")])
        sheet.canvas.setFont("Courier", 9)
        sheet.canvas.drawString(244, HEIGHT - 130, "12.5")

    file = drawn(tmp_path / "drawn.pdf", draw)
    writer = PdfWriter(clone_from=PdfReader(file))
    means({**{str(k): digit for k, digit in enumerate(digits)}, ".": "."})(writer)
    writer.write(tmp_path / "report.pdf")
    from tradedocs.flows.reading import read_report

    (result,) = read_report(tmp_path / "report.pdf").results
    assert result.value.low is not None
    assert float(result.value.low) == 12.5


def test_letters_that_look_alike_are_the_same_name() -> None:
    from tradedocs.vocabulary import fold

    assert fold("К232") == fold("K232")  # Cyrillic and Latin
    assert fold("Κ270") == fold("K270")  # Greek and Latin
    assert fold("Сd") == fold("Cd")
    assert fold("Свинец") != fold("Cvinec")
    assert fold("ΑΡΙΘΜΟΣ") != fold("APIOMOS")


def test_what_lies_outside_of_the_crop_box_is_not_read(tmp_path: Path) -> None:
    def draw(sheet: Sheet) -> None:
        sheet.text(100, 200, "inside")
        sheet.text(400, 200, "outside")
        sheet.line(100, 210, 140, 210)

    def crop(writer: PdfWriter) -> None:
        writer.pages[0].cropbox = RectangleObject((50, 100, 300, HEIGHT - 20))

    page = first(tmp_path, draw, crop)
    assert texts(page) == ["inside"]
    assert (page.width, page.height) == pytest.approx((250, HEIGHT - 120), abs=0.1)
    assert page.words[0].x0 == pytest.approx(50, abs=1)
    assert page.across[0].at == pytest.approx(190, abs=1)


def test_boxes_that_a_page_inherits_count(tmp_path: Path) -> None:
    def inherit(writer: PdfWriter) -> None:
        page: Any = writer.pages[0]
        parent = page["/Parent"].get_object()
        parent[NameObject("/MediaBox")] = RectangleObject((0, 0, WIDTH, HEIGHT))
        del page["/MediaBox"]
        page.pop("/CropBox", None)

    page = first(tmp_path, lambda sheet: sheet.text(100, 200, "word"), inherit)
    assert (page.width, page.height) == pytest.approx((WIDTH, HEIGHT), abs=0.1)
    assert page.words[0].y1 == pytest.approx(202, abs=1)


def test_stripes_are_no_lines_and_hide_nothing(tmp_path: Path) -> None:
    def draw(sheet: Sheet) -> None:
        for k in range(6):
            sheet.canvas.setFillColorRGB(*((0.85, 0.9, 0.95) if k % 2 else (1, 1, 1)))
            sheet.canvas.rect(60, HEIGHT - 120 - 16 * k, 300, 16, stroke=0, fill=1)
            sheet.canvas.setFillColorRGB(0, 0, 0)
            sheet.text(66, 116 + 16 * k, f"row{k}")
            sheet.text(200, 116 + 16 * k, f"{k}.5")

    page = first(tmp_path, draw)
    assert len(page.words) == 12
    assert len(page.filled) == 6
    assert (page.across, page.suspects) == ((), ())


def test_light_print_on_a_dark_band_is_seen(tmp_path: Path) -> None:
    def draw(sheet: Sheet) -> None:
        sheet.canvas.setFillColorRGB(0.1, 0.2, 0.4)
        sheet.canvas.rect(60, HEIGHT - 120, 300, 20, stroke=0, fill=1)
        sheet.canvas.setFillColorRGB(1, 1, 1)
        sheet.text(66, 115, "Test Item")
        sheet.text(200, 115, "Result")

    page = first(tmp_path, draw)
    assert texts(page) == ["Test", "Item", "Result"]
    assert page.suspects == ()


def test_forms_in_forms_are_scaled_and_moved(tmp_path: Path) -> None:
    def draw(sheet: Sheet) -> None:
        canvas = sheet.canvas
        canvas.beginForm("inner")
        canvas.setLineWidth(0.4)
        canvas.line(0, 0, 40, 0)
        canvas.setFont("Helvetica", 10)
        canvas.drawString(0, 4, "12.5")
        canvas.endForm()
        canvas.beginForm("outer")
        canvas.translate(10, 20)
        canvas.scale(2, 2)
        canvas.doForm("inner")
        canvas.endForm()
        canvas.translate(100, HEIGHT - 400)
        canvas.scale(0.5, 0.5)
        canvas.doForm("outer")

    page = first(tmp_path, draw)
    (rule,) = page.across
    assert (rule.at, rule.low, rule.high) == pytest.approx((390, 105, 145), abs=0.5)
    (word,) = page.words
    assert word.text == "12.5"
    assert word.x0 == pytest.approx(105, abs=0.5)
    assert word.height == pytest.approx(11.6, abs=1)


def test_two_numbers_in_one_place_come_apart(tmp_path: Path) -> None:
    def draw(sheet: Sheet) -> None:
        sheet.text(100, 200, "3.5")
        sheet.text(100, 200, "86.1")

    words = first(tmp_path, draw).words
    assert len(words) == 2
    assert words[0].text == "3.5"


def test_a_page_shown_in_a_mirror_is_read_in_doubt(tmp_path: Path) -> None:
    def draw(sheet: Sheet) -> None:
        sheet.canvas.translate(WIDTH, 0)
        sheet.canvas.scale(-1, 1)
        sheet.ruled(60, 100, [120, 60, 80], [("Test Item", "Unit", "Result"), ("Lead", "mg/kg", "12.5")])

    assert [result for result in read(tmp_path, draw).results if not result.doubt] == []
