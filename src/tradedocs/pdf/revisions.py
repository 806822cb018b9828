"""What a file was before it was saved again: updates are appended, so each earlier revision is still in it.

An update can put another value onto a page that was issued, and no reader of the last revision sees that. So every
earlier revision is taken out and its pages are held against the last one: their words, and where these are the same,
how the pages look without notes and form fields.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

import pypdfium2 as pdfium
import pypdfium2.raw as raw
from PIL import Image, ImageChops

from tradedocs.pdf import calls
from tradedocs.pdf.frames import frame_of
from tradedocs.pdf.geometry import Box, rounded, shared, turned
from tradedocs.pdf.page import MAP_ERRORS_ALLOWED
from tradedocs.pdf.words import TooManyCharacters, lettering

_Words = tuple[tuple[Box, str], ...]
Change = Literal["none", "text", "picture", "pages", "unknown"]
MOST = 8  # earlier revisions that are looked at
MOST_WORDS = 40
_END = re.compile(rb"startxref\s+(\d{1,15})\s+%%EOF")
_START = re.compile(rb"startxref\s+(\d{1,15})")
_TABLE = re.compile(rb"\s*(?:xref\b|\d+\s+\d+\s+obj\b)")
_LINEAR = re.compile(rb"/Linearized\b.{0,200}?/L\s+(\d+)", re.S)
_NEAR = 3.0  # points by which a word may move
_PIXELS = 4_000_000
_SCALE, _SHADE = 0.6, 48  # of the pictures that are compared; steps of grey by which a pixel differs


@dataclass(frozen=True, slots=True)
class Reworded:
    """What stood in a place of a page, and what stands there now; None for nothing."""

    page: int
    box: Box
    before: str | None
    after: str | None


@dataclass(frozen=True, slots=True)
class Earlier:
    """One earlier revision and how the last one differs from it.

    Attributes:
        number: counted from 1, the file as it was first written.
        producer: the program that wrote it, as its metadata say.
        change: `none`; `text`: other words; `picture`: the same words, but a page looks otherwise; `pages`: another
            number of pages; `unknown`: the revision cannot be opened, or there are too many.
        words: the places with other words, at most 40.
    """

    number: int
    producer: str | None
    change: Change
    words: tuple[Reworded, ...] = ()


def ends_of(content: bytes) -> tuple[int, ...]:
    """Where each revision of the file ends, in bytes.

    A file that is made for reading over a network has two ends from its first day on; that is one revision.
    """
    linear = _LINEAR.search(content, 0, 2048)
    first = int(linear[1]) - 64 if linear and int(linear[1]) <= len(content) else 0
    ends = []
    for match in _END.finditer(content):
        if match.end() >= first and _TABLE.match(content, int(match[1]), int(match[1]) + 40):
            ends.append(match.end())
    return tuple(ends) or (len(content),)


def has_table(content: bytes) -> bool:
    """Whether the last table of objects is where the file says that it is."""
    said = _START.match(content, max(0, content.rfind(b"startxref")))
    return said is not None and _TABLE.match(content, int(said[1]), int(said[1]) + 40) is not None


def earlier_revisions(content: bytes) -> tuple[Earlier, ...]:
    """Every earlier revision in the file, held against the last one; empty where the file was saved once."""
    ends = ends_of(content)[:-1]
    if not ends:
        return ()
    last = _Revision(content)
    try:
        compared = [_compared(content[:end], number, last) for number, end in enumerate(ends[:MOST], 1)]
    finally:
        last.close()
    return (*compared, *(Earlier(number, None, "unknown") for number in range(MOST + 1, len(ends) + 1)))


class _Revision:
    """One revision of the file: the words and the looks of its pages, each worked out once."""

    def __init__(self, content: bytes) -> None:
        self._document = pdfium.PdfDocument(content)
        self._words: dict[int, _Words] = {}
        self._looks: dict[int, Image.Image] = {}

    def close(self) -> None:
        self._document.close()

    @property
    def pages(self) -> int:
        return len(self._document)

    @property
    def producer(self) -> str | None:
        return " ".join(self._document.get_metadata_value("Producer").split())[:200] or None

    def words(self, index: int) -> _Words:
        """The words of a page as a viewer shows them; none where the file does not say what its letters are."""
        if index not in self._words:
            leaf = self._document[index]
            try:
                self._words[index] = _words_on(leaf)
            finally:
                leaf.close()
        return self._words[index]

    def look(self, index: int) -> Image.Image:
        """A small picture of a page without notes and form fields."""
        if index not in self._looks:
            leaf = self._document[index]
            try:
                wide, high = leaf.get_size()
                scale = min(_SCALE, (_PIXELS / max(wide * high, 1.0)) ** 0.5)
                self._looks[index] = leaf.render(scale=scale, draw_annots=False, grayscale=True).to_pil()
            finally:
                leaf.close()
        return self._looks[index]


def _compared(content: bytes, number: int, last: _Revision) -> Earlier:
    try:
        before = _Revision(content)
    except pdfium.PdfiumError:
        return Earlier(number, None, "unknown")
    try:
        producer = before.producer
        if before.pages != last.pages:
            return Earlier(number, producer, "pages")
        words = tuple(
            item for k in range(last.pages) for item in _reworded(before.words(k), last.words(k), k)
        )
        if words:
            return Earlier(number, producer, "text", words[:MOST_WORDS])
        alike = all(_are_alike(before.look(k), last.look(k)) for k in range(last.pages))
        return Earlier(number, producer, "none" if alike else "picture")
    except pdfium.PdfiumError:
        return Earlier(number, None, "unknown")
    finally:
        before.close()


def _words_on(leaf: pdfium.PdfPage) -> _Words:
    frame = frame_of(leaf)
    text = raw.FPDFText_LoadPage(leaf.raw)
    if not text:
        return ()
    try:
        letters = lettering(calls.handle(text), frame, leaf.get_rotation() // 90)
    except TooManyCharacters:
        return ()
    finally:
        raw.FPDFText_ClosePage(text)
    if letters.map_errors > MAP_ERRORS_ALLOWED:
        return ()
    size = letters.frame.width, letters.frame.height
    return tuple((turned(word[:4], *size, -letters.turn % 4), word.text) for word in letters.words)


def _reworded(old: _Words, new: _Words, index: int) -> Iterator[Reworded]:
    gone, come = _missing(old, new), _missing(new, old)
    for box, text in gone:
        there = [item for item in come if _meet(box, item[0])]
        come = [item for item in come if item not in there]
        yield Reworded(index + 1, rounded(box), text, " ".join(item[1] for item in there) or None)
    for box, text in come:
        yield Reworded(index + 1, rounded(box), None, text)


def _missing(these: _Words, those: _Words) -> list[tuple[Box, str]]:
    """The words that do not stand in the same place among the others."""
    places: dict[str, list[Box]] = {}
    for box, text in those:
        places.setdefault(text, []).append(box)
    return [
        (box, text) for box, text in these if not any(_near(box, other) for other in places.get(text, ()))
    ]


def _near(a: Box, b: Box) -> bool:
    return abs(a[0] - b[0]) <= _NEAR and abs(a[1] - b[1]) <= _NEAR


def _meet(a: Box, b: Box) -> bool:
    part = shared(a, b)
    return part[2] > part[0] and part[3] > part[1]


def _are_alike(old: Image.Image, new: Image.Image) -> bool:
    return old.size == new.size and not any(ImageChops.difference(old, new).histogram()[_SHADE:])
