"""From the lines that were detected to the pieces that are recognised: cut where the page is cut, trimmed to ink."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from tradedocs.pdf.geometry import Box
from tradedocs.pdf.ocr.ink import runs
from tradedocs.pdf.page import Rule

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Picture = NDArray[np.uint8]

_WIDE_BLANK = 1.15  # heights of the detected line: what is further apart is no one line
_PAD = 3
_UNDERLINED = 0.85  # of a row of pixels that is ink, as no row of print is


class Piece(NamedTuple):
    """Part of a detected line, in pixels: what is cut out for the recogniser, and the first and last row of its ink."""

    x0: int
    y0: int
    x1: int
    y1: int
    top: int
    bottom: int


def pieces_of(box: Box, ink: Picture, walls: Sequence[Rule]) -> Iterator[Piece]:
    """The parts of a detected line between walls and wide blanks, left to right.

    Args:
        box: the detected line.
        ink: the page's ink without its drawn lines.
        walls: the page's vertical lines, by their place.
    """
    x0, y0, x1, y1 = max(0, int(box[0])), max(0, int(box[1])), round(box[2]), round(box[3])
    band = ink[y0:y1, x0:x1]
    if not band.size:
        return
    middle = (y0 + y1) / 2
    first = bisect_left(walls, Rule(x0 + 2.0, 0, 0))
    last = bisect_right(walls, Rule(x1 - 2.0, 0, 0))
    cuts = [round(w.at) - x0 for w in walls[first:last] if w.low - 4 <= middle <= w.high + 4]
    for left, right in _parts(band, cuts, _WIDE_BLANK * (y1 - y0)):
        rows = np.flatnonzero(band[: _over_underline(band[:, left:right]), left:right].any(axis=1))
        if len(rows):
            yield Piece(
                max(0, x0 + left - _PAD), y0, x0 + right + _PAD, y1, y0 + int(rows[0]), y0 + int(rows[-1]) + 1
            )


def _over_underline(band: Picture) -> int:
    """The row where a line under the print begins, which tells nothing of the print's height; else the last row."""
    high, wide = int(band.shape[0]), int(band.shape[1])
    if wide < high:
        return high
    drawn = np.flatnonzero(band.mean(axis=1) >= _UNDERLINED)
    low = drawn[drawn > 0.6 * high]
    return int(low[0]) if len(low) else high


def _parts(band: Picture, cuts: Sequence[int], blank: float) -> list[tuple[int, int]]:
    """The stretches of ink, joined over blanks that are neither wide nor hold a cut."""
    out: list[tuple[int, int]] = []
    for start, end in runs(np.asarray(band.any(axis=0))):
        gap_from = out[-1][1] if out else 0
        walled = any(gap_from - 2 <= cut <= start + 2 for cut in cuts)
        if out and not walled and start - gap_from <= blank:
            out[-1] = (out[-1][0], end)
        else:
            out.append((start, end))
    return out
