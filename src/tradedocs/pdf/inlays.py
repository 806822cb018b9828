"""Large pictures on a page that has a text layer: tables and charts that were pasted in, whose print is no text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from tradedocs.pdf.geometry import Box
from tradedocs.pdf.page import Page, Rule, Word

_WIDE, _HIGH = 250.0, 100.0
_TOGETHER, _ALL = 0.3, 0.85  # shares of the page that the pictures take, each and together
_FEW_WORDS, _INSIDE = 120, 2
_LEVEL = 0.002  # radians


def inlays_of(page: Page) -> tuple[Box, ...]:
    """The large pictures that no text stands on, where they take a good part of a page that itself says little.

    A background, a letterhead and a photo beside a text are none. The boxes are in the page's own coordinates.
    """
    if not page.images or not 0 < len(page.words) <= _FEW_WORDS or page.read_by == "ocr":
        return ()
    area = page.width * page.height or 1.0
    found = [
        box for box in dict.fromkeys(page.images) if _is_large(box, area) and not _is_under_text(box, page)
    ]
    return tuple(found) if sum(map(_area, found)) >= _TOGETHER * area else ()


def _is_large(box: Box, area: float) -> bool:
    return box[2] - box[0] >= _WIDE and box[3] - box[1] >= _HIGH and _area(box) < _ALL * area


def _area(box: Box) -> float:
    return (box[2] - box[0]) * (box[3] - box[1])


def _is_under_text(box: Box, page: Page) -> bool:
    return sum(_holds(box, (w.x0 + w.x1) / 2, w.middle) for w in page.words) > _INSIDE


def _holds(box: Box, x: float, y: float) -> bool:
    return box[0] <= x <= box[2] and box[1] <= y <= box[3]


def with_inlays(page: Page, seen: Page) -> Page:
    """The page with what its picture shows in its inlays; as it is where the picture had to be turned or levelled.

    Args:
        page: as the text layer has it.
        seen: the same page as OCR read it.
    """
    boxes = inlays_of(page)
    if not boxes or seen.turn != page.turn or abs(seen.lean - page.lean) > _LEVEL:
        return page
    begin = max((word.end for word in page.words), default=0) + 1
    words = [word._replace(start=word.start + begin, end=word.end + begin) for word in words_in(boxes, seen)]
    if not words:
        return page
    return replace(
        page,
        words=(*page.words, *words),
        across=(*page.across, *_inside(seen.across, boxes, upright=False)),
        down=(*page.down, *_inside(seen.down, boxes, upright=True)),
        read_by="ocr",
    )


def _inside(rules: tuple[Rule, ...], boxes: tuple[Box, ...], *, upright: bool) -> Iterator[Rule]:
    for rule in rules:
        along = (rule.low + rule.high) / 2
        x, y = (rule.at, along) if upright else (along, rule.at)
        if any(_holds(box, x, y) for box in boxes):
            yield rule


def words_in(boxes: tuple[Box, ...], page: Page) -> tuple[Word, ...]:
    """The page's words that stand in one of the boxes."""
    return tuple(w for w in page.words if any(_holds(box, (w.x0 + w.x1) / 2, w.middle) for box in boxes))
