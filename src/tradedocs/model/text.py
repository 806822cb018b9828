"""One line of text as a contract may hold it: nothing invisible, nothing that turns the reading direction."""

from __future__ import annotations

import unicodedata
from typing import Annotated

from pydantic import AfterValidator, StringConstraints

from tradedocs.ui import say

_BIDI = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_NEVER = frozenset("\u200b\u2028\u2029\ufeff\ufffe\uffff")


def forbidden_character(text: str) -> tuple[int, str] | None:
    """The first character that no document may hold, as (index, its code and name), or None.

    Control characters are lost or misread by Word; bidirectional overrides make a text read otherwise than it
    is stored; zero-width characters make two different names look the same.
    """
    if text.isprintable():  # what Python calls printable holds none of these categories
        return None
    for index, char in enumerate(text):
        if char in _BIDI or char in _NEVER or unicodedata.category(char) in ("Cc", "Cs", "Co", "Cn"):
            name = unicodedata.name(char, "control character").lower()
            return index, f"U+{ord(char):04X} ({name})"
    return None


def _clean(text: str) -> str:
    found = forbidden_character(text)
    if found is not None:
        raise ValueError(
            say(
                "character {n} is {what}, which a document must not hold; remove it",
                n=found[0] + 1,
                what=found[1],
            )
        )
    return text


Line = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1), AfterValidator(_clean)]
"""A non-empty line of visible text."""
