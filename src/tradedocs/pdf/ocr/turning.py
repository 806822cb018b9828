"""How a scanned page lies: by which quarter turn its print stands upright, and how far it leans."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import TYPE_CHECKING

import cv2
import numpy as np

from tradedocs.pdf.ocr.crops import cut_out

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from tradedocs.pdf.ocr.engine import Eyes

    Picture = NDArray[np.uint8]
    Quad = NDArray[np.float32]

_CLEARLY, _SAMPLE, _GOOD = 1.6, 8, 0.9
_LEAST_LEAN, _MOST_LEAN = math.radians(0.04), math.radians(6)


def quarter_turns(picture: Picture, quads: Sequence[Quad], eyes: Eyes) -> int:
    """Clockwise quarter turns that bring the print upright: by the shape of its lines, then by trying to read some."""
    shapes = [(side_lengths(quad), quad) for quad in quads]
    tall = sum(high for (wide, high), _ in shapes if high > _CLEARLY * wide)
    flat = sum(wide for (wide, high), _ in shapes if wide > _CLEARLY * high)
    sideways = tall > flat
    longest = sorted(shapes, key=lambda shape: -max(shape[0]))[:_SAMPLE]
    crops = [cut_out(picture, quad) for (wide, high), quad in longest if (high > wide) == sideways]
    if not crops:
        return 0
    first, second = (1, 3) if sideways else (0, 2)
    score = _readable(crops, first, eyes)
    if score >= _GOOD:
        return first
    return second if _readable(crops, second, eyes) > score else first


def _readable(crops: Sequence[Picture], turns: int, eyes: Eyes) -> float:
    readings = eyes.read([np.ascontiguousarray(np.rot90(crop, -turns)) for crop in crops])
    letters = [len(reading.text) for reading in readings]
    if not sum(letters):
        return 0.0
    return sum(reading.score * n for reading, n in zip(readings, letters, strict=True)) / sum(letters)


def side_lengths(quad: Quad) -> tuple[float, float]:
    """Width and height of a line of print that may lean."""
    return float(np.linalg.norm(quad[1] - quad[0])), float(np.linalg.norm(quad[3] - quad[0]))


def lean_of(quads: Sequence[Quad]) -> float:
    """The angle in radians by which lines of print fall to the right; 0 when they lie level."""
    angles, weights = [], []
    for quad in quads:
        wide, high = side_lengths(quad)
        if wide > 6 * high:
            fall = (quad[1] - quad[0] + quad[2] - quad[3]) / 2
            angles.append(math.atan2(float(fall[1]), float(fall[0])))
            weights.append(wide)
    if len(angles) < 3:
        return 0.0
    order = np.argsort(angles)
    half = np.cumsum(np.array(weights)[order])
    lean = angles[int(order[int(np.searchsorted(half, half[-1] / 2))])]
    return lean if _LEAST_LEAN <= abs(lean) <= _MOST_LEAN else 0.0


def levelled(picture: Picture, lean: float) -> Picture:
    """The picture turned about its middle so that lines which lean by that angle lie level."""
    high, wide = picture.shape[:2]
    matrix = cv2.getRotationMatrix2D((wide / 2, high / 2), math.degrees(lean), 1.0)
    flags = {"flags": cv2.INTER_CUBIC, "borderMode": cv2.BORDER_REPLICATE}
    return np.asarray(cv2.warpAffine(picture, matrix, (wide, high), **flags), dtype=np.uint8)
