"""A picture of a page → a page as a text layer gives it: words, drawn lines and bands, turned upright and level."""

from __future__ import annotations

import math
import statistics
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from tradedocs.pdf.geometry import Box
from tradedocs.pdf.ocr.crops import box_of, grey, shade
from tradedocs.pdf.ocr.ink import Ink, ink_of
from tradedocs.pdf.ocr.lettering import Spelled, spelled
from tradedocs.pdf.ocr.missed import missed
from tradedocs.pdf.ocr.pieces import Piece, pieces_of
from tradedocs.pdf.ocr.ruling import Ruling, beside, cells_of, lean_of_lines, ruling_of, wiped
from tradedocs.pdf.ocr.strokes import as_bar
from tradedocs.pdf.ocr.ticks import TickBox, tick_boxes
from tradedocs.pdf.ocr.turning import lean_of, levelled, quarter_turns, side_lengths
from tradedocs.pdf.page import Filled, Page, Rule, Word

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from tradedocs.pdf.ocr.engine import Eyes, Reading

    Picture = NDArray[np.uint8]
    Quad = NDArray[np.float32]

_NEXT_PIECE = 10
_BLANK = 0.5  # heights of the font: what is wider is no blank between two words
_LEAST_SCORE = 0.3
_USUAL_LINE, _FEW_LINES = 0.17, 8  # inches that a detected line of usual print is high
_RAGGED = 9  # pixels across a line within which its ragged edge lies
_NEARLY_LEVEL, _LEVEL = math.radians(0.25), math.radians(0.03)


@dataclass(frozen=True, eq=False)
class Upright:
    """A page's picture after turning, and what was undone.

    Attributes:
        dpi: pixels an inch if its print were of the usual size: pages are scanned and scaled at will, and what is
            a line, a tick box or a speck shows against the print.
    """

    picture: Picture
    quads: tuple[Quad, ...]
    turn: int
    lean: float
    dpi: float


def page_by_ocr(
    leaf_picture: Picture,
    number: int,
    width: float,
    height: float,
    eyes: Eyes,
    quads: Sequence[Quad] | None = None,
) -> Page:
    """The page that the picture shows.

    Args:
        leaf_picture: the page as a viewer shows it, grey or colour.
        number: of the page, counted from 1.
        width: of the page as a viewer shows it, in points.
        height: likewise.
        eyes: the recogniser.
        quads: the lines of print in the picture, where they were detected already.
    """
    scale = leaf_picture.shape[1] / width
    upright = upright_of(grey(leaf_picture), 72 * scale, eyes, quads)
    ink = ink_of(upright.picture, upright.dpi)
    ruling = ruling_of(ink.mask, upright.dpi)
    words, bars = _words(upright, ink, ruling, eyes)
    high, wide = upright.picture.shape[:2]
    return Page(
        number,
        wide / scale,
        high / scale,
        words=tuple(_scaled(words, scale)),
        across=_rules(ruling.across, scale),
        down=_rules((*ruling.down, *bars), scale),
        filled=tuple(_filled(upright.picture, box, scale) for box in ink.bands),
        turn=upright.turn,
        lean=upright.lean,
        read_by="ocr",
    )


def upright_of(picture: Picture, dpi: float, eyes: Eyes, quads: Sequence[Quad] | None = None) -> Upright:
    """The picture turned so that its print stands upright and level, and the lines of print in it."""
    quads = eyes.boxes(picture) if quads is None else quads
    turn = quarter_turns(picture, quads, eyes)
    if turn:
        picture = np.ascontiguousarray(np.rot90(picture, -turn))
        quads = eyes.boxes(picture)
    dpi = _by_print(quads, dpi)
    picture, lean = _levelled(picture, quads, dpi)
    if lean:
        quads = [_level_quad(quad, picture.shape, lean) for quad in quads]
    return Upright(picture, tuple(quads), turn, lean, dpi)


def _by_print(quads: Sequence[Quad], dpi: float) -> float:
    """The resolution by the height of the page's lines of print; by its size when it has too few."""
    heights = [high for wide, high in map(side_lengths, quads) if wide > 2 * high]
    if len(heights) < _FEW_LINES:
        return dpi
    return min(max(statistics.median(heights) / _USUAL_LINE, 0.5 * dpi), 6 * dpi)


def _levelled(picture: Picture, quads: Sequence[Quad], dpi: float) -> tuple[Picture, float]:
    """The level picture and what was undone: the print tells roughly, long drawn lines exactly."""
    lean = lean_of(quads)
    rough = levelled(picture, lean) if abs(lean) > _NEARLY_LEVEL else picture
    lean = lean if rough is not picture else 0.0
    rest = lean_of_lines(ink_of(rough, dpi).mask, dpi)
    if abs(rest) < _LEVEL:
        return rough, lean
    return levelled(picture, lean + rest), lean + rest


