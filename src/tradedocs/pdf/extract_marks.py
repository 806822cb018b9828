"""What is drawn over a page of an extract: the band above it, and the highlighted and numbered places."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tradedocs.pdf.geometry import Box, Frame

BAND = 30.0
"""Points that the band takes above the page."""
_MARGIN = 8.0
_PEN, _EDGE, _INK = "1 0.91 0.35 rg", "0.72 0.33 0 RG", "0.55 0.22 0 rg"
_BAND_FILL, _BAND_INK = "0.99 0.93 0.86 rg", "0.45 0.18 0 rg"
_SIZES = (8.5, 7.0)
_WIDE = 0.58  # of the size that a character of these fonts takes on average, no less
_TAG = 7.0
_PAD = 1.2


def marks_on(frame: Frame, places: Sequence[tuple[Box, str]], band: Sequence[str]) -> bytes:
    """The content stream; boxes in points from the top left of the page as shown."""
    inside = [(box, number) for box, number in places if _is_on(box, frame)]
    pieces = [*_band(frame, band), *(_highlight(box, frame) for box, _ in inside)]
    pieces += [_tag(box, number, frame) for box, number in inside]
    return "\n".join(pieces).encode("cp1252", "replace")


def _is_on(box: Box, frame: Frame) -> bool:
    return box[2] > 0 and box[3] > 0 and box[0] < frame.width and box[1] < frame.height


def _band(frame: Frame, lines: Sequence[str]) -> Iterator[str]:
    yield f"q {_BAND_FILL} 0 {frame.height:.2f} {frame.width:.2f} {BAND} re f"
    yield f"{_EDGE} 0.8 w 0 {frame.height:.2f} m {frame.width:.2f} {frame.height:.2f} l S {_BAND_INK}"
    for k, line in enumerate(lines[:2]):
        room = frame.width - 2 * _MARGIN
        size = min(_SIZES[k], room / max(1.0, len(line) * _WIDE))
        base = frame.height + BAND - 12 - 11 * k
        yield _text(line, "B" if k == 0 else "F", size, _MARGIN, base)
    yield "Q"


def _highlight(box: Box, frame: Frame) -> str:
    x0, y0, x1, y1 = box
    edges = (
        f"{x0 - _PAD:.2f} {frame.height - y1 - _PAD:.2f} {x1 - x0 + 2 * _PAD:.2f} {y1 - y0 + 2 * _PAD:.2f} re"
    )
    return f"q /Pen gs {_PEN} {edges} f Q q {_EDGE} 0.6 w {edges} S Q"


def _tag(box: Box, number: str, frame: Frame) -> str:
    """The number on a dark tag at the upper right corner of the place, held inside the page."""
    wide, high = len(number) * _TAG * 0.56 + 3.2, _TAG + 1.4
    left = min(max(box[2] + _PAD, 0.0), frame.width - wide)
    bottom = min(max(frame.height - box[1] - high / 2, 0.0), frame.height - high)
    return (
        f"q {_INK} {left:.2f} {bottom:.2f} {wide:.2f} {high:.2f} re f 1 1 1 rg\n"
        + _text(number, "B", _TAG, left + 1.6, bottom + 1.7)
        + " Q"
    )


def _text(words: str, font: str, size: float, x: float, y: float) -> str:
    safe = words.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
    return f"BT /{font} {size:.2f} Tf {x:.2f} {y:.2f} Td ({safe}) Tj ET"
