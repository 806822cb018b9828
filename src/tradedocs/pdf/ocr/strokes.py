"""Signs that are nothing but strokes, which recognisers confuse: dashes, and bars that part the columns of a line."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from tradedocs.pdf.ocr.ink import runs
from tradedocs.pdf.ocr.pieces import Piece
from tradedocs.pdf.page import Rule

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Picture = NDArray[np.uint8]

_BARS = frozenset("|I1l丨ｌ!/")
_THIN, _TALLER = 0.18, 1.15
_DASHES = "-–—_ ~－一"


def as_bar(piece: Piece, text: str, ink: Picture, height: float) -> Rule | None:
    """The vertical line that the piece is: thinner than any letter, and taller than the page's print.

    Args:
        piece: what was recognised.
        text: as what.
        ink: the page's ink.
        height: how high its print is.
    """
    if len(text) > 1 or (text and text not in _BARS):
        return None
    shape = ink[piece.top : piece.bottom, piece.x0 : piece.x1]
    columns = np.flatnonzero(shape.any(axis=0))
    tall = piece.bottom - piece.top
    if not len(columns) or tall < _TALLER * height:
        return None
    wide = int(columns[-1] - columns[0]) + 1
    if wide > _THIN * tall or float(shape[:, columns[0] : columns[-1] + 1].any(axis=1).mean()) < 0.9:
        return None
    return Rule(piece.x0 + float(columns[0] + columns[-1]) / 2, float(piece.top), float(piece.bottom))


def dashes(text: str, ink: Picture) -> str:
    """As many dashes as there are strokes side by side; any other text as it is."""
    if not text or any(char not in _DASHES for char in text):
        return text
    strokes = runs(np.asarray(ink.any(axis=0)))
    return "-" * len(strokes) if 1 <= len(strokes) <= 4 else text
