"""What a contract needs and the deal does not say: an error, or in a draft a mark that shows which key is open."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from tradedocs.model.clause import Language
from tradedocs.model.shapes import LocalText

GAP = re.compile(r"\[● [^\[\]]*(?:\[\d+\][^\[\]]*)*\]")
"""The mark of a missing value in a text: `[● letter_of_credit.expiry]`, `[● payment[1].days]`."""

_gaps: ContextVar[dict[str, None] | None] = ContextVar("gaps", default=None)


class MissingFact(Exception):
    """The deal file leaves out `key`, which the contract needs."""

    def __init__(self, key: str) -> None:
        super().__init__(key)
        self.key = key


@contextmanager
def gaps_shown() -> Iterator[dict[str, None]]:
    """Inside, what is missing is a mark in the text and no error; the keys are collected in order."""
    found: dict[str, None] = {}
    token = _gaps.set(found)
    try:
        yield found
    finally:
        _gaps.reset(token)


def gap(key: str) -> str:
    """The mark of a missing value, where gaps are shown.

    Raises:
        MissingFact: they are not.
    """
    found = _gaps.get()
    if found is None:
        raise MissingFact(key)
    found[key] = None
    return f"[● {key}]"


def in_language(text: LocalText, language: Language, key: str) -> str:
    """The text in one language; English never stands in for Chinese.

    Raises:
        MissingFact: it has no Chinese, and gaps are not shown; the fact names `key`.zh.
    """
    if language == "en":
        return text.en
    return text.zh if text.zh is not None else gap(f"{key}.zh")
