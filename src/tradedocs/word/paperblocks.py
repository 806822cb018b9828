"""A Word file of somebody else's, cut into blocks that may each be a clause.

A block begins at a heading: a paragraph in a heading style, or a short one that a number or a word for article opens.
Numbers that are typed in front of a paragraph are not part of its words.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from lxml import etree

from tradedocs.model.clause import Language, normalised
from tradedocs.word.package import DOCUMENT
from tradedocs.word.text import paragraph_text
from tradedocs.word.tracked import accepted
from tradedocs.word.xml import parse, w

_NUMBER = re.compile(
    r"^(?:(?:article|clause|section)\s+\d+(?:\.\d+)*|第[0-9一二三四五六七八九十百]+条|\d+(?:\.\d+)*|\([a-z0-9]{1,4}\)"
    r"|（[0-9一二三四五六七八九十]+）|[一二三四五六七八九十]+、)[.:、)）]?\s*",
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
    for paragraph in root.iter(w("p")):
        whole = normalised(paragraph_text(paragraph))
        found = _NUMBER.match(whole)
        number = whole[: found.end()].strip(" .:、)") if found else None
        text = whole[found.end() :] if found else whole
        if not text:
            continue
        if _begins(paragraph, text, number) and not _second_title(out, text):
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


def _second_title(out: list[tuple[str | None, list[tuple[Language, str]]]], text: str) -> bool:
    """The heading in the other language, right after the first one."""
    return bool(out) and len(out[-1][1]) == 1 and out[-1][1][0][0] != _language(text)


def _language(text: str) -> Language:
    return "zh" if any("\u3400" <= char <= "\u9fff" for char in text) else "en"
