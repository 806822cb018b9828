"""The words of a page with their boxes, from pdfium's text page.

One call fetches the page's text; each word then costs the boxes of its first and last character. The boxes are
the loose ones (font height), so a smaller font shows itself: raised small digits at a word's end become
superscripts (`10³`, `µg/cm²`), because `103` is another number.
"""

from __future__ import annotations

import ctypes
import math
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from sys import intern
from typing import NamedTuple

from tradedocs.pdf import calls
from tradedocs.pdf.geometry import Box, Frame, quarter_of
from tradedocs.pdf.page import Word

MAX_CHARACTERS = 200_000
_BROKEN = "\ufffe\x02"
_WORD = re.compile(r"[^\s\x00-\x1f\x7f-\x9f\u00a0\u200b-\u200f\u2028-\u202f\u2060-\u206f\ufeff\ufffe\uffff]+")
_DIGIT = re.compile(r"\d")
_RAISED = str.maketrans("0123456789+-−()", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁽⁾")
# Tick signs of symbol fonts that come out as private characters.
_SYMBOLS = str.maketrans("\uf0fb\uf0fe\uf078\uf0fd\uf0a8\uf06f\uf071\uf0fc\uf052\uf0a3", "✗☒☒☒☐☐☐✓☒☐")
_FIRST_SAMPLE, _SAMPLE = 100, 400
_SLANTED = -1
_STRAIGHT = 0.09  # radians that print may lie off its quarter turn


_loose_box, _four_floats, _AT = calls.loose_box, calls.four_floats, calls.AT  # asked for every word


class TooManyCharacters(Exception):
    """The page holds more characters than any report page can."""


@dataclass(frozen=True)
class Lettering:
    """The words of a page, the upright frame they stand in, and how far they can be believed.

    Attributes:
        pieces: the drawn objects that a word begins and ends in, by the word's `start`.
        mirrored: the starts of words that are drawn as in a mirror.
    """

    frame: Frame
    turn: int
    words: tuple[Word, ...]
    map_errors: float
    pieces: dict[int, tuple[int, int]]
    mirrored: frozenset[int] = frozenset()


def lettering(text: int, frame: Frame, rotation: int) -> Lettering:
    """Read the words of an open text page; slanted words (watermarks) are left out.

    Raises:
        TooManyCharacters: more than `MAX_CHARACTERS`.
    """
    count = calls.count_characters(text)
    if count > MAX_CHARACTERS:
        raise TooManyCharacters
    if count <= 0:
        return Lettering(frame, 0, (), 0.0, {})
    string = _string(text, count)
    spans = [match.span() for match in _WORD.finditer(string)]
    pieces = [calls.text_object(text, start) for start, _ in spans]
    stances = _stances(text, spans, pieces)
    dominant = _dominant(spans, [stances[piece].quarter for piece in pieces])
    turn = (-dominant - rotation) % 4
    page = _Reading(text, string, frame.turned(turn), {})
    words: list[Word] = []
    for (start, end), piece in zip(spans, pieces, strict=True):
        if stances[piece].quarter == dominant:
            words += page.words(start, end, piece)
    mirrored = [start for (start, _), piece in zip(spans, pieces, strict=True) if stances[piece].mirrored]
    return Lettering(
        page.frame,
        turn,
        tuple(_with_raised(words)),
        _map_errors(text, string),
        page.pieces,
        frozenset(mirrored),
    )


def _string(text: int, count: int) -> str:
    buffer = (ctypes.c_ushort * (count + 1))()
    got = calls.get_text(text, 0, count, ctypes.addressof(buffer))
    string = ctypes.string_at(buffer, max(got - 1, 0) * 2).decode("utf-16-le", "replace")
    if len(string) == count:
        return string
    codes = (calls.code_point(text, i) for i in range(count))  # positions must match the characters'
    return "".join(chr(c) if 0 < c < 0x110000 and not 0xD800 <= c < 0xE000 else " " for c in codes)


class _Stance(NamedTuple):
    """The quarter turn that print stands in, or `_SLANTED`, and whether it is drawn as in a mirror."""

    quarter: int
    mirrored: bool


_UPRIGHT = _Stance(0, mirrored=False)


def _stances(text: int, spans: Sequence[tuple[int, int]], pieces: Sequence[int]) -> dict[int, _Stance]:
    """How each drawn object stands; all its characters stand alike."""
    stances: dict[int, _Stance] = {}
    for (start, _), piece in zip(spans, pieces, strict=True):
        if piece not in stances:
            stances[piece] = _stance(text, start)
    return stances


def _stance(text: int, index: int) -> _Stance:
    if not calls.text_matrix(text, index, calls.AT):
        return _UPRIGHT
    a, b, c, d = calls.four_floats()
    if b == c == 0 < a and d > 0:
        return _UPRIGHT
    return _Stance(_quarter(a, c), mirrored=a * d < b * c)


def _quarter(a: float, c: float) -> int:
    if c == 0 and a > 0:
        return 0
    angle = math.atan2(c, a) % math.tau
    quarter = quarter_of(angle)
    off = (angle - quarter * math.pi / 2 + math.pi) % math.tau - math.pi
    return quarter if abs(off) < _STRAIGHT else _SLANTED


def _dominant(spans: list[tuple[int, int]], quarters: list[int]) -> int:
    votes = [0, 0, 0, 0, 0]  # the last one for what is slanted
    for (start, end), quarter in zip(spans, quarters, strict=True):
        votes[quarter] += end - start
    return votes.index(max(votes[:4]))


@dataclass(frozen=True, slots=True)
class _Reading:
    """One page while its words are being made."""

    text: int
    string: str
    frame: Frame
    pieces: dict[int, tuple[int, int]]

    def box(self, index: int) -> Box | None:
        """The box of a character, as high as its font."""
        if not _loose_box(self.text, index, _AT):
            return None
        left, top, right, bottom = _four_floats()
        a, b, c, d, e, f = self.frame.matrix
        if b or c or a != 1 or d != -1 or left > right or bottom > top:
            return self.frame.box(left, bottom, right, top)
        return left + e, f - top, right + e, f - bottom  # the same for nearly every page, and much cheaper

    def words(self, start: int, end: int, first: int) -> tuple[Word, ...]:
        """The word between two places; two where numbers printed over each other came out as one.

        `first` is the object that draws the first character.
        """
        last = first
        if end - start > 1 and _DIGIT.search(self.string, start, end):
            last = calls.text_object(self.text, end - 1)
            if first != last and (cut := self._overprint(start, end)):
                second = calls.text_object(self.text, cut)
                return self.words(start, cut, first) + self.words(cut, end, second)
        word = self._word(start, end)
        if word is None:
            return ()
        self.pieces[start] = (first, last)
        return (word,)

    def _overprint(self, start: int, end: int) -> int | None:
        """Where a new object begins to print over what stands before it."""
        before = calls.text_object(self.text, start)
        for at in range(start + 1, end):
            piece = calls.text_object(self.text, at)
            if piece != before:
                here, left = self.box(at), self.box(at - 1)
                if here and left and here[0] < left[2] - 0.5 * (left[2] - left[0]) and here[3] > left[1]:
                    return at
                before = piece
        return None

    def _word(self, start: int, end: int) -> Word | None:
        box = self.box(start)
        if box is None:
            return None
        string = self.string
        shown = string[start:end]
        if not shown.isascii():
            shown = shown.translate(_SYMBOLS)
        if end - start > 1 and (tail := self.box(end - 1)):
            if shown[-1].isdigit() and _is_raised(box, tail):
                shown = self._raise_tail(shown, start, box)
            x0, y0, x1, y1 = box
            left, top, right, bottom = tail
            box = (
                x0 if x0 < left else left,
                y0 if y0 < top else top,
                x1 if x1 > right else right,
                y1 if y1 > bottom else bottom,
            )
        after = string[end] if end < len(string) else ""
        if after in _BROKEN and after:
            return Word(*box, shown + "-", start, end, False, True)
        real = after in " \u00a0" and after != "" and not calls.is_generated(self.text, end)
        return Word._make(
            (*box, intern(shown), start, end, real, False, 1.0)
        )  # much cheaper than to name each; words come again

    def _raise_tail(self, shown: str, start: int, base: Box) -> str:
        at = len(shown)
        while at > 1 and (box := self.box(start + at - 1)) and _is_raised(base, box):
            at -= 1
        return shown[:at] + shown[at:].translate(_RAISED)


def _is_raised(base: Box, small: Box) -> bool:
    height, small_height = base[3] - base[1], small[3] - small[1]
    return small_height < 0.82 * height and small[3] < base[3] - 0.12 * height


def _with_raised(words: list[Word]) -> list[Word]:
    """Join a raised small number that stands as a word of its own to the word that it belongs to."""
    out: list[Word] = []
    for word in words:
        before = out[-1] if out else None
        if before and word.text.isdigit() and before.text[-1].isalnum() and _belongs_above(before, word):
            joined = before.text + word.text.translate(_RAISED)
            out[-1] = before._replace(
                x1=word.x1,
                y0=min(before.y0, word.y0),
                text=joined,
                end=word.end,
                blank_is_real=word.blank_is_real,
            )
        else:
            out.append(word)
    return out


def _belongs_above(base: Word, small: Word) -> bool:
    near = -0.1 * base.height <= small.x0 - base.x1 <= 0.25 * base.height
    return near and small.y1 > base.y0 and _is_raised(base[:4], small[:4])


def without_doubles(words: Iterable[Word]) -> list[Word]:
    """Bold that is made by printing twice is one word."""
    seen: dict[tuple[str, int, int], Word] = {}
    out = []
    for word in words:
        x0, y0, _, _, text = word[:5]
        key = (text, round(x0 / 3), round(y0 / 3))
        twin = seen.get(key)
        if twin and abs(twin.x0 - x0) < 1.2 and abs(twin.y0 - y0) < 1.2:
            continue
        seen[key] = word
        out.append(word)
    return out


def _map_errors(text: int, string: str) -> float:
    first = range(0, len(string), max(1, len(string) // _FIRST_SAMPLE))
    if not any(calls.has_map_error(text, i) == 1 for i in first):
        return 0.0  # most pages: what makes a page unreadable shows in every small sample of it
    places = [i for i, c in enumerate(string) if not c.isspace()]
    sample = places[:: max(1, len(places) // _SAMPLE)]
    return float(sum(calls.has_map_error(text, i) == 1 for i in sample)) / max(len(sample), 1)
