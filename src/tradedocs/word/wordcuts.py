"""Where marks cut words: `day` and a struck `s` are the word `days` that was sent.

A word is looked for in each text that a reader could have before them; where a mark begins or ends inside it, it is
cut there, wherever else it stands too, so that its parts are compared with its parts.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import accumulate, pairwise
from typing import NamedTuple

from tradedocs.model.pack import PackLine
from tradedocs.word.layers import Layered
from tradedocs.word.packtext import sent_stretches
from tradedocs.word.packtokens import END, folded, runs_of
from tradedocs.word.wording import words_of

Cuts = Mapping[str, frozenset[int]]


def cuts_of(lines: Sequence[PackLine], paragraphs: Sequence[Layered], author: str) -> Cuts:
    """The offsets at which each word is cut; `author` is the name that our changes carried."""
    seen: set[_Cut] = set()
    for line in lines:
        if line.ours:
            seen |= set(_seen(text for _, text in sent_stretches(line)))
    for paragraph in paragraphs:
        runs = runs_of(paragraph)
        if len(runs) > 1:
            seen |= set(_seen(run.text for run in runs if run.added is None))
            seen |= set(_seen(run.text for run in runs if run.added is None or run.added.author == author))
            seen |= set(_seen(run.text for run in runs if run.deleted is None))
    return _everywhere(seen)


class _Cut(NamedTuple):
    """A word at one place in the text, and where marks cut it there."""

    word: str
    at: tuple[int, ...]


def _seen(pieces: Iterable[str]) -> Iterator[_Cut]:
    texts = [folded(piece) for piece in pieces if piece]
    borders = [*accumulate(map(len, texts))][:-1]
    at = k = 0
    for word in words_of("".join(texts)) if borders else ():
        end, begun = at + len(word), k
        while k < len(borders) and borders[k] < end:
            k += 1
        if k > begun and (inside := tuple(border - at for border in borders[begun:k] if border > at)):
            yield _Cut(word, inside)
        at = end


def _everywhere(seen: set[_Cut]) -> Cuts:
    """All cuts of each word, and of what is left of it where it is cut elsewhere: both sides get the same parts."""
    out: dict[str, set[int]] = {}
    for cut in seen:
        out.setdefault(cut.word, set()).update(cut.at)
    grew = True
    while grew:
        grew = False
        for word, places in seen:
            for start, end in pairwise((0, *places, len(word))):
                inner = {at - start for at in out[word] if start < at < end}
                known = out.setdefault(word[start:end], set()) if inner else inner
                grew = grew or not inner <= known
                known |= inner
    return {word: frozenset(cuts) for word, cuts in out.items()}


def parts(word: str, cuts: Cuts) -> Iterator[str]:
    """The parts of a word, each as it would be read by itself."""
    if word == END or word not in cuts:
        yield word
        return
    at = 0
    for cut in (*sorted(cuts[word]), len(word)):
        yield from (part for part in words_of(word[at:cut]) if not part.isspace())
        at = cut
