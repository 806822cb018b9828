"""What became of a text that was sent with our tracked changes in it: token by token, decided by the text.

The name on a mark is only a hint: Word's "remove personal information" turns every author into "Author", and anybody
can write our name. So the returned paragraph, deleted text and all, is laid against the sent one such that the fewest
words must have been changed without a mark. Every word of the returned text then has exactly one origin, and so has
every word of the sent one that is gone.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import Literal, NamedTuple

from tradedocs.model.pack import PackLine
from tradedocs.word.layers import Layered, Who
from tradedocs.word.packtext import sent_stretches
from tradedocs.word.wording import words_of

END = "\n"
"""The token of a paragraph's end."""

Origin = Literal["same", "removed", "added"]
Fate = Literal[
    "kept", "pending", "accepted", "rejected", "their-insertion", "their-deletion", "silent-insertion",
    "silent-deletion",
]  # fmt: skip

_SILENT, _ONE = 1000.0, 1.0
_HINT = 0.25
_MOST_CELLS = 1_500_000
_MOST_SEGMENTS = 6
_QUOTES = str.maketrans({"“": '"', "”": '"', "„": '"', "‘": "'", "’": "'", "\xa0": " "})


class Sent(NamedTuple):
    """A token as it was sent: in both texts, only in the approved one, or only in ours.

    Attributes:
        change: which of our changes it is part of; None for what is the same in both.
        line, start, end: where it stands: which of the lines, and between which characters of `shown(line)`.
    """

    word: str
    origin: Origin
    change: int | None
    line: int
    start: int
    end: int


class Found(NamedTuple):
    """A token as it came back, with its place as `Sent` has it; `piece` counts the stretches of one state."""

    word: str
    added: Who | None
    deleted: Who | None
    line: int
    start: int
    end: int
    piece: int


class Step(NamedTuple):
    """One token and what became of it: of the sent text, of the found text, or of both."""

    fate: Fate
    sent: int | None
    found: int | None


def sent_tokens(lines: Sequence[PackLine]) -> list[Sent]:
    """The tokens of the lines, of both their texts."""
    out: list[Sent] = []
    change = 0
    for index, line in enumerate(lines):
        at = 0
        for kind, text in sent_stretches(line):
            # A replacement is one change: what went and what came stand together.
            if kind != "same" and (not out or out[-1].change is None):
                change += 1
            out += [
                Sent(
                    word, kind, None if kind == "same" else change, index, at + start, at + start + len(word)
                )
                for word, start in _words(text)
            ]
            at += len(text)
        whole: Origin = "added" if line.approved is None else "removed" if line.draft is None else "same"
        out.append(Sent(END, whole, None if whole == "same" else change, index, at, at))
    return out


def shown(line: PackLine) -> str:
    """All of a line's text as it was sent, deleted text too."""
    return "".join(text for _, text in sent_stretches(line))


def found_tokens(paragraphs: Sequence[Layered]) -> list[Found]:
    """The tokens of returned paragraphs with their marks. An empty paragraph is none."""
    out: list[Found] = []
    for index, paragraph in enumerate(paragraphs):
        own, at = list[Found](), 0
        for number, run in enumerate(runs_of(paragraph)):
            own += [
                Found(word, run.added, run.deleted, index, at + start, at + start + len(word), number)
                for word, start in _words(run.text)
            ]
            at += len(run.text)
        if own:
            out += [*own, Found(END, paragraph.added, paragraph.deleted, index, at, at, -1)]
    return out


def whole(paragraph: Layered) -> str:
    """All of a returned paragraph's text, as the places of its tokens count it."""
    return "".join(run.text for run in runs_of(paragraph))


class Stretch(NamedTuple):
    """A stretch of a returned paragraph in one state."""

    text: str
    added: Who | None
    deleted: Who | None


def runs_of(paragraph: Layered) -> list[Stretch]:
    """Pieces of one state that touch are one, however a program split them."""
    out: list[Stretch] = []
    for piece in paragraph.pieces:
        if out and (out[-1].added, out[-1].deleted) == (piece.added, piece.deleted):
            out[-1] = out[-1]._replace(text=out[-1].text + piece.text)
        else:
            out.append(Stretch(piece.text, piece.added, piece.deleted))
    return [run._replace(text=unicodedata.normalize("NFC", run.text)) for run in out]


def _words(text: str) -> Iterator[tuple[str, int]]:
    """The words of a text that are no blanks, with quotes folded, and where each begins."""
    at = 0
    for word in words_of(text.translate(_QUOTES)):
        if not word.isspace():
            yield word, at
        at += len(word)


def fates(sent: Sequence[Sent], found: Sequence[Found], author: str) -> list[Step]:
    """What became of each token, in reading order. `author` is the name that our changes carried."""
    sent, found, origin_of, place_of = _cut(sent, found)
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


def _cut(
    sent: Sequence[Sent], found: Sequence[Found]
) -> tuple[list[Sent], list[Found], list[int], list[int]]:
    """Both, with each word cut where a mark in the returned text cuts it."""
    cuts = _cuts(found, {token.word for token in sent})
    origin_of, place_of = list(range(len(sent))), list(range(len(found)))
    if not cuts:
        return list(sent), list(found), origin_of, place_of
    finer_sent = [(token._replace(word=part), k) for k, token in enumerate(sent)
                  for part in _parts(token.word, cuts)]  # fmt: skip
    finer_found = [(token._replace(word=part), k) for k, token in enumerate(found)
                   for part in _parts(token.word, cuts)]  # fmt: skip
    return (
        [one for one, _ in finer_sent], [one for one, _ in finer_found],
        [k for _, k in finer_sent], [k for _, k in finer_found],
    )  # fmt: skip


def _parts(word: str, cuts: dict[str, set[int]]) -> Iterator[str]:
    at = 0
    for cut in (*sorted(cuts.get(word, ())), len(word)):
        yield word[at:cut]
        at = cut


def _cuts(found: Sequence[Found], known: set[str]) -> dict[str, set[int]]:
    """Where marks cut the words that were sent: `day` and a struck `s` are the word `days`."""
    out: dict[str, set[int]] = {}
    for group in _touching(found):
        lengths = range(2, len(group) + 1) if len(group) <= _MOST_SEGMENTS else ()
        chosen = [picked for n in lengths for picked in combinations(group, n)]
        chosen += [tuple(t for t in group if t.added is None), tuple(t for t in group if t.deleted is None)]
        for picked in chosen:
            word = "".join(token.word for token in picked)
            if len(picked) > 1 and word in known:
                at = 0
                for token in picked[:-1]:
                    at += len(token.word)
                    out.setdefault(word, set()).add(at)
    return out


def _touching(found: Sequence[Found]) -> Iterator[list[Found]]:
    """Runs of tokens that follow each other in different states."""
    group: list[Found] = []
    for token in found:
        if group and token.word != END and _follows(group[-1], token):
            group.append(token)
            continue
        if len(group) > 1:
            yield group
        group = [token]
    if len(group) > 1:
        yield group


def _follows(one: Found, other: Found) -> bool:
    return (one.line, one.piece + 1, one.end) == (other.line, other.piece, other.start) and one.word != END


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
