"""The paragraphs of a contract file that came back, in one view of its tracked changes, ready to be compared."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from lxml import etree

from tradedocs.model.clause import Language, normalised
from tradedocs.model.revision import Proposal
from tradedocs.model.sent import SentText
from tradedocs.word.articles import bookmark_name
from tradedocs.word.numbers import printed_numbers
from tradedocs.word.styles import LEVELS
from tradedocs.word.text import paragraph_text
from tradedocs.word.tracked import proposals
from tradedocs.word.xml import w

_HEADINGS = frozenset((*(styles[0] for styles in LEVELS.values()), "Heading1"))
View = Callable[[etree._Element], etree._Element]


@dataclass(frozen=True)
class SentLine:
    """A paragraph as it was sent; `article` counts the articles, None for one outside them."""

    text: str
    mark: str | None = None
    article: int | None = None
    number: str | None = None
    language: Language | None = None


@dataclass(frozen=True)
class FoundLine:
    """A paragraph as it was found, its bookmarks, and whether it is styled as the heading of an article."""

    text: str
    marks: frozenset[str]
    heading: bool
    proposals: tuple[Proposal, ...] = ()


def sent_lines(sent: SentText, languages: tuple[Language, ...]) -> tuple[SentLine, ...]:
    """The paragraphs of the body as they were sent."""
    inside = (
        SentLine(
            normalised(paragraph.text(language)), bookmark_name(language, paragraph.key), index, paragraph.number,
            language,
        )
        for index, article in enumerate(sent.articles)
        for paragraph in article.paragraphs
        for language in languages
        if paragraph.text(language)
    )  # fmt: skip
    before, after = ((SentLine(normalised(text)) for text in texts) for texts in (sent.before, sent.after))
    return (*before, *inside, *after)


def found_lines(root: etree._Element, numbers: Mapping[str, str]) -> tuple[FoundLine, ...]:
    """The paragraphs of a tree whose tracked changes are settled, or not looked at.

    A reference that shows the number which its target had (`numbers`, by bookmark), or which it has now, reads as it
    was sent: Word counts anew when an article comes or goes, and that is no edit.
    """
    _settle_references(root, numbers)
    lines = (_line(paragraph) for paragraph in root.iter(w("p")))
    return tuple(line for line in lines if line.text or line.proposals)


def _line(paragraph: etree._Element) -> FoundLine:
    text = normalised(paragraph_text(paragraph))
    return FoundLine(text, _marks(paragraph), _is_heading(paragraph), proposals(paragraph))


def _marks(paragraph: etree._Element) -> frozenset[str]:
    return frozenset(mark.get(w("name"), "") for mark in paragraph.iter(w("bookmarkStart")))


def _is_heading(paragraph: etree._Element) -> bool:
    style = paragraph.find(f"{w('pPr')}/{w('pStyle')}")
    return style is not None and style.get(w("val")) in _HEADINGS


def _settle_references(root: etree._Element, numbers: Mapping[str, str]) -> None:
    printed = printed_numbers(root)
    for instruction, shown in _fields(root):
        words = instruction.split()
        if words[:1] != ["REF"] or len(words) < 2 or words[1] not in numbers or not shown:
            continue
        text = "".join(node.text or "" for node in shown)
        if text in (numbers[words[1]], printed.get(words[1])):
            for node in shown:
                node.text = ""
            shown[0].text = numbers[words[1]]


def _fields(root: etree._Element) -> Iterator[tuple[str, list[etree._Element]]]:
    """Each field with the text nodes of its result, in both forms that Word knows."""
    for simple in root.iter(w("fldSimple")):
        yield simple.get(w("instr"), ""), list(simple.iter(w("t")))
    for paragraph in root.iter(w("p")):
        instruction, shown, begun = "", list[etree._Element](), False
        for node in paragraph.iter(w("fldChar"), w("instrText"), w("t")):
            kind = node.get(w("fldCharType"))
            if kind == "begin":
                instruction, shown, begun = "", [], False
            elif kind == "separate":
                begun = True
            elif kind == "end":
                yield instruction, shown
                begun = False
            elif node.tag == w("instrText"):
                instruction += node.text or ""
            elif begun:
                shown.append(node)
