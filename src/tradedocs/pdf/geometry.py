"""Plane geometry of a page: user space to shown page, quarter turns, matrices of nested forms."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

Box = tuple[float, float, float, float]
Matrix = tuple[float, float, float, float, float, float]

IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


def times(first: Matrix, then: Matrix) -> Matrix:
    """The matrix that applies `first`, then `then`."""
    a, b, c, d, e, f = first
    p, q, r, s, t, u = then
    return (a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u)


def moved(matrix: Matrix, x: float, y: float) -> tuple[float, float]:
    """The point under the matrix."""
    return matrix[0] * x + matrix[2] * y + matrix[4], matrix[1] * x + matrix[3] * y + matrix[5]


def bounds(matrix: Matrix, left: float, bottom: float, right: float, top: float) -> Box:
    """The axis-parallel box around the four corners under the matrix."""
    points = [moved(matrix, x, y) for x in (left, right) for y in (bottom, top)]
    xs, ys = [p[0] for p in points], [p[1] for p in points]
    return min(xs), min(ys), max(xs), max(ys)


def turned(box: Box, width: float, height: float, quarters: int) -> Box:
    """The box on a page of that size after so many clockwise quarter turns of the page."""
    x0, y0, x1, y1 = box
    if quarters == 1:
        return height - y1, x0, height - y0, x1
    if quarters == 2:
        return width - x1, height - y1, width - x0, height - y0
    if quarters == 3:
        return y0, width - x1, y1, width - x0
    return box


def rounded(box: Box) -> Box:
    """The box rounded to a tenth of a point."""
    x0, y0, x1, y1 = box
    return round(x0, 1), round(y0, 1), round(x1, 1), round(y1, 1)


def shared(a: Sequence[float], b: Sequence[float]) -> Box:
    """The part that both boxes have; of negative size where they have none."""
    return max(a[0], b[0]), max(a[1], b[1]), min(a[2], b[2]), min(a[3], b[3])


def area(box: Sequence[float]) -> float:
    """The area of a box; nothing for one of negative size."""
    return max(0.0, box[2] - box[0]) * max(0.0, box[3] - box[1])


def quarter_of(angle: float) -> int:
    """The nearest quarter turn of an angle in radians, 0 to 3."""
    return round(angle / (math.pi / 2)) % 4


@dataclass(frozen=True)
class Frame:
    """How user space lies on the page as it is shown: its size and the matrix into top-left coordinates."""

    width: float
    height: float
    matrix: Matrix

    @classmethod
    def of(cls, crop: Box, rotation: int) -> Frame:
        """The frame of a crop box under a /Rotate of 0, 90, 180 or 270 degrees."""
        left, bottom, right, top = crop
        wide, high = right - left, top - bottom
        if rotation == 90:
            return cls(high, wide, (0, 1, 1, 0, -bottom, -left))
        if rotation == 180:
            return cls(wide, high, (-1, 0, 0, 1, right, -bottom))
        if rotation == 270:
            return cls(high, wide, (0, -1, -1, 0, top, right))
        return cls(wide, high, (1, 0, 0, -1, -left, top))

    def turned(self, quarters: int) -> Frame:
        """The same frame after clockwise quarter turns of the page."""
        if quarters == 1:
            return Frame(self.height, self.width, times(self.matrix, (0, 1, -1, 0, self.height, 0)))
        if quarters == 2:
            return Frame(self.width, self.height, times(self.matrix, (-1, 0, 0, -1, self.width, self.height)))
        if quarters == 3:
            return Frame(self.height, self.width, times(self.matrix, (0, -1, 1, 0, 0, self.width)))
        return self

    def box(self, left: float, bottom: float, right: float, top: float) -> Box:
        """A box of user space as the frame shows it."""
        a, b, c, d, e, f = self.matrix
        if b == 0 == c:  # nearly every page
            x0, x1, y0, y1 = a * left + e, a * right + e, d * bottom + f, d * top + f
        else:
            x0, x1 = a * left + c * bottom + e, a * right + c * top + e
            y0, y1 = b * left + d * bottom + f, b * right + d * top + f
        return (
            (x0 if x0 < x1 else x1),
            (y0 if y0 < y1 else y1),
            (x1 if x1 > x0 else x0),
            (y1 if y1 > y0 else y0),
        )
