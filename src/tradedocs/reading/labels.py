"""Labels and the values that stand beside, behind or below them: the raw material of the header facts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tradedocs.model.base import Place
from tradedocs.pdf.page import Page, Word
from tradedocs.reading.labelkeys import BARS, COLON, LEADER, LabelTree, Match, label_tree
from tradedocs.reading.labelvalues import ALIGNED, continued, elsewhere, glued, lies_far, value_of
from tradedocs.reading.lines import Line, Phrase, box_of, joined, page_lines

_NUMBERED = {
    "report_no", "report_no_short", "lot", "contract_no", "order_no", "sample_no", "job_no", "issue_date",
    "container_no", "seal_no", "sampled", "received", "tested", "inspected_on", "produced", "expires", "completed",
    "accredited",
}  # fmt: skip
_ENUMERATION = re.compile(
    r"[(\[]?(?:[A-Za-z]|[ivxIVX]{1,4}|\d{1,2}(?:\.\d{1,2})*)[)\].、:]+|[•■◆●▪·*◇□➢►-]|[一二三四五六七八九十]+、"
)
_INITIALS = re.compile(r"[A-Z][A-Z&]{1,5}")
_HEADING = 3
_BLOCK = ("info", "information", "detail", "identification", "资料", "信息")


@dataclass(frozen=True)
class Found:
    """A value that stands with a label.

    Attributes:
        meaning: what the label means (a key of the vocabulary `fields`).
        label: as printed.
        text: the value as printed, on one line.
        line: the whole line, to see what else it says.
        sure: a colon, a cell wall or a heading ties the value to its label.
        following: the lines that go on under the value.
        rest: everything that stands on the line up to the next label.
    """

    meaning: str
    label: str
    text: str
    place: Place
    line: str
    sure: bool = True
    following: tuple[str, ...] = ()
    rest: str = ""


def found_in_lines(page: Page) -> Iterator[Found]:
    """Every labelled value of the page's lines, beside or under its label."""
    tree, lines = label_tree(), page_lines(page)
    for at in range(len(lines)):
        yield from _in_line(page, lines, at, tree)


@dataclass(frozen=True)
class _Label:
    meaning: str
    first: int
    last: int
    colon: bool
    key: str
    rest: str = ""
    telling: bool = False

    @property
    def heads(self) -> bool:
        """It heads a block: `Client Information`; what it names stands below."""
        return not self.colon and self.key.endswith(_BLOCK)


def _in_line(page: Page, lines: Sequence[Line], at: int, tree: LabelTree) -> Iterator[Found]:
    line = lines[at]
    words = line.words
    labels = _labels(words, line, tree, tolerant=page.read_by == "ocr")
    if not labels:
        return
    starts = {id(phrase.words[0]) for phrase in line.phrases}
    text = line.text
    for k, label in enumerate(labels):
        end = labels[k + 1].first if k + 1 < len(labels) else len(words)
        behind = [*glued(words[label.last], label.rest), *words[label.last + 1 : end]]
        value, beside = value_of(behind, starts, label.meaning), True
        if not value or label.heads or (not label.colon and lies_far(words[label.last], value)):
            own = words[label.first : label.last + 1]
            below = elsewhere(own, lines, at, alone=not value and len(labels) < _HEADING)
            value, beside = (
                (below, label.colon or abs(own[0].x0 - below[0].x0) <= ALIGNED)
                if below
                else (value, not label.heads)
            )
        if not value or not (said := LEADER.sub("", joined(value))):
            continue
        printed = joined(words[label.first : label.last + 1])
        if label.rest:
            printed = printed.removesuffix(label.rest)
        sure = beside and (label.colon or label.telling or len(printed.split()) > 1)
        place = Place(page=page.number, box=page.shown(box_of(value)))
        following = tuple(continued(value, lines[at + 1 : at + 4]))
        rest = LEADER.sub("", joined(behind))
        yield Found(label.meaning, printed.strip(COLON + " "), said, place, text, sure, following, rest)


def _labels(words: Sequence[Word], line: Line, tree: LabelTree, *, tolerant: bool) -> list[_Label]:
    """The labels of the line: at the beginning of its phrases, or behind the value of a label with a colon."""
    labels: list[_Label] = []
    at = 0
    for phrase in line.phrases:
        k = first = at + passed_over(phrase)
        begin, at = at, at + len(phrase.words)
        while k < at:
            free = k == first or words[k - 1].text in BARS
            if not free and not (labels and labels[-1].colon and begin <= labels[-1].last < k - 1):
                k += 1
                continue
            label = _label_at(words, k, tree, free=free, end=at, tolerant=tolerant)
            if label is not None:
                labels.append(label)
            k = label.last + 1 if label else k + 1
    return labels


def passed_over(phrase: Phrase) -> int:
    """Words before a label that are none of it: `3.1`, `[B]`, a bullet."""
    first = phrase.words[0].text
    return 1 if len(phrase.words) > 1 and len(first) <= 6 and _ENUMERATION.fullmatch(first) else 0


def _label_at(
    words: Sequence[Word], at: int, tree: LabelTree, *, free: bool, end: int, tolerant: bool
) -> _Label | None:
    """The longest label that begins at this word and is marked as one: by a colon, a gap, or the figure behind it."""
    match = tree.longest(words, at, tolerant=tolerant)
    if match is None or match.last >= end + 8:
        return _behind_initials(words, at, tree, end) if free and match is None else None
    match = _in_two_languages(words, match, tree)
    last, text = match.last, words[match.last].text
    colon = bool(match.rest) or text[-1] in COLON
    while not colon and last + 1 < len(words) and not LEADER.sub("", words[last + 1].text):
        last += 1
        colon = words[last].text[-1] in COLON
    follow = words[last + 1] if last + 1 < len(words) else None
    colon = colon or (follow is not None and _is_colon(follow.text))
    closes = last + 1 == end
    numbered = match.meaning in _NUMBERED or match.meaning == "other"
    figure = free and follow is not None and numbered and any(c.isdigit() for c in follow.text)
    if colon or (free and closes) or figure:
        return _Label(match.meaning, at, last, colon, match.key, match.rest, match.telling)
    return None


def _is_colon(text: str) -> bool:
    return text[0] in COLON or (text[-1] in COLON and not LEADER.sub("", text))


def _in_two_languages(words: Sequence[Word], match: Match, tree: LabelTree) -> Match:
    """The match with the same label in another language behind it: `Report No. 报告编号:`."""
    at = match.last + 1
    if match.rest or words[match.last].text[-1] in COLON:
        return match
    if at < len(words) and words[at].text in ("/", "&", "-"):
        at += 1
    if at >= len(words) or words[at].text[:1].isdigit():
        return match
    again = tree.longest(words, at)
    return again if again is not None and again.meaning == match.meaning else match


def _behind_initials(words: Sequence[Word], at: int, tree: LabelTree, end: int) -> _Label | None:
    """A number's label behind its owner's initials: `ABC Report ID:`."""
    if at + 1 >= end or not _INITIALS.fullmatch(words[at].text):
        return None
    match = tree.longest(words, at + 1)
    if match is None or match.meaning not in _NUMBERED:
        return None
    colon = bool(match.rest) or words[match.last].text[-1] in COLON
    colon |= match.last + 1 < len(words) and _is_colon(words[match.last + 1].text)
    if not colon and not (match.last + 1 == end and match.last > at + 1):
        return None
    return _Label(match.meaning, at, match.last, colon, match.key, match.rest, match.telling)
