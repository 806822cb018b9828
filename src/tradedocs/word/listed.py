"""The numbers that Word puts before the paragraphs of its lists, in a file of somebody else's.

A paragraph is in a list by its own properties or by its style's; the list says which levels there are and how each is
counted (ECMA-376 part 1, 17.9).
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from lxml import etree

from tradedocs.word.text import paragraph_text
from tradedocs.word.xml import parse, w

_NUMBERING, _STYLES = "word/numbering.xml", "word/styles.xml"
_LEVELS = 9
_DEEPEST = 20
_SILENT = frozenset({"bullet", "none"})


class _Level(NamedTuple):
    """One level of a list: from which number it counts, whether it shows one, and how the number is set."""

    start: int
    silent: bool
    text: str


def list_numbers(paragraphs: Sequence[etree._Element], parts: Mapping[str, bytes]) -> tuple[str | None, ...]:
    """The number of each paragraph (`3`, `3.1`, `(2)`), None where it has none or a bullet.

    A list that only enumerates, its items of the first level one after another, gives numbers in brackets: no clause
    begins there.

    Raises:
        RefusedInput: a part is not well-formed.
    """
    if _NUMBERING not in parts:
        return (None,) * len(paragraphs)
    lists = _Lists(parts)
    places = [lists.place(paragraph) for paragraph in paragraphs]
    bare = _enumerations(paragraphs, places)
    counts: dict[str, list[int]] = {}
    out: list[str | None] = []
    for place in places:
        if place is None:
            out.append(None)
            continue
        name, level = place
        number = lists.next(name, level, counts.setdefault(name, [0] * _LEVELS))
        out.append(f"({number})" if number and name in bare else number)
    return tuple(out)


def _enumerations(
    paragraphs: Sequence[etree._Element], places: Sequence[tuple[str, int] | None]
) -> frozenset[str]:
    """Lists whose items of the first level follow each other with nothing between them, more often than not."""
    firsts: dict[str, list[int]] = {}
    filled = [n for n, paragraph in enumerate(paragraphs) if paragraph_text(paragraph)]
    for position, n in enumerate(filled):
        place = places[n]
        if place is not None and place[1] == 0:
            firsts.setdefault(place[0], []).append(position)
    return frozenset(
        name
        for name, at in firsts.items()
        if len(at) > 1 and 2 * sum(b - a == 1 for a, b in pairwise(at)) > len(at) - 1
    )


class _Lists:
    def __init__(self, parts: Mapping[str, bytes]) -> None:
        numbering = parse(parts[_NUMBERING], _NUMBERING)
        abstract = {one.get(w("abstractNumId")): one for one in numbering.iterchildren(w("abstractNum"))}
        self._lists: dict[str, tuple[str, list[_Level]]] = {}
        for one in numbering.iterchildren(w("num")):
            named = one.find(w("abstractNumId"))
            name = None if named is None else named.get(w("val"))
            if name in abstract:
                self._lists[one.get(w("numId"), "")] = (name or "", _levels(abstract[name]))
        styles = parse(parts[_STYLES], _STYLES) if _STYLES in parts else None
        self._styles = (
            {}
            if styles is None
            else {one.get(w("styleId"), ""): one for one in styles.iterchildren(w("style"))}
        )
        self._by_list = dict(self._lists.values())

    def place(self, paragraph: etree._Element) -> tuple[str, int] | None:
        """The list that the paragraph is in, and its level; None where it is in none."""
        look = paragraph.find(w("pPr"))
        if look is None:
            return None
        found, level = _numbered(look)
        style = look.find(w("pStyle"))
        if found is None and style is not None:
            found, level = self._of_style(style.get(w("val"), ""), level)
        known = self._lists.get(found or "")
        return None if known is None else (known[0], min(level or 0, _LEVELS - 1))

    def _of_style(self, name: str, level: int | None) -> tuple[str | None, int | None]:
        for _ in range(_DEEPEST):
            style = self._styles.get(name)
            if style is None:
                break
            look = style.find(w("pPr"))
            found, own = _numbered(look) if look is not None else (None, None)
            level = own if level is None else level
            if found is not None:
                return found, level
            based = style.find(w("basedOn"))
            if based is None:
                break
            name = based.get(w("val"), "")
        return None, level

    def next(self, name: str, level: int, at: list[int]) -> str | None:
        """Count one on, and say the number as far as its own level shows one."""
        levels = self._by_list[name]
        at[level] = at[level] + 1 if at[level] else levels[level].start
        at[level + 1 :] = [0] * (_LEVELS - level - 1)
        own = levels[level]
        if own.silent or "%" not in own.text:
            return None
        number = ".".join(str(at[k] or levels[k].start) for k in range(level + 1))
        return f"({at[level]})" if own.text.lstrip()[:1] in "(（" else number


def _numbered(look: etree._Element) -> tuple[str | None, int | None]:
    """The list and the level that these properties name; `0` takes a paragraph out of its style's list."""
    named = look.find(w("numPr"))
    if named is None:
        return None, None
    number, level = named.find(w("numId")), named.find(w("ilvl"))
    value = "" if level is None else level.get(w("val"), "")
    return (
        None if number is None else number.get(w("val")),
        int(value) if re.fullmatch(r"[0-8]", value) else None,
    )


def _levels(abstract: etree._Element) -> list[_Level]:
    out = [_Level(1, True, "")] * _LEVELS
    for one in abstract.iterchildren(w("lvl")):
        value = one.get(w("ilvl"), "")
        if re.fullmatch(r"[0-8]", value) is None:
            continue
        said = {name: one.find(w(name)) for name in ("start", "numFmt", "lvlText")}
        start, kind, text = (None if mark is None else mark.get(w("val")) for mark in said.values())
        out[int(value)] = _Level(
            int(start) if start and re.fullmatch(r"\d{1,6}", start) else 1,
            (kind or "decimal") in _SILENT,
            text or "",
        )
    return out
