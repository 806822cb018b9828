from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PIL import Image, ImageChops

from tests.reading.paper import HEIGHT, Sheet, drawn
from tradedocs.pdf import witness
from tradedocs.pdf.document import opened
from tradedocs.pdf.geometry import Box

VALUE: Box = (104, 160, 126, 172)


def crops(path: Path, draw: Callable[[Sheet], None], box: Box = VALUE) -> list[Image.Image]:
    """The crops of the value in the box, one a line, at 150 dpi."""
    with opened(drawn(path / "a.pdf", draw)) as document:
        page = document.page(1)
        lines = witness._lines(page, page.shown(box))
        return witness._crops(document, {1: page}, [(1, lines)], 150)[0]


def alone(sheet: Sheet) -> None:
    """A value with nothing around it."""
    sheet.text(105, 169, "12.5")


def same_picture(a: Image.Image, b: Image.Image) -> bool:
    """Whether the pictures differ in next to nothing."""
    return a.size == b.size and sum(ImageChops.difference(a, b).histogram()[60:]) == 0


def test_lines_and_neighbours_are_painted_over(tmp_path: Path) -> None:
    def crowded(sheet: Sheet) -> None:
        alone(sheet)
        sheet.line(60, 158, 300, 158)
        sheet.line(60, 173, 300, 173)
        sheet.line(103, 140, 103, 200)
        sheet.line(124.5, 140, 124.5, 200)
        sheet.text(105, 180, "99.9")
        sheet.text(105, 157, "88.8")
        sheet.text(90, 169, "77")

    assert same_picture(*crops(tmp_path, alone), *crops(tmp_path, crowded))


def test_what_runs_through_the_value_is_left_in(tmp_path: Path) -> None:
    def struck(sheet: Sheet) -> None:
        alone(sheet)
        sheet.line(100, 166, 130, 166)

    assert not same_picture(*crops(tmp_path, alone), *crops(tmp_path, struck))


def test_what_is_printed_over_the_value_is_left_in(tmp_path: Path) -> None:
    def overprinted(sheet: Sheet) -> None:
        alone(sheet)
        sheet.text(107, 168, "###")

    with opened(drawn(tmp_path / "a.pdf", overprinted)) as document:
        page = document.page(1)
        value = next(word for word in page.words if word.text.startswith("12"))
        own = [witness._Line((value,))]
        (crop,) = witness._crops(document, {1: page}, [(1, own)], 150)[0]
    (plain,) = crops(tmp_path, alone)
    assert sum(crop.histogram()[:100]) > 1.3 * sum(plain.histogram()[:100])


def test_a_value_of_two_lines_gives_two_crops(tmp_path: Path) -> None:
    def draw(sheet: Sheet) -> None:
        sheet.text(105, 169, "not")
        sheet.text(105, 180, "detected")

    assert len(crops(tmp_path, draw, (104, 160, 150, 184))) == 2


def test_a_crop_of_a_page_drawn_sideways_stands_upright(tmp_path: Path) -> None:
    def sideways(sheet: Sheet) -> None:
        sheet.canvas.translate(400, 200)
        sheet.canvas.rotate(90)
        sheet.text(0, HEIGHT, "12.5 and more text so that the page is turned")

    with opened(drawn(tmp_path / "a.pdf", sideways)) as document:
        page = document.page(1)
        assert page.turn
        own = [witness._Line((page.words[0],))]
        (crop,) = witness._crops(document, {1: page}, [(1, own)], 150)[0]
    assert crop.width > crop.height


def test_nothing_but_paper_is_blank() -> None:
    paper = Image.new("L", (60, 20), 250)
    assert witness._is_blank(paper)
    marked = paper.copy()
    marked.paste(0, (10, 5, 14, 15))
    assert not witness._is_blank(marked)