def _level_quad(quad: Quad, shape: tuple[int, ...], lean: float) -> Quad:
    middle = np.array([shape[1] / 2, shape[0] / 2], dtype=np.float32)
    c, s = math.cos(-lean), math.sin(-lean)
    return ((quad - middle) @ np.array([[c, s], [-s, c]], dtype=np.float32) + middle).astype(np.float32)


def _words(
    upright: Upright, ink: Ink, ruling: Ruling, eyes: Eyes
) -> tuple[list[tuple[int, Spelled]], list[Rule]]:
    """The words in the order of their pieces, each with the number of its piece; and bars that looked like letters."""
    ticks = tick_boxes(ink.mask, upright.dpi)
    plain = wiped(upright.picture, ruling.mask)
    print_ink = np.where(beside(ruling.mask, 3) > 0, 0, ink.mask).astype(np.uint8)
    for tick in ticks:
        print_ink[tick.y0 : tick.y1, tick.x0 : tick.x1] = 0
        plain[tick.y0 : tick.y1, tick.x0 : tick.x1] = shade(plain)
    walls = sorted(ruling.down)
    pieces = [piece for quad in upright.quads for piece in pieces_of(box_of(quad), print_ink, walls)]
    pieces = _apart(pieces)
    readings = eyes.read([plain[p.y0 : p.y1, p.x0 : p.x1] for p in pieces])
    known = list(zip(pieces, readings, strict=True))
    usual = _usual_height(known)
    cells = cells_of(ruling, upright.dpi)
    known += missed(plain, print_ink, beside(ruling.mask, _RAGGED), pieces, cells, usual, eyes)
    bars = [as_bar(piece, reading.text, print_ink, usual) for piece, reading in known]
    found = [
        (k, word)
        for k, ((piece, reading), bar) in enumerate(zip(known, bars, strict=True))
        if bar is None and reading.score >= _LEAST_SCORE
        for word in spelled(piece, reading, print_ink)
    ]
    words = found + [(len(known) + k, word) for k, word in enumerate(_ticked(ticks, found))]
    return words, [bar for bar in bars if bar is not None]


def _apart(pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces without those that lie inside another one."""
    out: list[Piece] = []
    for piece in sorted(pieces, key=lambda p: -(p.x1 - p.x0) * (p.bottom - p.top)):
        inside = any(
            o.x0 - 3 <= piece.x0
            and piece.x1 <= o.x1 + 3
            and o.top - 3 <= piece.top
            and piece.bottom <= o.bottom + 3
            for o in out
        )
        if not inside:
            out.append(piece)
    return sorted(out, key=lambda p: (p.y0, p.x0))


def _usual_height(known: Sequence[tuple[Piece, Reading]]) -> float:
    heights = [piece.bottom - piece.top for piece, reading in known if len(reading.text) > 1]
    return float(statistics.median(heights)) if heights else 20.0


def _ticked(ticks: Sequence[TickBox], words: Sequence[tuple[int, Spelled]]) -> Iterator[Spelled]:
    """The tick boxes that stand before or behind a word of about their height."""
    for x0, y0, x1, y1, ticked in ticks:
        middle, reach = (y0 + y1) / 2, 2.5 * (x1 - x0)
        if any(
            w.y0 < middle < w.y1 and (-4 <= w.x0 - x1 <= reach or -4 <= x0 - w.x1 <= reach) for _, w in words
        ):
            yield Spelled(x0, y0, x1, y1, "☒" if ticked else "☐", 0.9)


def _scaled(words: Sequence[tuple[int, Spelled]], scale: float) -> Iterator[Word]:
    at, before = 0, -1
    for k, (piece, word) in enumerate(words):
        at += 0 if piece == before else _NEXT_PIECE
        before = piece
        end = at + len(word.text)
        following = words[k + 1][1] if k + 1 < len(words) and words[k + 1][0] == piece else None
        goes_on = following is not None and following.x0 - word.x1 < _BLANK * (word.y1 - word.y0)
        box = (word.x0 / scale, word.y0 / scale, word.x1 / scale, word.y1 / scale)
        yield Word(*box, word.text, at, end, goes_on, False, word.score)
        at = end + 1


def _rules(rules: Sequence[Rule], scale: float) -> tuple[Rule, ...]:
    return tuple(Rule(rule.at / scale, rule.low / scale, rule.high / scale) for rule in rules)


def _filled(picture: Picture, box: Box, scale: float) -> Filled:
    x0, y0, x1, y1 = (round(edge) for edge in box)
    dark = int(np.median(picture[y0:y1, x0:x1]))
    return Filled(x0 / scale, y0 / scale, x1 / scale, y1 / scale, (dark, dark, dark))
