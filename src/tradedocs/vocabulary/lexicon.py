"""A list of meanings, each with the labels that stand for it, and the search for a label in printed text."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, cached_property, lru_cache
from itertools import islice
from typing import TypeVar

from tradedocs.errors import ToolError
from tradedocs.vocabulary.fold import fold, has_cjk
from tradedocs.vocabulary.packaged import packaged

T = TypeVar("T")
_REMEMBERED = 4096
_LONG = 8  # letters: shorter labels without their blanks could be other words
_CJK = "\u1100-\u11ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3"
_TOKEN = re.compile(rf"[{_CJK}]+|[^\s{_CJK}]+")


@dataclass(frozen=True)
class Hit:
    """A label that was found: its meaning, the label in folded form, and how much of the text it covers (0 to 1)."""

    meaning: str
    label: str
    cover: float


@dataclass(frozen=True)
class Lexicon:
    """Meanings and their labels. Look-ups fold their text, so case, accents and punctuation do not matter."""

    name: str
    labels: Mapping[str, str] = field(repr=False)

    @classmethod
    def of(cls, name: str, meanings: Mapping[str, Sequence[str]]) -> Lexicon:
        """Make a lexicon from `meaning: [label, …]`.

        Raises:
            ToolError: one label stands for two meanings.
        """
        labels: dict[str, str] = {}
        for meaning, printed in meanings.items():
            for label in printed:
                folded = fold(str(label))
                if labels.setdefault(folded, meaning) != meaning:
                    raise ToolError(f"vocabulary {name}: {label!r} means both {labels[folded]} and {meaning}")
        return cls(name, labels)

    def exact(self, text: str) -> str | None:
        """The meaning of the text when the whole of it is a label; a long one may have lost its blanks in print."""
        folded = fold(text)
        meaning = self.labels.get(folded)
        return meaning if meaning is not None or len(folded) < _LONG else self._glued.get(folded)

    def said(self, text: str) -> str | None:
        """The meaning of the text when nothing but labels of one meaning is in it: `Pass 合格`."""
        known = self._said_before  # most texts are known, so that is asked before a call
        return known[text] if text in known else _kept(known, text, self._said)

    def _said(self, text: str) -> str | None:
        if (meaning := self.exact(text)) is not None:
            return meaning
        folded = fold(text)
        if len(folded) > 60 or " " not in folded:
            return None
        if folded.split(" ", 1)[0] not in self._most_words and not has_cjk(folded):
            return None  # no label begins where the text does, so labels cannot make up all of it
        hits = self.all_in(text)
        told = sum(len(hit.label.replace(" ", "")) for hit in hits)
        meanings = {hit.meaning for hit in hits}
        return meanings.pop() if len(meanings) == 1 and told == len(folded.replace(" ", "")) else None

    def occurrences(self, folded: str) -> tuple[tuple[str, int], ...]:
        """Every label in a folded text, with its place, as whole words (CJK: anywhere); they may overlap."""
        known = self._places_before
        return (
            known[folded] if folded in known else _kept(known, folded, lambda text: tuple(self._search(text)))
        )

    @cached_property
    def _said_before(self) -> dict[str, str | None]:
        return {}

    @cached_property
    def _all_before(self) -> dict[str, tuple[Hit, ...]]:
        return {}

    @cached_property
    def _best_before(self) -> dict[str, Hit | None]:
        return {}

    @cached_property
    def _start_before(self) -> dict[str, Hit | None]:
        return {}

    @cached_property
    def _places_before(self) -> dict[str, tuple[tuple[str, int], ...]]:
        return {}

    @cached_property
    def _most_words(self) -> dict[str, int]:
        """How many words the longest label has that begins with a word."""
        most: dict[str, int] = {}
        for label in self.labels:
            words = _TOKEN.findall(label)
            if words and not has_cjk(label):
                most[words[0]] = max(most.get(words[0], 0), len(words))
        return most

    @cached_property
    def _glued(self) -> dict[str, str]:
        """Long labels of several words without their blanks, as OCR and narrow print give them: `notdetected`."""
        glued: dict[str, set[str]] = {}
        for label, meaning in self.labels.items():
            bare = label.replace(" ", "")
            if bare != label and len(bare) >= _LONG and bare.isascii():
                glued.setdefault(bare, set()).add(meaning)
        return {bare: meanings.pop() for bare, meanings in glued.items() if len(meanings) == 1}

    @cached_property
    def _cjk(self) -> tuple[str, ...]:
        return tuple(label for label in self.labels if has_cjk(label))

    def _search(self, folded: str) -> Iterator[tuple[str, int]]:
        labels, most = self.labels, self._most_words
        is_cjk = has_cjk(folded)
        if not is_cjk and most.keys().isdisjoint(folded.split()):
            return
        for first in _TOKEN.finditer(folded):
            count, start = most.get(first[0], 0), first.start()
            for last in islice(_TOKEN.finditer(folded, start), count) if count else ():
                label = folded[start : last.end()]
                if label in labels and not has_cjk(label):
                    yield label, start
        if is_cjk:
            yield from ((label, at) for label in self._cjk if (at := folded.find(label)) >= 0)

    def best(self, text: str) -> Hit | None:
        """The label that covers most of the text; at equal length the one that stands first wins."""
        return _kept(self._best_before, text, self._best)

    def _best(self, text: str) -> Hit | None:
        folded = fold(text)
        if not folded:
            return None
        if (meaning := self.exact(folded)) is not None:
            return Hit(meaning, folded, 1.0)
        found = [(len(label), -at, label) for label, at in self.occurrences(folded)]
        if not found:
            return None
        _, _, label = max(found)
        return Hit(self.labels[label], label, len(label) / len(folded))

    def all_in(self, text: str) -> tuple[Hit, ...]:
        """Every label in the text, longest first, none overlapping another."""
        known = self._all_before
        return known[text] if text in known else _kept(known, text, self._all_in)

    def _all_in(self, text: str) -> tuple[Hit, ...]:
        folded = fold(text)
        taken: list[tuple[int, int]] = []
        hits: list[Hit] = []
        for label, at in sorted(self.occurrences(folded), key=lambda found: (-len(found[0]), found[1])):
            end = at + len(label)
            if all(end <= low or at >= high for low, high in taken) and all(
                hit.label != label for hit in hits
            ):
                taken.append((at, end))
                hits.append(Hit(self.labels[label], label, len(label) / max(len(folded), 1)))
        return tuple(hits)

    def start(self, text: str) -> Hit | None:
        """The longest label that the text begins with."""
        return _kept(self._start_before, text, self._start)

    def _start(self, text: str) -> Hit | None:
        folded = fold(text)
        found = [label for label, at in self.occurrences(folded) if at == 0]
        if not found:
            return None
        label = max(found, key=len)
        return Hit(self.labels[label], label, len(label) / len(folded))

    def first_place(self, label: str, text: str) -> int:
        """Where the label first stands in the folded text; -1 when it does not."""
        return min((at for found, at in self.occurrences(text) if found == label), default=-1)


def _kept(memory: dict[str, T], text: str, work: Callable[[str], T]) -> T:
    """The answer of `work`, remembered: the same few texts are asked about again and again."""
    try:
        return memory[text]
    except KeyError:
        if len(memory) >= _REMEMBERED:
            memory.clear()
        memory[text] = answer = work(text)
        return answer


_taught: dict[str, Mapping[str, str]] = {}
_RESTS_ON_LABELS = "tradedocs.reading"


def remembered(work: Callable[[str], T]) -> Callable[[str], T]:
    """Remember the answers of a function of a text."""
    return lru_cache(maxsize=50_000)(work)


def teach(labels: Mapping[str, Mapping[str, str]]) -> None:
    """From now on lay these labels, by lexicon and folded label, over the packaged ones; none before them count."""
    if labels == _taught:
        return
    _taught.clear()
    _taught.update(labels)
    lexicon.cache_clear()
    for name, module in list(sys.modules.items()):
        if name.startswith(_RESTS_ON_LABELS):
            _forget(vars(module).values())


def _forget(members: Iterable[object]) -> None:
    """Whatever the reading remembers of a text may rest on what its words meant before."""
    for member in members:
        clear = getattr(member, "cache_clear", None)
        if callable(clear):
            clear()


@cache
def lexicon(name: str) -> Lexicon:
    """The packaged lexicon `data/NAME.yaml`, with what was taught laid over it.

    Raises:
        ToolError: there is no such file, or it contradicts itself.
    """
    ours = _packaged(name)
    return Lexicon(name, {**ours.labels, **_taught[name]}) if name in _taught else ours


@cache
def _packaged(name: str) -> Lexicon:
    return Lexicon.of(name, packaged(name))
