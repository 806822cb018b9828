"""Which pictures on a page of text are worth a look of their own, and how the page goes on with what was seen."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tradedocs.pdf.geometry import Box
from tradedocs.pdf.inlays import inlays_of, with_inlays
from tradedocs.pdf.page import Page, Rule, Word

CHART: Box = (60, 100, 540, 440)
FOOT = Word(60, 800, 90, 809, "Page", 0, 4)
INK = Word(100, 200, 130, 209, "-77.71", 7, 13)
SHEET = Page(9, 595, 842, words=(FOOT,), images=(CHART,))


def test_a_large_picture_that_no_text_stands_on() -> None:
    assert inlays_of(SHEET) == (CHART,)


@pytest.mark.parametrize(
    "page",
    [
        replace(SHEET, words=()),
        replace(SHEET, words=(FOOT, *(INK._replace(x0=100 + k, x1=110 + k) for k in range(3)))),
        replace(SHEET, words=(FOOT,) * 121),
        replace(SHEET, images=((0, 0, 595, 842),)),
        replace(SHEET, images=((40, 20, 550, 100),)),
        replace(SHEET, images=((60, 100, 300, 300),)),
        replace(SHEET, read_by="ocr"),
    ],
    ids=["no text", "under text", "much text", "background", "letterhead", "small", "read already"],
)
def test_other_pictures(page: Page) -> None:
    assert inlays_of(page) == ()


def test_what_was_seen_in_the_picture_joins_the_page_and_nothing_else_does() -> None:
    beside = INK._replace(y0=700, y1=709, text="Pagc")
    seen = replace(
        SHEET,
        words=(INK, beside),
        across=(Rule(210, 80, 500), Rule(780, 80, 500)),
        down=(Rule(90, 190, 230), Rule(20, 190, 230)),
        images=(),
        read_by="ocr",
    )
    page = with_inlays(SHEET, seen)
    assert [word.text for word in page.words] == ["Page", "-77.71"]
    assert page.words[1].start > page.words[0].end
    assert (page.across, page.down) == ((Rule(210, 80, 500),), (Rule(90, 190, 230),))
    assert page.read_by == "ocr"


@pytest.mark.parametrize("change", [{"turn": 1}, {"lean": 0.01}, {"words": ()}])
def test_a_picture_that_had_to_be_turned_is_left_alone(change: dict[str, object]) -> None:
    seen = replace(replace(SHEET, words=(INK,), read_by="ocr"), **change)  # type: ignore[arg-type]
    assert with_inlays(SHEET, seen) is SHEET
