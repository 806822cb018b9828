"""The QR codes on a file's first and last pages, read by OpenCV from pictures of them; what they say is only text here.

Looked at are pictures and drawings of about a code's size and shape, so a page of text costs nothing. Callers run this
in a worker of `tradedocs.pdf.sandbox`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from typing import Any

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from tradedocs.pdf.geometry import Box

_SMALLEST, _LARGEST = 24.0, 220.0  # points of a code's side
_ASPECT = 1.2
_AROUND = 8.0  # points of paper that a code needs around it
_PIXELS = 400  # of a code's side in its picture
_MODULE, _MODULES = 6.0, 100  # a code that is drawn square by square: their size in points, their number
_STROKES = 60  # pieces of a path that may be a code drawn at once
_A_PAGE, _OBJECTS = 6, 20_000
_PAGE_SCALE, _PAGE_PIXELS = 200 / 72, 6_000_000
_LONGEST = 500


@dataclass(frozen=True, slots=True)
class Printed:
    """A code: its page, where on the page as it is shown (None: somewhere on it), and its text."""

    page: int
    box: Box | None
    text: str


def installed() -> bool:
    """Whether codes can be read here: OpenCV comes with the extra `ocr`."""
    return find_spec("cv2") is not None and find_spec("numpy") is not None


def codes_in(content: bytes) -> tuple[Printed, ...]:
    """The codes on the first two pages and the last one; none where the file cannot be opened."""
    try:
        document = pdfium.PdfDocument(content)
    except pdfium.PdfiumError:
        return ()
    try:
        pages = sorted({0, 1, len(document) - 1} & set(range(len(document))))
        return tuple(code for index in pages for code in _on_page(document, index))
    finally:
        document.close()


def _on_page(document: pdfium.PdfDocument, index: int) -> Iterator[Printed]:
    try:
        leaf = document[index]
    except pdfium.PdfiumError:
        return
    try:
        boxes, whole = _candidates(leaf)
        for box in boxes:
            text = _read(_crop(leaf, box))
            if text:
                yield Printed(index + 1, box, text)
        if whole:
            text = _read(_picture(leaf))
            if text:
                yield Printed(index + 1, None, text)
    except (pdfium.PdfiumError, ValueError):
        return
    finally:
        leaf.close()


def _candidates(leaf: pdfium.PdfPage) -> tuple[list[Box], bool]:
    """The boxes that may hold a code, and whether the page is to be looked at as a whole."""
    left, _, _, top = leaf.get_cropbox()
    boxes: list[Box] = []
    modules = 0
    kinds = [raw.FPDF_PAGEOBJ_IMAGE, raw.FPDF_PAGEOBJ_PATH]
    for count, thing in enumerate(leaf.get_objects(filter=kinds, max_depth=4)):
        if count > _OBJECTS:
            break
        x0, y0, x1, y1 = thing.get_bounds()
        wide, high = x1 - x0, y1 - y0
        if max(wide, high) <= _MODULE:
            modules += 1
        elif _has_size_of_code(wide, high) and _may_be_code(thing):
            boxes.append((x0 - left, top - y1, x1 - left, top - y0))
    turned = leaf.get_rotation() % 360 != 0
    if turned:
        return [], bool(boxes) or modules >= _MODULES
    return list(dict.fromkeys(boxes))[:_A_PAGE], modules >= _MODULES


def _has_size_of_code(wide: float, high: float) -> bool:
    short, long = min(wide, high), max(wide, high)
    return short >= _SMALLEST and long <= _LARGEST and long <= _ASPECT * short


def _may_be_code(thing: pdfium.PdfObject) -> bool:
    """A picture, or a path of so many pieces that it can be a code drawn at once."""
    return bool(thing.type == raw.FPDF_PAGEOBJ_IMAGE or raw.FPDFPath_CountSegments(thing.raw) >= _STROKES)


def _crop(leaf: pdfium.PdfPage, box: Box) -> Any:
    wide, high = leaf.get_size()
    x0, y0, x1, y1 = box
    edges = (x0 - _AROUND, high - y1 - _AROUND, wide - x1 - _AROUND, y0 - _AROUND)
    scale = min(8.0, max(2.0, _PIXELS / (x1 - x0)))
    cut = tuple(max(0.0, edge) for edge in edges)
    return leaf.render(scale=scale, grayscale=True, crop=cut).to_numpy()


def _picture(leaf: pdfium.PdfPage) -> Any:
    wide, high = leaf.get_size()
    fitting = (_PAGE_PIXELS / max(wide * high, 1.0)) ** 0.5
    return leaf.render(scale=min(_PAGE_SCALE, fitting), grayscale=True).to_numpy()


@cache
def _detector() -> Any:
    """Loaded for the first candidate only: most reports of text have none, and OpenCV takes a tenth of a second."""
    import cv2

    cv2.utils.logging.setLogLevel(cv2.utils.logging.LOG_LEVEL_SILENT)
    return cv2.QRCodeDetector()


def _read(picture: Any) -> str:
    import cv2

    flat = picture[..., 0] if picture.ndim == 3 else picture
    try:
        text, _, _ = _detector().detectAndDecode(flat)
    except (cv2.error, UnicodeDecodeError):
        return ""
    return str(text)[:_LONGEST]
