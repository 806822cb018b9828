"""A certificate that shows 14.2 and says 12.5: no forgery brings the lie through as a sure value."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.pdf.forged import (
    BOX,
    FORGERIES,
    LIE,
    ONLY_BY_SIGHT,
    TRUTH,
    Changer,
    attachment,
    forged,
    honest,
    made,
    pasted,
    script,
    stamped,
    sticky,
    turned,
)
from tests.reading.paper import HEIGHT, Sheet, drawn
from tradedocs.flows.reading import read_report
from tradedocs.model.report import Report, Result
from tradedocs.pdf.document import opened
from tradedocs.pdf.page import Page

# What says so: a doubt on the value, or what is named as unread.
TOLD = {
    "white-box": "text-covered",
    "overprinted": "text-overlaps",
    "white-on-white": "text-not-visible",
    "colour-of-its-band": "text-not-visible",
    "invisible": "text-not-visible",
    "clip-only": "text-not-visible",
    "type3": "type3-font",
    "actual-text": "replacement-text",
    "layer-off": "layers",
    "layer-for-print": "layers",
    "clipped": "text-not-visible",
    "tiny": "text-tiny",
    "squeezed": "text-tiny",
    "under-a-picture": "text-not-visible",
    "under-a-thick-line": "text-not-visible",
    "transparent": "text-not-visible",
    "pattern": "text-not-visible",
    "free-text": "annotation-over-value",
    "field-over-value": "annotation-over-value",
    "field-of-two-minds": "form-field",
    "only-in-a-field": "form-field",
    "ink": "annotation-over-value",
    "redact": "annotation-over-value",
    "upside-down": "text-mirrored",
}


def moisture(report: Report) -> list[Result]:
    """The results of the forged row."""
    return [result for result in report.results if result.parameter == "Moisture"]


def sure(report: Report) -> list[str | None]:
    """The printed results of the forged row that carry no doubt."""
    return [result.result for result in moisture(report) if not result.doubt]


def codes(report: Report) -> set[str]:
    """Every reason code on the forged row and of what was not read."""
    doubts = {code for result in moisture(report) for code in result.doubt}
    return doubts | {item.code for item in report.unread}


def test_the_honest_certificate_is_read_without_a_doubt(tmp_path: Path) -> None:
    report = read_report(made(tmp_path / "honest.pdf"))
    assert [result.result for result in report.results] == ["11.8", TRUTH, "0.55", "310"]
    assert not report.needs_look


@pytest.mark.parametrize("name", [name for name in FORGERIES if name not in ONLY_BY_SIGHT])
def test_the_lie_is_never_sure(tmp_path: Path, name: str) -> None:
    report = read_report(forged(tmp_path, name))
    assert LIE not in sure(report)
    if name in TOLD:
        assert TOLD[name] in codes(report)


@pytest.mark.parametrize("degrees", [90, 180, 270])
@pytest.mark.parametrize(
    "name", ["white-box", "invisible", "under-a-picture", "clipped", "free-text", "tiny"]
)
def test_nor_on_a_page_that_is_turned(tmp_path: Path, name: str, degrees: int) -> None:
    value, change = FORGERIES[name]

    def turned_too(writer: object) -> None:
        change(writer)  # type: ignore[arg-type]
        turned(degrees)(writer)  # type: ignore[arg-type]

    report = read_report(made(tmp_path / "turned.pdf", value, turned_too))
    assert len(report.results) >= 3
    assert LIE not in sure(report)
    assert TOLD[name] in codes(report)


@pytest.mark.parametrize(
    ("change", "code"), [(sticky, "annotation"), (script, "script"), (attachment, "attachment")]
)
def test_what_speaks_against_a_value_from_beside_the_page_is_named(
    tmp_path: Path, change: Changer, code: str
) -> None:
    report = read_report(made(tmp_path / "a.pdf", honest, change))
    assert code in {item.code for item in report.unread}


@pytest.mark.parametrize(
    ("word", "named"), [("VOID", False), ("DRAFT", False), ("COPY", False), ("Draft", True)]
)
def test_a_stamp_that_takes_the_documents_validity_is_its_status(
    tmp_path: Path, word: str, named: bool
) -> None:
    report = read_report(made(tmp_path / "a.pdf", honest, stamped(word, named)))
    assert report.status is not None
    assert report.status.text == word
    assert "annotation" in codes(report)


def test_a_stamp_that_says_nothing_of_the_kind_is_no_status(tmp_path: Path) -> None:
    report = read_report(made(tmp_path / "a.pdf", honest, stamped("Received 3 May")))
    assert report.status is None
    assert "annotation" in codes(report)


def _page(path: Path, draw: Callable[[Sheet], None]) -> Page:
    with opened(drawn(path / "a.pdf", draw)) as document:
        return document.page(1)


def test_bold_by_printing_twice_over_a_band_is_seen(tmp_path: Path) -> None:
    def draw(sheet: Sheet) -> None:
        sheet.canvas.setFillColorRGB(0.2, 0.2, 0.2)
        sheet.canvas.rect(90, HEIGHT - 210, 100, 20, stroke=0, fill=1)
        sheet.canvas.setFillColorRGB(0.3, 0.3, 0.3)
        sheet.text(100, 200, "12.5")
        sheet.canvas.setFillColorRGB(1, 1, 1)
        sheet.text(100, 200, "12.5")

    assert [word.text for word in _page(tmp_path, draw).words] == ["12.5"]


def test_a_frame_of_filled_strips_hides_nothing_inside_of_it(tmp_path: Path) -> None:
    def draw(sheet: Sheet) -> None:
        sheet.text(100, 200, "12.5")
        outer, inner = (60, 560, 300, 100), (61, 561, 298, 98)
        path = sheet.canvas.beginPath()
        for x, y, wide, high in (outer, inner):
            path.rect(x, y, wide, high)
        sheet.canvas.drawPath(path, stroke=0, fill=1, fillMode=0)

    page = _page(tmp_path, draw)
    assert [word.text for word in page.words] == ["12.5"]
    assert page.suspects == ()


def test_a_stamp_picture_over_the_margin_hides_only_what_lies_under_it(tmp_path: Path) -> None:
    def draw(sheet: Sheet) -> None:
        sheet.text(BOX[0], BOX[3] - 3, "99.9")
        sheet.text(100, 200, "12.5")
        pasted(sheet)

    page = _page(tmp_path, draw)
    assert [word.text for word in page.words] == ["12.5"]
    (lost,) = page.suspects
    assert (lost.text, lost.code, lost.seen) == ("99.9", "text-covered", False)


def test_a_word_that_is_half_covered_stays_and_is_suspect(tmp_path: Path) -> None:
    def draw(sheet: Sheet) -> None:
        sheet.text(100, 200, "112.5")
        sheet.canvas.setFillColorRGB(1, 1, 1)
        sheet.canvas.rect(98, HEIGHT - 205, 7, 16, stroke=0, fill=1)

    page = _page(tmp_path, draw)
    assert [word.text for word in page.words] == ["112.5"]
    assert {(suspect.code, suspect.seen) for suspect in page.suspects} == {("text-covered", True)}


def test_a_page_of_drawn_letters_is_its_producers_habit(tmp_path: Path) -> None:
    from pypdf import PdfReader, PdfWriter

    from tests.pdf.forged import type3

    def draw(sheet: Sheet) -> None:
        sheet.canvas.setFont("Courier", 9)
        for k in range(5):
            sheet.canvas.drawString(100, 700 - 20 * k, "12.5")

    writer = PdfWriter(clone_from=PdfReader(drawn(tmp_path / "drawn.pdf", draw)))
    type3(writer)
    writer.write(tmp_path / "a.pdf")
    with opened(tmp_path / "a.pdf") as document:
        page = document.page(1)
    assert len(page.words) == 5
    assert page.suspects == ()
