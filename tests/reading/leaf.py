"""Pages put together from lines of text in any script, as the PDF room hands them over."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from tradedocs.model.report import Report
from tradedocs.model.reportfile import ReportSource
from tradedocs.pdf.page import Page, Word
from tradedocs.reading.report import read_pages

Row = Sequence[tuple[float, str]] | str
_WIDE, _HIGH, _SIZE = 595.0, 842.0, 9.0


def leaf(
    rows: Sequence[Row],
    *,
    number: int = 1,
    top: float = 60,
    step: float = 20,
    read_by: Literal["text", "ocr"] = "text",
) -> Page:
    """A page with these lines; a line is a text at the left margin or several at their places."""
    words: list[Word] = []
    start = 0
    for k, row in enumerate(rows):
        for x, text in [(60.0, row)] if isinstance(row, str) else row:
            at = x
            for piece in text.split():
                width = sum(_SIZE if char > "\u2e80" else 0.5 * _SIZE for char in piece)
                y = top + k * step
                words.append(Word(at, y, at + width, y + _SIZE, piece, start, start + len(piece), True))
                start += len(piece) + 1
                at += width + 0.28 * _SIZE
            start += 3
    return Page(number, _WIDE, _HIGH, words=tuple(words), read_by=read_by)


def read_leaves(*pages: Page) -> Report:
    """The report that these pages make."""
    return read_pages(pages, ReportSource(file="a.pdf", sha256="0" * 64, pages=len(pages)))


def read_lines(*rows: Row, read_by: Literal["text", "ocr"] = "text") -> Report:
    """The report of one page with these lines."""
    return read_leaves(leaf(rows, read_by=read_by))
