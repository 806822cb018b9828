"""The text of a clause as a review pack shows it: exactly as its file spells it, with its marks set apart.

`{{ name }}`, `[[ref:clause.id#key]]` and `**Term**` stay readable text, because a lawyer's edit must lead back to the
clause file without a guess. How they look says what they are; what they look like is never read back.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from tradedocs.clausetext import TextError, Token, tokens
from tradedocs.model.clause import Clause, Language, normalised
from tradedocs.model.pack import PackLine
from tradedocs.model.revision import WordsKind
from tradedocs.word.revisions import Line, Run, stretched
from tradedocs.word.styles import REFERENCE, TERM, VALUE
from tradedocs.word.text import normalised as as_shown
from tradedocs.word.wording import pairs

NOTE, FAINT = "PackNote", "ContractLabel"
TITLES: dict[Language, str] = {"en": "PackTitle", "zh": "PackTitleChinese"}
_LEVELS: dict[Language, dict[int, str]] = {
    "en": {2: "ContractClause", 3: "ContractItem"},
    "zh": {2: "ContractClauseChinese", 3: "ContractItemChinese"},
}


class Shown(NamedTuple):
    """One paragraph of a clause text in the pack: what the manifest says of it, and its two versions."""

    line: PackLine
    old: Line | None
    new: Line | None


class _Raw(NamedTuple):
    text: str
    level: int
    key: str | None


def title_of(clause: Clause, old: Clause | None, language: Language) -> Shown:
    """The heading in one language, against an older version of the clause."""
    new, before = (getattr(one.title, language) for one in (clause, old or clause))
    before = new if normalised(before) == normalised(new) else before
    line = PackLine(kind="title", language=language, draft=as_shown(new), approved=as_shown(before))
    style = TITLES[language]
    return Shown(line, Line(style, (Run(before),)), Line(style, (Run(new),)))


def text_of(clause: Clause, old: Clause | None, language: Language) -> Iterator[Shown]:
    """The paragraphs in one language, against an older version of the clause.

    What differs only in blanks and typographic quotes is the same, as it is for an approval.
    """
    new = _raw(clause, language)
    before = _raw(old, language) if old is not None else new
    folded = [[f"{one.level} {normalised(one.text)}" for one in version] for version in (before, new)]
    for a, b in pairs(*folded):
        gone, there = before[a] if a is not None else None, new[b] if b is not None else None
        if gone is not None and there is not None and normalised(gone.text) == normalised(there.text):
            gone = gone._replace(text=there.text)
        yield _shown(gone, there, language)


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


def _shown(old: _Raw | None, new: _Raw | None, language: Language) -> Shown:
    there = new or old
    assert there is not None
    line = PackLine(
        kind="text", language=language, level=3 if there.level == 3 else 2, key=there.key,
        draft=as_shown(new.text) if new else None, approved=as_shown(old.text) if old else None,
    )  # fmt: skip
    return Shown(line, *(_line(one, language) if one is not None else None for one in (old, new)))


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
