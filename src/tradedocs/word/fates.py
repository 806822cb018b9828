"""What became of a text that was sent with our tracked changes in it: token by token, decided by the text.

The name on a mark is only a hint: Word's "remove personal information" turns every author into "Author", and anybody
can write our name. So the returned paragraph, deleted text and all, is laid against the sent one such that the fewest
words must have been changed without a mark. Every word of the returned text then has exactly one origin, and so has
every word of the sent one that is gone.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from tradedocs.word.packtokens import Found, Origin, Sent
from tradedocs.word.wordcuts import Cuts, parts

Fate = Literal[
    "kept", "pending", "accepted", "rejected", "their-insertion", "their-deletion", "silent-insertion",
    "silent-deletion",
]  # fmt: skip

_WAYS: tuple[tuple[Origin, Origin, Fate], ...] = (
    ("added", "removed", "accepted"),
    ("removed", "added", "rejected"),
)
_SILENT, _ONE = 1000.0, 1.0
_HINT = 0.25
_MOST_CELLS = 1_500_000


class Step(NamedTuple):
    """One token and what became of it: of the sent text, of the found text, or of both."""

    fate: Fate
    sent: int | None
    found: int | None


def fates(sent: Sequence[Sent], found: Sequence[Found], cuts: Cuts, author: str) -> list[Step]:
    """What became of each token, in reading order. `author` is the name that our changes carried."""
    if (settled := _settled(sent, found)) is not None:
        return settled
    sent, found, origin_of, place_of = _cut(sent, found, cuts)
    steps = _aligned(sent, found, author)
    out: list[Step] = []
    for step in steps:
        one = Step(
            step.fate,
            None if step.sent is None else origin_of[step.sent],
            None if step.found is None else place_of[step.found],
        )
        if not out or out[-1] != one:
            out.append(one)
    return out


def _settled(sent: Sequence[Sent], found: Sequence[Found]) -> list[Step] | None:
    """Where nothing but our draft, or nothing but the approved text came back, all of ours is settled in one way."""
    if any(token.added or token.deleted for token in found):
        return None
    words = [token.word for token in found]
    for there, gone, fate in _WAYS:
        if [token.word for token in sent if token.origin != gone] == words:
            return list(_all_of(sent, there, gone, fate))
    return None


def _all_of(sent: Sequence[Sent], there: str, gone: str, fate: Fate) -> Iterator[Step]:
    place = 0
    for i, token in enumerate(sent):
        if token.origin == gone:
            yield Step(fate, i, None)
        else:
            yield Step(fate if token.origin == there else "kept", i, place)
            place += 1


def _cut(
    sent: Sequence[Sent], found: Sequence[Found], cuts: Cuts
) -> tuple[list[Sent], list[Found], list[int], list[int]]:
    """Both, with each word cut where a mark cuts it, and which token each part is of."""
    if not cuts:
        return list(sent), list(found), list(range(len(sent))), list(range(len(found)))
    finer_sent = [
        (one._replace(word=part), k) for k, one in enumerate(sent) for part in parts(one.word, cuts)
    ]
    finer_found = [
        (one._replace(word=part), k) for k, one in enumerate(found) for part in parts(one.word, cuts)
    ]
    return (
        [one for one, _ in finer_sent],
        [one for one, _ in finer_found],
        [k for _, k in finer_sent],
        [k for _, k in finer_found],
    )


def _aligned(sent: Sequence[Sent], found: Sequence[Found], author: str) -> list[Step]:
    """The alignment of least cost: what both begin and end with is taken as it stands."""
    head = 0
    while head < min(len(sent), len(found)) and _as_sent(sent[head], found[head], author):
        head += 1
    tail = 0
    while tail < min(len(sent), len(found)) - head and _as_sent(sent[-1 - tail], found[-1 - tail], author):
        tail += 1
    start = [_pair(sent, found, k, k) for k in range(head)]
    end = [_pair(sent, found, len(sent) - k, len(found) - k) for k in range(tail, 0, -1)]
    rows, columns = range(head, len(sent) - tail), range(head, len(found) - tail)
    if len(rows) * len(columns) > _MOST_CELLS:
        middle = [_gone(sent, i) for i in rows] + [_come(found, k, author) for k in columns]
    else:
        middle = _best(sent, found, rows, columns, author)
    return [*start, *middle, *end]


def _as_sent(sent: Sent, found: Found, author: str) -> bool:
    """Whether the token came back as it went: also the name on our marks."""
    if sent.word != found.word:
        return False
    if sent.origin == "same":
        return found.added is None and found.deleted is None
    ours, other = (found.added, found.deleted) if sent.origin == "added" else (found.deleted, found.added)
    return ours is not None and other is None and ours.author == author


def _best(
    sent: Sequence[Sent], found: Sequence[Found], rows: range, columns: range, author: str
) -> list[Step]:
    height, width = len(rows), len(columns)
    skip = [_SILENT if sent[i].origin == "same" else _ONE for i in rows]
    come = [_skipped(found[k], author) for k in columns]
    best = [[0.0] * (width + 1) for _ in range(height + 1)]
    for k in reversed(range(width)):
        best[height][k] = best[height][k + 1] + come[k]
    for i in reversed(range(height)):
        row, below, one = best[i], best[i + 1], sent[rows[i]]
        gone, word = skip[i], one.word
        row[width] = below[width] + gone
        for k in reversed(range(width)):
            least = min(below[k] + gone, row[k + 1] + come[k])
            if found[columns[k]].word == word:
                cost = _cost(one, found[columns[k]], author)
                if cost is not None and below[k + 1] + cost <= least:
                    least = below[k + 1] + cost
            row[k] = least
    return list(_walk(sent, found, rows, columns, best, author))


def _walk(
    sent: Sequence[Sent], found: Sequence[Found], rows: range, columns: range, best: list[list[float]],
    author: str,
) -> Iterator[Step]:  # fmt: skip
    i = k = 0
    while i < len(rows) or k < len(columns):
        if i < len(rows) and k < len(columns) and sent[rows[i]].word == found[columns[k]].word:
            cost = _cost(sent[rows[i]], found[columns[k]], author)
            if cost is not None and best[i][k] == best[i + 1][k + 1] + cost:
                yield _pair(sent, found, rows[i], columns[k])
                i, k = i + 1, k + 1
                continue
        gone = _SILENT if i < len(rows) and sent[rows[i]].origin == "same" else _ONE
        if i < len(rows) and best[i][k] == best[i + 1][k] + gone:
            yield _gone(sent, rows[i])
            i += 1
        else:
            yield _come(found, columns[k], author)
            k += 1


def _cost(sent: Sent, found: Found, author: str) -> float | None:
    """What it costs to say that the found token is the sent one; None where that cannot be."""
    if sent.origin == "added":
        strange = found.added is not None and found.added.author != author
        return _HINT if strange else 0.0
    if found.added is not None:
        return None
    if sent.origin == "removed":
        strange = found.deleted is not None and found.deleted.author != author
    else:
        strange = found.deleted is not None and found.deleted.author == author
    return _HINT if strange else 0.0


def _skipped(found: Found, author: str) -> float:
    if found.added is None:
        return _SILENT
    return _ONE + (_HINT if found.added.author == author else 0.0)


def _pair(sent: Sequence[Sent], found: Sequence[Found], i: int, k: int) -> Step:
    one, other = sent[i], found[k]
    if one.origin == "same":
        return Step("kept" if other.deleted is None else "their-deletion", i, k)
    if one.origin == "removed":
        return Step("rejected" if other.deleted is None else "pending", i, k)
    if other.deleted is not None:
        return Step("their-deletion", i, k)
    return Step("accepted" if other.added is None else "pending", i, k)


def _gone(sent: Sequence[Sent], i: int) -> Step:
    fate: dict[Origin, Fate] = {"same": "silent-deletion", "removed": "accepted", "added": "rejected"}
    return Step(fate[sent[i].origin], i, None)


def _come(found: Sequence[Found], k: int, author: str) -> Step:
    """A token that was not sent. A mark that carries our name, and that we did not make, tells nothing."""
    token = found[k]
    told = token.added is not None and token.added.author != author
    return Step("their-insertion" if told else "silent-insertion", None, k)
