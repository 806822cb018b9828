"""Words → lines → phrases. A phrase is what one person would read in one go: words with ordinary blanks."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import pairwise
from operator import attrgetter, itemgetter
from typing import NamedTuple

from tradedocs.pdf.geometry import Box
from tradedocs.pdf.page import Page, Word
from tradedocs.vocabulary import fold

# Gaps, in letter heights: a made-up blank wider than this starts a new phrase; a printed one may be wider.
_MADE_UP, _PRINTED, _TOUCHING = 0.36, 0.85, 0.15
_LETTER_SPACED = 0.35
_TORN = 0.1  # points between the parts of a torn word
_LEFT = itemgetter(0)
_MIDDLE = attrgetter("middle")


class Phrase(NamedTuple):
    """Neighbouring words of one line.

    Attributes:
        text: its words with single blanks.
    """

    words: tuple[Word, ...]
    x0: float
    y0: float
    x1: float
    y1: float
    text: str = ""

    @classmethod
    def of(cls, words: Sequence[Word]) -> Phrase:
        """The phrase of these words."""
        first = words[0]
        if len(words) == 1:
            return cls._make(((first,), *first[:5]))
        return cls._make((tuple(words), *box_of(words), joined(words)))

    @property
    def height(self) -> float:
        """The height of its tallest word."""
        return max([word[3] - word[1] for word in self.words])


class Line(NamedTuple):
    """The phrases that stand at one height, from left to right."""

    phrases: tuple[Phrase, ...]
    y0: float
    y1: float
    middle: float

    @property
    def text(self) -> str:
        """The whole line; three blanks between phrases."""
        return "   ".join([phrase.text for phrase in self.phrases])

    @property
    def x0(self) -> float:
        """Its left edge."""
        return self.phrases[0].x0

    @property
    def x1(self) -> float:
        """Its right edge."""
        return max([phrase.x1 for phrase in self.phrases])

    @property
    def words(self) -> tuple[Word, ...]:
        """All its words."""
        return tuple([word for phrase in self.phrases for word in phrase.words])


def box_of(words: Iterable[Word]) -> Box:
    """The box around the words."""
    found = iter(words)
    x0, y0, x1, y1 = next(found)[:4]
    for word in found:  # one pass: this is asked for every phrase of every page
        left, top, right, bottom = word[:4]
        x0 = left if left < x0 else x0
        y0 = top if top < y0 else y0
        x1 = right if right > x1 else x1
        y1 = bottom if bottom > y1 else y1
    return x0, y0, x1, y1


def joined(words: Iterable[Word]) -> str:
    """Words that follow each other, as one string; a word broken at a line's end is put together again."""
    out = ""
    broken = False
    edge = top = 0.0
    for x0, y0, x1, y1, text, _, _, _, breaks, _ in words:
        if not out:
            out = text
        elif broken:
            out = _mended(out, text)
        elif -_TORN < x0 - edge < _TORN and _goes_on(out, text, y0 - top, y1 - y0):
            out += text
        else:
            out = f"{out} {text}"
        broken, edge, top = breaks, x1, y0
    return out


def _goes_on(before: str, after: str, drop: float, height: float) -> bool:
    """Whether letters that touch are one word, torn because the file draws its parts far from each other."""
    return before[-1].isalpha() and after[0].islower() and abs(drop) < 0.02 * height


def _mended(before: str, after: str) -> str:
    letters = len(before) > 2 and before[-2].islower() and after[:1].islower()
    return (before[:-1] if letters else before) + after


def lines_of(words: Iterable[Word]) -> tuple[Line, ...]:
    """The lines of a region, top to bottom."""
    lines = [_line(sorted(row, key=_LEFT)) for row in _rows(words)]
    return (lines[0],) if len(lines) == 1 else tuple(sorted(lines, key=_MIDDLE))


@lru_cache(maxsize=512)
def page_lines(page: Page) -> tuple[Line, ...]:
    """The lines of a whole page, read across; worked out once a page."""
    return lines_of(page.words)


def folded_text(lines: Iterable[Line]) -> str:
    """The lines as one folded text; folded one by one, because a line of ASCII letters costs little."""
    return " ".join([folded for line in lines if (folded := fold(line.text))])


