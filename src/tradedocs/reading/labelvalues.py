"""Where the value of a label stands: behind it, right under it, or beside it half a line off."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tradedocs.pdf.page import Word
from tradedocs.reading.labelkeys import BARS, COLON, LEADER, NAMES, meaning_of
from tradedocs.reading.lines import Line, Phrase, box_of, joined

ALIGNED = 3.0
_FAR = 14
_REACH = 220.0


def lies_far(label: Word, value: Sequence[Word]) -> bool:
    """Whether the phrase beside a label stands in another column of the page."""
    return value[0].x0 - label.x1 > _FAR * label.height


def glued(word: Word, rest: str) -> list[Word]:
    """What a word says behind the label that it is glued to, as a word of its own."""
    if not rest:
        return []
    share = len(rest) / len(word.text)
    return [word._replace(x0=word.x1 - share * (word.x1 - word.x0), text=rest)]


def value_of(words: Sequence[Word], starts: set[int], meaning: str) -> list[Word]:
    """The first phrase behind the label; a lone colon or leader is passed over, and a code before a name."""
    value: list[Word] = []
    for word in words:
        if word.text in BARS:
            if value:
                break
            continue
        if not value and not LEADER.sub("", word.text):
            continue
        if value and id(word) in starts and word.x0 - value[-1].x1 > 1.6 * word.height:
            if meaning in NAMES and is_code(joined(value)):
                value = [word]
                continue
            break
        value.append(word)
    return value


def is_code(text: str) -> bool:
    """One token with a figure in it: a customer's or an article's code rather than a name."""
    return " " not in text.strip() and any(c.isdigit() for c in text)


def elsewhere(label: Sequence[Word], lines: Sequence[Line], at: int, *, alone: bool) -> list[Word]:
    """The value of a label that has nothing beside it: right under it, or beside it at half a line's distance.

    In a row of headings (`alone` is false) nothing stands half a line off.
    """
    x0, y0, x1, y1 = box_of(label)
    height = label[0].height
    below = _under((x0 + x1) / 2, x0, y1, height, lines[at + 1 : at + 4])
    return below or (_aside(x1, (y0 + y1) / 2, height, lines, at) if alone else [])


def _under(centre: float, x0: float, bottom: float, height: float, below: Sequence[Line]) -> list[Word]:
    for line in below:
        if line.y0 - bottom > 1.2 * height:
            return []
        for phrase in line.phrases:
            aligned = (
                abs(phrase.x0 - x0) <= ALIGNED or abs((phrase.x0 + phrase.x1) / 2 - centre) <= 0.8 * height
            )
            if aligned and _may_be_value(phrase):
                return list(phrase.words)
    return []


def _aside(x1: float, middle: float, height: float, lines: Sequence[Line], at: int) -> list[Word]:
    """Labels in two lines stand half a line above and below a value in one line."""
    for other in (at + 1, at - 1):
        if not 0 <= other < len(lines) or abs(lines[other].middle - middle) > 0.95 * height:
            continue
        right = _right_of(x1, lines[other])
        if right is None:
            continue
        if other == at + 1 and at and abs(lines[at - 1].middle - middle) <= 0.95 * height:
            above = _right_of(x1, lines[at - 1])
            if above is not None and abs(above.x0 - right.x0) <= 3:
                return [*above.words, *right.words]
        return list(right.words)
    return []


def _right_of(x1: float, line: Line) -> Phrase | None:
    """The first phrase of the line behind this place, when it may be a value."""
    right = next((phrase for phrase in line.phrases if phrase.x0 > x1), None)
    return right if right is not None and right.x0 - x1 < _REACH and _may_be_value(right) else None


def _may_be_value(phrase: Phrase) -> bool:
    text = phrase.text
    return ":" not in text and "：" not in text and meaning_of(text.rstrip(COLON + " ")) is None


def continued(value: Sequence[Word], below: Sequence[Line]) -> Iterator[str]:
    """Lines that go on under the value, with nothing to their left."""
    x0, bottom = value[0].x0, value[0].y1
    for line in below:
        if line.y0 - bottom > 0.9 * value[0].height or abs(line.phrases[0].x0 - x0) > 3:
            return
        yield line.phrases[0].text
        bottom = line.y1
