"""Pages of an open file, rendered and read; and the pieces of them that hold one value."""

from __future__ import annotations

import statistics
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

import numpy as np

from tradedocs.errors import RefusedInput
from tradedocs.model.base import Place
from tradedocs.pdf.document import Document
from tradedocs.pdf.geometry import Box
from tradedocs.pdf.ocr.crops import bordered, grey
from tradedocs.pdf.ocr.page import page_by_ocr
from tradedocs.pdf.ocr.turning import side_lengths
from tradedocs.pdf.page import Page

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from tradedocs.pdf.ocr.engine import Eyes

    Picture = NDArray[np.uint8]

DPI, _FINE_DPI, _ROUGH_DPI = 200, 300, 50
_PAPER, _MOSTLY = 215, 0.6
_PIXELS, _FINE_PIXELS = (
    4_500_000,
    9_500_000,
)  # a sheet of A4 at these resolutions, and no more of a larger one
_EDGE = 0.2  # of the page's height: its head, and its foot
_DARK, _LEAST_INK = 128, 0.0004
_SMALL_PRINT = 24  # pixels that a line of print is high; smaller print is looked at in a finer picture


def leaf_by_ocr(document: Document, number: int, eyes: Eyes) -> Page:
    """The page as its picture shows it; small print is looked at in a finer picture.

    Raises:
        RefusedInput: there is no such page, or it cannot be shown.
    """
    picture, width, height = _rendered(document, number, DPI, _PIXELS)
    quads: Sequence[NDArray[np.float32]] | None = eyes.boxes(picture)
    if quads and _is_small(quads):
        picture, width, height = _rendered(document, number, _FINE_DPI, _FINE_PIXELS)
        quads = None
    return page_by_ocr(picture, number, width, height, eyes, quads)


def edges_by_ocr(document: Document, page: Page, eyes: Eyes) -> Page | None:
    """What the head and the foot of a page show where its text layer says nothing; None when that is no print.

    Raises:
        RefusedInput: the page cannot be shown.
    """
    shown, width, height = _rendered(document, page.number, DPI, _PIXELS)
    picture, scale = shown.copy(), shown.shape[1] / width
    high = picture.shape[0]
    paper = int(np.median(picture))
    picture[round(_EDGE * high) : round((1 - _EDGE) * high)] = paper
    for word in page.words:
        x0, y0, x1, y1 = (max(0, round(edge * scale)) for edge in page.shown(word[:4]))
        picture[y0:y1, x0:x1] = paper
    if float((picture < min(_DARK, paper)).mean()) < _LEAST_INK:
        return None
    quads = eyes.boxes(picture)
    return page_by_ocr(picture, page.number, width, height, eyes, quads) if quads else None


def is_print(document: Document, page: Page, boxes: Sequence[Box]) -> bool:
    """Whether these places of the page, together, are mostly paper, as print and charts are and photos are not.

    Raises:
        RefusedInput: the page cannot be shown.
    """
    picture, width, _ = _rendered(document, page.number, _ROUGH_DPI, _PIXELS)
    scale = picture.shape[1] / width
    paper = total = 0
    for box in boxes:
        x0, y0, x1, y1 = (max(0, round(edge * scale)) for edge in page.shown(box))
        piece = picture[y0:y1, x0:x1]
        paper, total = paper + int((piece > _PAPER).sum()), total + piece.size
    return total > 0 and paper >= _MOSTLY * total


def _rendered(document: Document, number: int, dpi: int, pixels: int) -> tuple[Picture, float, float]:
    picture, width, height = document.picture(number, dpi, pixels=pixels)
    return grey(np.asarray(picture)), width, height


def _is_small(quads: Sequence[NDArray[np.float32]]) -> bool:
    heights = [min(side_lengths(quad)) for quad in quads]
    return statistics.median(heights) < _SMALL_PRINT


def crops_of(
    document: Document, places: Sequence[Place], pages: Mapping[int, Page], dpi: int
) -> list[Picture]:
    """The picture of each place, upright, with paper around it; an empty picture where it cannot be shown."""
    shown: dict[int, tuple[Picture, float] | None] = {}
    out = []
    for place in places:
        if place.page not in shown:
            shown = {place.page: _shown(document, place.page, dpi)}  # one page at a time is kept
        out.append(_crop(shown[place.page], place, pages[place.page].turn if place.page in pages else 0))
    return out


def _shown(document: Document, number: int, dpi: int) -> tuple[Picture, float] | None:
    try:
        picture, width, _ = document.picture(number, dpi)
    except RefusedInput:
        return None
    return grey(np.asarray(picture)), picture.width / width


def _crop(shown: tuple[Picture, float] | None, place: Place, turn: int) -> Picture:
    blank = np.full((32, 32), 255, dtype=np.uint8)
    if shown is None or place.box is None:
        return blank
    picture, scale = shown
    x0, y0, x1, y1 = (max(0, round(edge * scale)) for edge in place.box)
    piece = picture[y0 : y1 + 1, max(0, x0 - 3) : x1 + 4]
    return bordered(np.ascontiguousarray(np.rot90(piece, -turn))) if piece.size else blank
