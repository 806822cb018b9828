from __future__ import annotations

import io
from pathlib import Path

import pytest
from PIL import Image

from tests.reading.paper import HEIGHT, WIDTH, drawn
from tradedocs.errors import RefusedInput
from tradedocs.model.base import Place
from tradedocs.pdf.crop import crop_png


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return drawn(tmp_path / "a.pdf", lambda s: s.text(100, 200, "Lead 8853", 10))


def _picture(data: bytes) -> Image.Image:
    return Image.open(io.BytesIO(data)).convert("RGB")


def test_a_strip_around_the_box_with_the_box_marked(file: Path) -> None:
    picture = _picture(crop_png(file, Place(page=1, box=(100, 190, 160, 204)), pad=20, dpi=72))
    assert picture.size[0] == pytest.approx(WIDTH, abs=1)
    assert picture.size[1] == pytest.approx(14 + 2 * 20, abs=2)
    red, green, blue = picture.getpixel((150, 22))  # type: ignore[misc]
    assert blue < red
    assert blue < green
    assert picture.getpixel((10, 10)) == (255, 255, 255)


def test_the_whole_page_without_a_box(file: Path) -> None:
    assert _picture(crop_png(file, Place(page=1), dpi=72)).size[1] == pytest.approx(HEIGHT, abs=1)


@pytest.mark.parametrize("place", [Place(page=2), Place(page=1, box=(0, 5000, 10, 5010))])
def test_a_place_that_is_not_there_is_refused(file: Path, place: Place) -> None:
    with pytest.raises(RefusedInput):
        crop_png(file, place)
