"""Which paragraphs of two versions hold each other's words, also where one was split in two or two were joined.

The words that stay in order and weigh most are found over all paragraphs at once; paragraphs that share enough of them
are kin. Of paragraphs that changed places the shorter ones have moved, whatever else was changed in them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from tradedocs.word.wording import words_of

_OFTEN = 8
_PART, _WHOLE, _PHRASE = 4, 3, 3


class Kin(NamedTuple):
    """Paragraphs of the old and of the new version that belong together; one of the ranges may be empty."""

    old: range
    new: range


class _Token(NamedTuple):
    word: str
    line: int


def kin(old: Sequence[str], new: Sequence[str]) -> list[Kin]:
    """All paragraphs of both versions, in reading order: what went stands before what came."""
    head = _same(old, new)
    tail = _same(old[head:][::-1], new[head:][::-1])
    inside = range(head, len(old) - tail), range(head, len(new) - tail)
    out = [Kin(range(k, k + 1), range(k, k + 1)) for k in range(head)]
    i, k = head, head
    for one in _related(old, new, *inside):
        out += alone_of(range(i, one.old.start), range(k, one.new.start))
        out.append(one)
        i, k = one.old.stop, one.new.stop
    out += alone_of(range(i, len(old) - tail), range(k, len(new) - tail))
    for k in range(tail, 0, -1):
        out.append(
            Kin(
                range(len(old) - k, len(old) - k + 1),
                range(len(new) - k, len(new) - k + 1),
            )
        )
    return out


def _same(one: Sequence[str], other: Sequence[str]) -> int:
    return next(
        (k for k, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other))
    )


def alone_of(gone: range, come: range) -> Iterator[Kin]:
    """Each paragraph by itself: what went, then what came."""
    for i in gone:
        yield Kin(range(i, i + 1), range(come.start, come.start))
    for k in come:
        yield Kin(range(gone.stop, gone.stop), range(k, k + 1))


def _related(old: Sequence[str], new: Sequence[str], before: range, after: range) -> list[Kin]:
    """The groups of paragraphs that share words, none of which crosses another."""
    if not before or not after:
        return []
    out: list[Kin] = []
    for i, k in _links(old, new, before, after):
        if out and (i < out[-1].old.stop or k < out[-1].new.stop):
            last = out.pop()
            start, begin = last.old.start, last.new.start
            out.append(Kin(range(start, max(i + 1, last.old.stop)), range(begin, max(k + 1, last.new.stop))))
        else:
            out.append(Kin(range(i, i + 1), range(k, k + 1)))
    return out


def _links(old: Sequence[str], new: Sequence[str], before: range, after: range) -> list[tuple[int, int]]:
    """Pairs of paragraphs that share a third of the longer one, or phrases that are a quarter of the shorter one."""
    both = {old[i] for i in before} & {new[k] for k in after}
    tokens = _telling(old, before, both), _telling(new, after, both)
    sizes = tuple(_sizes(one) for one in tokens)
    shared, phrases = Counter[tuple[int, int]](), Counter[tuple[int, int]]()
    for run in _runs(_heaviest(*([token.word for token in one] for one in tokens)), *tokens):
        lines = tokens[0][run[0][0]].line, tokens[1][run[0][1]].line
        weight = sum(len(tokens[0][a].word) for a, _ in run)
        shared[lines] += weight
        phrases[lines] += weight if len(run) >= _PHRASE else 0
    return sorted(
        (i, k)
        for (i, k), weight in shared.items()
        if _WHOLE * weight >= max(sizes[0][i], sizes[1][k])
        or _PART * phrases[i, k] >= min(sizes[0][i], sizes[1][k])
    )


def _runs(
    places: Sequence[tuple[int, int]], old: Sequence[_Token], new: Sequence[_Token]
) -> list[list[tuple[int, int]]]:
    """The places of common words, in stretches that follow each other within one paragraph of each version."""
    out: list[list[tuple[int, int]]] = []
    for a, b in places:
        follows = bool(out) and out[-1][-1] == (a - 1, b - 1)
        if follows and (old[a - 1].line, new[b - 1].line) == (old[a].line, new[b].line):
            out[-1].append((a, b))
        else:
            out.append([(a, b)])
    return out


def _telling(texts: Sequence[str], places: range, both: set[str]) -> list[_Token]:
    """The words; a paragraph that is the same in both versions is one. Words that stand everywhere tell nothing."""
    found = [
        _Token(word, k)
        for k in places
        for word in ((texts[k],) if texts[k] in both else words_of(texts[k]))
        if not word.isspace()
    ]
    count = Counter(token.word for token in found)
    return [token for token in found if count[token.word] <= _OFTEN]


def _sizes(tokens: Sequence[_Token]) -> Counter[int]:
    out: Counter[int] = Counter()
    for token in tokens:
        out[token.line] += len(token.word)
    return out


def _heaviest(old: Sequence[str], new: Sequence[str]) -> list[tuple[int, int]]:
    """The common subsequence with the most characters, as places in both (Hunt and Szymanski 1977, with weights)."""
    where: dict[str, list[int]] = {}
    for k in reversed(range(len(new))):
        where.setdefault(new[k], []).append(k)
    # A Fenwick tree of the best chain that ends before a place of the new version.
    best: list[tuple[int, int]] = [(0, -1)] * (len(new) + 1)
    chains: list[tuple[int, int, int]] = []
    for i, word in enumerate(old):
        for k in where.get(word, ()):
            weight, before = _upto(best, k)
            chains.append((i, k, before))
            _raise(best, k + 1, (weight + len(word), len(chains) - 1))
    out, last = list[tuple[int, int]](), _upto(best, len(new))[1]
    while last >= 0:
        i, k, last = chains[last]
        out.append((i, k))
    return out[::-1]


def _upto(best: Sequence[tuple[int, int]], place: int) -> tuple[int, int]:
    found = (0, -1)
    while place > 0:
        if best[place][0] > found[0]:
            found = best[place]
        place &= place - 1
    return found


def _raise(best: list[tuple[int, int]], place: int, chain: tuple[int, int]) -> None:
    while place < len(best):
        if chain[0] > best[place][0]:
            best[place] = chain
        place += place & -place