def text_of(words: Iterable[Word]) -> str:
    """The text of a region, line by line, with single blanks."""
    several = tuple(words)
    if len(several) == 1:
        return several[0].text
    return joined(word for row in _rows(several) for word in sorted(row, key=_LEFT))


def _rows(words: Iterable[Word]) -> list[list[Word]]:
    """Words at one height, top to bottom; a word may still join one of the four rows before."""
    measured = sorted([((w[1] + w[3]) / 2, k, w) for k, w in enumerate(words)])
    if not measured:
        return []
    lowest = min([w[3] - w[1] for _, _, w in measured])
    if measured[-1][0] - measured[0][0] <= 0.38 * (lowest if lowest > 3 else 3):
        return [[word for _, _, word in measured]]  # most regions are one line
    rows: list[list[Word]] = []
    middles: list[float] = []
    heights: list[float] = []
    at, before = -1, (0.0, 0.0)
    for middle, _, word in measured:
        height = word[3] - word[1]
        if at < 0 or before != (
            middle,
            height,
        ):  # else it joins the row of its equal, which came nearer to both
            before = middle, height
            at = _row_for(middle, height, middles, heights)
            if at < 0:
                at = len(rows)
                rows.append([])
                middles.append(middle)
                heights.append(height)
        rows[at].append(word)
        count = len(rows[at])
        middles[at] += (middle - middles[at]) / count
        heights[at] += (height - heights[at]) / count
    order = sorted(range(len(rows)), key=middles.__getitem__)
    return [rows[i] for i in order]


def _row_for(middle: float, height: float, middles: Sequence[float], heights: Sequence[float]) -> int:
    """The row that the height belongs to; -1 for a new one."""
    for at in range(len(middles) - 1, max(-1, len(middles) - 5), -1):
        lower = height if height < heights[at] else heights[at]
        if abs(middle - middles[at]) <= 0.38 * (lower if lower > 3 else 3):
            return at
    return -1


def _line(words: list[Word]) -> Line:
    if len(words) == 1:
        phrase = Phrase.of(words)
        return Line(phrases=(phrase,), y0=phrase.y0, y1=phrase.y1, middle=(phrase.y0 + phrase.y1) / 2)
    spaced = len(words) > 8 and sum([len(w[4]) == 1 for w in words]) > 0.5 * len(words)
    if spaced:
        words = _unspaced(words)
    seams = [0, *_seams(words, _LETTER_SPACED if spaced else 0.0), len(words)]
    phrases = tuple([Phrase.of(words[low:high]) for low, high in pairwise(seams)])
    middle = sum([(w[1] + w[3]) / 2 for w in words]) / len(words)
    return Line(phrases, min([p[2] for p in phrases]), max([p[4] for p in phrases]), middle)


def _seams(words: Sequence[Word], extra: float) -> list[int]:
    """The places of the words that begin a new phrase."""
    seams = []
    _, top, edge, bottom, _, _, end, blank_is_real, _, _ = words[0]
    for at in range(1, len(words)):
        x0, y0, x1, y1, _, start, own_end, own_blank, _, _ = words[at]
        gap = x0 - edge
        height = bottom - top if bottom - top < y1 - y0 else y1 - y0
        allowed = _MADE_UP
        if start == end + 1 and blank_is_real and gap < 1.2 * height:
            allowed = _PRINTED
        elif start == end:
            allowed = _TOUCHING
        if gap > (allowed + extra) * height or gap < -2 * height:
            seams.append(at)
        top, edge, bottom, end, blank_is_real = y0, x1, y1, own_end, own_blank
    return seams


def _unspaced(words: Sequence[Word]) -> list[Word]:
    """Letter-spaced text comes as one word a letter: put the letters together."""
    out = [words[0]]
    for word in words[1:]:
        before = out[-1]
        height = min(before.height, word.height)
        if -0.5 * height < word.x0 - before.x1 < 0.3 * height:
            out[-1] = before._replace(
                y0=min(before.y0, word.y0),
                x1=word.x1,
                y1=max(before.y1, word.y1),
                text=before.text + word.text,
                end=word.end,
                blank_is_real=word.blank_is_real,
            )
        else:
            out.append(word)
    return out
