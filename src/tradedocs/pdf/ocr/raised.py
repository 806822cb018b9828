"""Small raised signs at the end of a number: recognisers read `10³` as 103, and a footnote mark as one more digit."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import cv2
import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Picture = NDArray[np.uint8]

_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_SEEN_WELL = 14  # pixels of a digit; below that the scan's noise is as large as the difference
_SMALLER, _HIGHER = (
    0.74,
    0.26,
)  # of a digit's height: what a raised sign has at most, and stands over the line
_SOLID = (0.9, 0.38, 0.72)  # a filled triangle: of its hull, and least and most of its box


class _Glyph(NamedTuple):
    x: int
    top: int
    bottom: int
    label: int

    @property
    def height(self) -> int:
        return self.bottom - self.top


def with_raised(text: str, band: Picture) -> str:
    """The word with its last signs raised where their ink stands small and high.

    Args:
        text: the recognised word.
        band: its ink, as high as the word's line.
    """
    if len(text) < 2 or not (text[-1].isdigit() or text[-1] in "▲▼△▽*") or not band.size:
        return text
    _, labels, stats, _ = cv2.connectedComponentsWithStats(np.ascontiguousarray(band), connectivity=8)
    most = max((int(h) for _, _, _, h, _ in stats[1:]), default=0)
    glyphs = sorted(
        _Glyph(int(x), int(y), int(y + h), k)
        for k, (x, y, w, h, _) in enumerate(stats)
        if k and h >= 0.3 * most and w >= 0.1 * most
    )
    if (
        len(glyphs) > 1
        and _is_small(glyphs[-1], glyphs[0])
        and (mark := _triangle(labels == glyphs[-1].label))
    ):
        return text[:-1] + mark
    raised = _raised_tail(glyphs)
    if not 0 < len(raised) <= 2 or len(raised) >= len(text):
        return text
    head, tail = text[: -len(raised)], text[-len(raised) :]
    if not (head[-1].isdigit() or head[-1] == ")"):
        return text
    return head + tail.translate(_RAISED) if tail.isdigit() else text


def _is_small(glyph: _Glyph, first: _Glyph) -> bool:
    return first.height >= _SEEN_WELL and 0.3 * first.height <= glyph.height <= 0.8 * first.height


def _raised_tail(glyphs: list[_Glyph]) -> list[_Glyph]:
    if len(glyphs) < 2 or glyphs[0].height < _SEEN_WELL:
        return []
    first = glyphs[0]
    out: list[_Glyph] = []
    for glyph in reversed(glyphs[1:]):
        if glyph.height > _SMALLER * first.height or glyph.bottom > first.bottom - _HIGHER * first.height:
            break
        out.append(glyph)
    return out


def _triangle(shape: NDArray[np.bool_]) -> str | None:
    """The triangle that the ink is; None when it is something else."""
    mask = shape.astype(np.uint8)
    contours, _ = cv2.findContours(mask, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_SIMPLE)
    outline = max(contours, key=cv2.contourArea)
    hull = cv2.contourArea(cv2.convexHull(outline))
    _, y, w, h = cv2.boundingRect(outline)
    area = float(mask.sum())
    if not hull or area / (hull + w + h) < _SOLID[0] - 0.1 or cv2.contourArea(outline) < _SOLID[0] * hull:
        return None
    if not _SOLID[1] <= area / (w * h) <= _SOLID[2]:
        return None
    upper, lower = mask[y : y + h // 2].sum(), mask[y + (h + 1) // 2 : y + h].sum()
    return "▲" if lower > 1.5 * upper else "▼" if upper > 1.5 * lower else None
