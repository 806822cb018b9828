"""The numbers that Word will print, counted from the file as Word counts them."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from tradedocs.model.clause import Language
from tradedocs.word.styles import LEVELS
from tradedocs.word.xml import w

_PLACE: dict[str, tuple[Language, int]] = {
    style: (language, level) for language, styles in LEVELS.items() for level, style in enumerate(styles)
}


class Counter:
    """One multilevel list of the form 1. / 1.1 / (a)."""

    def __init__(self) -> None:
        self._at = [0, 0, 0]

    def next(self, level: int) -> str:
        """The full number of the next paragraph on `level` (0 to 2), as a reference prints it."""
        self._at[level] += 1
        self._at[level + 1 :] = [0] * (2 - level)
        article, clause, item = self._at
        return (f"{article}", f"{article}.{clause}", f"{article}.{clause}({letter(item)})")[level]


def letter(number: int) -> str:
    """Word's letters: a to z, then aa, bb, and so on."""
    if number == 0:
        return ""
    return chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)


def printed_numbers(root: etree._Element) -> dict[str, str]:
    """The number of each bookmarked paragraph, by the bookmark's name."""
    lists: dict[Language, Counter] = {"en": Counter(), "zh": Counter()}
    out: dict[str, str] = {}
    for paragraph in root.iter(w("p")):
        style = paragraph.find(f"{w('pPr')}/{w('pStyle')}")
        place = _PLACE.get(style.get(w("val"), "")) if style is not None else None
        if place is None:
            continue
        number = lists[place[0]].next(place[1])
        for mark in paragraph.iter(w("bookmarkStart")):
            out[mark.get(w("name"), "")] = number
    return out


def references(root: etree._Element) -> Iterator[tuple[str, str]]:
    """Each REF field as (bookmark, text that it shows)."""
    for paragraph in root.iter(w("p")):
        instruction, shown, begun = "", "", False
        for node in paragraph.iter(w("fldChar"), w("instrText"), w("t")):
            kind = node.get(w("fldCharType"))
            if kind == "begin":
                instruction, shown, begun = "", "", False
            elif kind == "separate":
                begun = True
            elif kind == "end":
                words = instruction.split()
                if words[:1] == ["REF"]:
                    yield words[1], shown
                begun = False
            elif node.tag == w("instrText"):
                instruction += node.text or ""
            elif begun:
                shown += node.text or ""
