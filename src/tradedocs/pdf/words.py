"""The words of a page with their boxes, from pdfium's text page.

One call fetches the page's text; each word then costs the boxes of its first and last character. The boxes are
the loose ones (font height), so a smaller font shows itself: raised small digits at a word's end become
superscripts (`10³`, `µg/cm²`), because `103` is another number.
"""

from __future__ import annotations

import ctypes
import re
from dataclasses import dataclass
from typing import Any

import pypdfium2.raw as raw

from tradedocs.pdf.geometry import Box, Frame, quarter_of
from tradedocs.pdf.page import Word

MAX_CHARACTERS = 200_000
_BROKEN = "\ufffe\x02"
_WORD = re.compile(r"[^\s\x00-\x1f\x7f-\x9f\u00a0\u200b-\u200f\u2028-\u202f\u2060-\u206f\ufeff\ufffe\uffff]+")
_RAISED = str.maketrans("0123456789+-−()", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁽⁾")
# Tick signs of symbol fonts that come out as private characters.
_SYMBOLS = str.maketrans("\uf0fe\uf078\uf0fd\uf0a8\uf06f\uf071\uf0fc\uf052\uf0a3", "☒☒☒☐☐☐✓☒☐")
_HIDDEN_MODE = 3
_SAMPLE = 400


class TooManyCharacters(Exception):
    """The page holds more characters than any report page can."""


@dataclass(frozen=True)
class Lettering:
    """The words of a page, the upright frame they stand in, and how far they can be believed."""

    frame: Frame
    turn: int
    words: tuple[Word, ...]
    map_errors: float
    hidden: float


def lettering(text: Any, frame: Frame, rotation: int) -> Lettering:
    """Read the words of an open text page; slanted words (watermarks) and hidden ones are left out.

    Raises:
        TooManyCharacters: more than `MAX_CHARACTERS`.
    """
    count = raw.FPDFText_CountChars(text)
    if count > MAX_CHARACTERS:
        raise TooManyCharacters
    if count <= 0:
        return Lettering(frame, 0, (), 0.0, 0.0)
    string = _string(text, count)
    spans = [match.span() for match in _WORD.finditer(string)]
    angles = [raw.FPDFText_GetCharAngle(text, start) for start, _ in spans]
    quarter = _dominant(spans, angles)
    turn = (-quarter - rotation) % 4
    upright = frame.turned(turn)
    straight = [span for span, angle in zip(spans, angles, strict=True) if _is_along(angle, quarter)]
    drawn = [span for span in straight if not _is_hidden(text, span[0])]
    hidden = 1 - len(drawn) / len(straight) if straight else 0.0
    words = [word for span in drawn if (word := _word(text, upright, string, span))]
    words = _without_doubles(_with_raised(words))
    return Lettering(upright, turn, tuple(words), _map_errors(text, string), hidden)


def _string(text: Any, count: int) -> str:
    buffer = (ctypes.c_ushort * (count + 1))()
    got = raw.FPDFText_GetText(text, 0, count, buffer)
    string = ctypes.string_at(buffer, max(got - 1, 0) * 2).decode("utf-16-le", "replace")
    if len(string) == count:
        return string
    codes = (raw.FPDFText_GetUnicode(text, i) for i in range(count))  # positions must match the characters'
    return "".join(chr(c) if 0 < c < 0x110000 and not 0xD800 <= c < 0xE000 else " " for c in codes)


def _dominant(spans: list[tuple[int, int]], angles: list[float]) -> int:
    votes = [0, 0, 0, 0]
    for (start, end), angle in zip(spans, angles, strict=True):
        if angle >= 0:
            votes[quarter_of(angle)] += end - start
    return votes.index(max(votes))


def _is_along(angle: float, quarter: int) -> bool:
    if angle < 0:
        return True
    off = (angle - quarter * 1.5707963 + 3.1415927) % 6.2831853 - 3.1415927
    return abs(off) < 0.09


def _is_hidden(text: Any, index: int) -> bool:
    piece = raw.FPDFText_GetTextObject(text, index)
    return bool(piece) and raw.FPDFTextObj_GetTextRenderMode(piece) == _HIDDEN_MODE


def _loose(text: Any, index: int) -> Box | None:
    rect = raw.FS_RECTF()
    if not raw.FPDFText_GetLooseCharBox(text, index, ctypes.byref(rect)):
        return None
    return rect.left, rect.bottom, rect.right, rect.top


def _word(text: Any, frame: Frame, string: str, span: tuple[int, int]) -> Word | None:
    start, end = span
    first = _loose(text, start)
    if first is None:
        return None
    box = frame.box(*first)
    shown = string[start:end].translate(_SYMBOLS)
    if end - start > 1 and (tail := _loose(text, end - 1)):
        last = frame.box(*tail)
        if shown[-1].isdigit() and _is_raised(box, last):
            shown = _raise_tail(text, frame, shown, start, box)
        box = (min(box[0], last[0]), min(box[1], last[1]), max(box[2], last[2]), max(box[3], last[3]))
    broken = string[end : end + 1] in (*_BROKEN,) if end < len(string) else False
    real = end < len(string) and string[end] in " \u00a0" and not raw.FPDFText_IsGenerated(text, end)
    return Word(*box, shown + "-" if broken else shown, start, end, real, broken)


def _is_raised(base: Box, small: Box) -> bool:
    height, small_height = base[3] - base[1], small[3] - small[1]
    return small_height < 0.82 * height and small[3] < base[3] - 0.12 * height


def _raise_tail(text: Any, frame: Frame, shown: str, start: int, base: Box) -> str:
    at = len(shown)
    while at > 1 and (box := _loose(text, start + at - 1)) and _is_raised(base, frame.box(*box)):
        at -= 1
    return shown[:at] + shown[at:].translate(_RAISED)


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


def _without_doubles(words: list[Word]) -> list[Word]:
    """Bold that is made by printing twice is one word."""
    seen: dict[tuple[str, int, int], Word] = {}
    out = []
    for word in words:
        key = (word.text, round(word.x0 / 3), round(word.y0 / 3))
        twin = seen.get(key)
        if twin and abs(twin.x0 - word.x0) < 1.2 and abs(twin.y0 - word.y0) < 1.2:
            continue
        seen[key] = word
        out.append(word)
    return out


def _map_errors(text: Any, string: str) -> float:
    places = [i for i, c in enumerate(string) if not c.isspace()]
    sample = places[:: max(1, len(places) // _SAMPLE)]
    if not sample:
        return 0.0
    return float(sum(raw.FPDFText_HasUnicodeMapError(text, i) == 1 for i in sample)) / len(sample)
