"""A bar on standard error for work that a person waits for; nothing elsewhere, and nothing when it is done soon."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.progress import Progress

    from tradedocs.pdf.sandbox import OnNote

_PATIENCE = 1.0
"""Seconds that nobody minds waiting for."""


@contextmanager
def page_bar(what: str) -> Iterator[OnNote | None]:
    """What to call with each page that is begun, and of how many; None where nobody looks.

    Args:
        what: the words before the bar.
    """
    if not sys.stderr.isatty():
        yield None
        return
    bar = _Bar(what)
    try:
        yield bar.moved
    finally:
        bar.end()


class _Bar:
    def __init__(self, what: str) -> None:
        self._what = what
        self._begun = time.monotonic()
        self._of = self._pages = 0
        self._progress: Progress | None = None

    def moved(self, page: int, of: int) -> None:
        """A page is begun; page 0 says that all were. Another number of pages is another round over the file."""
        if of != self._of:
            self._of, self._pages = of, 0
        self._pages += 1
        if self._progress is None:
            if time.monotonic() - self._begun < _PATIENCE or not of:
                return
            self._progress = self._drawn(of)
        task = self._progress.task_ids[0]
        self._progress.update(task, total=of or None, completed=self._pages - 1)

    def _drawn(self, of: int) -> Progress:
        from rich.console import Console
        from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeRemainingColumn

        words = TextColumn("{task.description}", markup=False)
        progress = Progress(
            words,
            BarColumn(),
            TaskProgressColumn(),
            TimeRemainingColumn(),
            console=Console(stderr=True),
            transient=True,
        )
        progress.add_task(self._what, total=of)
        progress.start()
        return progress

    def end(self) -> None:
        """Take the bar away."""
        if self._progress is not None:
            self._progress.stop()
