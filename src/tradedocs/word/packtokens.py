"""The words of a text that was sent and of the one that came back, each with its marks and its place."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from typing import Literal, NamedTuple

from tradedocs.model.pack import PackLine
from tradedocs.word.layers import Layered, Who
from tradedocs.word.packtext import sent_stretches
from tradedocs.word.wording import words_of

END = "\n"
"""The token of a paragraph's end."""

Origin = Literal["same", "removed", "added"]
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
                for word, start in solid_words(text)
            ]
            at += len(text)
        end = _end(line)
        if end != "same" and (not out or out[-1].change is None):
            change += 1
        out.append(Sent(END, end, None if end == "same" else change, index, at, at))
    return out


def _end(line: PackLine) -> Origin:
    """In which version the paragraph ends."""
    if line.approved is None or line.goes_on_in == "approved":
        return "added"
    return "removed" if line.draft is None or line.goes_on_in == "draft" else "same"


def shown(line: PackLine) -> str:
    """All of a line's text as it was sent, deleted text too."""
    return "".join(text for _, text in sent_stretches(line))


def found_tokens(paragraphs: Sequence[Layered]) -> list[Found]:
    """The tokens of returned paragraphs with their marks.

    An empty paragraph is none, unless the end before it is marked: then the end that stays is its own.
    """
    out: list[Found] = []
    marked = False
    for index, paragraph in enumerate(paragraphs):
        own, at = list[Found](), 0
        for number, run in enumerate(runs_of(paragraph)):
            own += [
                Found(word, run.added, run.deleted, index, at + start, at + start + len(word), number)
                for word, start in solid_words(run.text)
            ]
            at += len(run.text)
        before, marked = marked, paragraph.added is not None or paragraph.deleted is not None
        if own or (before and not marked):
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


@lru_cache(maxsize=8_192)  # most paragraphs come back as they were sent
def solid_words(text: str) -> tuple[tuple[str, int], ...]:
    """The words of a text that are no blanks, with quotes folded, and where each begins."""
    out, at = [], 0
    for word in words_of(folded(text)):
        if not word.isspace():
            out.append((word, at))
        at += len(word)
    return tuple(out)


def folded(text: str) -> str:
    """The text with typographic quotes and blanks that do not break made plain; its length stays."""
    return text.translate(_QUOTES)
