"""Which words of the text layer a person sees on the page.

A file can hold text that its page does not show: without ink, in the colour of its background, clipped away, off
the page, under a picture or a filled box, in a layer that is off. Such words are left out and kept beside the page
as `Suspect`. What the drawn objects say for themselves is asked of every word; where that leaves a doubt, the page
is rendered with and without the objects concerned, and the ink that they add decides.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import pypdfium2 as pdfium

from tradedocs.pdf.contribution import Doubt, unseen
from tradedocs.pdf.geometry import Box, area, shared
from tradedocs.pdf.page import Suspect, Word
from tradedocs.pdf.paint import BLACK, PLAIN, TYPE3, Paint, Paints
from tradedocs.pdf.rules import PATTERN, Cover, Drawn, is_inside, outline
from tradedocs.pdf.words import Lettering

NOT_VISIBLE, COVERED, TINY, MIRRORED = "text-not-visible", "text-covered", "text-tiny", "text-mirrored"
_FAINT = 40  # steps of 255 by which print and ground must differ
_HABIT = 0.3  # share of a page's words from which on a font is what the page is set in
_SMALLEST, _NARROWEST = 4.0, 0.12  # points of height; width of a character in heights
_LOST = 0.6  # share of a word that must be gone for the word to be gone
_BAND, _FAR = 12.0, 4000.0  # points of height that are searched together; nothing farther is on a page
_PAPER = (255, 255, 255)


@dataclass(frozen=True)
class Sight:
    """The words that are seen, the suspects among and beside them, and the share of words that are not seen."""

    words: tuple[Word, ...]
    suspects: tuple[Suspect, ...] = ()
    hidden: float = 0.0


def sight(leaf: pdfium.PdfPage, letters: Lettering, drawing: Drawn, *, layered: bool) -> Sight:
    """Tell the words that are seen from those that only the file holds.

    Args:
        leaf: the open page.
        letters: its words.
        drawing: what is drawn on it.
        layered: whether the document has layers that may be off.
    """
    look = _Look(letters, drawing, layered)
    look.at_all(letters.words)
    for doubt in unseen(leaf, [d for d in look.doubts if d.word.start not in look.gone], letters, drawing):
        if area(doubt.part) >= _LOST * area(doubt.word[:4]):
            look.gone[doubt.word.start] = doubt.code
        else:
            look.suspects.append(Suspect(*doubt.word[:5], doubt.code, seen=True))
    lost = [word for word in letters.words if word.start in look.gone]
    look.suspects += [Suspect(*word[:5], look.gone[word.start], seen=False) for word in lost]
    left = tuple(word for word in letters.words if word.start not in look.gone) if lost else letters.words
    suspects = tuple(dict.fromkeys(_without_habits(look.suspects, len(letters.words))))
    return Sight(left, suspects, len(lost) / len(letters.words) if lost else 0.0)


def _without_habits(suspects: list[Suspect], words: int) -> list[Suspect]:
    """A page that is set in Type 3 fonts altogether shows a habit of its producer, not a forged value."""
    drawn = {suspect[:4] for suspect in suspects if suspect.code == TYPE3}
    return suspects if len(drawn) <= _HABIT * words else [s for s in suspects if s.code != TYPE3]


class _Look:
    """A look at each word of one page: what is gone for certain, what must be asked, what is suspect."""

    def __init__(self, letters: Lettering, drawing: Drawn, layered: bool) -> None:
        self._letters, self._drawing, self._layered = letters, drawing, layered
        self._frame = letters.frame
        self._paints = Paints(drawing)
        self._known: dict[int, Paint] = {}
        self._plain: set[int] = set()
        self._shapes: dict[int, list[tuple[float, float, float, float]]] = {}
        self._bands = _in_bands(drawing.covers)
        self._latest = {band: max(map(_reach, covers)) for band, covers in self._bands.items()}
        self.gone: dict[int, str] = {}
        self.doubts: list[Doubt] = []
        self.suspects: list[Suspect] = []

    def at_all(self, words: Sequence[Word]) -> None:
        """Look at the words; of most the first look is enough, so it is made without a call."""
        pieces, mirrored, plain = self._letters.pieces, self._letters.mirrored, self._plain
        latest, order = self._latest, self._drawing.order
        width, height = self._frame.width, self._frame.height
        for word in words:
            x0, y0, x1, y1, text, start = word[:6]
            first, last = pieces[start]
            cover = latest.get((y0 + y1) / 2 // _BAND, -2)
            if first not in plain or cover > order.get(first, -1):
                self._look_at(word, first, cover)
            if last != first and (last not in plain or cover > order.get(last, -1)):
                self._look_at(word, last, cover)
            if x0 < 0 or y0 < 0 or x1 > width or y1 > height:
                inside = shared(word[:4], (0, 0, width, height))
                if area(inside) < (1 - _LOST) * area(word[:4]):
                    self.gone[start] = NOT_VISIBLE
            if start in mirrored:
                self.suspects.append(Suspect(*word[:5], MIRRORED, seen=True))
            high = y1 - y0
            if high < _SMALLEST or x1 - x0 < _NARROWEST * high * len(text):
                self.suspects.append(Suspect(*word[:5], TINY, seen=True))

    def _look_at(self, word: Word, piece: int, cover: float) -> None:
        """Look at what one object prints of the word; `cover` is the last object that may hide what is there."""
        paint = self._known.get(piece)
        if paint is None:
            paint = self._known[piece] = self._paints.of(piece)
            if paint is PLAIN and not self._layered:
                self._plain.add(piece)  # black print shows wherever nothing else is drawn
                if cover <= self._drawing.order.get(piece, -1):
                    return
        if not paint.painted:
            self.gone[word.start] = NOT_VISIBLE
            return
        if paint.code:
            self.suspects.append(Suspect(*word[:5], paint.code, seen=True))
        self._ask(word, piece, paint)

    def _ask(self, word: Word, piece: int, paint: Paint) -> None:
        """What may keep this word from being seen."""
        box = word[:4]
        if paint.layered or (self._layered and piece in self._drawing.matrices):  # a form can be a layer
            self.doubts.append(Doubt(word, box, NOT_VISIBLE))
        clip = paint.clip
        if clip and not _lies_in(box, clip) and area(shared(box, clip)) < 0.8 * area(box):
            self.doubts.append(Doubt(word, box, NOT_VISIBLE))
        ground = self._ground(word, piece)
        if ground is None and paint.colour == BLACK:
            return
        under = _PAPER if ground is None else ground.colour
        if paint.colour == PATTERN or (under is not None and _alike(paint.colour, under)):
            self.doubts.append(Doubt(word, box, NOT_VISIBLE))
        elif under is None and _alike(paint.colour, _PAPER):  # white print can be a part of the picture's own
            self.suspects.append(Suspect(*word[:5], NOT_VISIBLE, seen=True))

    def _ground(self, word: Word, piece: int) -> Cover | None:
        """What the word stands on; what is drawn over it becomes a question."""
        x0, y0, x1, y1 = word[:4]
        covers = self._bands.get((y0 + y1) / 2 // _BAND)
        if covers is None:
            return None
        at = self._drawing.order.get(piece, -1)
        ground = None
        for cover in covers:
            left, top, right, bottom, when = cover[:5]
            if right <= x0 or left >= x1 or bottom <= y0 or top >= y1:
                continue
            part = shared(word[:4], cover[:4])
            wide, deep = part[2] - part[0], part[3] - part[1]
            if when < at:
                whole = wide * deep >= 0.5 * (x1 - x0) * (y1 - y0)
                ground = cover if whole and self._holds(cover, part) else ground
            elif deep >= 0.5 * (y1 - y0) and wide >= max(2, 0.15 * (x1 - x0)) and self._holds(cover, part):
                self.doubts.append(Doubt(word, part, COVERED))
        return ground

    def _holds(self, cover: Cover, part: Box) -> bool:
        """Whether the middle of the part lies in the cover's shape."""
        if not cover.shape:
            return True
        if cover.shape not in self._shapes:
            self._shapes[cover.shape] = outline(self._drawing, cover.shape)
        return is_inside(self._shapes[cover.shape], (part[0] + part[2]) / 2, (part[1] + part[3]) / 2)


def _in_bands(covers: Sequence[Cover]) -> dict[float, list[Cover]]:
    """The covers by the stretches of the page's height that they reach into."""
    bands: dict[float, list[Cover]] = {}
    for cover in covers:
        low, high = max(cover.y0, -_FAR), min(cover.y1, _FAR)
        for band in range(int(low // _BAND), int(high // _BAND) + 1):
            bands.setdefault(band, []).append(cover)
    return bands


def _lies_in(box: Box, whole: Box) -> bool:
    return box[0] >= whole[0] and box[1] >= whole[1] and box[2] <= whole[2] and box[3] <= whole[3]


def _reach(cover: Cover) -> float:
    """Up to which object of the page black print is not safe from the cover: a light one hides what is before it."""
    return cover.at if cover.colour is None or not _alike(cover.colour, BLACK) else float("inf")


def _alike(a: tuple[int, int, int], b: tuple[int, int, int]) -> bool:
    return abs(a[0] - b[0]) < _FAINT and abs(a[1] - b[1]) < _FAINT and abs(a[2] - b[2]) < _FAINT
