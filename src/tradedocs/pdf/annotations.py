"""What lies over a page and is no part of it: notes, stamps, pen strokes, form fields.

The text of a page does not hold what they say, and what they cover is read as if it could be seen.
"""

from __future__ import annotations

import ctypes
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

import pypdfium2.raw as raw

from tradedocs.pdf.geometry import Box, Frame
from tradedocs.pdf.page import Note

MAX_NOTES = 500
SIGNATURE, ACTION = "Signature", "Action"
_PLAIN = (raw.PDFACTION_GOTO, raw.PDFACTION_URI)
_NOT_SHOWN = raw.FPDF_ANNOT_FLAG_HIDDEN | raw.FPDF_ANNOT_FLAG_NOVIEW
_KINDS = {
    raw.FPDF_ANNOT_TEXT: "Text",
    raw.FPDF_ANNOT_FREETEXT: "FreeText",
    raw.FPDF_ANNOT_LINE: "Line",
    raw.FPDF_ANNOT_SQUARE: "Square",
    raw.FPDF_ANNOT_CIRCLE: "Circle",
    raw.FPDF_ANNOT_POLYGON: "Polygon",
    raw.FPDF_ANNOT_POLYLINE: "PolyLine",
    raw.FPDF_ANNOT_HIGHLIGHT: "Highlight",
    raw.FPDF_ANNOT_UNDERLINE: "Underline",
    raw.FPDF_ANNOT_SQUIGGLY: "Squiggly",
    raw.FPDF_ANNOT_STRIKEOUT: "StrikeOut",
    raw.FPDF_ANNOT_STAMP: "Stamp",
    raw.FPDF_ANNOT_CARET: "Caret",
    raw.FPDF_ANNOT_INK: "Ink",
    raw.FPDF_ANNOT_FILEATTACHMENT: "FileAttachment",
    raw.FPDF_ANNOT_WATERMARK: "Watermark",
    raw.FPDF_ANNOT_REDACT: "Redact",
    raw.FPDF_ANNOT_WIDGET: "Widget",
    raw.FPDF_ANNOT_XFAWIDGET: "Widget",
}
_PASSED_OVER = (raw.FPDF_ANNOT_LINK, raw.FPDF_ANNOT_POPUP)
_PRESSED = ("", "Off")  # what an unmarked box of a form holds


def notes_on(page: Any, shown: Frame, drawn_text: Callable[[int], str]) -> tuple[Note, ...]:
    """The annotations and form fields of an open page that a viewer shows, links left out.

    Args:
        page: pdfium's page.
        shown: the frame of the page as a viewer shows it.
        drawn_text: gives the text that the appearance of the page's n-th annotation draws.
    """
    count = min(raw.FPDFPage_GetAnnotCount(page), MAX_NOTES)
    return tuple(_notes(page, count, shown, drawn_text)) if count > 0 else ()


def _notes(page: Any, count: int, shown: Frame, drawn_text: Callable[[int], str]) -> Iterator[Note]:
    for index in range(count):
        annotation = raw.FPDFPage_GetAnnot(page, index)
        if not annotation:
            continue
        try:
            kind = raw.FPDFAnnot_GetSubtype(annotation)
            if kind == raw.FPDF_ANNOT_LINK and _acts(annotation):
                yield Note(_box(annotation, shown), ACTION, "")
            elif kind not in _PASSED_OVER and not raw.FPDFAnnot_GetFlags(annotation) & _NOT_SHOWN:
                yield _note(annotation, kind, shown, partial(drawn_text, index))
        finally:
            raw.FPDFPage_CloseAnnot(annotation)


def _note(annotation: Any, kind: int, shown: Frame, drawn: Callable[[], str]) -> Note:
    name = _KINDS.get(kind, "Annotation")
    box = _box(annotation, shown)
    if name == "Widget":
        if _string(annotation, b"FT") == "Sig":
            return Note(box, SIGNATURE, "")
        text = _string(annotation, b"V") or _string(annotation, b"AS")
    else:
        text = _string(annotation, b"Contents")
        if name == "Stamp":
            text = text or _string(annotation, b"Name")
    if not text and raw.FPDFAnnot_GetObjectCount(annotation) > 0:
        text = drawn()
    return Note(box, name, "" if name == "Widget" and text in _PRESSED else " ".join(text.split())[:200])


def _box(annotation: Any, shown: Frame) -> Box:
    rect = raw.FS_RECTF()
    raw.FPDFAnnot_GetRect(annotation, ctypes.byref(rect))
    return shown.box(rect.left, rect.bottom, rect.right, rect.top)


def _acts(annotation: Any) -> bool:
    """Whether a link does more than to go to a place of the file or to an address of the web."""
    link = raw.FPDFAnnot_GetLink(annotation)
    action = raw.FPDFLink_GetAction(link) if link else None
    return bool(action) and raw.FPDFAction_GetType(action) not in _PLAIN


def _string(annotation: Any, key: bytes) -> str:
    size = raw.FPDFAnnot_GetStringValue(annotation, key, None, 0)
    if size <= 2:
        return ""
    buffer = (ctypes.c_ushort * (size // 2))()
    raw.FPDFAnnot_GetStringValue(annotation, key, buffer, size)
    return bytes(buffer)[: size - 2].decode("utf-16-le", "replace")
