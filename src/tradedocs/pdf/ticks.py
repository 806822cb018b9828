"""Boxes to be ticked that are drawn, not written: as words that hold the signs ☐ and ☒."""

from __future__ import annotations

from collections.abc import Sequence

from tradedocs.pdf.geometry import Box
from tradedocs.pdf.page import Word
from tradedocs.pdf.rules import Drawn

_TYPED = frozenset(("x", "X", "✓", "✔", "√", "v", "V", "✗", "✘", "×", "●", "■"))
_MOST = 2_000  # boxes on one page; more is a drawing


def with_ticks(drawn: Drawn, words: tuple[Word, ...]) -> tuple[Word, ...]:
    """The words with a sign for every drawn box that stands beside a word, is ticked, or is alike to a ticked one.

    A letter that was typed into a box ticks it and is no word of its own.
    """
    squares = [(box, _marked(box, drawn)) for box in drawn.boxes[:_MOST]]
    rounds = [(box, _marked(box, drawn)) for box in drawn.rounds[:_MOST]]
    found = squares + (rounds if len(rounds) > 1 and any(marked for _, marked in rounds) else [])
    if not found:
        return words
    signs, typed = [], set()
    sizes = {round(box[2] - box[0]) for box, marked in found if marked}
    for box, marked in found:
        inside = [word for word in words if _holds(box, word)]
        letters = [word for word in inside if word.text in _TYPED]
        if len(letters) != len(inside):
            continue  # a framed number or letter
        typed |= {id(word) for word in letters}
        ticked = marked or bool(letters)
        if ticked or round(box[2] - box[0]) in sizes or _beside(box, words):
            signs.append(Word(*box, "☒" if ticked else "☐", -9, -5))
    return (*(word for word in words if id(word) not in typed), *signs)


def _holds(box: Box, word: Word) -> bool:
    return box[0] < (word.x0 + word.x1) / 2 < box[2] and box[1] < word.middle < box[3]


def _beside(box: Box, words: Sequence[Word]) -> bool:
    middle, reach = (box[1] + box[3]) / 2, 1.5 * (box[2] - box[0])
    return any(
        w.y0 < middle < w.y1 and (-3 <= w.x0 - box[2] <= reach or -3 <= box[0] - w.x1 <= reach) for w in words
    )


def _marked(box: Box, drawn: Drawn) -> bool:
    """Whether a stroke or a dark shape lies in the box."""
    x0, y0, x1, y1 = box
    return any(
        x0 - 2 <= d[0]
        and d[2] <= x1 + 2
        and y0 - 2 <= d[1]
        and d[3] <= y1 + 2
        and d[2] - d[0] > 0.35 * (x1 - x0)
        for d in drawn.diagonals
    )
