"""The text layer of a page by a second engine, pypdf: what it has in and beside the places of given values.

A file that two engines read differently shows one of them a value that the other never sees. pypdf tells where a run of
text begins, not where it ends, so what stands in a place is what begins in it, else what runs towards it on its line.
Callers run this in a worker of `tradedocs.pdf.sandbox`.
"""

from __future__ import annotations

import io
import logging
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from tradedocs.pdf.geometry import Box
from tradedocs.pdf.witness import Sought

_BELOW, _ABOVE, _BESIDE = (
    3.0,
    1.0,
    2.5,
)  # points around a value's box in which a run's baseline and beginning may lie
_LONGEST = 100_000  # signs of a page that are kept


@dataclass(frozen=True, slots=True)
class Nearby:
    """What the second engine has at a value's place.

    Attributes:
        inside: the runs that begin in its box, in reading order.
        line: the runs of its line that begin before its end, these included.
    """

    inside: tuple[str, ...] = ()
    line: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Run:
    """Where a run of text begins, and whether it runs to the right on the page as it is shown."""

    x: float
    y: float
    text: str
    upright: bool


def nearby(content: bytes, sought: Sequence[Sought]) -> tuple[Nearby | None, ...]:
    """What stands at each place; None where the engine cannot take the file or the page apart."""
    logging.getLogger("pypdf").addHandler(logging.NullHandler())
    from pypdf import PdfReader

    pages: dict[int, list[_Run] | None] = {}
    try:
        reader = PdfReader(io.BytesIO(content))
        if reader.is_encrypted:
            reader.decrypt("")
        for number in sorted({item.page for item in sought}):
            pages[number] = _runs(reader, number)
    except Exception:
        return tuple(None for _ in sought)
    return tuple(_at(pages.get(item.page), item.box) for item in sought)


def _runs(reader: Any, number: int) -> list[_Run] | None:
    """The page's runs, in points from the top left of the page as it is shown; pypdf raises errors of many kinds."""
    runs: list[_Run] = []
    kept = 0

    def seen(text: str, page_matrix: Any, text_matrix: Any, _font: Any, _size: Any) -> None:
        nonlocal kept
        kept += len(text)
        if text.strip() and kept <= _LONGEST:
            a, b, c, d, e, f = page_matrix
            x, y = text_matrix[4:6]
            begin = turn(x * a + y * c + e, x * b + y * d + f)
            x, y = x + text_matrix[0], y + text_matrix[1]
            end = turn(x * a + y * c + e, x * b + y * d + f)
            upright = end[0] - begin[0] > abs(end[1] - begin[1])
            runs.append(_Run(*begin, text, upright))

    try:
        page = reader.pages[number - 1]
        turn = _Turned(page)
        page.extract_text(visitor_text=seen)
    except Exception:
        return None
    return runs


class _Turned:
    """From the page's own coordinates to those of the page as it is shown."""

    def __init__(self, page: Any) -> None:
        box = page.cropbox
        self._left, self._low = float(box.left), float(box.bottom)
        self._wide, self._high = float(box.width), float(box.height)
        self._turns = int(page.rotation or 0) // 90 % 4

    def __call__(self, x: float, y: float) -> tuple[float, float]:
        x, y = x - self._left, self._high - (y - self._low)
        for _ in range(self._turns):
            x, y = self._high - y, x
            self._wide, self._high = self._high, self._wide
        if self._turns % 2:
            self._wide, self._high = self._high, self._wide
        return x, y


def _at(runs: list[_Run] | None, box: Box) -> Nearby | None:
    if runs is None:
        return None
    x0, y0, x1, y1 = box
    line = [run for run in runs if run.upright and y0 - _ABOVE <= run.y <= y1 + _BELOW and run.x <= x1 - 0.5]
    inside = [run for run in line if run.x >= x0 - _BESIDE]
    if not line:  # text that stands on its side or its head begins at another edge of its box
        inside = line = [run for run in runs if not run.upright and _is_around(run, box)]
    return Nearby(tuple(run.text for run in inside), tuple(run.text for run in line))


def _is_around(run: _Run, box: Box) -> bool:
    across = box[0] - _BESIDE <= run.x <= box[2] + _BESIDE
    return across and box[1] - _BESIDE <= run.y <= box[3] + _BESIDE
