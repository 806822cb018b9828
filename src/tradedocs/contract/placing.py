"""Which clause of the library a text of somebody else's is: by the words that it shares with the clause.

A word counts the more the fewer clauses use it. A text is placed where enough of its weight lies in one clause and the
next best is clearly behind; everything else is said to have no place.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from tradedocs.clausetext import tokens
from tradedocs.contract.signs import bare
from tradedocs.model.clause import Clause

_LEAST, _AHEAD = 0.42, 1.15
_FEWEST = 16  # words and pairs: a heading alone says too little


class Shelf:
    """The words of every clause in both languages."""

    def __init__(self, clauses: Iterable[Clause]) -> None:
        words: dict[str, Counter[str]] = {}
        for clause in clauses:
            words.setdefault(clause.id, Counter()).update(_features(_text(clause)))
        count = Counter(word for one in words.values() for word in one)
        self._weight = {word: math.log(1 + len(words) / n) for word, n in count.items()}
        self._words = words
        self._where: dict[str, list[str]] = {}
        for name, one in words.items():
            for word in one:
                self._where.setdefault(word, []).append(name)

    def place(self, text: str) -> str | None:
        """The clause that the text is a version of; None where none is near enough."""
        own = set(_features(text))
        total = sum(self._weight.get(word, 1.0) for word in own)
        if len(own) < _FEWEST:
            return None
        shared: dict[str, float] = {}
        for word in own:
            for name in self._where.get(word, ()):
                shared[name] = shared.get(name, 0.0) + self._weight[word]
        scored = sorted(((score / total, name) for name, score in shared.items()), reverse=True)[:2]
        if not scored or scored[0][0] < _LEAST:
            return None
        ahead = len(scored) == 1 or scored[0][0] >= _AHEAD * scored[1][0]
        return scored[0][1] if ahead else None


def placed(texts: Sequence[str], shelf: Shelf) -> Mapping[int, str]:
    """The place of each text by its index; a text without one is left out."""
    found = {index: shelf.place(text) for index, text in enumerate(texts)}
    return {index: name for index, name in found.items() if name is not None}


def _text(clause: Clause) -> str:
    lines = [clause.title.en, clause.title.zh]
    for paragraph in clause.paragraphs:
        for text in (paragraph.en, paragraph.zh):
            lines.append("".join(one.text for one in tokens(text) if one.kind in ("text", "term")))
    return "\n".join(lines)


def _features(text: str) -> list[str]:
    """Words, and pairs of neighbours, which are what tells two clauses on one subject apart."""
    words = [word.casefold() for word in bare(text)]
    return [*words, *(f"{a} {b}" for a, b in pairwise(words))]
