"""Letters of one script that look like letters of another, and characters that nobody sees."""

from __future__ import annotations

import re
import unicodedata

# Cyrillic and Greek letters whose print cannot be told from a Latin one (Unicode TR 39, confusables, the plain ones).
_ALIKE = str.maketrans(
    "АВЕЅІЈКМНОРСТУХԌԚԜаеѕіјорсухԁԛԝһ" + "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧοϲν",
    "ABESIJKMHOPCTYXGQWaesijopcyxdqwh" + "ABEZHIKMNOPTYXocv",
)
_LETTERS = re.compile(r"[^\W\d_]+")
_HARMLESS = frozenset("\u00ad\u200c\u200d")  # soft hyphen; joiners that some scripts need


def as_latin(text: str) -> str:
    """The text with each letter that looks Latin made Latin."""
    return unicodedata.normalize("NFKC", text).translate(_ALIKE)


def deceptive_word(text: str) -> str | None:
    """The first word that mixes Latin letters with others that look Latin; None where there is none."""
    for word in _LETTERS.findall(unicodedata.normalize("NFKC", text)):
        if not word.isascii() and as_latin(word) != word and any(_is_latin(char) for char in word):
            return str(word)
    return None


def unseen_character(text: str) -> str | None:
    """The code of the first character that nobody sees, or that turns the direction of reading; None without."""
    if text.isprintable():
        return None
    for char in text:
        if unicodedata.category(char) == "Cf" and char not in _HARMLESS:
            return f"U+{ord(char):04X}"
    return None


def _is_latin(char: str) -> bool:
    return unicodedata.name(char, "").startswith("LATIN")
