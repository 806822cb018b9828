"""In what the two languages of a clause file differ, as far as it can be compared exactly."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import zip_longest
from typing import TYPE_CHECKING, NamedTuple

from tradedocs.clausetext import TextError, Token, tokens
from tradedocs.ui import say

if TYPE_CHECKING:
    from tradedocs.library.file import ClauseFile, RawParagraph

_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
Pieces = tuple[Token, ...]


class Difference(NamedTuple):
    """One difference: the paragraph where it is told, what differs, and what helps."""

    paragraph: RawParagraph
    message: str
    hint: str = ""


def differences(file: ClauseFile) -> Iterator[Difference]:
    """Paragraphs that one language has alone, levels, keys, and what stands in each pair of paragraphs."""
    yield from _structure(file)
    yield from _keys(file)
    for english, chinese in zip(file.en, file.zh, strict=False):
        yield from _content(english, chinese)


def _structure(file: ClauseFile) -> Iterator[Difference]:
    for english, chinese in zip_longest(file.en, file.zh):
        there = english or chinese
        if english is None or chinese is None:
            language = "en" if english is None else "zh"
            yield Difference(there, say("this paragraph is missing under `## {language}`", language=language))
            return
        if (english.level, english.key) != (chinese.level, chinese.key):
            yield Difference(
                chinese,
                say(
                    "level or key differ from the English paragraph in line {line}", line=english.at.line + 1
                ),
            )
            return


def _keys(file: ClauseFile) -> Iterator[Difference]:
    keys = Counter(paragraph.key for paragraph in file.en if paragraph.key)
    for paragraph in file.en:
        if paragraph.key and keys[paragraph.key] > 1:
            yield Difference(paragraph, say("the key {key} stands on two paragraphs", key=paragraph.key))


def _content(english: RawParagraph, chinese: RawParagraph) -> Iterator[Difference]:
    texts = _pieces(english), _pieces(chinese)
    for what, count in _COMPARED:
        en, zh = count(texts[0]), count(texts[1])
        if en != zh:
            differ = ", ".join(sorted(((en - zh) + (zh - en)).elements()))
            yield Difference(
                chinese,
                say("the {what} differ from the English text: {differ}", what=what, differ=differ),
                say("The English paragraph is in line {line}.", line=english.at.line + 1),
            )


def _pieces(paragraph: RawParagraph) -> Pieces:
    try:
        return tokens(paragraph.text)
    except TextError:  # a rule of its own tells it
        return ()


def _names(pieces: Pieces) -> Counter[str]:
    return Counter(token.text for token in pieces if token.kind == "variable")


def _references(pieces: Pieces) -> Counter[str]:
    return Counter(f"{token.text}#{token.key or ''}" for token in pieces if token.kind == "reference")


def _term_count(pieces: Pieces) -> Counter[str]:
    return Counter("**" for token in pieces if token.kind == "term")


def _numbers(pieces: Pieces) -> Counter[str]:
    return Counter(
        number for token in pieces if token.kind == "text" for number in _NUMBER.findall(token.text)
    )


_COMPARED = (
    ("variables", _names),
    ("references", _references),
    ("defined terms", _term_count),
    ("numbers", _numbers),
)
