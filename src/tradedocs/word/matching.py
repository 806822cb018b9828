"""Which paragraph of a file that came back is which of the ones that were sent.

A bookmark that survived names a paragraph; equal words name it too, wherever they stand now; of what is left between
two that are known the likest belong together. What then has no partner is new, or gone. The answer decides how a
difference is shown, never whether it is: a paragraph without a partner, or with other words, is a difference.
"""

from __future__ import annotations

import bisect
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher

from tradedocs.word.wording import alike, pairs


@dataclass
class Match:
    """For each found paragraph the sent one (by index), and the other way round."""

    sent_of: dict[int, int] = field(default_factory=dict)
    found_of: dict[int, int] = field(default_factory=dict)

    def take(self, found: int, sent: int) -> None:
        """Say that they are one, unless one of them has a partner already."""
        if found not in self.sent_of and sent not in self.found_of:
            self.sent_of[found] = sent
            self.found_of[sent] = found


def matched(
    sent: Sequence[str], found: Sequence[str], marks: Sequence[frozenset[str]], places: Mapping[str, int]
) -> Match:
    """The pairing.

    Args:
        sent, found: the paragraphs of both, in order.
        marks: the bookmarks of each found paragraph.
        places: which sent paragraph a bookmark belongs to.
    """
    match = Match()
    named = [[places[mark] for mark in own if mark in places] for own in marks]
    for index, candidates in enumerate(named):
        for place in candidates:
            if sent[place] == found[index]:
                match.take(index, place)
    for block in SequenceMatcher(None, sent, found, autojunk=False).get_matching_blocks():
        for offset in range(block.size):
            match.take(block.b + offset, block.a + offset)
    _anywhere(match, sent, found)
    for index, candidates in enumerate(named):
        if len(candidates) > 1:
            candidates = sorted(candidates, key=lambda k: -alike(sent[k], found[index]))
        for place in candidates:
            match.take(index, place)
    _between(match, sent, found)
    return match


def _anywhere(match: Match, sent: Sequence[str], found: Sequence[str]) -> None:
    """The same words at another place."""
    where: dict[str, list[int]] = {}
    for place, text in enumerate(sent):
        if place not in match.found_of:
            where.setdefault(text, []).append(place)
    for index, text in enumerate(found):
        if index not in match.sent_of and where.get(text):
            match.take(index, where[text].pop(0))


def _between(match: Match, sent: Sequence[str], found: Sequence[str]) -> None:
    """In each gap between two known paragraphs, the likest."""
    for gap in _gaps(match, len(found)):
        low = match.sent_of.get(gap[0] - 1, -1)
        high = match.sent_of.get(gap[-1] + 1, len(sent))
        free = [place for place in range(low + 1, max(high, low + 1)) if place not in match.found_of]
        for old, new in pairs([sent[place] for place in free], [found[index] for index in gap]):
            if old is not None and new is not None:
                match.take(gap[new], free[old])


def _gaps(match: Match, count: int) -> Iterator[list[int]]:
    gap: list[int] = []
    for index in range(count + 1):
        if index < count and index not in match.sent_of:
            gap.append(index)
        elif gap:
            yield gap
            gap = []


def out_of_order(match: Match) -> frozenset[int]:
    """The sent paragraphs that stand at another place: the fewest whose removal leaves the rest in order."""
    sequence = [match.sent_of[index] for index in sorted(match.sent_of)]
    tails: list[int] = []
    ends: list[int] = []
    before: list[int | None] = []
    for position, place in enumerate(sequence):
        k = bisect.bisect_left(tails, place)
        tails[k : k + 1] = [place]
        ends[k : k + 1] = [position]
        before.append(ends[k - 1] if k else None)
    kept: set[int] = set()
    step = ends[-1] if ends else None
    while step is not None:
        kept.add(sequence[step])
        step = before[step]
    return frozenset(sequence) - kept
