"""Printed labels by a key that blanks, case, accents and punctuation do not change, and the search along words.

OCR drops blanks (`ReportNo.:`, `Dateofissue`), glues values to labels (`No.AB-1`) and, now and then, mistakes a
letter. A key has no blanks; a page that was read by OCR may have one wrong letter in a label of eight or more.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from tradedocs.pdf.page import Word
from tradedocs.vocabulary import fold, lexicon, remembered
from tradedocs.vocabulary.fold import has_cjk
from tradedocs.vocabulary.lexicon import Lexicon

COLON = ":：﹕"
BARS = ("|", "¦", "│", "｜")
LEADER = re.compile(r"^[\s:：﹕.·…_=*\-–—]+|[\s:：﹕·…_]+$")
NAMES = {"client", "goods", "seller", "buyer", "manufacturer"}
_LONGEST, _HEAD = 9, 3
_TOLERANT = 8
_CJK_FROM = "\u2e80"
_OWNER = re.compile(r"['’`´]s\b")
_CJK = "\u1100-\u11ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3"
_SCRIPTS = re.compile(rf"[{_CJK}]+|[^{_CJK}]+")
_GLUED = re.compile(
    r"(?P<label>(?=[^\W\d_])[\w.’'()/&-]+?(?:(?<=[\w).])[:：﹕]|(?<=[Nn][Oo])[.:]))(?!//)(?P<value>[\w(].*)"
)


@lru_cache(maxsize=50_000)
def key_of(text: str) -> str:
    """The label's letters and digits; a number sign counts as `no`."""
    flat = _OWNER.sub("", text.replace("#", " no ")) if not text.isalnum() else text
    return fold(flat).replace(" ", "")


@dataclass(frozen=True)
class Match:
    """A label that was found along words.

    Attributes:
        last: the index of its last word.
        key: what was matched.
        rest: what the last word says behind the label, when the two are glued together.
        telling: the label is of two words or more, and no common word.
    """

    meaning: str
    last: int
    key: str
    rest: str = ""
    telling: bool = False


class LabelTree:
    """The labels of the vocabulary `fields`, for walking along words."""

    def __init__(self, words: Lexicon) -> None:
        self.words = words
        self.meanings: Mapping[str, str] = {
            key_of(label): meaning for label, meaning in reversed(list(words.labels.items()))
        }
        self.telling = frozenset(
            key_of(label)
            for label in words.labels
            if " " in label or (label[:1] > _CJK_FROM and len(label) >= 4)
        )

    @cached_property
    def _sorted(self) -> list[str]:
        return sorted(self.meanings)

    @cached_property
    def _heads(self) -> frozenset[str]:
        """The first letters of all keys, and their beginnings: most words of a page are no label's."""
        return frozenset(key[:size] for key in self.meanings for size in range(_HEAD + 1))

    def begins(self, key: str) -> bool:
        """Whether some label's key begins so."""
        if key[:_HEAD] not in self._heads:
            return False
        at = bisect_left(self._sorted, key)
        return at < len(self._sorted) and self._sorted[at].startswith(key)

    @cached_property
    def _less_one(self) -> Mapping[str, tuple[str, ...]]:
        """Long keys by what is left of them without one letter."""
        index: dict[str, list[str]] = {}
        for key in self.meanings:
            if len(key) >= _TOLERANT and key.isalpha():
                for shorter in _without_one(key):
                    index.setdefault(shorter, []).append(key)
        return {shorter: tuple(keys) for shorter, keys in index.items()}

    def meaning(self, key: str, *, tolerant: bool = False) -> str | None:
        """What the key means; `tolerant` allows one wrong, missing or extra letter where only one meaning is near."""
        if (meaning := self.meanings.get(key)) is not None or not tolerant or len(key) < _TOLERANT:
            return meaning
        near = [other for shorter in (key, *_without_one(key)) for other in self._less_one.get(shorter, ())]
        meanings = {self.meanings[other] for other in near if abs(len(other) - len(key)) <= 1}
        return meanings.pop() if len(meanings) == 1 else None

    def longest(self, words: Sequence[Word], at: int, *, tolerant: bool = False) -> Match | None:
        """The longest label that begins at this word; one in two languages counts as one label."""
        key, best = "", None
        for k in range(at, min(at + _LONGEST, len(words))):
            text = words[k].text
            if text in BARS:
                break
            glued = None if text.isalnum() else _GLUED.match(text)
            for piece in _pieces(glued["label"] if glued else text):
                key += piece
                if not self.begins(key):
                    return best or (self._nearly(words, at) if tolerant else None)
                if (meaning := self.meanings.get(key)) is not None and piece:
                    best = Match(meaning, k, key, glued["value"] if glued else "", key in self.telling)
            if glued or text[-1] in COLON:
                break
        if tolerant and best is None:
            return self._nearly(words, at)
        return best

    def _nearly(self, words: Sequence[Word], at: int) -> Match | None:
        """A long label with a colon and one wrong letter."""
        key = ""
        for k in range(at, min(at + _LONGEST, len(words))):
            text = words[k].text
            glued = _GLUED.match(text)
            key += key_of(glued["label"] if glued else text)
            if not glued and text[-1] not in COLON:
                continue
            meaning = self.meaning(key, tolerant=True)
            return Match(meaning, k, key, glued["value"] if glued else "", True) if meaning else None
        return None


@lru_cache(maxsize=20_000)
def _pieces(text: str) -> tuple[str, ...]:
    """The keys of the parts of a word, which may be in two scripts; a leader has none."""
    if text.isascii():
        return (key_of(text),)
    return tuple(key_of(part) for part in _SCRIPTS.findall(text))


def _without_one(key: str) -> Iterator[str]:
    return (key[:k] + key[k + 1 :] for k in range(len(key)))


_tree: LabelTree | None = None


def label_tree() -> LabelTree:
    """The labels that are taught at present."""
    global _tree
    words = lexicon("fields")
    if _tree is None or _tree.words is not words:
        _tree = LabelTree(words)
    return _tree


_LATIN, _FOREIGN = re.compile(r"[a-z]{2}"), re.compile(r"[^\x00-\x7f]+")
_DIVIDED = re.compile(r"\s*[/|(（)）]\s*")


@remembered
def meaning_of(label: str) -> str | None:
    """What a label means; of a label in two languages either half may tell."""
    tree = label_tree()
    if (meaning := tree.meanings.get(key_of(label))) is not None:
        return meaning
    halves = _halves(label)
    found = {meaning for half in halves if (meaning := tree.meanings.get(key_of(half)))}
    return found.pop() if len(found) == 1 and len(halves) > 1 else None


def _halves(label: str) -> list[str]:
    folded = fold(label)
    if has_cjk(folded) and _LATIN.search(folded):
        return [_FOREIGN.sub(" ", folded), "".join(c for c in folded if ord(c) > 0x7F)]
    return [part for part in _DIVIDED.split(label) if part.strip()]
