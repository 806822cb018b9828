"""From a recognised piece to words with boxes such as a text layer has: split at blanks, as high as their font."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from tradedocs.pdf.ocr.engine import Letter, Reading
from tradedocs.pdf.ocr.ink import runs
from tradedocs.pdf.ocr.pieces import Piece
from tradedocs.pdf.ocr.raised import with_raised
from tradedocs.pdf.ocr.strokes import dashes

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Picture = NDArray[np.uint8]

# Parts of the font size above and below the baseline.
_CAPITAL, _SMALL, _BELOW = 0.72, 0.52, 0.21
_LOOSE_ABOVE, _LOOSE_BELOW = 0.9, 0.22
_DESCENDING = frozenset("gjpqyQ,;()[]{}|/@§µμ")
_LOW = frozenset("acemnorsuvwxz")
_FLAT = frozenset("-–—―.,:;·•~=_'\"*°^")
_CJK = "\u2e80"


class Spelled(NamedTuple):
    """A word in pixels, with the least sure of its letters."""

    x0: float
    y0: float
    x1: float
    y1: float
    text: str
    score: float


def spelled(piece: Piece, reading: Reading, ink: Picture) -> list[Spelled]:
    """The words of the piece, left to right."""
    top, bottom = _font_box(piece, reading.text)
    band = ink[piece.top : piece.bottom, piece.x0 : piece.x1]
    filled = np.asarray(band.any(axis=0))
    out = []
    for text, letters, left, right in _words(reading, filled):
        score = min((letter.score for letter in letters), default=reading.score)
        text = dashes(with_raised(text, band[:, left:right]), band[:, left:right])
        out.append(Spelled(piece.x0 + left, top, piece.x0 + right, bottom, text, score))
    return out


def _font_box(piece: Piece, text: str) -> tuple[float, float]:
    """The height that a text layer would give the line: from its ink, and which letters made it."""
    above, below = _reach(text)
    if above == 0.0:
        return float(piece.y0), float(piece.y1)
    size = (piece.bottom - piece.top) / (above + below)
    size = min(max(size, 0.5 * (piece.y1 - piece.y0)), 1.25 * (piece.y1 - piece.y0))
    baseline = piece.bottom - below * size
    return baseline - _LOOSE_ABOVE * size, baseline + _LOOSE_BELOW * size


def _reach(text: str) -> tuple[float, float]:
    """How far the text's ink reaches above and below its baseline, in font sizes; 0 above when it tells nothing."""
    telling = [char for char in text if char not in _FLAT and not char.isspace()]
    if not telling:
        return 0.0, 0.0
    if any(char >= _CJK for char in telling):
        return 0.82, 0.1
    above = _SMALL if all(char in _LOW or char in "gpqy" for char in telling) else _CAPITAL
    below = _BELOW if any(char in _DESCENDING for char in text) else 0.0
    return above, below * (0.6 if not any(char in "gjpqy()[]{}|" for char in text) else 1.0)


def _words(reading: Reading, filled: NDArray[np.bool_]) -> Iterator[tuple[str, Sequence[Letter], int, int]]:
    """Each word with its letters and its stretch of the piece's ink."""
    wide = len(filled)
    texts = reading.text.split()
    edges = np.flatnonzero(filled)
    first, last = (int(edges[0]), int(edges[-1]) + 1) if len(edges) else (0, wide)
    if len(texts) == 1 or len(reading.letters) != sum(map(len, texts)):
        yield from _by_share(texts, reading.letters, first, last)
        return
    blanks = [(a, b) for (_, a), (b, _) in pairwise(runs(filled))]
    at, left = 0, first
    for k, text in enumerate(texts):
        letters = reading.letters[at : at + len(text)]
        at += len(text)
        if k == len(texts) - 1:
            yield text, letters, left, last
            return
        end, begin = _blank_at(blanks, letters[-1].at * wide, reading.letters[at].at * wide)
        yield text, letters, left, max(end, left + 1)
        left = max(begin, left + 1)


def _by_share(
    texts: Sequence[str], letters: Sequence[Letter], first: int, last: int
) -> Iterator[tuple[str, Sequence[Letter], int, int]]:
    """Words that share the stretch by their lengths; a CJK letter counts twice."""
    sizes = [sum(2 if char >= _CJK else 1 for char in text) for text in texts]
    whole = sum(sizes) + len(sizes) - 1
    at, known = 0, len(letters) == sum(map(len, texts))
    begin = 0
    for text, size in zip(texts, sizes, strict=True):
        own = letters[begin : begin + len(text)] if known else ()
        begin += len(text)
        left = first + (last - first) * at / whole
        right = first + (last - first) * (at + size) / whole
        yield text, own, round(left), max(round(right), round(left) + 1)
        at += size + 1


def _blank_at(blanks: Sequence[tuple[int, int]], before: float, after: float) -> tuple[int, int]:
    """The widest blank between two letters' middles; halfway between them when there is none."""
    between = [(a, b) for a, b in blanks if a >= before - 4 and b <= after + 4]
    if between:
        return max(between, key=lambda blank: blank[1] - blank[0])
    half = round((before + after) / 2)
    return half, half
