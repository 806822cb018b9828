"""The two engines: what they read in lines and pages, and what happens without them."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.pdf.ocr.scans import needs_ocr, needs_second, pixels
from tests.reading.paper import Sheet
from tradedocs.errors import ToolError
from tradedocs.pdf.ocr import engine


def one_line(sheet: Sheet) -> None:
    sheet.text(60, 60, "Tensile strength 552 MPa", 14)


@pytest.mark.ocr
def test_a_line_is_found_and_each_letter_has_its_place(tmp_path: Path) -> None:
    needs_ocr()
    eyes = engine.Eyes()
    page = pixels(tmp_path, one_line)[60:240]
    (seen,) = eyes.words(page)
    assert seen.text == "Tensile strength 552 MPa"
    assert seen.score > 0.9
    assert 150 < seen.x0 < 170
    assert 560 < seen.x1 < 680
    reading = eyes.line(page[int(seen.y0) : int(seen.y1), int(seen.x0) : int(seen.x1)])
    assert reading.text == seen.text
    places = [letter.at for letter in reading.letters]
    assert places == sorted(places)
    assert 0.0 < places[0] < 0.1 < 0.9 < places[-1] < 1.0


@pytest.mark.ocr
def test_nothing_is_read_where_nothing_is_printed(tmp_path: Path) -> None:
    needs_ocr()
    import numpy as np

    eyes = engine.Eyes()
    paper = np.full((200, 400), 255, dtype=np.uint8)
    assert eyes.words(paper) == ()
    assert eyes.line(paper[:2]).text == ""


@pytest.mark.ocr
def test_the_second_engine_reads_many_lines_in_order(tmp_path: Path) -> None:
    needs_ocr()
    needs_second()
    page = pixels(tmp_path, one_line)[130:190, 140:700]
    half = page[:, 300:]
    first, second = engine.second_lines([page, half])
    assert first == "Tensile strength 552 MPa"
    assert second is not None
    assert second.endswith("MPa")
    assert engine.second_lines([page]) == (first,)


def test_without_the_second_engine_it_reads_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine, "_tesseract", lambda: None)
    assert not engine.second_installed()
    assert engine.second_lines([None]) == (None,)  # type: ignore[list-item]


def test_without_the_extra_the_way_out_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine, "find_spec", lambda name: None)
    assert not engine.installed()
    with pytest.raises(ToolError) as raised:
        engine.Eyes()._engine()
    assert engine.EXTRA in raised.value.way_out
