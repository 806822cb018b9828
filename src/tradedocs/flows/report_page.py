"""Writes the page that shows reports as pictures, with what was read boxed."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from tradedocs.errors import UsageError
from tradedocs.files import writable, write_atomic
from tradedocs.formats.report_html import GENERATOR, Picture, View, report_html
from tradedocs.model.report import Report
from tradedocs.pdf.pictures import page_pictures
from tradedocs.pdf.sandbox import OnNote
from tradedocs.ui import say

_FINE, _COARSE = 110, 70
_MANY = 60
MOST_PAGES = 500
"""More pictures would make a file that no browser opens; the page says how many of the pages it shows."""


def ready(target: Path) -> None:
    """Make sure that the page can be written, before the reading begins.

    Raises:
        UsageError: a file stands there that is no such page.
        ToolError: the folder cannot be written.
    """
    if target.exists() and (not target.is_file() or GENERATOR.encode() not in target.read_bytes()[:2000]):
        raise UsageError(
            say("a file stands there that `report read` did not write"),
            place=str(target),
            way_out=say("Move it away, or name another file with --html."),
        )
    writable(target.resolve().parent)


def write_page(
    read: Sequence[tuple[Path, Report]],
    target: Path,
    *,
    page: int | None = None,
    on_note: OnNote | None = None,
) -> None:
    """Write the page of these reports; it appears whole or not at all.

    Args:
        read: each file with what was read from it.
        target: the file to write.
        page: show only this page of each.
        on_note: is told each page that is rendered, and of how many.

    Raises:
        ToolError: it cannot be written.
    """
    views = [_view(path, report, page, on_note) for path, report in read]
    write_atomic(target, report_html(views).encode())


def _view(path: Path, report: Report, page: int | None, on_note: OnNote | None) -> View:
    pages = [page] if page else list(range(1, min(report.source.pages, MOST_PAGES) + 1))
    dpi = _FINE if len(pages) <= _MANY else _COARSE
    made = page_pictures(path, pages, dpi=dpi, on_note=on_note)
    pictures = {number: Picture(one.width, one.height, one.jpeg) for number, one in made.items()}
    return View(report, pages, pictures)
