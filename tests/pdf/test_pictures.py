from __future__ import annotations

import io
from pathlib import Path

import pytest
from PIL import Image

from tests.pdf import hostile
from tests.pdf.workers import left_behind
from tests.reading.paper import HEIGHT, WIDTH, Sheet, drawn
from tradedocs.errors import UsageError
from tradedocs.pdf.pictures import page_pictures


def _two_pages(sheet: Sheet) -> None:
    sheet.text(72, 72, "Report No: H-1")
    sheet.page()
    sheet.canvas.setFillColorRGB(1, 0, 0)
    sheet.canvas.rect(100, HEIGHT - 300, 200, 100, fill=1, stroke=0)
    sheet.page()


def test_each_page_is_a_picture_of_its_size(tmp_path: Path) -> None:
    made = page_pictures(drawn(tmp_path / "x.pdf", _two_pages), (1, 2, 7), dpi=72)
    assert list(made) == [1, 2]
    picture = Image.open(io.BytesIO(made[2].jpeg))
    assert (made[2].width, made[2].height) == (pytest.approx(WIDTH, abs=0.1), pytest.approx(HEIGHT, abs=0.1))
    assert picture.size == (pytest.approx(WIDTH, abs=1), pytest.approx(HEIGHT, abs=1))
    red, green, _ = picture.getpixel((200, 250))  # type: ignore[misc]
    assert red > 200
    assert green < 60


def test_notes_tell_how_far_it_is(tmp_path: Path) -> None:
    notes: list[tuple[int, int]] = []
    path = drawn(tmp_path / "x.pdf", _two_pages)
    page_pictures(path, (1, 2), on_note=lambda page, of: notes.append((page, of)))
    assert notes == [(1, 2), (2, 2)]


@pytest.mark.parametrize(
    "kind", ["several-bombs", "huge-picture", "huge-page", "locked", "empty", "tree-loop"]
)
def test_a_hostile_page_costs_its_own_picture_only(kind: str, tmp_path: Path) -> None:
    path = tmp_path / "x.pdf"
    path.write_bytes(hostile.KINDS[kind][0]())
    made = page_pictures(path, (1, 2, 3), dpi=60)
    if kind == "several-bombs":
        assert set(made) == {1, 3}
    assert all(Image.open(io.BytesIO(one.jpeg)).size[0] < 6000 for one in made.values())
    assert not left_behind()


def test_a_file_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(UsageError):
        page_pictures(tmp_path / "none.pdf", (1,))
