"""The one place that every sentence for a user goes through.

Code writes the English sentence with named gaps: `say("{count} clauses are not approved", count=3)`. The
sentence is the key of the catalogue, so another language needs a catalogue and no change of code.
"""

from __future__ import annotations

from collections.abc import Mapping
from contextvars import ContextVar
from unicodedata import combining, east_asian_width

CATALOGUES: dict[str, Mapping[str, str]] = {"en": {}}

_language: ContextVar[str] = ContextVar("ui_language", default="en")


def use_language(code: str) -> None:
    """Speak this language from now on.

    Raises:
        KeyError: there is no catalogue of that language.
    """
    if code not in CATALOGUES:
        raise KeyError(code)
    _language.set(code)


def say(sentence: str, /, **facts: object) -> str:
    """The sentence in the user's language with its gaps filled; English where no translation exists."""
    spoken = CATALOGUES[_language.get()].get(sentence, sentence)
    return spoken.format(**facts) if facts else spoken


def columns(text: str) -> int:
    """How many columns of a terminal the text takes: Chinese characters take two, combining marks none."""
    if text.isascii():
        return len(text)
    return sum(2 if east_asian_width(char) in "WF" else 0 if combining(char) else 1 for char in text)


def padded(text: str, width: int) -> str:
    """The text with blanks behind it up to that many columns."""
    return text + " " * (width - columns(text))
