"""A paragraph in which only the wording is left: what fills it is masked, and every offset stays.

A token becomes a run of one mask character as long as the token, so that a pattern can ask for a period or a
percentage and the place that it finds is the place in the file.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from tradedocs.clausetext.tokens import tokens
from tradedocs.model.clause import Language

DAYS, SPAN, NUMBER, PERCENT, MONEY, DATE, WORDS, REFERENCE, MARK = map(chr, range(0xE000, 0xE009))
"""What stands for days, for hours, weeks, months or years, and so on; no document may hold these characters."""


def flat(text: str, masks: Mapping[str, str]) -> str:
    """The paragraph with its variables, references and the stars of its terms masked; as long as it was.

    Args:
        text: a paragraph.
        masks: what stands for each variable; WORDS for one that is not here.

    Raises:
        TextError: the paragraph cannot be read.
    """
    parts = []
    for token in tokens(text):
        length = token.end - token.start
        if token.kind == "text":
            parts.append(token.text)
        elif token.kind == "term":
            parts.append(f"{MARK * 2}{token.text}{MARK * 2}")
        elif token.kind == "reference":
            parts.append(REFERENCE * length)
        else:
            parts.append(masks.get(token.text, WORDS) * length)
    return "".join(parts)


class Sentence(NamedTuple):
    """A sentence and where it begins in its paragraph."""

    text: str
    start: int


_ENDS: dict[Language, tuple[str, ...]] = {"en": (". ", "? "), "zh": ("。", "？")}


def sentences(text: str, language: Language) -> tuple[Sentence, ...]:
    """The sentences of a paragraph, in order; together they cover it."""
    out, start = [], 0
    while start < len(text):
        ends = [found + len(end) for end in _ENDS[language] if (found := text.find(end, start)) >= 0]
        stop = min(ends, default=len(text))
        out.append(Sentence(text[start:stop], start))
        start = stop
    return tuple(out)
