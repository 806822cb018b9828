"""A picture of a page as a page: turned, levelled, its words, lines, tick boxes and raised digits."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.pdf.ocr.scans import HIGH, needs_ocr, pixels
from tests.reading.paper import HEIGHT, WIDTH, Sheet
from tradedocs.pdf.ocr.engine import Eyes
from tradedocs.pdf.ocr.packed import packed, unpacked
from tradedocs.pdf.page import Page, Word

ROWS = (
    ("Parameter", "Unit", "Limit", "Result"),
    ("Lead", "mg/kg", "100", "12.5"),
    ("Cadmium", "mg/kg", "-", "N.D."),
    ("Yield point", "MPa", "500", "552"),
)


@pytest.fixture(scope="module")
def eyes() -> Eyes:
    needs_ocr()
    return Eyes()


def form(sheet: Sheet) -> None:
    sheet.text(60, 50, "Test Report of the Invented Laboratory", 14)
    sheet.ruled(60, 90, [150, 80, 80, 90], ROWS, high=24)
    sheet.text(60, 230, "The samples were drawn by the inspector.", 10)
    sheet.text(60, 250, "Total viable count below", 10)
    sheet.raised(180, 250, "10", "3")
    for x, label, crossed in ((60, "Pass", True), (160, "Fail", False)):
        sheet.canvas.rect(x, HEIGHT - 282, 10, 10)
        if crossed:
            sheet.line(x + 2, 274, x + 8, 280)
            sheet.line(x + 2, 280, x + 8, 274)
        sheet.text(x + 16, 281, label, 10)


def page_of(folder: Path, eyes: Eyes, *, turn: int = 0, lean: float = 0.0) -> Page:
    from tradedocs.pdf.ocr.page import page_by_ocr

    shot = pixels(folder, form, turn=turn, lean=lean)
    width, height = (HIGH, WIDTH) if turn % 2 else (WIDTH, HIGH)
    return page_by_ocr(shot, 1, width, height, eyes)


def found(page: Page, text: str) -> Word:
    (word,) = [word for word in page.words if word.text == text]
    return word


@pytest.mark.ocr
@pytest.mark.parametrize(("turn", "lean"), [(0, 0.0), (1, 0.0), (2, 1.5), (3, -0.8)])
def test_a_scan_that_lay_askew_is_the_same_page(tmp_path: Path, eyes: Eyes, turn: int, lean: float) -> None:
    page = page_of(tmp_path, eyes, turn=turn, lean=lean)
    assert page.read_by == "ocr"
    assert page.turn == (4 - turn) % 4
    assert abs(page.lean * 57.3 - lean) < 0.15
    texts = [word.text for word in page.words]
    for row in ROWS:
        for cell in row:
            assert all(part in texts for part in cell.split()), (cell, texts)
    assert len(page.across) == 5
    assert len(page.down) == 5
    result = found(page, "552")
    wall = sorted(rule.at for rule in page.down)
    assert wall[3] < result.x0 < result.x1 < wall[4]
    assert abs(result.y0 - 166) < 2
    assert {"10³", "☒", "☐"} <= set(texts)
    assert found(page, "☒").x0 < found(page, "Pass").x0 < found(page, "☐").x0 < found(page, "Fail").x0


@pytest.mark.ocr
def test_a_box_is_shown_where_a_viewer_shows_it(tmp_path: Path, eyes: Eyes) -> None:
    page = page_of(tmp_path, eyes, turn=1)
    x0, y0, x1, y1 = page.shown(found(page, "552")[:4])
    upright = (374.0, 166.0, 389.0, 176.0)
    assert abs(x0 - (HIGH - upright[3])) < 5
    assert abs(x1 - (HIGH - upright[1])) < 5
    assert abs(y0 - upright[0]) < 4
    assert abs(y1 - upright[2]) < 4


def test_what_leaned_is_shown_where_it_leaned() -> None:
    page = Page(1, 600, 400, lean=0.02, read_by="ocr")
    assert page.shown((299, 199, 301, 201)) == pytest.approx((299, 199, 301, 201), abs=0.1)
    left, right = page.shown((10, 199, 12, 201)), page.shown((588, 199, 590, 201))
    assert right[1] - left[1] == pytest.approx(578 * 0.02, abs=0.3)


def test_pages_pass_between_workers_as_they_are() -> None:
    word = Word(1.0, 2.0, 3.0, 4.0, "Pb", 0, 2, True, False, 0.5)
    page = Page(3, 600.0, 400.0, words=(word,), turn=1, lean=0.01, read_by="ocr")
    (back,) = unpacked(packed([page]))
    assert back.words == (word,)
    assert (back.number, back.turn, back.lean, back.read_by) == (3, 1, 0.01, "ocr")
