"""Tick boxes that a page shows as pixels: small squares, empty or with strokes inside."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import cv2
import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Picture = NDArray[np.uint8]

_SIDE = (0.075, 0.22)  # inches
_STRAIGHT, _TICKED = 0.85, 0.07
_MOST = 400


class TickBox(NamedTuple):
    """A tick box in pixels, and whether something is drawn in it."""

    x0: int
    y0: int
    x1: int
    y1: int
    ticked: bool


def tick_boxes(ink: Picture, dpi: float) -> list[TickBox]:
    """The small drawn squares of a page that stand by themselves."""
    low, most = _SIDE[0] * dpi, _SIDE[1] * dpi
    contours, _ = cv2.findContours(ink, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_SIMPLE)
    out: list[TickBox] = []
    for contour in contours:
        x, y, w, h = cv2.boundingRect(contour)
        if not (low <= w <= 1.7 * most and low <= h <= most and len(out) < _MOST):
            continue
        if abs(w - h) <= 0.15 * max(w, h) and _is_frame(ink[y : y + h, x : x + w]):
            out.append(TickBox(x, y, x + w, y + h, _is_ticked(ink[y : y + h, x : x + w])))
    return out


def _is_frame(square: Picture) -> bool:
    """Whether all four sides are drawn straight, and the square is not filled."""
    edge = max(2, round(0.14 * min(square.shape)))
    sides = (square[:edge], square[-edge:], square[:, :edge].T, square[:, -edge:].T)
    drawn = all(side.any(axis=0).mean() >= _STRAIGHT for side in sides)
    corners = (square[:edge, :edge], square[:edge, -edge:], square[-edge:, :edge], square[-edge:, -edge:])
    return drawn and all(corner.any() for corner in corners) and float(square.mean()) < 0.75 and _thin(square)


def _thin(square: Picture) -> bool:
    """Whether each side is a line that runs from corner to corner, as those of letters are not."""
    edge = max(2, round(0.14 * min(square.shape)))
    sides = (square[:edge], square[-edge:], square[:, :edge].T, square[:, -edge:].T)
    return all(max(side.mean(axis=1)) >= _STRAIGHT for side in sides)


def _is_ticked(square: Picture) -> bool:
    inset = max(2, round(0.22 * min(square.shape)))
    inside = square[inset:-inset, inset:-inset]
    return bool(inside.size) and float(inside.mean()) > _TICKED
