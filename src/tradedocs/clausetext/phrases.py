"""Where phrases of a list stand in a text: whole words in English, characters in Chinese."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from tradedocs.model.clause import Language


class Hit(NamedTuple):
    """A phrase found; offsets into the text."""

    start: int
    end: int


@lru_cache(maxsize=256)
def _pattern(phrases: tuple[str, ...], language: Language) -> re.Pattern[str]:
    longest_first = sorted(phrases, key=len, reverse=True)
    if language == "zh":
        return re.compile("|".join(map(re.escape, longest_first)))
    # No assertion in front: without one the engine leaps to the first letters, which is ten times as fast.
    return re.compile("|".join(map(_english, longest_first)))


def _english(phrase: str) -> str:
    spelled = r"\s+".join(re.escape(word).replace(r"\*", "[a-z]*") for word in phrase.lower().split())
    return spelled + "(?![a-z0-9])" if phrase[-1].isalnum() or phrase[-1] == "*" else spelled


@lru_cache(maxsize=4096)
def _lower(text: str) -> str:
    lower = text.lower()
    return lower if len(lower) == len(text) else text


def hits(text: str, phrases: tuple[str, ...], language: Language) -> Iterator[Hit]:
    """Every place of one of the phrases, in any case, in order; the longest phrase counts where two begin."""
    if not phrases:
        return
    lower = _lower(text) if language == "en" else text
    for match in _pattern(phrases, language).finditer(lower):
        start = match.start()
        if language == "zh" or not _inside_word(lower, start):
            yield Hit(start, match.end())


def _inside_word(text: str, start: int) -> bool:
    """Whether a word that began before goes on there; a sign stands for itself."""
    if start == 0 or not text[start].isalnum():
        return False
    return text[start - 1].isalnum() or text[start - 1] == "-"


def holds(text: str, phrases: tuple[str, ...], language: Language) -> bool:
    """Whether one of the phrases stands in the text."""
    return next(hits(text, phrases, language), None) is not None


def hits_outside(
    text: str, phrases: tuple[str, ...], accepted: tuple[str, ...], language: Language
) -> Iterator[Hit]:
    """The hits that lie in no accepted phrase."""
    found = tuple(hits(text, phrases, language))
    if not found:
        return
    fine = tuple(hits(text, accepted, language))
    yield from (
        hit for hit in found if not any(one.start <= hit.start and hit.end <= one.end for one in fine)
    )
