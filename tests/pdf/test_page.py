from __future__ import annotations

from pathlib import Path

import pytest
from pypdf import PdfWriter

from tests.reading.paper import HEIGHT, WIDTH, Sheet, drawn
from tradedocs.errors import RefusedInput, UsageError
from tradedocs.pdf.document import opened
from tradedocs.pdf.page import Page


def _first(path: Path) -> Page:
    with opened(path) as document:
        return document.page(1)


def _sample(sheet: Sheet) -> None:
    sheet.text(100, 200, "Lead content", 10)
    sheet.line(100, 210, 300, 210)


def test_words_and_rules_have_their_places(tmp_path: Path) -> None:
    page = _first(drawn(tmp_path / "a.pdf", _sample))
    assert [word.text for word in page.words] == ["Lead", "content"]
    lead = page.words[0]
    assert lead.x0 == pytest.approx(100, abs=1)
    assert lead.y0 < 200 < lead.y1 + 1
    assert page.words[0].blank_is_real
    (rule,) = page.across
    assert (rule.at, rule.low, rule.high) == pytest.approx((210, 100, 300), abs=1)


@pytest.mark.parametrize("rotation", [90, 180, 270])
def test_a_page_drawn_sideways_is_brought_upright(tmp_path: Path, rotation: int) -> None:
    def draw(sheet: Sheet) -> None:
        canvas = sheet.canvas
        canvas.translate(WIDTH / 2, HEIGHT / 2)
        canvas.rotate(rotation)
        canvas.setFont("Helvetica", 10)
        canvas.drawString(-100, 50, "first line here")
        canvas.drawString(-100, 30, "second line here")

    page = _first(drawn(tmp_path / "a.pdf", draw))
    assert page.turn != 0
    first, second = (next(w for w in page.words if w.text == text) for text in ("first", "second"))
    assert first.y1 < second.y1
    assert [w.text for w in sorted(page.words, key=lambda w: (round(w.y0), w.x0))][:3] == [
        "first",
        "line",
        "here",
    ]


@pytest.mark.parametrize("rotation", [0, 90, 180, 270])
def test_a_rotated_page_and_the_box_as_shown(tmp_path: Path, rotation: int) -> None:
    plain = PdfWriter(clone_from=drawn(tmp_path / "plain.pdf", _sample))
    plain.pages[0].rotate(rotation)
    plain.write(tmp_path / "a.pdf")
    page = _first(tmp_path / "a.pdf")
    shown = page.shown(page.words[0][:4])
    wide, high = (WIDTH, HEIGHT) if rotation in (0, 180) else (HEIGHT, WIDTH)
    assert 0 <= shown[0] < shown[2] <= wide
    assert 0 <= shown[1] < shown[3] <= high
    corner = {
        0: (100, 192),
        90: (HEIGHT - 205, 100),
        180: (WIDTH - 122, HEIGHT - 203),
        270: (192, WIDTH - 122),
    }[rotation]
    assert shown[:2] == pytest.approx(corner, abs=8)


def test_rules_inside_a_form_are_moved_with_it(tmp_path: Path) -> None:
    def draw(sheet: Sheet) -> None:
        canvas = sheet.canvas
        canvas.beginForm("box")
        canvas.setLineWidth(0.5)
        canvas.line(0, 0, 100, 0)
        canvas.drawString(0, 5, "inside")
        canvas.endForm()
        canvas.translate(100, HEIGHT - 300)
        canvas.scale(2, 2)
        canvas.doForm("box")

    page = _first(drawn(tmp_path / "a.pdf", draw))
    (rule,) = page.across
    assert (rule.at, rule.low, rule.high) == pytest.approx((300, 100, 300), abs=1)
    assert page.words[0].x0 == pytest.approx(100, abs=2)


def test_a_slanted_watermark_is_no_text(tmp_path: Path) -> None:
    def draw(sheet: Sheet) -> None:
        _sample(sheet)
        sheet.canvas.saveState()
        sheet.canvas.translate(200, 400)
        sheet.canvas.rotate(45)
        sheet.canvas.drawString(0, 0, "SAMPLE")
        sheet.canvas.restoreState()

    assert "SAMPLE" not in [word.text for word in _first(drawn(tmp_path / "a.pdf", draw)).words]


def test_hidden_text_is_not_on_the_page(tmp_path: Path) -> None:
    def draw(sheet: Sheet) -> None:
        piece = sheet.canvas.beginText(100, 500)
        piece.setFont("Helvetica", 10)
        piece.setTextRenderMode(3)
        piece.textOut("0.02")
        sheet.canvas.drawText(piece)

    page = _first(drawn(tmp_path / "a.pdf", draw))
    assert page.words == ()
    assert page.hidden == 1.0


def test_bold_by_printing_twice_is_one_word(tmp_path: Path) -> None:
    def draw(sheet: Sheet) -> None:
        sheet.text(100, 200, "Result")
        sheet.text(100.4, 200, "Result")

    assert [word.text for word in _first(drawn(tmp_path / "a.pdf", draw)).words] == ["Result"]


def test_control_characters_do_not_come_through(tmp_path: Path) -> None:
    page = _first(drawn(tmp_path / "a.pdf", lambda s: s.text(100, 200, "safe\x1b[31m\x07 text")))
    assert all(ord(c) >= 32 for word in page.words for c in word.text)


def test_a_file_with_an_empty_password_opens(tmp_path: Path) -> None:
    from reportlab.lib.pdfencrypt import StandardEncryption

    lock = StandardEncryption("", ownerPassword="owner", canPrint=1, strength=128)
    with opened(drawn(tmp_path / "a.pdf", _sample, encrypt=lock)) as document:
        assert document.encrypted
        assert document.page(1).words[0].text == "Lead"


def test_a_needed_password_is_refused(tmp_path: Path) -> None:
    path = drawn(tmp_path / "a.pdf", _sample, encrypt="secret")
    with pytest.raises(RefusedInput, match="password"), opened(path):
        pass


@pytest.mark.parametrize("content", [b"", b"no pdf at all", b"%PDF-1.4\n%%EOF\n"])
def test_what_is_no_pdf_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(content)
    with pytest.raises(RefusedInput), opened(path):
        pass


def test_a_missing_file_is_a_usage_error(tmp_path: Path) -> None:
    with pytest.raises(UsageError), opened(tmp_path / "none.pdf"):
        pass
