"""Two versions of some paragraphs as the paragraphs that Word shows: a new end splits one, a struck end joins two.

Each piece is one paragraph of the file. Where its end is in one version only, the other one goes on in the next piece,
so that a split or a join is a mark on the end of a paragraph and on nothing else.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from markupsafe import Markup

from tradedocs.model.clause import Language, normalised
from tradedocs.word.ends import Piece, apart, last_end_kept
from tradedocs.word.kinship import Kin, alone_of, kin
from tradedocs.word.revisions import Line, Marker, Run, changed_runs, marked_paragraph, run_words
from tradedocs.word.wording import Stretch, stretches

_END = Run("\n", None, whole=True)


def pieces(
    old: Sequence[Line], new: Sequence[Line], fits: Callable[[Sequence[Run]], bool], blank: str
) -> list[Piece]:
    """The pieces of both versions, in order. What differs only in blanks and typographic quotes is the same.

    Where a piece would not be by itself what it is in its paragraph (`fits`), no paragraph is split or joined. `blank`
    is what stands between two sentences of one paragraph.
    """
    return apart(last_end_kept(list(_pieces(old, new, fits))), blank)


def _pieces(
    old: Sequence[Line], new: Sequence[Line], fits: Callable[[Sequence[Run]], bool]
) -> Iterator[Piece]:
    folded = [[normalised(line.text) for line in version] for version in (old, new)]
    for one in kin(*folded):
        if len(one.old) == 1 and len(one.new) == 1:
            i, k = one.old[0], one.new[0]
            same = folded[0][i] == folded[1][k]
            yield Piece(new[k].runs if same else old[i].runs, new[k].runs, i, k)
        else:
            found = _of_kin(old, new, one)
            if all(fits(runs) for piece in found for runs in (piece.old, piece.new)):
                yield from found
            else:
                yield from (
                    piece for alone in alone_of(one.old, one.new) for piece in _of_kin(old, new, alone)
                )


def piece_xml(
    piece: Piece, old: Sequence[Line], new: Sequence[Line], language: Language, marker: Marker
) -> Markup:
    """One piece with its changes; `old` and `new` are all paragraphs of both versions."""
    was = None if piece.old_end is None else old[piece.old_end].style
    style = was if piece.new_end is None else new[piece.new_end].style
    assert style is not None
    end: Literal["ins", "del"] | None = (
        "ins" if piece.old_end is None else "del" if piece.new_end is None else None
    )
    return marked_paragraph(
        changed_runs(piece.old, piece.new, language, marker), marker, style=style, was=was, end=end
    )


def _of_kin(old: Sequence[Line], new: Sequence[Line], one: Kin) -> list[Piece]:
    if not one.new:
        return [Piece(old[i].runs, (), i, None) for i in one.old]
    if not one.old:
        return [Piece((), new[k].runs, None, k) for k in one.new]
    before, after = _stream([old[i] for i in one.old]), _stream([new[k] for k in one.new])
    found = stretches(before, after, lambda run: run != _END and run.text.isspace())
    return _slid(_cut(found, one))


def _stream(lines: Sequence[Line]) -> list[Run]:
    """The words, with an end between two paragraphs."""
    return [run for k, line in enumerate(lines) for run in (*([_END] if k else []), *run_words(line.runs))]


@dataclass
class _Open:
    """The piece that is being filled."""

    old: list[Run]
    new: list[Run]
    old_end: int
    new_end: int

    def closed(self, kind: str) -> Piece:
        ends = None if kind == "added" else self.old_end, None if kind == "removed" else self.new_end
        out = Piece(tuple(self.old), tuple(self.new), *ends)
        self.old_end += kind != "added"
        self.new_end += kind != "removed"
        self.old, self.new = [], []
        return out


def _cut(found: Sequence[Stretch[Run]], one: Kin) -> list[Piece]:
    out: list[Piece] = []
    piece = _Open([], [], one.old.start, one.new.start)
    for kind, words in _ordered(found):
        for word in words:
            if word == _END:
                out.append(piece.closed(kind))
                continue
            if kind != "added":
                piece.old.append(word)
            if kind != "removed":
                piece.new.append(word)
    return [*out, piece.closed("same")]


def _ordered(found: Sequence[Stretch[Run]]) -> Iterator[Stretch[Run]]:
    """What comes in place of the end of a paragraph, a blank for the most part, stands before that end."""
    at = 0
    while at < len(found):
        if found[at][0] == "removed" and _END in found[at][1] and found[at + 1 : at + 2]:
            following = found[at + 1]
            if following[0] == "added" and _END not in following[1]:
                yield following
                yield found[at]
                at += 2
                continue
        yield found[at]
        at += 1


def _slid(found: list[Piece]) -> list[Piece]:
    """Whole paragraphs that came or went, with their own end, instead of the end before them and the rest."""
    for k in range(len(found) - 1, 0, -1):
        before, last = found[k - 1], found[k]
        if last.old_end is None or last.new_end is None:
            continue
        if before.old_end is None and not last.old:
            found[k - 1 : k + 1] = before._replace(old_end=last.old_end), last._replace(old_end=None)
        elif before.new_end is None and not last.new:
            found[k - 1 : k + 1] = before._replace(new_end=last.new_end), last._replace(new_end=None)
    return found
