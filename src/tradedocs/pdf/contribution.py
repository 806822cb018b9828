"""Which words put ink on the page: it is rendered with and without their objects, and the difference is looked at."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

import pypdfium2 as pdfium
from PIL import Image, ImageChops

from tradedocs.pdf import calls
from tradedocs.pdf.geometry import Box, turned
from tradedocs.pdf.page import Word
from tradedocs.pdf.rules import Drawn
from tradedocs.pdf.words import Lettering

_SCALE, _INK, _DIFFERS, _TWIN = 75 / 72, 0.03, 24, 1.5


class Doubt(NamedTuple):
    """A word that may not be seen, and the part of it that the question is about."""

    word: Word
    part: Box
    code: str


def unseen(leaf: pdfium.PdfPage, doubts: Sequence[Doubt], letters: Lettering, drawing: Drawn) -> list[Doubt]:
    """The doubts that hold: rendering the page without the words' objects changes nothing there."""
    if not doubts:
        return []
    pieces = {piece for doubt in doubts for piece in letters.pieces[doubt.word.start]}
    try:
        view = _View(leaf, letters, [doubt.part for doubt in doubts])
        left = view.unchanged(doubts, pieces)
        if left and (twins := _twins(left, letters, drawing)):
            left = view.unchanged(left, pieces | twins)
    except pdfium.PdfiumError:
        return list(doubts)
    return left


class _View:
    """The part of a page around some boxes, to be rendered with and without some of its objects."""

    def __init__(self, leaf: pdfium.PdfPage, letters: Lettering, boxes: Sequence[Box]) -> None:
        self._leaf, self._turn = leaf, -letters.turn % 4
        self._frame = letters.frame
        shown = [self._back(box) for box in boxes]
        wide, high = leaf.get_size()
        self._left = max(0.0, min(box[0] for box in shown) - 2)
        self._top = max(0.0, min(box[1] for box in shown) - 2)
        right, bottom = (
            max(0.0, wide - max(b[2] for b in shown) - 2),
            max(0.0, high - max(b[3] for b in shown) - 2),
        )
        self._margins = (self._left, bottom, right, self._top)
        self._whole = self._rendered()

    def unchanged(self, doubts: Sequence[Doubt], pieces: Iterable[int]) -> list[Doubt]:
        """The doubts in whose boxes next to nothing changes when these objects are not drawn."""
        off = tuple(pieces)
        try:
            _switch(off, on=False)
            without = self._rendered()
        finally:
            _switch(off, on=True)
        changed = ImageChops.difference(self._whole, without).point(
            lambda step: 255 if step > _DIFFERS else 0
        )
        return [doubt for doubt in doubts if self._ink(changed, doubt.part) < _INK]

    def _rendered(self) -> Image.Image:
        picture: Image.Image = self._leaf.render(
            scale=_SCALE, crop=self._margins, grayscale=True, may_draw_forms=False
        ).to_pil()
        return picture.convert("L")

    def _back(self, box: Box) -> Box:
        """The box on the page as a viewer shows it."""
        return turned(box, self._frame.width, self._frame.height, self._turn)

    def _ink(self, changed: Image.Image, box: Box) -> float:
        """The share of the box's pixels that changed."""
        x0, y0, x1, y1 = self._back(box)
        left, top = max(0, int((x0 - self._left) * _SCALE)), max(0, int((y0 - self._top) * _SCALE))
        right = min(changed.width, int((x1 - self._left) * _SCALE) + 1)
        bottom = min(changed.height, int((y1 - self._top) * _SCALE) + 1)
        if right <= left or bottom <= top:
            return 0.0
        seen = changed.crop((left, top, right, bottom)).histogram()[255]
        return float(seen) / ((right - left) * (bottom - top))


def _twins(doubts: Sequence[Doubt], letters: Lettering, drawing: Drawn) -> set[int]:
    """Objects that print the same text at the same place once more, for bold: pdfium leaves them out of the text."""
    known = {piece for pair in letters.pieces.values() for piece in pair}
    others: dict[tuple[int, int], list[tuple[int, Box]]] = {}
    for piece in drawing.order.keys() - known:
        if box := calls.bounds_of(piece):
            others.setdefault((round(box[0] / 4), round(box[1] / 4)), []).append((piece, box))
    found = set()
    for own in {piece for doubt in doubts for piece in letters.pieces[doubt.word.start]} if others else ():
        box = calls.bounds_of(own)
        near = (
            [(round(box[0] / 4) + i, round(box[1] / 4) + j) for i in (-1, 0, 1) for j in (-1, 0, 1)]
            if box
            else ()
        )
        for piece, other in (pair for key in near for pair in others.get(key, ())):
            if box and all(abs(a - b) < _TWIN for a, b in zip(box, other, strict=True)):
                found.add(piece)
    return found


def _switch(pieces: Iterable[int], *, on: bool) -> None:
    for piece in pieces:
        calls.set_active(piece, on)
