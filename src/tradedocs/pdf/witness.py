"""A second look at printed values: the rendered box of each, alone on white, read by OCR.

The picture is made at 150 dpi first; where it does not say what the text layer says it is made again at 300 dpi,
and read by the second engine where that is installed. Words beside the value and the lines of its cell are painted
over, so that recognition sees the value only. Callers run this in a worker of `tradedocs.pdf.sandbox`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from PIL import Image, ImageDraw

from tradedocs.errors import RefusedInput
from tradedocs.pdf.document import Document
from tradedocs.pdf.geometry import Box
from tradedocs.pdf.page import Page, Word

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from tradedocs.pdf.ocr.engine import Eyes

    Picture = NDArray[np.uint8]

Same = Callable[[str, str], bool]
DPIS = (150, 300)
_BESIDE, _ABOVE = 3.0, 1.0  # points of paper kept around the value
_RULE = 1.4  # points on each side of a drawn line that are painted over
_BORDER = 6  # pixels of paper around the crop
_BLANK = 30  # steps of grey that print and paper must lie apart
_CORE = 0.18  # share of a line's height, above and below, that holds no ink of ordinary letters


@dataclass(frozen=True)
class Sought:
    """A value to be looked at: its page, and its box on the page as a viewer shows it."""

    page: int
    box: Box


@dataclass(frozen=True)
class Glance:
    """What was seen in the box of a value.

    Attributes:
        printed: what the text layer has in the box; empty where it has nothing there.
        seen: what was read last; None where nothing was recognised.
        by: which engine read it last.
        dpi: in a picture of which resolution.
        agrees: whether that is the same value.
        blank: nothing at all is visible in the box.
    """

    printed: str
    seen: str | None = None
    by: Literal["ocr", "ocr-2"] = "ocr"
    dpi: int = DPIS[0]
    agrees: bool = False
    blank: bool = False


@dataclass(frozen=True)
class _Line:
    """One line of a value: its words, in their order."""

    words: tuple[Word, ...]

    @property
    def box(self) -> Box:
        """The box around its words."""
        return (
            min(w.x0 for w in self.words),
            min(w.y0 for w in self.words),
            max(w.x1 for w in self.words),
            max(w.y1 for w in self.words),
        )


def glances(document: Document, sought: Sequence[Sought], eyes: Eyes, same: Same) -> tuple[Glance, ...]:
    """Look at each value; `same` tells whether two readings are one value."""
    pages = {number: document.page(number) for number in {item.page for item in sought}}
    lines = [_lines(pages[item.page], item.box) for item in sought]
    found = [Glance(" ".join(w.text for line in own for w in line.words)) for own in lines]
    for dpi in DPIS:
        asked = [k for k, glance in enumerate(found) if lines[k] and not (glance.agrees or glance.blank)]
        crops = _crops(document, pages, [(sought[k].page, lines[k]) for k in asked], dpi)
        texts = _texts_of(eyes, crops)
        for k, own, text in zip(asked, crops, texts, strict=True):
            blank = bool(own) and all(_is_blank(crop) for crop in own)
            agrees = text is not None and same(found[k].printed, text)
            found[k] = Glance(found[k].printed, text, "ocr", dpi, agrees and not blank, blank)
        if dpi == DPIS[-1]:
            _ask_second(found, dict(zip(asked, crops, strict=True)), same)
    return tuple(found)


def _ask_second(found: list[Glance], crops: dict[int, list[Image.Image]], same: Same) -> None:
    """Let the second engine read what the first one read otherwise than the file; its word counts if it agrees."""
    from tradedocs.pdf.ocr.engine import second_installed, second_lines

    asked = [k for k in crops if not (found[k].agrees or found[k].blank)]
    if not asked or not second_installed():
        return
    read = iter(second_lines([_array(crop) for k in asked for crop in crops[k]]))
    for k in asked:
        parts = [next(read) for _ in crops[k]]
        text = " ".join(part for part in parts if part) or None
        if text is not None and same(found[k].printed, text):
            found[k] = Glance(found[k].printed, text, "ocr-2", found[k].dpi, agrees=True)


def _lines(page: Page, box: Box) -> list[_Line]:
    """The lines of words whose middles lie in the box."""
    inside = []
    for word in page.words:
        shown = page.shown(word[:4])
        x, y = (shown[0] + shown[2]) / 2, (shown[1] + shown[3]) / 2
        if box[0] <= x <= box[2] and box[1] <= y <= box[3] and word.start >= 0:
            inside.append(word)
    rows: list[list[Word]] = []
    for word in sorted(inside, key=lambda w: w.middle):
        if rows and abs(rows[-1][-1].middle - word.middle) <= 0.45 * min(word.height, rows[-1][-1].height):
            rows[-1].append(word)
        else:
            rows.append([word])
    return [_Line(tuple(sorted(row, key=lambda w: w.x0))) for row in rows]


def _crops(
    document: Document, pages: dict[int, Page], wanted: Sequence[tuple[int, list[_Line]]], dpi: int
) -> list[list[Image.Image]]:
    """The crops of each value, one a line; each page is rendered once."""
    out: list[list[Image.Image]] = [[] for _ in wanted]
    for number in sorted({number for number, _ in wanted}):
        try:
            picture = document.picture(number, dpi)[0]
        except RefusedInput:
            continue
        page = pages[number]
        upright = _upright(picture.convert("L"), page.turn)
        scale = upright.width / page.width
        for k, (own, lines) in enumerate(wanted):
            if own == number:
                out[k] = [_crop(upright, page, line, scale) for line in lines]
    return out


def _upright(picture: Image.Image, turn: int) -> Image.Image:
    turns = (None, Image.Transpose.ROTATE_270, Image.Transpose.ROTATE_180, Image.Transpose.ROTATE_90)
    turning = turns[turn % 4]
    return picture if turning is None else picture.transpose(turning)


def _crop(picture: Image.Image, page: Page, line: _Line, scale: float) -> Image.Image:
    """The line alone: what else stands in its crop is painted over with the paper's shade."""
    x0, y0, x1, y1 = line.box
    edges = (x0 - _BESIDE, y0 - _ABOVE, x1 + _BESIDE, y1 + _ABOVE)
    left, top = round(edges[0] * scale), round(edges[1] * scale)
    crop = picture.crop(
        (left, top, max(round(edges[2] * scale), left + 2), max(round(edges[3] * scale), top + 2))
    )
    paper = _paper(crop)
    brush = ImageDraw.Draw(crop)
    for a, b, c, d in (*_rules_beside(page, line.box, edges), *_words_beside(page, line, edges)):
        brush.rectangle(
            (
                round(a * scale) - left,
                round(b * scale) - top,
                round(c * scale) - left,
                round(d * scale) - top,
            ),
            fill=paper,
        )
    out = Image.new("L", (crop.width + 2 * _BORDER, crop.height + 2 * _BORDER), paper)
    out.paste(crop, (_BORDER, _BORDER))
    return out


