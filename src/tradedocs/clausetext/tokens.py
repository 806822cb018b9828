"""The text of one paragraph as tokens.

{{ notice_days }}                 a variable
[[ref:disputes.claims]]           the number of an article
[[ref:disputes.claims#notice]]    the number of a paragraph that has a key
**Inspection Body**               a defined term, where it is defined
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from tradedocs.model.text import forbidden_character
from tradedocs.ui import say

Kind = Literal["text", "variable", "reference", "term"]

_TOKEN = re.compile(
    r"\{\{\s*(?P<variable>[a-z][a-z0-9_]*)\s*\}\}"
    r"|\[\[ref:(?P<clause>[a-z][a-z0-9.-]*)(?:#(?P<key>[a-z][a-z0-9-]*))?\]\]"
    r"|\*\*(?P<term>[^*]+)\*\*"
)
_STRAY = re.compile(r"\{\{?|\}\}?|\[\[|\]\]|\*\*")
_FORMS = "{{ name }}, [[ref:clause.id]], [[ref:clause.id#key]], **Term**"


class TextError(ValueError):
    """A text that cannot be read; `start` and `end` are offsets into it."""

    def __init__(self, message: str, start: int, end: int, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.start = start
        self.end = end
        self.hint = hint


@dataclass(frozen=True, slots=True)
class Token:
    """One piece of a paragraph.

    Attributes:
        kind: what it is.
        text: the plain text, the variable's name, the clause's id, or the term.
        start, end: offsets into the paragraph's text.
        key: the paragraph key of a reference, or None.
    """

    kind: Kind
    text: str
    start: int
    end: int
    key: str | None = None


@lru_cache(maxsize=16_384)  # a batch reads the paragraphs of one library again and again
def tokens(text: str) -> tuple[Token, ...]:
    """The pieces of a paragraph, in order; together they cover it.

    Raises:
        TextError: a brace, bracket or pair of stars that begins no token, or a character that no document
            may hold.
    """
    if (found := forbidden_character(text)) is not None:
        at, what = found
        raise TextError(
            say("{what} must not stand in a document", what=what), at, at + 1, say("Remove the character.")
        )
    out: list[Token] = []
    at = 0
    for match in _TOKEN.finditer(text):
        out += _plain(text, at, match.start())
        out.append(_token(match))
        at = match.end()
    return (*out, *_plain(text, at, len(text)))


def _token(match: re.Match[str]) -> Token:
    start, end = match.span()
    if (name := match["variable"]) is not None:
        return Token("variable", name, start, end)
    if (clause := match["clause"]) is not None:
        return Token("reference", clause, start, end, match["key"])
    return Token("term", match["term"], start, end)


def _plain(text: str, start: int, end: int) -> tuple[Token, ...]:
    if start == end:
        return ()
    if (stray := _STRAY.search(text, start, end)) is not None:
        raise TextError(
            say("{what!r} begins nothing that can be filled", what=stray[0]), *stray.span(),
            say("Write one of: {forms}", forms=_FORMS),
        )  # fmt: skip
    return (Token("text", text[start:end], start, end),)
