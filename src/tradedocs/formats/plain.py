"""Text of outside origin, made safe to print: nothing in it moves the cursor, hides, or turns the reading direction."""

from __future__ import annotations

import unicodedata

_NEVER = ("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp")


def plain(text: str) -> str:
    """The text without control, format and private characters; other blanks become ordinary ones."""
    kept = (
        " " if c in "\t\n\r\x0b\x0c" else c
        for c in text
        if c in "\t\n\r\x0b\x0c" or unicodedata.category(c) not in _NEVER
    )
    return " ".join("".join(kept).split())