def _paper(crop: Image.Image) -> int:
    """The shade that most of the crop has."""
    counts = crop.histogram()
    return counts.index(max(counts))


def _rules_beside(page: Page, own: Box, edges: Box) -> Iterable[Box]:
    """Drawn lines that run past the value, not through it: a stroke through it must be seen."""
    core = _CORE * (own[3] - own[1])
    for rule in page.across:
        if edges[1] - _RULE <= rule.at <= own[1] + core or own[3] - core <= rule.at <= edges[3] + _RULE:
            yield (rule.low, rule.at - _RULE, rule.high, rule.at + _RULE)
    for rule in page.down:
        if edges[0] - _RULE <= rule.at < own[0] or own[2] < rule.at <= edges[2] + _RULE:
            yield (rule.at - _RULE, rule.low, rule.at + _RULE, rule.high)


def _words_beside(page: Page, line: _Line, edges: Box) -> Iterable[Box]:
    """Other words that reach into the crop, as far as they do not lie over the value: what does must be seen."""
    x0, y0, x1, y1 = line.box
    mine = {word.start for word in line.words}
    core = _CORE * (y1 - y0)
    for word in page.words:
        if word.start in mine or word.x1 <= edges[0] or word.x0 >= edges[2]:
            continue
        if word.y1 <= edges[1] or word.y0 >= edges[3]:
            continue
        if word.x1 <= x0 + 1 or word.x0 >= x1 - 1:
            yield (
                (word.x0, word.y0, min(word.x1, x0), word.y1)
                if word.x0 < x0
                else (max(word.x0, x1), *word[1:4])
            )
        elif word.middle < y0 + core:
            yield (word.x0, word.y0, word.x1, min(word.y1 - core, y0 + core))
        elif word.middle > y1 - core:
            yield (word.x0, max(word.y0 + core, y1 - core), word.x1, word.y1)


def _is_blank(crop: Image.Image) -> bool:
    shades = [shade for shade, pixels in enumerate(crop.histogram()) if pixels]
    return not shades or shades[-1] - shades[0] < _BLANK


def _texts_of(eyes: Eyes, crops: Sequence[Sequence[Image.Image]]) -> list[str | None]:
    """What is read in the crops of each value; None where nothing is."""
    read = iter(eyes.read([_array(crop) for own in crops for crop in own]))
    texts = []
    for own in crops:
        parts = [next(read).text for _ in own]
        texts.append(" ".join(part for part in parts if part) or None)
    return texts


def _array(crop: Image.Image) -> Picture:
    import numpy

    return numpy.asarray(crop)
