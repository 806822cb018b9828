"""A second look at ink that the detector passed over: single letters and dashes, mostly in the cells of forms."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import cv2
import numpy as np

from tradedocs.pdf.geometry import Box
from tradedocs.pdf.ocr.crops import padded, shade
from tradedocs.pdf.ocr.engine import Reading
from tradedocs.pdf.ocr.ink import boxes_of
from tradedocs.pdf.ocr.pieces import Piece

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from tradedocs.pdf.ocr.engine import Eyes

    Picture = NDArray[np.uint8]

_MOST = 250
_IN_CELL, _ELSEWHERE = 0.5, 0.85
_DASH = Reading("-", 0.9)


def missed(
    picture: Picture,
    ink: Picture,
    edges: Picture,
    seen: Sequence[Piece],
    cells: Sequence[Box],
    height: float,
    eyes: Eyes,
) -> list[tuple[Piece, Reading]]:
    """Readings of ink that no piece covers and that is as large as print.

    Args:
        picture: the page, without its drawn lines.
        ink: its ink, without them.
        edges: where the drawn lines were, and their ragged edges.
        seen: what was recognised already.
        cells: the cells of drawn tables; there, less sure readings count too.
        height: how high the page's print is in pixels.
        eyes: the recogniser.
    """
    left = ink.copy()
    for piece in seen:
        left[piece.y0 : piece.y1, piece.x0 : piece.x1] = 0
    found: list[tuple[Piece, Reading]] = []
    asked: list[tuple[Piece, bool]] = []
    dark = _dark_enough(picture, ink)
    for x, y, w, h in _groups(left, height):
        if _shade_of(picture, left, (x, y, w, h)) > dark:
            continue
        piece = Piece(x, y + h // 2 - round(height / 2), x + w, y + h // 2 + round(height / 2), y, y + h)
        celled = _is_within(piece, cells)
        if _is_dash(left[y : y + h, x : x + w], height):
            if not _hangs_on(piece, edges) and (celled or _stands_in_line(piece, seen, height)):
                found.append((piece, _DASH))
        elif 0.45 * height <= h <= 1.8 * height and len(asked) < _MOST and not _hangs_on(piece, edges):
            asked.append((piece, celled))
    crops = [padded(picture, (p.x0, p.top, p.x1, p.bottom), round(0.25 * height)) for p, _ in asked]
    for (piece, celled), reading in zip(asked, eyes.read(crops), strict=True):
        if reading.score >= (_IN_CELL if celled else _ELSEWHERE) and _is_print(reading.text):
            found.append((piece, reading))
    return found


def _dark_enough(picture: Picture, ink: Picture) -> float:
    """The lightest shade of ink that is no ghost of compression: halfway from the page's print to its paper."""
    printed = picture[ink > 0]
    return (float(np.median(printed)) + shade(picture)) / 2 if printed.size else 0.0


def _shade_of(picture: Picture, ink: Picture, box: tuple[int, int, int, int]) -> float:
    x, y, w, h = box
    return float(np.median(picture[y : y + h, x : x + w][ink[y : y + h, x : x + w] > 0]))


def _groups(ink: Picture, height: float) -> list[tuple[int, int, int, int]]:
    """Boxes of ink that stands close together in a line, none of them larger than print."""
    near = cv2.dilate(ink, np.ones((1, max(3, round(0.5 * height))), np.uint8))
    out = []
    for x, y, w, h, _ in boxes_of(near):
        if h > 2 * height or w > 30 * height or w < 0.2 * height:
            continue
        columns = np.flatnonzero(ink[y : y + h, x : x + w].any(axis=0))
        if len(columns):
            out.append((x + int(columns[0]), y, int(columns[-1] - columns[0]) + 1, h))
    return out


def _is_dash(ink: Picture, height: float) -> bool:
    high, wide = ink.shape
    return high <= 0.25 * height and 1.6 * high <= wide <= 2.2 * height and float(ink.mean()) > 0.5


def _stands_in_line(dash: Piece, seen: Sequence[Piece], height: float) -> bool:
    """Whether the dash is a cell of its own: print stands at its height, and none of it near."""
    middle = (dash.top + dash.bottom) / 2
    line = [
        piece
        for piece in seen
        if abs((piece.top + piece.bottom) / 2 - middle) < 0.25 * height
        and piece.bottom - piece.top < 2 * height
    ]
    apart = all(piece.x0 > dash.x1 + height or piece.x1 < dash.x0 - height for piece in line)
    return apart and len(line) >= 2


def _hangs_on(piece: Piece, edges: Picture) -> bool:
    """Whether what was found is mostly what wiping left of a line."""
    return float(edges[piece.top : piece.bottom, piece.x0 : piece.x1].mean()) > 0.5


def _is_within(piece: Piece, cells: Sequence[Box]) -> bool:
    x, y = (piece.x0 + piece.x1) / 2, (piece.top + piece.bottom) / 2
    return any(c[0] <= x <= c[2] and c[1] <= y <= c[3] for c in cells)


def _is_print(text: str) -> bool:
    return any(char.isalnum() or char in "-–—/%<>±√✓" for char in text)
