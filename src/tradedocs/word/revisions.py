"""Writing tracked changes: an old and a new version of some paragraphs, as Word shows them to a lawyer.

Accepting all of them gives the new version and rejecting all the old one, in every run and paragraph mark. The marks
are as small as the words that changed. Moves are never written: programs disagree about them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from itertools import groupby
from typing import Literal, NamedTuple

from markupsafe import Markup

from tradedocs.model.clause import Language
from tradedocs.model.revision import WordsKind
from tradedocs.word.markup import cell, joined, row, run
from tradedocs.word.wording import Stretch, pairs, stretches, words_of

_NOTHING = Markup("")


class Run(NamedTuple):
    """A text in a character style of the template; None is the paragraph's own look.

    A `whole` one changes as a whole, or not at all.
    """

    text: str
    style: str | None = None
    whole: bool = False


@dataclass(frozen=True)
class Line:
    """One paragraph: its paragraph style and its runs."""

    style: str
    runs: tuple[Run, ...]

    @property
    def text(self) -> str:
        """The paragraph without its look."""
        return "".join(run.text for run in self.runs)


@dataclass
class Marker:
    """Who changes and when, and the ids of the marks, which are unique over all parts of a file.

    Attributes:
        author: the name that Word shows.
        on: the moment, with its zone; the same one for all marks, so that the same input gives the same bytes.
        last: the last id that is taken.
    """

    author: str
    on: datetime
    last: int = 0
    _stamp: str = field(init=False, default="")

    def __post_init__(self) -> None:
        self._stamp = self.on.strftime("%Y-%m-%dT%H:%M:%SZ")

    def mark(self, kind: str, content: Markup = _NOTHING) -> Markup:
        """An insertion (`ins`), a deletion (`del`) or a former look (`pPrChange`) around the content."""
        self.last += 1
        return Markup(
            '<w:{kind} w:id="{id}" w:author="{author}" w:date="{date}">{content}</w:{kind}>'
        ).format(kind=kind, id=self.last, author=self.author, date=self._stamp, content=content)


def revised(
    old: Sequence[Line], new: Sequence[Line], language: Language, marker: Marker, *, last_stays: bool = False
) -> Markup:
    """The old paragraphs with the changes that make them the new ones.

    `last_stays` says that nothing but the end of a cell or of the document follows: a paragraph must remain there, so
    that the marks of its end are left out.
    """
    found = pairs([line.text for line in old], [line.text for line in new])
    out = []
    for index, (a, b) in enumerate(found):
        final = last_stays and index == len(found) - 1
        out.append(revised_line(old[a] if a is not None else None, new[b] if b is not None else None, language,
                                marker, keep_end=final))  # fmt: skip
    return joined(out)


def revised_line(
    old: Line | None, new: Line | None, language: Language, marker: Marker, *, keep_end: bool = False
) -> Markup:
    """One paragraph of which a version may be missing; `keep_end` leaves the mark of its end out."""
    there = new or old
    assert there is not None
    content = changed_runs(old.runs if old else (), new.runs if new else (), language, marker)
    end: Literal["ins", "del"] | None = None if keep_end or (old and new) else "del" if new is None else "ins"
    return marked_paragraph(content, marker, style=there.style, was=old.style if old else None, end=end)


def marked_paragraph(
    content: Markup, marker: Marker, *, style: str, was: str | None, end: Literal["ins", "del"] | None
) -> Markup:
    """A paragraph whose end came or went, or whose style `was` another one before."""
    look = _NOTHING
    if end is not None:
        look = Markup("<w:rPr>{}</w:rPr>").format(marker.mark(end))
    elif was is not None and was != style:
        look = marker.mark("pPrChange", Markup('<w:pPr><w:pStyle w:val="{}"/></w:pPr>').format(was))
    return Markup('<w:p><w:pPr><w:pStyle w:val="{}"/>{}</w:pPr>{}</w:p>').format(style, look, content)


def changed_runs(old: Sequence[Run], new: Sequence[Run], language: Language, marker: Marker) -> Markup:
    """The runs of one paragraph, word by word."""
    return joined(_stretch(kind, words, language, marker) for kind, words in _stretches(old, new))


def stretched(old: Sequence[Run], new: Sequence[Run]) -> list[tuple[WordsKind, str]]:
    """What `changed_runs` marks, as text: what stays, what goes and what comes."""
    return [(kind, "".join(word.text for word in words)) for kind, words in _stretches(old, new)]


def _stretches(old: Sequence[Run], new: Sequence[Run]) -> list[Stretch[Run]]:
    return stretches(run_words(old), run_words(new), lambda word: word.text.isspace())


def run_words(runs: Sequence[Run]) -> list[Run]:
    """The runs word by word, each in its style."""
    return [
        Run(word, one.style, one.whole)
        for one in runs
        for word in ((one.text,) if one.whole else words_of(one.text))
    ]


def _stretch(kind: str, words: Sequence[Run], language: Language, marker: Marker) -> Markup:
    runs = joined(_run(kind, style, text, language) for style, text in _by_style(words))
    if kind == "same":
        return runs
    return marker.mark("del" if kind == "removed" else "ins", runs)


def _by_style(words: Sequence[Run]) -> Iterator[tuple[str | None, str]]:
    for style, group in groupby(words, lambda word: word.style):
        yield style, "".join(word.text for word in group)


def _run(kind: str, style: str | None, text: str, language: Language) -> Markup:
    written = run(text, language, style)
    if kind != "removed":
        return written
    return Markup(str(written).replace("<w:t ", "<w:delText ").replace("</w:t>", "</w:delText>"))  # noqa: S704


class Pair(NamedTuple):
    """A row of parallel text: one paragraph a language; None where the version does not have the row."""

    old: tuple[Line, ...] | None
    new: tuple[Line, ...] | None


def revised_row(pair: Pair, widths: Sequence[int], languages: Sequence[Language], marker: Marker) -> Markup:
    """A table row whose cells each hold one paragraph; a row that comes or goes is marked as a whole."""
    there = pair.new or pair.old
    assert there is not None
    cells = []
    for index, (width, language) in enumerate(zip(widths, languages, strict=True)):
        old = pair.old[index] if pair.old else None
        new = pair.new[index] if pair.new else None
        cells.append(cell(width, revised_line(old, new, language, marker)))
    if pair.old is not None and pair.new is not None:
        return row(cells)
    whole = marker.mark("del" if pair.new is None else "ins")
    return Markup("<w:tr><w:trPr><w:cantSplit/>{}</w:trPr>{}</w:tr>").format(whole, joined(cells))
