"""Open a PDF file: what it is, whether it needs a password, its pages one by one."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pypdfium2 as pdfium
import pypdfium2.raw as raw
from PIL import Image

from tradedocs.errors import RefusedInput
from tradedocs.files import read_bytes
from tradedocs.pdf.geometry import Frame
from tradedocs.pdf.page import Page, Word
from tradedocs.pdf.rules import Drawn, TooManyObjects, drawn_on, tick_boxes
from tradedocs.pdf.structure import Structure, structure_of
from tradedocs.pdf.words import Lettering, TooManyCharacters, lettering
from tradedocs.ui import say

MAX_BYTES = 200_000_000
MAX_PIXELS = 30_000_000


class Document:
    """An open PDF. Its pages are read one at a time; nothing of the PDF library is handed out."""

    def __init__(self, handle: pdfium.PdfDocument, content: bytes) -> None:
        self._handle = handle
        self._content = content
        self.sha256 = hashlib.sha256(content).hexdigest()
        self.pages = len(handle)
        self.encrypted = bool(raw.FPDF_GetSecurityHandlerRevision(handle.raw) >= 0)

    def engines_agree(self) -> bool:
        """Whether pypdf sees the same number of pages and the same encryption as pdfium."""
        other = structure_of(self._content)
        return other == Structure(self.pages, self.encrypted)

    def page(self, number: int) -> Page:
        """The page with that number, counted from 1. A page that cannot be taken apart carries a `problem`."""
        try:
            leaf = self._handle[number - 1]
        except pdfium.PdfiumError:
            return Page(number, 0.0, 0.0, problem="broken-page")
        try:
            return _page(leaf, number)
        finally:
            leaf.close()


@contextmanager
def opened(path: Path) -> Iterator[Document]:
    """The document in that file. Encryption with an empty password opens.

    Raises:
        UsageError: the file does not exist, is no file, or is too large.
        RefusedInput: it is no PDF, broken, or needs a password.
    """
    with _handle_of(path) as (handle, content):
        yield Document(handle, content)


@contextmanager
def _handle_of(path: Path) -> Iterator[tuple[pdfium.PdfDocument, bytes]]:
    content = content_of(path)
    try:
        handle = pdfium.PdfDocument(content)
    except pdfium.PdfiumError as error:
        raise _refused(path, str(error)) from None
    try:
        yield handle, content
    finally:
        handle.close()


def content_of(path: Path) -> bytes:
    """The file's bytes.

    Raises:
        UsageError: there is no such file, it is no file, too large, or may not be read.
    """
    return read_bytes(path, limit=MAX_BYTES)


def _refused(path: Path, reason: str) -> RefusedInput:
    if "password" in reason.casefold():
        return RefusedInput(
            say("the file needs a password to open"),
            place=path.name,
            way_out=say(
                "Ask the issuer for a copy without a password; a copy that somebody else unlocked is no evidence."
            ),
        )
    return RefusedInput(
        say("the file is not a PDF, or it is broken"),
        place=path.name,
        way_out=say("Ask for the file again, from its issuer."),
    )


def frame_of(leaf: pdfium.PdfPage) -> Frame:
    """How the page is shown: the crop box, held inside the media box, under its rotation."""
    media = leaf.get_mediabox(fallback_ok=True)
    crop = leaf.get_cropbox(fallback_ok=True)
    inside = (max(crop[0], media[0]), max(crop[1], media[1]), min(crop[2], media[2]), min(crop[3], media[3]))
    if inside[2] <= inside[0] or inside[3] <= inside[1]:
        inside = media
    return Frame.of(inside, leaf.get_rotation())


def _page(leaf: pdfium.PdfPage, number: int) -> Page:
    frame = frame_of(leaf)
    text = raw.FPDFText_LoadPage(leaf.raw)
    if not text:
        return Page(number, frame.width, frame.height, problem="broken-page")
    try:
        letters = lettering(text, frame, leaf.get_rotation() // 90)
    except TooManyCharacters:
        return Page(number, frame.width, frame.height, problem="too-many-characters")
    finally:
        raw.FPDFText_ClosePage(text)
    try:
        drawing = drawn_on(leaf.raw, letters.frame)
    except TooManyObjects:
        return Page(number, frame.width, frame.height, problem="too-many-objects")
    return _joined(number, letters, drawing)


def _joined(number: int, letters: Lettering, drawing: Drawn) -> Page:
    return Page(
        number,
        letters.frame.width,
        letters.frame.height,
        words=(*letters.words, *_ticks(drawing, letters.words)),
        across=tuple(drawing.across),
        down=tuple(drawing.down),
        filled=tuple(drawing.filled),
        images=tuple(drawing.images),
        turn=letters.turn,
        map_errors=letters.map_errors,
        hidden=letters.hidden,
    )


def _ticks(drawing: Drawn, words: tuple[Word, ...]) -> list[Word]:
    """Drawn tick boxes that stand before a word, as the signs that mean them: ☐ and ☒."""
    out = []
    for box, crossed in tick_boxes(drawing):
        middle, reach = (box[1] + box[3]) / 2, 1.5 * (box[2] - box[0])
        if any(w.y0 < middle < w.y1 and -3 <= w.x0 - box[2] <= reach for w in words):
            out.append(Word(*box, "☒" if crossed else "☐", -9, -5))
    return out


def rendered(path: Path, number: int, dpi: int) -> tuple[Image.Image, float, float]:
    """The page as a picture, and its width and height in points as shown; a huge page is rendered smaller.

    Raises:
        UsageError: the file does not exist.
        RefusedInput: the file cannot be opened or has no such page.
    """
    with _handle_of(path) as (handle, _):
        if not 1 <= number <= len(handle):
            raise RefusedInput(say("there is no page {n}", n=number), place=path.name)
        leaf = handle[number - 1]
        frame = frame_of(leaf)
        fitting = (MAX_PIXELS / max(frame.width * frame.height, 1.0)) ** 0.5
        picture = leaf.render(scale=min(dpi / 72, fitting)).to_pil().convert("RGB")
        leaf.close()
        return picture, frame.width, frame.height
