"""Pictures as the engines want them: colours, sizes, and the piece of a page that holds one line."""

from __future__ import annotations

from typing import TYPE_CHECKING

import cv2
import numpy as np

from tradedocs.pdf.geometry import Box

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Picture = NDArray[np.uint8]


def coloured(picture: Picture) -> Picture:
    """The picture with three colours a pixel."""
    if picture.ndim == 2:
        return np.asarray(cv2.cvtColor(picture, cv2.COLOR_GRAY2BGR), dtype=np.uint8)
    return picture


def grey(picture: Picture) -> Picture:
    """The picture in shades of grey."""
    if picture.ndim == 3:
        return np.asarray(cv2.cvtColor(picture, cv2.COLOR_RGB2GRAY), dtype=np.uint8)
    return picture


def shrunk(picture: Picture, side: int) -> tuple[Picture, float]:
    """The picture made small enough that no side is longer, and by how much."""
    scale = min(1.0, side / max(picture.shape[:2]))
    if scale == 1.0:
        return picture, 1.0
    size = (max(1, round(picture.shape[1] * scale)), max(1, round(picture.shape[0] * scale)))
    return np.asarray(cv2.resize(picture, size, interpolation=cv2.INTER_AREA), dtype=np.uint8), scale


def box_of(quad: NDArray[np.float32]) -> Box:
    """The upright box around the four corners."""
    (x0, y0), (x1, y1) = quad.min(axis=0), quad.max(axis=0)
    return float(x0), float(y0), float(x1), float(y1)


def cut_out(picture: Picture, quad: NDArray[np.float32]) -> Picture:
    """The piece of the picture inside the four corners, turned straight."""
    wide = round(max(np.linalg.norm(quad[0] - quad[1]), np.linalg.norm(quad[2] - quad[3])))
    high = round(max(np.linalg.norm(quad[0] - quad[3]), np.linalg.norm(quad[1] - quad[2])))
    wide, high = max(int(wide), 1), max(int(high), 1)
    goal = np.array([[0, 0], [wide, 0], [wide, high], [0, high]], dtype=np.float32)
    matrix = cv2.getPerspectiveTransform(quad.astype(np.float32), goal)
    flags = {"borderMode": cv2.BORDER_REPLICATE, "flags": cv2.INTER_CUBIC}
    return np.asarray(cv2.warpPerspective(picture, matrix, (wide, high), **flags), dtype=np.uint8)


def png_of(picture: Picture) -> bytes:
    """The picture as a PNG file."""
    done, data = cv2.imencode(".png", picture)
    return bytes(data) if done else b""


def padded(picture: Picture, box: tuple[int, int, int, int], pad: int) -> Picture:
    """The piece of the picture inside the box and so many pixels around it."""
    x0, y0, x1, y1 = box
    return picture[max(0, y0 - pad) : y1 + pad, max(0, x0 - pad) : x1 + pad]


def shade(picture: Picture) -> int:
    """The shade that most of the picture has: its paper."""
    return int(np.median(picture))


def bordered(picture: Picture, wide: int = 16) -> Picture:
    """The picture with paper around it, as engines that expect a page want it."""
    return np.asarray(
        cv2.copyMakeBorder(picture, wide, wide, wide, wide, cv2.BORDER_CONSTANT, value=(shade(picture),)),
        dtype=np.uint8,
    )
