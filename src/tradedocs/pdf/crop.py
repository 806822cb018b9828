"""Pictures of the places that facts were read from, so that a person can look for himself."""

from __future__ import annotations

import io
import struct
from collections.abc import Callable, Sequence
from pathlib import Path

from PIL import Image, ImageDraw

from tradedocs.errors import RefusedInput
from tradedocs.model.base import Place
from tradedocs.pdf.document import content_of, rendered
from tradedocs.pdf.sandbox import Limits, can_fork, supervised

_HIGHLIGHT = (255, 221, 51)
_EDGE = (204, 85, 0)
_CLEAR = 5.0  # points around the value that belong to its own line
_MARGIN = 6.0  # points kept beside the print
_INK = 200  # a grey that is print or a line
_NARROWEST = 120  # pixels; a smaller picture would not be readable
_LIMITS = Limits(memory=1 << 30, cpu=60, wall=90.0)

Cut = Callable[[tuple[Image.Image, float] | None, Place], bytes | None]


def crops_png(
    path: Path,
    places: Sequence[Place],
    *,
    pad: float = 24.0,
    dpi: int = 110,
    snug: bool = False,
    most: int = 0,
) -> tuple[bytes | None, ...]:
    """A picture for each place: the whole width of the page around its box, the box highlighted.

    The file is rendered in one worker with limits, each page once.

    Args:
        path: the PDF file.
        places: page and box, in points from the top left of the page as shown; without a box the whole page.
        pad: points of the page kept above and below the box.
        dpi: dots per inch of the picture.
        snug: cut the strip between lines of print, and leave out the page's blank margins.
        most: bytes that a picture may take; a larger one is made a JPEG, and smaller until it fits. 0: any.

    Returns:
        One entry a place; None where the place cannot be shown (no such page or box, or a limit was hit).

    Raises:
        UsageError: the file does not exist.
    """
    content_of(path)

    def cut(page: tuple[Image.Image, float] | None, place: Place) -> bytes | None:
        strip = _crop(page, place, pad, snug=snug)
        return None if strip is None else _within(strip, most)

    if not can_fork():
        return _pictures(path, places, dpi, cut)
    ended = supervised(lambda _: _packed(_pictures(path, places, dpi, cut)), _LIMITS)
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


def _pictures(path: Path, places: Sequence[Place], dpi: int, cut: Cut) -> tuple[bytes | None, ...]:
    pages: dict[int, tuple[Image.Image, float] | None] = {}
    for place in places:
        if place.page not in pages:
            try:
                picture, width, _ = rendered(path, place.page, dpi)
                pages[place.page] = (picture, picture.width / width)
            except RefusedInput:
                pages[place.page] = None
    return tuple(cut(pages[place.page], place) for place in places)


def _crop(
    page: tuple[Image.Image, float] | None, place: Place, pad: float, *, snug: bool
) -> Image.Image | None:
    if page is None:
        return None
    picture, scale = page
    if place.box is None:
        return picture
    x0, y0, x1, y1 = (edge * scale for edge in place.box)
    if x1 < 0 or y1 < 0 or x0 > picture.width or y0 > picture.height:
        return None
    top, bottom = max(0, round(y0 - pad * scale)), min(picture.height, round(y1 + pad * scale))
    if snug:
        top = _between_lines(picture, top, round(y0 - _CLEAR * scale), top)
        bottom = _between_lines(picture, round(y1 + _CLEAR * scale), bottom, bottom)
    strip = picture.crop((0, top, picture.width, max(bottom, top + 1)))
    marked = _marked(strip, (x0 - 2, y0 - top - 2, x1 + 2, y1 - top + 2))
    return marked if not snug else _without_margins(marked, strip, (x0, x1), round(_MARGIN * scale))


def _between_lines(picture: Image.Image, first: int, last: int, wanted: int) -> int:
    """The brightest row of pixels from first to last, the one nearest to the wanted edge where several are."""
    if last <= first:
        return wanted
    rows = list(
        picture.crop((0, first, picture.width, last))
        .convert("L")
        .resize((1, last - first), Image.Resampling.BOX)
        .tobytes()
    )
    brightest = max(rows)
    clear = [first + k for k, shade in enumerate(rows) if shade >= brightest - 1]
    return min(clear, key=lambda row: abs(row - wanted))


def _without_margins(
    marked: Image.Image, strip: Image.Image, box: tuple[float, float], margin: int
) -> Image.Image:
    ink = strip.convert("L").point(lambda shade: 255 if shade < _INK else 0).getbbox()
    if ink is None:
        return marked
    left = max(0, min(ink[0], round(box[0])) - margin)
    right = min(marked.width, max(ink[2], round(box[1])) + margin)
    return marked.crop((left, 0, max(right, left + 1), marked.height))


def _marked(strip: Image.Image, box: tuple[float, float, float, float]) -> Image.Image:
    """The strip with the box tinted as by a marker pen, its print still black."""
    tinted = Image.blend(strip, Image.new("RGB", strip.size, _HIGHLIGHT), 0.35)
    mask = Image.new("L", strip.size, 0)
    ImageDraw.Draw(mask).rectangle(box, fill=255)
    out = Image.composite(tinted, strip, mask)
    ImageDraw.Draw(out).rectangle(box, outline=_EDGE, width=2)
    return out


def _within(picture: Image.Image, most: int) -> bytes:
    """The picture as PNG; as a JPEG that is made smaller until it fits where that takes too many bytes."""
    data = _png(picture)
    while most and len(data) > most and picture.width > _NARROWEST:
        out = io.BytesIO()
        picture.convert("RGB").save(out, "JPEG", quality=70)
        data = out.getvalue()
        picture = picture.reduce(2) if picture.height > 1 else picture
    return data


def _png(picture: Image.Image) -> bytes:
    """A palette is enough for print, lines and the mark, and a third of the bytes."""
    out = io.BytesIO()
    picture.quantize(64, Image.Quantize.FASTOCTREE).save(out, "PNG")
    return out.getvalue()
