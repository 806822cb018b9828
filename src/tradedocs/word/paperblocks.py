"""A Word file of somebody else's, cut into blocks that may each be a clause.

A block begins at a heading: a paragraph in a heading style, or a short one that a number or a word for article opens.
Numbers that are typed in front of a paragraph are not part of its words; those that Word puts there count as well.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from lxml import etree

from tradedocs.model.clause import Language, normalised
from tradedocs.word.listed import list_numbers
from tradedocs.word.package import DOCUMENT
from tradedocs.word.text import paragraph_text
from tradedocs.word.tracked import accepted
from tradedocs.word.xml import parse, w

_NUMBER = re.compile(
    r"^(?:"
    r"(?:article|clause|section)\s+[1-9]\d*(?:\.\d+)*[.:]?"
    r"|第[0-9一二三四五六七八九十百]+条[:：、]?"
    r"|[1-9]\d*(?:\.\d+)*(?:[.:、)）](?!\d)|(?=\s+(?-i:[A-Z\u3400-\u9fff])))"
    r"|[1-9]\d*(?:\.\d+)+(?=\s+\d)"
    r"|[\(（][a-z0-9一二三四五六七八九十]{1,4}[\)）]"
    r"|[一二三四五六七八九十]+、"
    r")\s*",
    re.I,
)
_SHORT = 70
_STYLE = re.compile(r"heading\s*\d|contractarticle(chinese)?", re.I)


@dataclass(frozen=True)
class Block:
    """Paragraphs that belong together, without their numbers; `number` is the heading's."""

    number: str | None
    lines: tuple[tuple[Language, str], ...]

    @property
    def text(self) -> str:
        """All of its words."""
        return "\n".join(text for _, text in self.lines)

    @property
    def title(self) -> str:
        """Its first line."""
        return self.lines[0][1]


def blocks_of(parts: Mapping[str, bytes]) -> tuple[Block, ...]:
    """The blocks of the document with its tracked changes accepted, in order; every paragraph is in one of them.

    Raises:
        RefusedInput: the document is not well-formed.
    """
    root = accepted(parse(parts[DOCUMENT], DOCUMENT))
    out: list[tuple[str | None, list[tuple[Language, str]]]] = []
    paragraphs = list(root.iter(w("p")))
    for paragraph, listed in zip(paragraphs, list_numbers(paragraphs, parts), strict=True):
        whole = normalised(paragraph_text(paragraph))
        found = _NUMBER.match(whole)
        number = whole[: found.end()].strip(" .:、)") if found else listed
        text = whole[found.end() :] if found else whole
        if not text:
            continue
        if _begins(paragraph, text, number) and not _second_title(out, text, number):
            out.append((number, []))
        if not out:
            out.append((None, []))
        out[-1][1].append((_language(text), text))
    return tuple(Block(number, tuple(lines)) for number, lines in out if lines)


def _begins(paragraph: etree._Element, text: str, number: str | None) -> bool:
    style = paragraph.find(f"{w('pPr')}/{w('pStyle')}")
    if style is not None and _STYLE.fullmatch(style.get(w("val"), "")):
        return True
    whole = number is not None and "." not in number and not number.startswith(("(", "（"))
    return whole and len(text) <= _SHORT and text[-1] not in ".;:。；："


def _second_title(
    out: list[tuple[str | None, list[tuple[Language, str]]]], text: str, number: str | None
) -> bool:
    """The heading in the other language, right after the first one and under its number or none."""
    if not out or len(out[-1][1]) != 1:
        return False
    before, ((language, _),) = out[-1]
    same = number is None or (before is not None and _digits(before) == _digits(number))
    return same and language != _language(text)


def _digits(number: str) -> str:
    return "".join(char for char in number if char.isdigit())


def _language(text: str) -> Language:
    return "zh" if any("\u3400" <= char <= "\u9fff" for char in text) else "en"
