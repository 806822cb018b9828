"""Words → lines → phrases. A phrase is what one person would read in one go: words with ordinary blanks."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from tradedocs.pdf.geometry import Box
from tradedocs.pdf.page import Page, Word

# Gaps, in letter heights: a made-up blank wider than this starts a new phrase; a printed one may be wider.
_MADE_UP, _PRINTED, _TOUCHING = 0.36, 0.85, 0.15
_LETTER_SPACED = 0.35


@dataclass(frozen=True, slots=True)
class Phrase:
    """Neighbouring words of one line."""

    words: tuple[Word, ...]
    x0: float
    y0: float
    x1: float
    y1: float

    @classmethod
    def of(cls, words: Sequence[Word]) -> Phrase:
        """The phrase of these words."""
        return cls(tuple(words), *box_of(words))

    @property
    def text(self) -> str:
        """Its words with single blanks."""
        return joined(self.words)

    @property
    def height(self) -> float:
        """The height of its tallest word."""
        return max(word.height for word in self.words)


@dataclass(frozen=True, slots=True)
class Line:
    """The phrases that stand at one height, from left to right."""

    phrases: tuple[Phrase, ...]
    y0: float
    y1: float
    middle: float

    @property
    def text(self) -> str:
        """The whole line; three blanks between phrases."""
        return "   ".join(phrase.text for phrase in self.phrases)

    @property
    def x0(self) -> float:
        """Its left edge."""
        return self.phrases[0].x0

    @property
    def x1(self) -> float:
        """Its right edge."""
        return max(phrase.x1 for phrase in self.phrases)

    @property
    def words(self) -> tuple[Word, ...]:
        """All its words."""
        return tuple(word for phrase in self.phrases for word in phrase.words)


def box_of(words: Iterable[Word]) -> Box:
    """The box around the words."""
    boxes = list(words)
    return (
        min(w.x0 for w in boxes),
        min(w.y0 for w in boxes),
        max(w.x1 for w in boxes),
        max(w.y1 for w in boxes),
    )


def joined(words: Iterable[Word]) -> str:
    """Words that follow each other, as one string; a word broken at a line's end is put together again."""
    out = ""
    broken = False
    for word in words:
        if not out:
            out = word.text
        elif broken:
            out = _mended(out, word.text)
        else:
            out += " " + word.text
        broken = word.broken
    return out


def _mended(before: str, after: str) -> str:
    letters = len(before) > 2 and before[-2].islower() and after[:1].islower()
    return (before[:-1] if letters else before) + after


def lines_of(words: Iterable[Word]) -> tuple[Line, ...]:
    """The lines of a region, top to bottom."""
    rows = _rows(sorted(words, key=lambda w: w.middle))
    lines = [_line(sorted(row, key=lambda w: w.x0)) for row in rows]
    return tuple(sorted(lines, key=lambda line: line.middle))


@lru_cache(maxsize=512)
def page_lines(page: Page) -> tuple[Line, ...]:
    """The lines of a whole page, read across; worked out once a page."""
    return lines_of(page.words)


def text_of(words: Iterable[Word]) -> str:
    """The text of a region, line by line, with single blanks."""
    ordered = [
        w for row in _rows(sorted(words, key=lambda w: w.middle)) for w in sorted(row, key=lambda w: w.x0)
    ]
    return joined(ordered)


def _rows(words: Sequence[Word]) -> list[list[Word]]:
    rows: list[list[Word]] = []
    middles: list[float] = []
    heights: list[float] = []
    for word in words:
        at = _row_for(word, middles, heights)
        if at is None:
            rows.append([word])
            middles.append(word.middle)
            heights.append(word.height)
            continue
        rows[at].append(word)
        count = len(rows[at])
        middles[at] += (word.middle - middles[at]) / count
        heights[at] += (word.height - heights[at]) / count
    order = sorted(range(len(rows)), key=middles.__getitem__)
    return [rows[i] for i in order]


def _row_for(word: Word, middles: Sequence[float], heights: Sequence[float]) -> int | None:
    for at in range(len(middles) - 1, max(-1, len(middles) - 5), -1):
        if abs(word.middle - middles[at]) <= 0.38 * max(min(word.height, heights[at]), 3):
            return at
    return None


def _line(words: list[Word]) -> Line:
    spaced = len(words) > 8 and sum(len(w.text) == 1 for w in words) > 0.5 * len(words)
    if spaced:
        words = _unspaced(words)
    extra = _LETTER_SPACED if spaced else 0.0
    groups = [[words[0]]]
    for left, right in pairwise(words):
        if _parts(left, right, extra):
            groups.append([right])
        else:
            groups[-1].append(right)
    phrases = tuple(Phrase.of(group) for group in groups)
    middle = sum(w.middle for w in words) / len(words)
    return Line(phrases, min(p.y0 for p in phrases), max(p.y1 for p in phrases), middle)


def _parts(left: Word, right: Word, extra: float) -> bool:
    gap = right.x0 - left.x1
    height = min(left.height, right.height)
    allowed = _MADE_UP
    if right.start == left.end + 1 and gap < 1.2 * height and left.blank_is_real:
        allowed = _PRINTED
    elif right.start == left.end:
        allowed = _TOUCHING
    return gap > (allowed + extra) * height or gap < -2 * height


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
