from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from tests.reading.paper import HEIGHT, WIDTH, drawn
from tradedocs.model.base import Place
from tradedocs.pdf.crop import crops_png


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return drawn(tmp_path / "a.pdf", lambda s: s.text(100, 200, "Lead 8853", 10))


def _picture(data: bytes) -> Image.Image:
    return Image.open(io.BytesIO(data)).convert("RGB")


def only(file: Path, place: Place, **how: Any) -> bytes:
    (picture,) = crops_png(file, (place,), **how)
    assert picture is not None
    return picture


def test_a_strip_around_the_box_with_the_box_marked(file: Path) -> None:
    picture = _picture(only(file, Place(page=1, box=(100, 190, 160, 204)), pad=20, dpi=72))
    assert picture.size[0] == pytest.approx(WIDTH, abs=1)
    assert picture.size[1] == pytest.approx(14 + 2 * 20, abs=2)
    red, green, blue = picture.getpixel((150, 22))  # type: ignore[misc]
    assert blue < red
    assert blue < green
    assert min(picture.getpixel((10, 10))) > 245  # type: ignore[type-var,arg-type]


def test_the_whole_page_without_a_box(file: Path) -> None:
    assert _picture(only(file, Place(page=1), dpi=72)).size[1] == pytest.approx(HEIGHT, abs=1)


def test_what_is_not_there_has_no_picture_and_the_others_have(file: Path) -> None:
    there = Place(page=1, box=(100, 190, 160, 204))
    places = (Place(page=2), there, Place(page=1, box=(0, 5000, 10, 5010)), there)
    pictures = crops_png(file, places)
    assert [picture is None for picture in pictures] == [True, False, True, False]
    assert pictures[1] == pictures[3]


def test_a_broken_file_has_no_pictures(tmp_path: Path) -> None:
    broken = tmp_path / "b.pdf"
    broken.write_bytes(b"%PDF-1.7 nothing")
    assert crops_png(broken, (Place(page=1),)) == (None,)


def test_no_places_no_pictures(file: Path) -> None:
    assert crops_png(file, ()) == ()


def test_a_snug_strip_leaves_out_the_margins_and_cuts_between_lines(tmp_path: Path) -> None:
    def lines(sheet: Any) -> None:
        for k in range(9):
            sheet.text(100, 150 + 14 * k, f"Row {k} 8853", 10)

    file = drawn(tmp_path / "rows.pdf", lines)
    picture = _picture(only(file, Place(page=1, box=(100, 198, 160, 208)), snug=True, dpi=72))
    assert picture.width < WIDTH / 3
    for row in (0, picture.height - 1):
        assert min(picture.crop((0, row, picture.width, row + 1)).convert("L").tobytes()) > 200


def test_a_picture_stays_within_its_bytes(tmp_path: Path) -> None:
    noise = Image.effect_noise((1200, 1600), 90)
    file = tmp_path / "noise.pdf"
    noise.save(file, "PDF", resolution=144)
    place = Place(page=1, box=(100, 200, 160, 300))
    assert len(only(file, place)) > 40_000
    small = only(file, place, most=20_000)
    assert len(small) <= 20_000
    assert small[:2] == b"\xff\xd8"
