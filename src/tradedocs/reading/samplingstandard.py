"""Which sampling standard a report says its sample was drawn by."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tradedocs.model.base import Place
from tradedocs.model.report import Stated
from tradedocs.pdf.page import Page
from tradedocs.reading.lines import page_lines

_NAMED = re.compile(
    r"(?:(?:BS|DIN|EN|NF)[ /-]*){0,2}ISO[ -]*2859[ -]*1(?:[:-] ?\d{4})?"
    r"|GB ?/ ?T[ -]*2828(?:\.1)?(?:[:-] ?\d{4})?"
    r"|(?:ANSI[ /]*)?(?:ASQC?[ /-]*)?Z ?1\.4(?:[:-] ?\d{4})?"
    r"|MIL-? ?STD-? ?105 ?[A-Z]?\b|BS ?6001(?:-1)?(?:[:-] ?\d{4})?|JIS ?Z ?9015(?:-1)?",
    re.I,
)
_HINTS = ("2859", "2828", "z1 4", "105", "6001", "9015")


def sampling_standard_of(pages: Sequence[Page], folded: str) -> tuple[Stated, ...]:
    """Each standard that the report names once, as printed, in its order; many name a standard with its equivalents."""
    if not any(hint in folded for hint in _HINTS):
        return ()
    found: dict[str, Stated] = {}
    for page in pages:
        for line in page_lines(page):
            for match in _NAMED.finditer(line.text):
                box = page.shown((line.x0, line.y0, line.x1, line.y1))
                text = " ".join(match[0].split())
                found.setdefault(text.casefold(), Stated(text=text, place=Place(page=page.number, box=box)))
    return tuple(found.values())
