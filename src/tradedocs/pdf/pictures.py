"""Pictures of whole pages, small enough to put into a page for a browser."""

from __future__ import annotations

import io
import struct
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from tradedocs.errors import RefusedInput
from tradedocs.pdf.document import Document, content_of, opened
from tradedocs.pdf.sandbox import Limits, Note, OnNote, can_fork, supervised

_PIXELS = 3_000_000
_LIMITS = Limits(memory=1 << 30, cpu=30, wall=90.0, page=0.5)
_HEAD = struct.Struct(">Iffi")
_ATTEMPTS = 4


@dataclass(frozen=True)
class PagePicture:
    """A page as a JPEG picture, and its size in points as a viewer shows it."""

    page: int
    width: float
    height: float
    jpeg: bytes


def page_pictures(
    path: Path, pages: Sequence[int], *, dpi: int = 110, on_note: OnNote | None = None
) -> dict[int, PagePicture]:
    """The pictures of these pages by number, rendered in a worker with limits; a page that cannot be shown is missing.

    Raises:
        UsageError: the file does not exist.
    """
    content_of(path)
    if not can_fork():
        return _unpacked(_packed(path, pages, dpi, lambda page, of=0, /: None))
    left, shown = list(pages), dict[int, PagePicture]()
    for _ in range(_ATTEMPTS):
        ended = supervised(lambda note: _packed(path, left, dpi, note), _LIMITS, on_note)
        if ended.outcome == "done":
            return shown | _unpacked(ended.answer)
        if ended.note not in left:
            break
        left.remove(ended.note)  # the page that the worker was lost on
    return shown


def _packed(path: Path, pages: Sequence[int], dpi: int, note: Note) -> bytes:
    """The worker's answer: each picture behind its page, size and length."""
    parts: list[bytes] = []
    try:
        with opened(path) as document:
            for number in pages:
                note(number, len(pages))
                parts += _picture(document, number, dpi)
    except RefusedInput:
        return b""
    return b"".join(parts)


def _picture(document: Document, number: int, dpi: int) -> tuple[bytes, ...]:
    try:
        picture, width, height = document.picture(number, dpi, pixels=_PIXELS)
    except RefusedInput:
        return ()
    out = io.BytesIO()
    picture.save(out, "JPEG", quality=72, optimize=True)
    return _HEAD.pack(number, width, height, out.tell()), out.getvalue()


def _unpacked(data: bytes) -> dict[int, PagePicture]:
    pictures: dict[int, PagePicture] = {}
    at = 0
    while at < len(data):
        page, width, height, size = _HEAD.unpack_from(data, at)
        at += _HEAD.size
        pictures[page] = PagePicture(page, width, height, data[at : at + size])
        at += size
    return pictures
