"""Pictures of the places that facts were read from, so that a person can look for himself."""

from __future__ import annotations

import io
import struct
from collections.abc import Sequence
from pathlib import Path

from PIL import Image, ImageDraw

from tradedocs.errors import RefusedInput
from tradedocs.model.base import Place
from tradedocs.pdf.document import content_of, rendered
from tradedocs.pdf.sandbox import Limits, can_fork, supervised

_HIGHLIGHT = (255, 221, 51)
_EDGE = (204, 85, 0)
_LIMITS = Limits(memory=1 << 30, cpu=60, wall=90.0)


def crops_png(
    path: Path, places: Sequence[Place], *, pad: float = 24.0, dpi: int = 110
) -> tuple[bytes | None, ...]:
    """A PNG for each place: the whole width of the page around its box, the box highlighted.

    The file is rendered in one worker with limits, each page once.

    Args:
        path: the PDF file.
        places: page and box, in points from the top left of the page as shown; without a box the whole page.
        pad: points of the page kept above and below the box.
        dpi: dots per inch of the picture.

    Returns:
        One entry a place; None where the place cannot be shown (no such page or box, or a limit was hit).

    Raises:
        UsageError: the file does not exist.
    """
    content_of(path)
    if not can_fork():
        return _pictures(path, places, pad, dpi)
    ended = supervised(lambda _: _packed(_pictures(path, places, pad, dpi)), _LIMITS)
    return _unpacked(ended.answer) if ended.outcome == "done" else (None,) * len(places)


def _packed(pictures: Sequence[bytes | None]) -> bytes:
    """The worker's answer: each picture behind its length, none as length 0."""
    return b"".join(struct.pack(">I", len(one or b"")) + (one or b"") for one in pictures)


def _unpacked(data: bytes) -> tuple[bytes | None, ...]:
    pictures: list[bytes | None] = []
    at = 0
    while at < len(data):
        (size,) = struct.unpack_from(">I", data, at)
        pictures.append(data[at + 4 : at + 4 + size] or None)
        at += 4 + size
    return tuple(pictures)


def _pictures(path: Path, places: Sequence[Place], pad: float, dpi: int) -> tuple[bytes | None, ...]:
    pages: dict[int, tuple[Image.Image, float] | None] = {}
    for place in places:
        if place.page not in pages:
            try:
                picture, width, _ = rendered(path, place.page, dpi)
                pages[place.page] = (picture, picture.width / width)
            except RefusedInput:
                pages[place.page] = None
    return tuple(_crop(pages[place.page], place, pad) for place in places)


def _crop(page: tuple[Image.Image, float] | None, place: Place, pad: float) -> bytes | None:
    if page is None:
        return None
    picture, scale = page
    if place.box is None:
        return _png(picture)
    x0, y0, x1, y1 = (edge * scale for edge in place.box)
    if x1 < 0 or y1 < 0 or x0 > picture.width or y0 > picture.height:
        return None
    top, bottom = max(0, round(y0 - pad * scale)), min(picture.height, round(y1 + pad * scale))
    strip = picture.crop((0, top, picture.width, max(bottom, top + 1)))
    return _png(_marked(strip, (x0 - 2, y0 - top - 2, x1 + 2, y1 - top + 2)))


def _marked(strip: Image.Image, box: tuple[float, float, float, float]) -> Image.Image:
    """The strip with the box tinted as by a marker pen, its print still black."""
    tinted = Image.blend(strip, Image.new("RGB", strip.size, _HIGHLIGHT), 0.35)
    mask = Image.new("L", strip.size, 0)
    ImageDraw.Draw(mask).rectangle(box, fill=255)
    out = Image.composite(tinted, strip, mask)
    ImageDraw.Draw(out).rectangle(box, outline=_EDGE, width=2)
    return out


def _png(picture: Image.Image) -> bytes:
    """A palette is enough for print, lines and the mark, and a third of the bytes."""
    out = io.BytesIO()
    picture.quantize(64, Image.Quantize.FASTOCTREE).save(out, "PNG")
    return out.getvalue()
