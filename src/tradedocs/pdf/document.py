"""Open a PDF file: what it is, whether it needs a password, its pages one by one."""

from __future__ import annotations

import gc
import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pypdfium2 as pdfium
import pypdfium2.raw as raw
from PIL import Image

from tradedocs.errors import RefusedInput
from tradedocs.files import read_bytes
from tradedocs.pdf import calls
from tradedocs.pdf.annotations import notes_on
from tradedocs.pdf.frames import frame_of
from tradedocs.pdf.geometry import IDENTITY, Box
from tradedocs.pdf.glance import Glance
from tradedocs.pdf.icons import SCALE, icon_words, is_icon
from tradedocs.pdf.page import MAP_ERRORS_ALLOWED, Note, Page
from tradedocs.pdf.revisions import Earlier, earlier_revisions
from tradedocs.pdf.rules import Drawn, TooManyObjects, drawn_on
from tradedocs.pdf.structure import Inside, Origin, SecondLook, Structure
from tradedocs.pdf.ticks import with_ticks
from tradedocs.pdf.trim import collected_afterwards, trim
from tradedocs.pdf.visible import Sight, sight
from tradedocs.pdf.words import Lettering, TooManyCharacters, lettering, without_doubles
from tradedocs.ui import say

MAX_BYTES = 200_000_000
MAX_PIXELS = 30_000_000
_AT_ONCE = 15  # pages after which pdfium is made to forget the fonts and pictures that it keeps


class Document:
    """An open PDF. Its pages are read one at a time; nothing of the PDF library is handed out."""

    def __init__(self, handle: pdfium.PdfDocument, content: bytes) -> None:
        self._handle = handle
        self._content = content
        self._second = SecondLook(content)
        self._layered = False
        self._glance = Glance()
        self._taken = 0
        self.sha256 = hashlib.sha256(content).hexdigest()
        self.pages = len(handle)
        self.encrypted = bool(raw.FPDF_GetSecurityHandlerRevision(handle.raw) >= 0)

    def engines_agree(self) -> bool:
        """Whether pypdf sees the same number of pages and the same encryption as pdfium."""
        self._layered = self._second.inside().layers
        return self._second.structure() == Structure(self.pages, self.encrypted)

    def origin(self) -> Origin:
        """Where the file says that it comes from."""
        return self._second.origin()

    def earlier(self) -> tuple[Earlier, ...]:
        """The file's earlier revisions, each held against the last one."""
        return earlier_revisions(self._content)

    def release(self) -> None:
        """Let go of what the second engine holds of the file; it opens the file again when it is asked."""
        was_asked = self._second.was_asked
        self._second = SecondLook(self._content)
        if was_asked and self.pages > _AT_ONCE:
            gc.collect()  # pypdf's objects hold each other; in a short file that is not worth the time

    def inside(self) -> Inside:
        """What the file holds beside its pages."""
        return self._second.inside()

    def notes(self, number: int) -> tuple[Note, ...]:
        """The annotations and form fields of the page with that number; none where it cannot be opened."""
        try:
            leaf = self._handle[number - 1]
        except pdfium.PdfiumError:
            return ()
        try:
            return self._notes(leaf, number)
        finally:
            leaf.close()

    def _notes(self, leaf: pdfium.PdfPage, number: int) -> tuple[Note, ...]:
        return notes_on(leaf.raw, frame_of(leaf), lambda index: self._second.drawn_text(number, index))

    @collected_afterwards()
    def page(self, number: int) -> Page:
        """The page with that number, counted from 1. A page that cannot be taken apart carries a `problem`."""
        self._taken += 1
        if self._taken % _AT_ONCE == 0:
            self._renew()
        try:
            leaf = self._handle[number - 1]
        except pdfium.PdfiumError:
            return Page(number, 0.0, 0.0, problem="broken-page")
        try:
            page = _page(leaf, number, self._layered, self._glance)
            if raw.FPDFPage_GetAnnotCount(leaf.raw) > 0:
                page = replace(page, notes=self._notes(leaf, number))
            if (
                page.problem is None
                and not raw.FPDFPage_CountObjects(leaf.raw)
                and self._second.draws(number)
            ):
                return replace(
                    page, problem="broken-page"
                )  # its content was given up where it stopped making sense
            return page
        finally:
            leaf.close()

    def _renew(self) -> None:
        """Open the same bytes again: the memory that a long file takes must not grow with its pages."""
        self._handle.close()
        self._handle = pdfium.PdfDocument(self._content)
        trim()

    def close(self) -> None:
        """Let go of the file and its bytes, also for who still holds the document."""
        self._handle.close()
        del self._handle  # it holds the bytes too
        self._content = b""
        self.release()
        if self.pages > _AT_ONCE:
            trim()

    def picture(self, number: int, dpi: int, *, pixels: int = MAX_PIXELS) -> tuple[Image.Image, float, float]:
        """The page as a picture of at most so many pixels, and its width and height in points as shown.

        Raises:
            RefusedInput: there is no such page, or it cannot be shown.
        """
        if not 1 <= number <= self.pages:
            raise RefusedInput(say("there is no page {n}", n=number))
        try:
            leaf = self._handle[number - 1]
            frame = frame_of(leaf)
            fitting = (pixels / max(frame.width * frame.height, 1.0)) ** 0.5
            picture = leaf.render(scale=min(dpi / 72, fitting)).to_pil().convert("RGB")
            leaf.close()
        except pdfium.PdfiumError:
            raise RefusedInput(say("page {n} cannot be shown", n=number)) from None
        return picture, frame.width, frame.height


