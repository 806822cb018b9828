"""The drawn lines, filled boxes and pictures of a page; forms are walked with their matrices."""

from __future__ import annotations

import ctypes
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import pypdfium2.raw as raw

from tradedocs.pdf.geometry import IDENTITY, Box, Frame, Matrix, bounds, moved, times
from tradedocs.pdf.page import Filled, Rule

MAX_OBJECTS = 100_000
_THICKEST_RULE, _SHORTEST_RULE = 3.0, 4.0
_TICK_BOX = (5.0, 17.0)  # the side of a box to be ticked
_MAX_SEGMENTS, _MAX_DEPTH = 400, 8
_PATH, _IMAGE, _FORM = raw.FPDF_PAGEOBJ_PATH, raw.FPDF_PAGEOBJ_IMAGE, raw.FPDF_PAGEOBJ_FORM


class TooManyObjects(Exception):
    """The page draws more objects than any report page does."""


@dataclass
class Drawn:
    """What is drawn on one page, in the coordinates of its frame."""

    frame: Frame
    across: list[Rule] = field(default_factory=list)
    down: list[Rule] = field(default_factory=list)
    filled: list[Filled] = field(default_factory=list)
    images: list[Box] = field(default_factory=list)
    boxes: list[Box] = field(default_factory=list)
    diagonals: list[Box] = field(default_factory=list)
    seen: int = 0

    def line(self, box: Box) -> bool:
        """Take the box as a rule when it is thin enough."""
        x0, y0, x1, y1 = box
        if y1 - y0 <= _THICKEST_RULE and x1 - x0 >= _SHORTEST_RULE:
            self.across.append(Rule((y0 + y1) / 2, x0, x1))
            return True
        if x1 - x0 <= _THICKEST_RULE and y1 - y0 >= _SHORTEST_RULE:
            self.down.append(Rule((x0 + x1) / 2, y0, y1))
            return True
        return False


def drawn_on(page: Any, frame: Frame) -> Drawn:
    """Walk the objects of an open page.

    Raises:
        TooManyObjects: more than `MAX_OBJECTS`, counted through all forms.
    """
    drawn = Drawn(frame)
    _walk(drawn, raw.FPDFPage_CountObjects, raw.FPDFPage_GetObject, page, IDENTITY, 0)
    return drawn


def _walk(
    drawn: Drawn, count: Callable[..., int], get: Callable[..., Any], parent: Any, matrix: Matrix, depth: int
) -> None:
    total = count(parent)
    drawn.seen += max(total, 0)
    if drawn.seen > MAX_OBJECTS:
        raise TooManyObjects
    for index in range(total):
        piece = get(parent, index)
        kind = raw.FPDFPageObj_GetType(piece)
        if kind == _PATH:
            _path(drawn, piece, matrix)
        elif kind == _IMAGE:
            if box := _bounds(piece, matrix, drawn.frame):
                drawn.images.append(box)
        elif kind == _FORM and depth < _MAX_DEPTH:
            inner = times(_matrix(piece), matrix)
            _walk(drawn, raw.FPDFFormObj_CountObjects, raw.FPDFFormObj_GetObject, piece, inner, depth + 1)


def _matrix(piece: Any) -> Matrix:
    m = raw.FS_MATRIX()
    raw.FPDFPageObj_GetMatrix(piece, ctypes.byref(m))
    return m.a, m.b, m.c, m.d, m.e, m.f


def _bounds(piece: Any, matrix: Matrix, frame: Frame) -> Box | None:
    edges = [ctypes.c_float() for _ in range(4)]
    if not raw.FPDFPageObj_GetBounds(piece, *(ctypes.byref(edge) for edge in edges)):
        return None
    left, bottom, right, top = (edge.value for edge in edges)
    if matrix is not IDENTITY:
        left, bottom, right, top = bounds(matrix, left, bottom, right, top)
    return frame.box(left, bottom, right, top)


def _path(drawn: Drawn, piece: Any, matrix: Matrix) -> None:
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    if not raw.FPDFPath_GetDrawMode(piece, ctypes.byref(fill), ctypes.byref(stroke)):
        return
    if not fill.value and not stroke.value:
        return
    box = _bounds(piece, matrix, drawn.frame)
    if box is None or drawn.line(box):
        return
    segments = raw.FPDFPath_CountSegments(piece)
    if segments > _MAX_SEGMENTS or _small(drawn, box, segments, stroked=bool(stroke.value)):
        return
    if fill.value and segments <= 6:
        _fill(drawn, piece, box)
    if stroke.value:
        _segments(drawn, piece, segments, matrix)


def _small(drawn: Drawn, box: Box, segments: int, *, stroked: bool) -> bool:
    """Take a small square as a box to be ticked, and a small slanted stroke as what may tick one."""
    wide, high = box[2] - box[0], box[3] - box[1]
    low, most = _TICK_BOX
    if not (low - 2 <= wide <= most + 2 and low - 2 <= high <= most + 2):
        return False
    if segments in (4, 5) and stroked and min(wide, high) >= low and abs(wide - high) <= 1.5:
        drawn.boxes.append(box)
        return True
    if segments <= 12 and segments != 4:
        drawn.diagonals.append(box)
        return True
    return False


def tick_boxes(drawn: Drawn) -> list[tuple[Box, bool]]:
    """The boxes to be ticked, and whether a stroke lies in them."""
    out = []
    for x0, y0, x1, y1 in drawn.boxes:
        inside = [
            d
            for d in drawn.diagonals
            if x0 - 2 <= d[0] and d[2] <= x1 + 2 and y0 - 2 <= d[1] and d[3] <= y1 + 2
        ]
        out.append(((x0, y0, x1, y1), any(d[2] - d[0] > 0.35 * (x1 - x0) for d in inside)))
    return out


def _fill(drawn: Drawn, piece: Any, box: Box) -> None:
    wide, high = box[2] - box[0], box[3] - box[1]
    whole = wide >= 0.98 * drawn.frame.width and high >= 0.9 * drawn.frame.height
    if wide <= 8 or high <= 4 or whole:
        return
    colour = [ctypes.c_uint() for _ in range(4)]
    raw.FPDFPageObj_GetFillColor(piece, *(ctypes.byref(c) for c in colour))
    drawn.filled.append(Filled(*box, (colour[0].value, colour[1].value, colour[2].value)))


def _segments(drawn: Drawn, piece: Any, count: int, matrix: Matrix) -> None:
    """Each axis-parallel stretch of a stroked outline is a rule."""
    whole = times(_matrix(piece), matrix)
    x, y = ctypes.c_float(), ctypes.c_float()
    here: tuple[float, float] | None = None
    begin: tuple[float, float] | None = None
    for index in range(count):
        segment = raw.FPDFPath_GetPathSegment(piece, index)
        raw.FPDFPathSegment_GetPoint(segment, ctypes.byref(x), ctypes.byref(y))
        to = moved(whole, x.value, y.value)
        kind = raw.FPDFPathSegment_GetType(segment)
        if kind == raw.FPDF_SEGMENT_MOVETO:
            begin = to
        elif kind == raw.FPDF_SEGMENT_LINETO and here is not None:
            _stretch(drawn, here, to)
        here = to
        if begin is not None and raw.FPDFPathSegment_GetClose(segment):
            _stretch(drawn, here, begin)
            here = begin


def _stretch(drawn: Drawn, a: tuple[float, float], b: tuple[float, float]) -> None:
    drawn.line(drawn.frame.box(min(a[0], b[0]), min(a[1], b[1]), max(a[0], b[0]), max(a[1], b[1])))
