"""The drawn lines, filled boxes and pictures of a page; forms are walked with their matrices."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import NamedTuple

import pypdfium2.raw as raw

from tradedocs.pdf import calls
from tradedocs.pdf.geometry import IDENTITY, Box, Frame, Matrix, bounds, moved, times
from tradedocs.pdf.page import Filled, Rule

MAX_OBJECTS = 100_000
_THICKEST_RULE, _SHORTEST_RULE = 3.0, 4.0
_TICK_BOX = (5.0, 17.0)  # the side of a box to be ticked
_SQUARE, _RING, _MARK = (4, 5), range(13, 21), 40  # how many segments draw it
_DARK = 3 * 130
_MAX_SEGMENTS, _MAX_DEPTH, _RECTANGLE = 400, 8, 6
PATTERN = (191, 191, 191)  # the colour that pdfium gives for a pattern
_TEXT, _PATH = raw.FPDF_PAGEOBJ_TEXT, raw.FPDF_PAGEOBJ_PATH
_IMAGE, _FORM = raw.FPDF_PAGEOBJ_IMAGE, raw.FPDF_PAGEOBJ_FORM


class TooManyObjects(Exception):
    """The page draws more objects than any report page does."""


class Cover(NamedTuple):
    """What can hide what was drawn before it: a filled shape, a thick stroke, a picture.

    Attributes:
        at: counts the page's objects in the order in which they are drawn.
        colour: None for a picture, a pattern or a shading.
        shape: the handle of the path, where it is no plain rectangle.
    """

    x0: float
    y0: float
    x1: float
    y1: float
    at: int
    colour: tuple[int, int, int] | None
    shape: int = 0


@dataclass
class Drawn:
    """What is drawn on one page, in the coordinates of its frame.

    Attributes:
        order: when each text object is drawn, by its handle.
        pictures: the handle of each picture's object, by its box.
        matrices: the matrix of the form that an object lies in, where it lies in one.
    """

    frame: Frame
    across: list[Rule] = field(default_factory=list)
    down: list[Rule] = field(default_factory=list)
    filled: list[Filled] = field(default_factory=list)
    images: list[Box] = field(default_factory=list)
    pictures: dict[Box, int] = field(default_factory=dict)
    boxes: list[Box] = field(default_factory=list)
    rounds: list[Box] = field(default_factory=list)
    diagonals: list[Box] = field(default_factory=list)
    covers: list[Cover] = field(default_factory=list)
    order: dict[int, int] = field(default_factory=dict)
    matrices: dict[int, Matrix] = field(default_factory=dict)
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


def drawn_on(page: int, frame: Frame) -> Drawn:
    """Walk the objects of an open page, given by its handle.

    Raises:
        TooManyObjects: more than `MAX_OBJECTS`, counted through all forms.
    """
    drawn = Drawn(frame)
    _walk(drawn, calls.count_objects, calls.get_object, page, IDENTITY, 0)
    return drawn


def _walk(
    drawn: Drawn,
    count: Callable[[int], int],
    get: Callable[[int, int], int],
    parent: int,
    matrix: Matrix,
    depth: int,
) -> None:
    total = count(parent)
    if drawn.seen + total > MAX_OBJECTS:
        raise TooManyObjects
    kind_of, order = calls.object_kind, drawn.order
    for index in range(total):
        piece = get(parent, index)
        kind = kind_of(piece)
        drawn.seen += 1
        if kind == _TEXT:
            order[piece] = drawn.seen
            if matrix is not IDENTITY:
                drawn.matrices[piece] = matrix
        elif kind == _PATH:
            _path(drawn, piece, matrix)
        elif kind == _FORM:
            if depth < _MAX_DEPTH:
                inner = times(calls.matrix_of(piece), matrix)
                _walk(drawn, calls.count_inside, calls.get_inside, piece, inner, depth + 1)
        elif box := _bounds(piece, matrix, drawn.frame):
            if _can_hide(box):
                drawn.covers.append(Cover(*box, drawn.seen, None))
            if kind == _IMAGE:
                drawn.images.append(box)
                drawn.pictures[box] = piece
                if matrix is not IDENTITY:
                    drawn.matrices[piece] = matrix


def _bounds(piece: int, matrix: Matrix, frame: Frame) -> Box | None:
    edges = calls.bounds_of(piece)
    if edges is None:
        return None
    if matrix is not IDENTITY:
        edges = bounds(matrix, *edges)
    return frame.box(*edges)


def _can_hide(box: Box) -> bool:
    """Whether print can lie under it."""
    return box[2] - box[0] >= _THICKEST_RULE and box[3] - box[1] >= _THICKEST_RULE


def _path(drawn: Drawn, piece: int, matrix: Matrix) -> None:
    filled, stroked = calls.modes_of(piece)
    if not filled and not stroked:
        return
    box = _bounds(piece, matrix, drawn.frame)
    if box is None or drawn.line(box):
        return
    segments = calls.count_segments(piece)
    colour = calls.colour_of(piece, stroke=not filled)
    if colour[3] > 0 and (filled or segments == 2) and _can_hide(box):
        shape = piece if filled and segments > _RECTANGLE else 0
        drawn.covers.append(Cover(*box, drawn.seen, None if colour[:3] == PATTERN else colour[:3], shape))
        if shape and matrix is not IDENTITY:
            drawn.matrices[piece] = matrix
    if segments > _MAX_SEGMENTS or _small(drawn, box, segments, stroked=bool(stroked), colour=colour[:3]):
        return
    if filled and segments <= _RECTANGLE:
        _fill(drawn, colour[:3], box)
    if stroked:
        _segments(drawn, piece, segments, matrix)


def _small(drawn: Drawn, box: Box, segments: int, *, stroked: bool, colour: tuple[int, int, int]) -> bool:
    """Take a small square or ring as a box to be ticked, and a small stroke or dark shape as what may tick one."""
    wide, high = box[2] - box[0], box[3] - box[1]
    low, most = _TICK_BOX
    if not (low - 2 <= wide <= most + 2 and low - 2 <= high <= most + 2):
        return False
    square = min(wide, high) >= low and abs(wide - high) <= 1.5
    if stroked and square and segments in _SQUARE:
        drawn.boxes.append(box)
        return True
    if stroked and square and segments in _RING:
        drawn.rounds.append(box)
        return True
    if not stroked and (segments in _SQUARE or segments in _RING):
        if sum(colour) < _DARK:
            drawn.diagonals.append(box)
        return False
    if segments <= _MARK and segments != 4:
        drawn.diagonals.append(box)
        return True
    return False


def _fill(drawn: Drawn, colour: tuple[int, int, int], box: Box) -> None:
    wide, high = box[2] - box[0], box[3] - box[1]
    whole = wide >= 0.98 * drawn.frame.width and high >= 0.9 * drawn.frame.height
    if wide <= 8 or high <= 4 or whole:
        return
    drawn.filled.append(Filled(*box, colour))


def _segments(drawn: Drawn, piece: int, count: int, matrix: Matrix) -> None:
    """Each axis-parallel stretch of a stroked outline is a rule."""
    whole = times(calls.matrix_of(piece), matrix)
    here: tuple[float, float] | None = None
    begin: tuple[float, float] | None = None
    for index in range(count):
        segment = calls.segment_at(piece, index)
        to = moved(whole, *calls.point_of(segment))
        kind = calls.segment_kind(segment)
        if kind == raw.FPDF_SEGMENT_MOVETO:
            begin = to
        elif kind == raw.FPDF_SEGMENT_LINETO and here is not None:
            _stretch(drawn, here, to)
        here = to
        if begin is not None and calls.segment_closes(segment):
            _stretch(drawn, here, begin)
            here = begin


def _stretch(drawn: Drawn, a: tuple[float, float], b: tuple[float, float]) -> None:
    drawn.line(drawn.frame.box(min(a[0], b[0]), min(a[1], b[1]), max(a[0], b[0]), max(a[1], b[1])))


def outline(drawn: Drawn, shape: int) -> list[tuple[float, float, float, float]]:
    """The sides of a filled shape, its curves taken as straight, as stretches between points of the frame."""
    whole = times(calls.matrix_of(shape), drawn.matrices.get(shape, IDENTITY))
    sides = []
    begin = here = (0.0, 0.0)
    for index in range(min(calls.count_segments(shape), _MAX_SEGMENTS)):
        segment = calls.segment_at(shape, index)
        to = moved(drawn.frame.matrix, *moved(whole, *calls.point_of(segment)))
        if calls.segment_kind(segment) == raw.FPDF_SEGMENT_MOVETO:
            sides.append((*here, *begin))
            begin = to
        else:
            sides.append((*here, *to))
        here = to
    return [*sides, (*here, *begin)]


def is_inside(sides: list[tuple[float, float, float, float]], x: float, y: float) -> bool:
    """Whether the point lies in the shape, holes left out."""
    inside = False
    for ax, ay, bx, by in sides:
        if (ay > y) != (by > y) and x < ax + (y - ay) * (bx - ax) / (by - ay):
            inside = not inside
    return inside