@contextmanager
def opened(path: Path) -> Iterator[Document]:
    """The document in that file. Encryption with an empty password opens.

    Raises:
        UsageError: the file does not exist, is no file, or is too large.
        RefusedInput: it is no PDF, broken, or needs a password.
    """
    content = content_of(path)
    try:
        handle = pdfium.PdfDocument(content)
    except pdfium.PdfiumError as error:
        raise _refused(path, str(error)) from None
    document = Document(handle, content)
    del content
    try:
        yield document
    finally:
        document.close()


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


def _page(leaf: pdfium.PdfPage, number: int, layered: bool, glance: Glance) -> Page:
    frame = frame_of(leaf)
    text = raw.FPDFText_LoadPage(leaf.raw)
    if not text:
        return Page(number, frame.width, frame.height, problem="broken-page")
    try:
        letters = lettering(calls.handle(text), frame, leaf.get_rotation() // 90)
    except TooManyCharacters:
        return Page(number, frame.width, frame.height, problem="too-many-characters")
    finally:
        raw.FPDFText_ClosePage(text)
    try:
        drawing = drawn_on(calls.handle(leaf.raw), letters.frame)
    except TooManyObjects:
        return Page(number, frame.width, frame.height, problem="too-many-objects")
    garbled = (
        letters.map_errors > MAP_ERRORS_ALLOWED
    )  # nobody will read such text, so nobody asks if it is seen
    seen = Sight(letters.words) if garbled else sight(leaf, letters, drawing, layered=layered)
    return _with_icons(leaf, _joined(number, letters, drawing, seen), drawing, glance)


def _with_icons(leaf: pdfium.PdfPage, page: Page, drawing: Drawn, glance: Glance) -> Page:
    """The page with the signs of its small pictures that are ticks or crosses."""
    if not page.words:
        return page

    def may_be_sign(box: Box) -> bool:
        piece = drawing.pictures[box]
        return glance.may_be_sign(leaf, piece, drawing.matrices.get(piece, IDENTITY))

    small = [box for box in page.images if is_icon(box) and _lies_on(page, box) and may_be_sign(box)]
    if not small:
        return page
    wide, high = leaf.get_size()

    def look(box: Box) -> Image.Image:
        cut = (max(0.0, box[0]), max(0.0, high - box[3]), max(0.0, wide - box[2]), max(0.0, box[1]))
        picture: Image.Image = leaf.render(scale=SCALE, crop=cut).to_pil()
        return picture

    signs = icon_words(page, small, look)
    return replace(page, words=(*page.words, *signs)) if signs else page


def _lies_on(page: Page, box: Box) -> bool:
    return box[0] >= 0 and box[1] >= 0 and box[2] <= page.width and box[3] <= page.height


def _joined(number: int, letters: Lettering, drawing: Drawn, seen: Sight) -> Page:
    words = tuple(without_doubles(seen.words))
    return Page(
        number,
        letters.frame.width,
        letters.frame.height,
        words=with_ticks(drawing, words),
        across=tuple(drawing.across),
        down=tuple(drawing.down),
        filled=tuple(drawing.filled),
        images=tuple(drawing.images),
        turn=letters.turn,
        map_errors=letters.map_errors,
        hidden=seen.hidden,
        suspects=seen.suspects,
    )


def rendered(path: Path, number: int, dpi: int) -> tuple[Image.Image, float, float]:
    """The page as a picture, and its width and height in points as shown; a huge page is rendered smaller.

    Raises:
        UsageError: the file does not exist.
        RefusedInput: the file cannot be opened or has no such page.
    """
    with opened(path) as document:
        return document.picture(number, dpi)
