"""How a text object is painted: what the object itself says about whether a person sees its text."""

from __future__ import annotations

import ctypes
from typing import NamedTuple

from tradedocs.pdf import calls
from tradedocs.pdf.geometry import IDENTITY, Box, bounds, shared
from tradedocs.pdf.rules import Drawn

TYPE3, REPLACED = "type3-font", "replacement-text"
BLACK = (0, 0, 0)
_UNPAINTED = (3, 7)  # render modes: invisible, and a clipping path only
_STROKED = (1, 5)
_CLEAR = 64  # opacity of 255 that print must reach


class Paint(NamedTuple):
    """How a text object is painted; black and unhindered it is `PLAIN`.

    `code` names what makes its text doubtful though it may be seen.
    """

    painted: bool
    colour: tuple[int, int, int]
    clip: Box | None
    layered: bool
    code: str | None


PLAIN = Paint(painted=True, colour=BLACK, clip=None, layered=False, code=None)


class Paints:
    """The paints of a page's text objects; what fonts and content marks say is asked once of each."""

    def __init__(self, drawing: Drawn) -> None:
        self._drawing = drawing
        self._fonts: dict[int, bool] = {}
        self._marks: dict[int, tuple[bool, bool]] = {}

    def of(self, piece: int) -> Paint:
        """The paint of a text object, by its handle."""
        mode = calls.render_mode(piece)
        red, green, blue, alpha = calls.colour_of(piece, stroke=mode in _STROKED)
        replaced, layered = self._marked(piece) if calls.mark_at(piece, 0) else (False, False)
        code = TYPE3 if self._is_drawn(calls.font_of(piece)) else REPLACED if replaced else None
        path = calls.clip_path(piece)
        clip = _clip(path, piece, self._drawing) if path and calls.clip_count(path) > 0 else None
        painted = mode not in _UNPAINTED and alpha >= _CLEAR
        if painted and not (red or green or blue or layered or code or clip):
            return PLAIN
        return Paint(painted, (red, green, blue), clip, layered, code)

    def _is_drawn(self, font: int) -> bool:
        """Whether the font is one of drawings (Type 3): it has no font file, not even a stand-in."""
        known = self._fonts.get(font)
        if known is None:
            size = ctypes.c_size_t()
            found = calls.font_data(font, None, 0, ctypes.addressof(size))
            known = self._fonts[font] = not found or size.value == 0
        return known

    def _marked(self, piece: int) -> tuple[bool, bool]:
        """Whether the file gives a text to be read in place of the object, and whether it belongs to a layer."""
        at, replaced, layered = 0, False, False
        while mark := calls.mark_at(piece, at):
            known = self._marks.get(mark)
            if known is None:
                says = calls.mark_holds(mark, b"ActualText") > 0, calls.name_of(mark) == "OC"
                known = self._marks[mark] = says
            replaced, layered = replaced or known[0], layered or known[1]
            at += 1
        return replaced, layered


def _clip(path: int, piece: int, drawing: Drawn) -> Box | None:
    """The box that every clip of the object leaves."""
    left = None
    for k in range(calls.clip_count(path)):
        total = calls.clip_segments(path, k)
        if not 0 < total <= 200:
            continue
        points = [calls.point_of(calls.clip_segment(path, k, n)) for n in range(total)]
        xs, ys = [p[0] for p in points], [p[1] for p in points]
        box = bounds(drawing.matrices.get(piece, IDENTITY), min(xs), min(ys), max(xs), max(ys))
        shown = drawing.frame.box(*box)
        left = shown if left is None else shared(left, shown)
    return left
