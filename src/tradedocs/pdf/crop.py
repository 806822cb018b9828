"""A picture of the place that a fact was read from, so that a person can look for himself."""

from __future__ import annotations

import io
from pathlib import Path

from PIL import Image, ImageDraw

from tradedocs.errors import RefusedInput
from tradedocs.model.base import Place
from tradedocs.pdf.document import content_of, rendered
from tradedocs.pdf.sandbox import Limits, can_fork, supervised
from tradedocs.ui import say

_HIGHLIGHT = (255, 221, 51)
_EDGE = (204, 85, 0)
_LIMITS = Limits(memory=1 << 30, cpu=15, wall=30.0)
_REFUSED = b"refused:"


def crop_png(path: Path, place: Place, *, pad: float = 24.0, dpi: int = 110) -> bytes:
    """PNG of the whole width around `place`, or of the whole page when it has no box; the box is highlighted.

    Args:
        path: the PDF file.
        place: page and box, in points from the top left of the page as shown.
        pad: points of the page kept above and below the box.
        dpi: dots per inch of the picture.

    Raises:
        NothingToCheck: the file does not exist.
        RefusedInput: the file or the page cannot be rendered within the worker's limits, or has no such place.
    """
    content_of(path)
    if not can_fork():
        return _cropped(path, place, pad, dpi)
    ended = supervised(lambda _: _tried(path, place, pad, dpi), _LIMITS)
    if ended.outcome == "done" and not ended.answer.startswith(_REFUSED):
        return ended.answer
    reason = (
        ended.answer.removeprefix(_REFUSED).decode() or f"{path.name}: page {place.page} cannot be rendered."
    )
    raise RefusedInput(reason, place=str(place))


def _tried(path: Path, place: Place, pad: float, dpi: int) -> bytes:
    try:
        return _cropped(path, place, pad, dpi)
    except RefusedInput as refused:
        return _REFUSED + refused.message.encode()


def _cropped(path: Path, place: Place, pad: float, dpi: int) -> bytes:
    picture, width, height = rendered(path, place.page, dpi)
    if place.box is None:
        return _png(picture)
    scale = picture.width / width
    x0, y0, x1, y1 = place.box
    if x1 < 0 or y1 < 0 or x0 > width or y0 > height:
        raise RefusedInput(say("the box does not lie on the page"), place=f"{path.name} {place}")
    marked = _marked(picture, (x0 * scale - 2, y0 * scale - 2, x1 * scale + 2, y1 * scale + 2))
    top, bottom = max(0.0, y0 - pad), min(height, y1 + pad)
    return _png(
        marked.crop(
            (0, round(top * scale), picture.width, max(round(bottom * scale), round(top * scale) + 1))
        )
    )


def _marked(picture: Image.Image, box: tuple[float, float, float, float]) -> Image.Image:
    shade = Image.new("RGB", picture.size, (255, 255, 255))
    ImageDraw.Draw(shade).rectangle(box, fill=_HIGHLIGHT)
    blend = Image.composite(
        Image.blend(picture, shade, 0.35),
        picture,
        shade.convert("L").point(lambda level: 255 if level < 250 else 0),
    )
    ImageDraw.Draw(blend).rectangle(box, outline=_EDGE, width=2)
    return blend


def _png(picture: Image.Image) -> bytes:
    out = io.BytesIO()
    picture.save(out, "PNG")
    return out.getvalue()
