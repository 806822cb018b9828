"""A working copy of a report with places highlighted and numbered, marked on every page as no original.

Every page becomes a drawing inside a new page that is one band higher: what the page shows stays as it is, and nothing
else of the file (programs, forms, notes, other files, what lies outside of the page's edge) comes along.
"""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from tradedocs.files import read_bytes
from tradedocs.pdf.document import MAX_BYTES
from tradedocs.pdf.extract_marks import BAND, marks_on
from tradedocs.pdf.frames import frame_of
from tradedocs.pdf.geometry import Box, Frame
from tradedocs.pdf.sandbox import Limits, can_fork, supervised

MARKER = b"tradedocs working extract"
"""Stands in every extract, so that one is never taken for a file of somebody else's."""
MOST_PAGES = 400
_LIMITS = Limits(memory=1 << 30, cpu=60, wall=120.0, page=0.5)


@dataclass(frozen=True)
class Mark:
    """One place to highlight: page, box in points from the top left of the page as shown, and its number."""

    page: int
    box: Box
    number: str


def extract(path: Path, marks: Sequence[Mark], band: Sequence[str]) -> bytes | None:
    """The working copy as a PDF; None where none can be made of the file.

    It is made in a worker with limits. The same file and marks give the same bytes.

    Args:
        path: the report.
        marks: what to highlight.
        band: the lines of text that stand above every page, at most two.

    Raises:
        UsageError: the file does not exist.
    """
    content = read_bytes(path, limit=MAX_BYTES)
    if not can_fork():
        try:
            return _made(content, marks, band)
        except Exception:
            return None
    ended = supervised(lambda _: _made(content, marks, band), _LIMITS)
    return ended.answer if ended.outcome == "done" and ended.answer else None


def _made(content: bytes, marks: Sequence[Mark], band: Sequence[str]) -> bytes:
    """The worker's answer; nothing for a file that is too long or of which the two engines see other pages."""
    flat, frames = _flattened(content)
    by_page: dict[int, list[Mark]] = {}
    for mark in marks:
        by_page.setdefault(mark.page, []).append(mark)
    return _marked(flat, frames, by_page, band) if frames else b""


def _flattened(content: bytes) -> tuple[bytes, list[Frame]]:
    """The pages alone in a new file, stamps and filled fields drawn into them, and how each page is shown."""
    source = pdfium.PdfDocument(content)
    if not 0 < len(source) <= MOST_PAGES:
        return b"", []
    frames = []
    for leaf in source:
        frames.append(frame_of(leaf))
        raw.FPDFPage_Flatten(leaf.raw, raw.FLAT_NORMALDISPLAY)
        leaf.close()
    pages = pdfium.PdfDocument.new()
    pages.import_pages(source)
    out = io.BytesIO()
    pages.save(out)
    return out.getvalue(), frames


def _marked(
    flat: bytes, frames: Sequence[Frame], marks: Mapping[int, list[Mark]], band: Sequence[str]
) -> bytes:
    from pypdf import PdfReader, PdfWriter
    from pypdf.generic import NameObject

    reader, writer = PdfReader(io.BytesIO(flat)), PdfWriter()
    if len(reader.pages) != len(frames):
        return b""
    for number, (leaf, frame) in enumerate(zip(reader.pages, frames, strict=True), 1):
        places = [(mark.box, mark.number) for mark in marks.get(number, ())]
        page = writer.add_blank_page(frame.width, frame.height + BAND)
        _draw(writer, page, leaf, frame, marks_on(frame, places, band))
        group = leaf.get("/Group")
        if group is not None:
            page[NameObject("/Group")] = group.get_object().clone(writer)
    writer.add_metadata({"/Producer": MARKER.decode(), "/Title": band[0] if band else MARKER.decode()})
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def _draw(writer: Any, page: Any, leaf: Any, frame: Frame, over: bytes) -> None:
    """Put the old page into the new one as one closed drawing, and the marks over it."""
    from pypdf.generic import DictionaryObject, NameObject, StreamObject

    old = writer._add_object(_as_drawing(writer, leaf, frame))
    resources = DictionaryObject({NameObject("/XObject"): DictionaryObject({NameObject("/Old"): old})})
    resources.update(_own_resources())
    page[NameObject("/Resources")] = resources
    stream = StreamObject()
    stream.set_data(b"q " + _upwards(frame) + b" cm /Old Do Q\n" + over)
    page[NameObject("/Contents")] = writer._add_object(stream.flate_encode())


def _as_drawing(writer: Any, leaf: Any, frame: Frame) -> Any:
    from pypdf.generic import ArrayObject, DictionaryObject, FloatObject, NameObject, StreamObject

    form = StreamObject()
    contents = leaf.get_contents()
    form.set_data(b"" if contents is None else contents.get_data())
    form = form.flate_encode()
    form[NameObject("/Type")] = NameObject("/XObject")
    form[NameObject("/Subtype")] = NameObject("/Form")
    form[NameObject("/BBox")] = ArrayObject(FloatObject(edge) for edge in _seen_of(frame))
    resources = leaf.get("/Resources")
    form[NameObject("/Resources")] = (
        DictionaryObject() if resources is None else resources.get_object().clone(writer)
    )
    return form


def _seen_of(frame: Frame) -> Box:
    """The part of user space that the frame shows."""
    a, b, c, d, e, f = frame.matrix
    whole = a * d - b * c
    corners = [(0.0, 0.0), (frame.width, frame.height)]
    xs = [(d * (x - e) - c * (y - f)) / whole for x, y in corners]
    ys = [(a * (y - f) - b * (x - e)) / whole for x, y in corners]
    return min(xs), min(ys), max(xs), max(ys)


def _upwards(frame: Frame) -> bytes:
    """The frame's matrix into a page whose origin is at the bottom left, as an operand."""
    a, b, c, d, e, f = frame.matrix
    return " ".join(f"{number:.4f}" for number in (a, -b, c, -d, e, frame.height - f)).encode()


def _own_resources() -> dict[Any, Any]:
    from pypdf.generic import DictionaryObject, NameObject

    def named(**entries: str) -> DictionaryObject:
        return DictionaryObject({NameObject(f"/{key}"): NameObject(value) for key, value in entries.items()})

    def font(name: str) -> DictionaryObject:
        return named(Type="/Font", Subtype="/Type1", BaseFont=name, Encoding="/WinAnsiEncoding")

    fonts = DictionaryObject(
        {NameObject("/F"): font("/Helvetica"), NameObject("/B"): font("/Helvetica-Bold")}
    )
    states = DictionaryObject({NameObject("/Pen"): named(Type="/ExtGState", BM="/Multiply")})
    return {NameObject("/Font"): fonts, NameObject("/ExtGState"): states}
