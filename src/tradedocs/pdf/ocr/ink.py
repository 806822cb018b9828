"""What is ink in a picture of a page, and which of it is drawn lines."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import cv2
import numpy as np

from tradedocs.pdf.geometry import Box

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Picture = NDArray[np.uint8]

_SPECK = 3  # pixels at 200 dpi; smaller than any point of a number
_CONTRAST = 45
_BAND = (0.07, 0.3)  # inches: what is filled at least so high and wide is a band, not print


@dataclass(frozen=True, eq=False)
class Ink:
    """A page's ink: a mask of 0 and 1, and the dark bands whose print is lighter than they are."""

    mask: Picture
    bands: tuple[Box, ...]


def ink_of(grey: Picture, dpi: float) -> Ink:
    """Everything that differs from the paper around it, single specks left out."""
    paper = _paper(grey)
    mask = (cv2.absdiff(grey, paper) > _CONTRAST).astype(np.uint8)
    mask = without_specks(mask, _SPECK * dpi / 200)
    return _with_bands_turned(mask, dpi)


def _paper(grey: Picture) -> Picture:
    """The shade of the paper everywhere: a median so wide that print does not count."""
    small = cv2.resize(grey, None, fx=0.125, fy=0.125, interpolation=cv2.INTER_AREA)
    return np.asarray(
        cv2.resize(cv2.medianBlur(small, 31), (grey.shape[1], grey.shape[0]), interpolation=cv2.INTER_LINEAR),
        dtype=np.uint8,
    )


def without_specks(mask: Picture, area: float) -> Picture:
    """The mask without connected pieces of at most so many pixels."""
    _, labels, stats, _ = cv2.connectedComponentsWithStats(mask, connectivity=8)
    keep = stats[:, cv2.CC_STAT_AREA] > area
    keep[0] = False
    return np.asarray(keep[labels], dtype=np.uint8)


def _with_bands_turned(mask: Picture, dpi: float) -> Ink:
    high, wide = (max(3, round(side * dpi)) for side in _BAND)
    dense = cv2.morphologyEx(mask, cv2.MORPH_CLOSE, np.ones((3, 3), np.uint8))
    solid = cv2.morphologyEx(dense, cv2.MORPH_OPEN, np.ones((high, wide), np.uint8))
    bands = []
    for x, y, w, h, _ in boxes_of(solid):
        piece = mask[y : y + h, x : x + w]
        if w >= 2 * h and piece.mean() > 0.6:
            piece ^= 1
            bands.append((float(x), float(y), float(x + w), float(y + h)))
    return Ink(mask, tuple(bands))


def boxes_of(mask: Picture) -> list[tuple[int, int, int, int, int]]:
    """Left, top, width, height and area of each connected piece."""
    _, _, stats, _ = cv2.connectedComponentsWithStats(mask, connectivity=8)
    return [(int(x), int(y), int(w), int(h), int(a)) for x, y, w, h, a in stats[1:]]


def runs(filled: NDArray[np.bool_]) -> list[tuple[int, int]]:
    """The stretches of a profile that are filled: start, and end behind the last."""
    steps = np.flatnonzero(np.diff(np.concatenate(([0], filled.astype(np.int8), [0]))))
    return [(int(a), int(b)) for a, b in zip(steps[::2], steps[1::2], strict=True)]
