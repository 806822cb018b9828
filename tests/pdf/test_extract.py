"""The working extract: right on turned and cropped pages, and free of what a hostile file carries."""

from __future__ import annotations

import io
from pathlib import Path

import pypdf
import pypdfium2 as pdfium
import pytest
from pypdf.generic import DictionaryObject, NameObject, RectangleObject, TextStringObject

from tests.reading.paper import drawn
from tradedocs.pdf.document import opened
from tradedocs.pdf.extract import MARKER, Mark, extract
from tradedocs.pdf.extract_marks import BAND

BAND_LINES = ("INTERNAL WORKING EXTRACT (no original)", "SHA-256 00")


@pytest.fixture
def plain(tmp_path: Path) -> Path:
    return drawn(tmp_path / "a.pdf", lambda s: s.text(100, 200, "Lead 8853", 10))


def turned(plain: Path, angle: int, *, tail: bytes = b"") -> Path:
    writer = pypdf.PdfWriter(clone_from=plain)
    page = writer.pages[0]
    page.cropbox = RectangleObject((40, 300, 500, 800))
    page[NameObject("/Rotate")] = pypdf.generic.NumberObject(angle)
    if tail:
        stream = pypdf.generic.StreamObject()
        stream.set_data(page.get_contents().get_data() + tail)
        page[NameObject("/Contents")] = writer._add_object(stream)
    file = plain.with_name(f"turned-{angle}.pdf")
    writer.write(file)
    return file


def shown(data: bytes, number: int = 0) -> tuple[pdfium.PdfPage, str]:
    page = pdfium.PdfDocument(data)[number]
    return page, page.get_textpage().get_text_bounded()


def word_box(file: Path) -> tuple[float, float, float, float]:
    with opened(file) as document:
        page = document.page(1)
        word = next(word for word in page.words if word.text == "8853")
        return page.placed((word.x0, word.y0, word.x1, word.y1))


@pytest.mark.parametrize("angle", [0, 90, 180, 270])
def test_the_mark_lies_on_the_value_of_a_turned_and_cropped_page(plain: Path, angle: int) -> None:
    file = turned(plain, angle)
    box = word_box(file)
    data = extract(file, (Mark(1, box, "7"),), BAND_LINES)
    assert data is not None
    page, _ = shown(data)
    width, height = (460, 500) if angle in (0, 180) else (500, 460)
    assert page.get_size() == pytest.approx((width, height + BAND), abs=0.1)
    picture = page.render(scale=2).to_pil().convert("RGB")
    x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2 + BAND
    patch = picture.crop((round(2 * x - 6), round(2 * y - 6), round(2 * x + 6), round(2 * y + 6)))
    pixels = patch.tobytes()
    reds, greens, blues = pixels[::3], pixels[1::3], pixels[2::3]
    assert max(reds) > 230
    assert max(blues) < 160
    assert min(greens) < 120  # the print is still there


def test_a_page_that_leaves_its_graphics_state_open_does_not_move_the_marks(plain: Path) -> None:
    file = turned(plain, 0, tail=b" q q 3 0 0 3 100 100 cm 0 0 5 5 re W n ")
    data = extract(file, (Mark(1, word_box(file), "7"),), BAND_LINES)
    assert data is not None
    text = shown(data)[1]
    assert "Lead 8853" in text
    assert "INTERNAL WORKING EXTRACT" in text


def test_programs_files_and_actions_do_not_come_along(plain: Path) -> None:
    writer = pypdf.PdfWriter(clone_from=plain)
    action = {
        NameObject("/S"): NameObject("/JavaScript"),
        NameObject("/JS"): TextStringObject("app.alert(1)"),
    }
    writer.root_object[NameObject("/OpenAction")] = DictionaryObject(action)
    writer.pages[0][NameObject("/AA")] = DictionaryObject({NameObject("/O"): DictionaryObject(action)})
    writer.add_attachment("x.txt", b"hidden")
    file = plain.with_name("js.pdf")
    writer.write(file)
    data = extract(file, (), BAND_LINES)
    assert data is not None
    assert MARKER in data
    root = pypdf.PdfReader(io.BytesIO(data)).trailer["/Root"]
    assert set(root) <= {"/Type", "/Pages"}
    assert b"alert" not in data


def test_the_same_input_gives_the_same_bytes_and_leaves_the_file_alone(plain: Path) -> None:
    before = plain.read_bytes()
    marks = (Mark(1, word_box(plain), "1"), Mark(1, (0, 9000, 5, 9005), "2"), Mark(9, (0, 0, 5, 5), "3"))
    assert extract(plain, marks, BAND_LINES) == extract(plain, marks, BAND_LINES) is not None
    assert plain.read_bytes() == before


@pytest.mark.parametrize(
    "content", [b"", b"%PDF-1.7 nothing", b"%PDF-1.7\n" + b"1 0 obj<</Kids[1 0 R]>>endobj\n" * 9]
)
def test_no_extract_of_a_file_that_is_none(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "b.pdf"
    file.write_bytes(content)
    assert extract(file, (), BAND_LINES) is None
