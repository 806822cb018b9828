"""The drawn lines in a picture of a page, found as long straight runs of ink, and the cells between them."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import cv2
import numpy as np

from tradedocs.pdf.geometry import Box
from tradedocs.pdf.ocr.ink import runs
from tradedocs.pdf.page import Rule

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Picture = NDArray[np.uint8]

_LONG, _SHORT = 0.3, 0.085  # inches: a line by itself, and a wall between two lines
_THICK, _BENT = 0.045, 0.1  # inches: the most a line is thick, and the most a long one bends
_BRIDGED = 0.03  # inches of a line that a scanner may lose
_STROKE = 0.08  # inches of a line that hang together
_SURE = 1.0  # inches of a line that no row of letters makes
_UNBROKEN = 0.25  # inches that a line goes on at a stretch; letters under each other are shorter
_COVERED, _LOST = 0.85, 0.7  # how much of a shorter line, and of a long one, is ink
_LONG_ENOUGH, _MOST_LINES = 2.0, 200  # inches of a line that tells how the page leans
_CELL = (0.05, 0.06)  # inches: the smallest cell


@dataclass(frozen=True, eq=False)
class Ruling:
    """The lines of a page in pixels, and the mask of their ink."""

    across: tuple[Rule, ...]
    down: tuple[Rule, ...]
    mask: Picture


def ruling_of(ink: Picture, dpi: float) -> Ruling:
    """The horizontal and vertical lines; shorter ones only where they end at others on both sides."""
    across, flat = _lines(ink, dpi, _LONG)
    turned, upright = _lines(np.ascontiguousarray(ink.T), dpi, _LONG)
    short_across, short_flat = _walls(ink, dpi, turned)
    short_down, short_upright = _walls(np.ascontiguousarray(ink.T), dpi, across)
    mask = flat | short_flat | upright.T | short_upright.T
    return Ruling((*across, *short_across), (*turned, *short_down), np.ascontiguousarray(mask))


def _lines(ink: Picture, dpi: float, inches: float) -> tuple[list[Rule], Picture]:
    """The horizontal lines of at least that length, and their ink."""
    bridge, least = max(3, round(_BRIDGED * dpi)), round(inches * dpi)
    strokes = cv2.morphologyEx(_leaning(ink), cv2.MORPH_OPEN, np.ones((1, round(_STROKE * dpi)), np.uint8))
    whole = cv2.morphologyEx(strokes, cv2.MORPH_CLOSE, np.ones((1, bridge), np.uint8))
    long = cv2.morphologyEx(whole, cv2.MORPH_OPEN, np.ones((1, least), np.uint8))
    _, labels, stats, middles = cv2.connectedComponentsWithStats(long, connectivity=8)
    found, kept = [], np.zeros(len(stats), dtype=bool)
    for k, (x, y, w, h, area) in enumerate(stats):
        if k and area / w <= _THICK * dpi + 1 and h <= _BENT * dpi and _stands_free(ink, (x, y, w, h), dpi):
            found.append(Rule(float(middles[k][1]), float(x), float(x + w)))
            kept[k] = True
    return found, kept[labels].astype(np.uint8)


def _leaning(ink: Picture) -> Picture:
    """A line that leans a little goes from one row of pixels to the next: let the rows overlap."""
    return np.asarray(cv2.dilate(ink, np.ones((2, 1), np.uint8)), dtype=np.uint8)


def _stands_free(ink: Picture, box: Sequence[int], dpi: float) -> bool:
    """Whether the strokes are one line with white along it, not bars of letters that follow each other."""
    x, y, w, h = (int(edge) for edge in box)
    along = np.asarray(ink[y : y + h, x : x + w].any(axis=0))
    covered = float(along.mean())
    if _usual_run(along) < min(_UNBROKEN * dpi, 0.6 * w):
        return False
    if w >= _SURE * dpi:
        return covered >= _LOST
    near, far = round(0.01 * dpi) + 1, round(0.025 * dpi) + 2
    sides = (ink[max(0, y - far) : max(0, y - near), x : x + w], ink[y + h + near : y + h + far, x : x + w])
    above, below = (np.asarray(side.any(axis=0)) for side in sides)
    crossed = above & below  # by other lines, as letters are not
    beside_it = [float((side & ~crossed).mean()) for side in (above, below)]
    return covered >= _COVERED and min(beside_it) <= 0.1 and max(beside_it) <= 0.45


def _usual_run(along: NDArray[np.bool_]) -> float:
    """How long a stretch of ink is in which a point of the line lies, on average."""
    lengths = [end - start for start, end in runs(along)]
    return sum(n * n for n in lengths) / sum(lengths) if lengths else 0.0


def _walls(ink: Picture, dpi: float, others: list[Rule]) -> tuple[list[Rule], Picture]:
    """Short horizontal lines whose ends both meet one of the other lines."""
    short, mask = _lines(ink, dpi, _SHORT)
    reach = 0.008 * dpi + 1.5
    found = []
    kept = np.zeros_like(mask)
    for rule in short:
        if rule.high - rule.low >= _LONG * dpi:
            continue
        ends = [_meets(others, rule.at, end, reach) for end in (rule.low, rule.high)]
        if all(ends):
            found.append(rule)
            top, bottom = round(rule.at - 0.02 * dpi) - 1, round(rule.at + 0.02 * dpi) + 2
            area = (slice(max(top, 0), bottom), slice(int(rule.low), int(rule.high)))
            kept[area] = mask[area]
    return found, kept


def _meets(others: list[Rule], at: float, end: float, reach: float) -> bool:
    return any(
        abs(other.at - end) <= reach and other.low - reach <= at <= other.high + reach for other in others
    )


def lean_of_lines(ink: Picture, dpi: float) -> float:
    """The angle in radians by which the longest horizontal lines fall to the right; 0 without such lines."""
    least = round(_LONG_ENOUGH * dpi)
    strokes = cv2.morphologyEx(_leaning(ink), cv2.MORPH_OPEN, np.ones((1, round(_LONG * dpi)), np.uint8))
    _, labels, stats, _ = cv2.connectedComponentsWithStats(strokes, connectivity=8)
    slopes, lengths = [], []
    for k in np.flatnonzero(stats[:, cv2.CC_STAT_WIDTH] >= least)[:_MOST_LINES]:
        x, y, w, h, area = stats[k]
        if k == 0 or area / w > _THICK * dpi + 1:
            continue
        rows, columns = np.nonzero(labels[y : y + h, x : x + w] == k)
        slopes.append(float(np.polyfit(columns, rows, 1)[0]))
        lengths.append(int(w))
    return math.atan(float(np.median(np.repeat(slopes, lengths)))) if slopes else 0.0


def wiped(grey: Picture, mask: Picture) -> Picture:
    """The picture without its lines: their pixels take the shade of the paper beside them."""
    wide = beside(mask, 3)
    paper = cv2.dilate(grey, np.ones((9, 9), np.uint8))
    return np.where(wide > 0, paper, grey).astype(np.uint8)


def beside(mask: Picture, side: int) -> Picture:
    """The mask and what lies so near that it is the ragged edge of a line."""
    return np.asarray(cv2.dilate(mask, np.ones((side, side), np.uint8)), dtype=np.uint8)


def cells_of(ruling: Ruling, dpi: float) -> list[Box]:
    """The cells that lines close in, in pixels; a cell as large as half a page is none."""
    high, wide = ruling.mask.shape
    walls = np.zeros((high, wide), np.uint8)
    for rule in ruling.across:
        cv2.line(walls, (round(rule.low) - 3, round(rule.at)), (round(rule.high) + 3, round(rule.at)), 1, 3)
    for rule in ruling.down:
        cv2.line(walls, (round(rule.at), round(rule.low) - 3), (round(rule.at), round(rule.high) + 3), 1, 3)
    _, _, stats, _ = cv2.connectedComponentsWithStats(1 - walls, connectivity=4)
    least_high, least_wide = _CELL[0] * dpi, _CELL[1] * dpi
    return [
        (float(x), float(y), float(x + w), float(y + h))
        for x, y, w, h, area in stats[1:]
        if w >= least_wide and h >= least_high and area >= 0.75 * w * h and w * h <= 0.4 * high * wide
    ]
