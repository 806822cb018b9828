"""The mark of a value that is missing, and where it may stand in the place of one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

GAP = re.compile(r"\[● [^\[\]]*(?:\[\d+\][^\[\]]*)*\]")
"""The mark of a missing value in a text: `[● letter_of_credit.expiry]`, `[● payment[1].days]`."""

_found: ContextVar[dict[str, None] | None] = ContextVar("gaps", default=None)


@contextmanager
def gaps_shown() -> Iterator[dict[str, None]]:
    """Inside, what is missing is a mark in the text and no error; the keys are collected in order."""
    found: dict[str, None] = {}
    token = _found.set(found)
    try:
        yield found
    finally:
        _found.reset(token)


def mark(key: str) -> str | None:
    """The mark of a missing value, noted; None where gaps are not shown."""
    found = _found.get()
    if found is None:
        return None
    found[key] = None
    return f"[● {key}]"


def is_gap(text: str) -> bool:
    """Whether the text is the mark of a missing value, where such marks may stand."""
    return _found.get() is not None and GAP.fullmatch(text) is not None
