"""The text of a clause as a review pack shows it: exactly as its file spells it, with its marks set apart.

`{{ name }}`, `[[ref:clause.id#key]]` and `**Term**` stay readable text, because a lawyer's edit must lead back to the
clause file without a guess. How they look says what they are; what they look like is never read back.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from markupsafe import Markup

from tradedocs.clausetext import TextError, Token, tokens
from tradedocs.model.clause import Clause, Language, normalised
from tradedocs.model.pack import PackLine
from tradedocs.model.revision import WordsKind
from tradedocs.word.ends import Piece
from tradedocs.word.pieces import piece_xml, pieces
from tradedocs.word.revisions import Line, Marker, Run, run_words, stretched
from tradedocs.word.styles import REFERENCE, TERM, VALUE
from tradedocs.word.text import normalised as as_shown

NOTE, FAINT = "PackNote", "ContractLabel"
TITLES: dict[Language, str] = {"en": "PackTitle", "zh": "PackTitleChinese"}
_BLANK: dict[Language, str] = {"en": " ", "zh": ""}
"""What stands between two sentences."""
_LEVELS: dict[Language, dict[int, str]] = {
    "en": {2: "ContractClause", 3: "ContractItem"},
    "zh": {2: "ContractClauseChinese", 3: "ContractItemChinese"},
}


class Shown(NamedTuple):
    """One paragraph of the pack: what the manifest says of it, and what Word shows."""

    line: PackLine
    xml: Markup


class Title(NamedTuple):
    """A heading: what the manifest says of it, its style and its two versions."""

    line: PackLine
    style: str
    old: tuple[Run, ...]
    new: tuple[Run, ...]


class _Raw(NamedTuple):
    text: str
    level: int
    key: str | None


def title_of(clause: Clause, old: Clause | None, language: Language) -> Title:
    """The heading in one language, against an older version of the clause."""
    new, before = (getattr(one.title, language) for one in (clause, old or clause))
    before = new if normalised(before) == normalised(new) else before
    line = PackLine(kind="title", language=language, draft=as_shown(new), approved=as_shown(before))
    return Title(line, TITLES[language], (Run(before),), (Run(new),))


def text_of(clause: Clause, old: Clause | None, language: Language, marker: Marker) -> Iterator[Shown]:
    """The paragraphs in one language, against an older version of the clause, as they stand in the file.

    What differs only in blanks and typographic quotes is the same, as it is for an approval.
    """
    new = _raw(clause, language)
    before = _raw(old, language) if old is not None else new
    old_lines, lines = ([_line(one, language) for one in version] for version in (before, new))
    for piece in pieces(old_lines, lines, _fits, _BLANK[language]):
        there = new[piece.new_end] if piece.new_end is not None else before[piece.old_end or 0]
        yield Shown(_pack_line(piece, there, language), piece_xml(piece, old_lines, lines, language, marker))


def _fits(runs: Sequence[Run]) -> bool:
    """Whether the words are the same ones when the text is read again: the parts of a term are not."""
    return run_words(list(_runs_of("".join(run.text for run in runs)))) == run_words(runs)


def _pack_line(piece: Piece, there: _Raw, language: Language) -> PackLine:
    goes_on = (
        "approved" if piece.old and piece.old_end is None
        else "draft" if piece.new and piece.new_end is None else None
    )  # fmt: skip
    gone = piece.new_end is None and not piece.new
    come = piece.old_end is None and not piece.old
    return PackLine(
        kind="text", language=language, level=3 if there.level == 3 else 2, key=there.key, goes_on_in=goes_on,
        draft=None if gone else _spaced(piece.new), approved=None if come else _spaced(piece.old),
    )  # fmt: skip


def _spaced(runs: Sequence[Run]) -> str:
    """The text with every run of blanks one blank, also at its ends: a version may go on there."""
    text = "".join(run.text for run in runs)
    shown = as_shown(text)
    return f"{' ' * text[:1].isspace()}{shown}{' ' * text[-1:].isspace()}" if shown else " " * bool(text)


def sent_stretches(line: PackLine) -> tuple[tuple[WordsKind, str], ...]:
    """What a line of the manifest shows: the text that is the same in both versions, what goes, and what comes.

    Raises:
        TextError: a text is not one that a clause can have.
    """
    if not line.ours:
        return (("same", line.draft or ""),)
    return _sent_stretches(line.approved, line.draft, line.kind == "title", line.language or "en")


@lru_cache(maxsize=4_096)  # each line is asked for by whoever places it, cuts it into words, and prints it
def _sent_stretches(
    approved: str | None, draft: str | None, plain: bool, language: Language
) -> tuple[tuple[WordsKind, str], ...]:
    old, new = (_of_text(text, plain, language) for text in (approved, draft))
    return tuple(stretched(old, new))


def _of_text(text: str | None, plain: bool, language: Language) -> tuple[Run, ...]:
    if text is None:
        return ()
    return (Run(text),) if plain else _line(_Raw(text, 2, None), language).runs


def _raw(clause: Clause, language: Language) -> list[_Raw]:
    return [
        _Raw(getattr(one, language), one.level, one.key)
        for one in clause.paragraphs
        if getattr(one, language)
    ]


def _line(raw: _Raw, language: Language) -> Line:
    return Line(_LEVELS[language][raw.level], tuple(_runs_of(raw.text)))


def _runs_of(text: str) -> Iterator[Run]:
    try:
        found = tokens(text)
    except TextError:  # an old text, which no check of today has seen
        yield Run(text)
        return
    for token in found:
        yield from _runs(token, text[token.start : token.end])


def _runs(token: Token, spelled: str) -> tuple[Run, ...]:
    if token.kind == "term":
        return Run("**", FAINT), Run(token.text, TERM), Run("**", FAINT)
    if token.kind == "text":
        return (Run(token.text),)
    return (Run(spelled, VALUE if token.kind == "variable" else REFERENCE, whole=True),)
