"""Which words of a text changed, and which paragraphs of two versions belong together.

An English word, a figure with its separators, and a single Chinese character are one word each. Where two changes
have nothing but a blank between them they are one change, so that a rewritten phrase is not shown in shreds.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Iterator, Sequence
from difflib import SequenceMatcher
from itertools import groupby
from typing import TypeVar

from tradedocs.model.revision import Words, WordsKind

T = TypeVar("T", bound=Hashable)
Stretch = tuple[WordsKind, tuple[T, ...]]

_WIDE = "\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef"
_WORD = re.compile(rf"[{_WIDE}]|[^\W{_WIDE}]+(?:[.,'’][^\W{_WIDE}]+)*|\s+|.", re.S)
_ALIKE = 0.4
_MOST_PAIRS = 4_000


def words_of(text: str) -> list[str]:
    """The words, blanks and signs of a text; joined they are the text again."""
    return _WORD.findall(text)


def changed_words(old: str, new: str) -> tuple[Words, ...]:
    """The old text turned into the new one: what stays, what goes, what comes, in reading order."""
    return tuple(
        Words(kind=kind, text="".join(items))
        for kind, items in stretches(words_of(old), words_of(new), str.isspace)
    )


def stretches(old: Sequence[T], new: Sequence[T], blank: Callable[[T], bool]) -> list[Stretch[T]]:
    """As `changed_words`, for words of any kind; `blank` says which of them are nothing but space."""
    head = _common(old, new)
    tail = _common(old[head:][::-1], new[head:][::-1])
    out: list[Stretch[T]] = [("same", tuple(old[:head]))]
    out += _raw(old[head : len(old) - tail], new[head : len(new) - tail])
    out.append(("same", tuple(old[len(old) - tail :])))
    return [(kind, items) for kind, items in _merged([one for one in out if one[1]], blank) if items]


def _common(one: Sequence[T], other: Sequence[T]) -> int:
    return next(
        (k for k, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other))
    )


def _raw(old: Sequence[T], new: Sequence[T]) -> Iterator[Stretch[T]]:
    for what, i, j, k, m in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if what == "equal":
            yield "same", tuple(old[i:j])
        else:
            yield "removed", tuple(old[i:j])
            yield "added", tuple(new[k:m])


def _merged(found: Sequence[Stretch[T]], blank: Callable[[T], bool]) -> Iterator[Stretch[T]]:
    """Blanks between two changes belong to both; changes that touch are one."""
    last = len(found) - 1

    def kept(k: int) -> bool:
        kind, items = found[k]
        return kind == "same" and not (0 < k < last and all(map(blank, items)))

    for stays, group in groupby(range(len(found)), kept):
        pieces = [found[k] for k in group]
        if stays:
            yield "same", tuple(item for _, items in pieces for item in items)
        else:
            yield "removed", tuple(item for kind, items in pieces if kind != "added" for item in items)
            yield "added", tuple(item for kind, items in pieces if kind != "removed" for item in items)


def pairs(old: Sequence[str], new: Sequence[str]) -> list[tuple[int | None, int | None]]:
    """Which paragraph of the new version is which of the old one, in reading order.

    Equal paragraphs belong together; of what lies between them the likest do, in order. What has no partner stands
    alone: (index, None) went, (None, index) came.
    """
    out: list[tuple[int | None, int | None]] = []
    for what, i, j, k, m in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if what == "equal":
            out += zip(range(i, j), range(k, m), strict=True)
        else:
            out += [
                (None if a is None else i + a, None if b is None else k + b)
                for a, b in _likest(old[i:j], new[k:m])
            ]
    return out


def alike(one: str, other: str) -> float:
    """How alike two paragraphs are, from 0 to 1, by their words."""
    return SequenceMatcher(None, words_of(one), words_of(other), autojunk=False).ratio()


def _likest(old: Sequence[str], new: Sequence[str]) -> list[tuple[int | None, int | None]]:
    """The pairing in order that keeps most likeness; two that have little in common are no pair."""
    if len(old) * len(new) > _MOST_PAIRS:
        return [*((k, None) for k in range(len(old))), *((None, k) for k in range(len(new)))]
    best = [[0.0] * (len(new) + 1) for _ in range(len(old) + 1)]
    gain = [[_gain(a, b) for b in new] for a in old]
    for i in reversed(range(len(old))):
        for k in reversed(range(len(new))):
            best[i][k] = max(best[i + 1][k], best[i][k + 1], gain[i][k] + best[i + 1][k + 1])
    return list(_walk(best, gain, len(old), len(new)))


def _gain(one: str, other: str) -> float:
    likeness = alike(one, other)
    return likeness if likeness >= _ALIKE else -1.0


def _walk(
    best: list[list[float]], gain: list[list[float]], rows: int, columns: int
) -> Iterator[tuple[int | None, int | None]]:
    i = k = 0
    while i < rows or k < columns:
        if i < rows and k < columns and gain[i][k] > 0 and best[i][k] == gain[i][k] + best[i + 1][k + 1]:
            yield i, k
            i, k = i + 1, k + 1
        elif i < rows and (k == columns or best[i][k] == best[i + 1][k]):
            yield i, None
            i += 1
        else:
            yield None, k
            k += 1
