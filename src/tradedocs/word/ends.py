"""The ends of the paragraphs that two versions share, such that each mark on one can be settled by itself.

A reviewer may accept the mark that joins two paragraphs and reject the one beside it. Their words must not run together
then, and the last paragraph of a text must not run into what is not of the text.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from tradedocs.word.revisions import Run


class Piece(NamedTuple):
    """One paragraph of the file.

    Attributes:
        old, new: what it holds in each version.
        old_end, new_end: the paragraph of each version that ends with it; None where that version goes on behind it.
    """

    old: tuple[Run, ...]
    new: tuple[Run, ...]
    old_end: int | None
    new_end: int | None


def last_end_kept(found: Sequence[Piece]) -> list[Piece]:
    """With the end of the last paragraph in both versions: what came or went there did so with the end before it."""
    last = max((k for k, one in enumerate(found) if None not in (one.old_end, one.new_end)), default=None)
    if last is None:
        return list(found)
    out, (old_end, new_end) = list(found[:last]), found[last][2:]
    for piece, following in zip(found[last:-1], found[last + 1 :], strict=True):
        if following.new_end is None:
            out.append(piece._replace(old_end=old_end, new_end=None))
            old_end = following.old_end
        else:
            out.append(piece._replace(old_end=None, new_end=new_end))
            new_end = following.new_end
    return [*out, found[-1]._replace(old_end=old_end, new_end=new_end)]


def apart(found: Sequence[Piece], blank: str) -> list[Piece]:
    """With a blank before each end that is in one version only, as what follows would stand behind it without the end.

    It is in both versions, and so no change; at the end of a paragraph it is not seen. Where the version that goes on
    has no text on both sides of the end to tell, it is `blank`, which is empty in a language that has none there.
    """
    old, new = _drawn([one.old for one in found]), _drawn([one.new for one in found])
    out: list[Piece] = []
    olds, news = _open(old, [one.old_end for one in found]), _open(new, [one.new_end for one in found])
    for k, (piece, before, after) in enumerate(zip(found, old, new, strict=True)):
        if piece.new_end is None:
            before, after = _parted(before, after, blank, goes_on=news[k])
        elif piece.old_end is None:
            after, before = _parted(after, before, blank, goes_on=olds[k])
        out.append(piece._replace(old=before, new=after))
    return out


def _drawn(texts: Sequence[tuple[Run, ...]]) -> list[tuple[Run, ...]]:
    """A blank that begins what goes on behind an end stands before that end."""
    out = list(texts)
    for k in range(len(out) - 1, 0, -1):
        if out[k] and out[k][0].text.isspace():
            out[k - 1], out[k] = (*out[k - 1], out[k][0]), out[k][1:]
    return out


def _open(texts: Sequence[tuple[Run, ...]], ends: Sequence[int | None]) -> list[bool]:
    """Of each piece, whether its version has more text behind it in the same paragraph."""
    out, more = [False] * len(texts), False
    for k in range(len(texts) - 1, -1, -1):
        out[k] = more and ends[k] is None
        more = bool(texts[k]) or out[k]
    return out


def _parted(
    ending: tuple[Run, ...], going: tuple[Run, ...], blank: str, *, goes_on: bool
) -> tuple[tuple[Run, ...], tuple[Run, ...]]:
    """What ends and what goes on, both with the same blank behind them if one belongs there."""
    end = Run(blank) if blank and not (going and goes_on) else None
    if going and going[-1].text.isspace():
        end = going[-1]
    elif going and end:
        going = (*going, end)
    return (*ending, end) if ending and end else ending, going
