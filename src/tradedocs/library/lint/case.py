"""A clause library before the rules: its files as they are, also where it cannot be loaded."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from tradedocs.clausetext import TextError, Token, tokens
from tradedocs.errors import InputError, Problem
from tradedocs.library.file import ClauseFile, RawParagraph, clause_of, paths_in, read_clause
from tradedocs.library.lint.house import house_of
from tradedocs.library.lint.wording import Wording, wording_of
from tradedocs.library.outline import OutlineFile, read_outline
from tradedocs.library.register import Register
from tradedocs.model.clause import Clause, Language, Position, VariableType
from tradedocs.model.house import House

LANGUAGES: tuple[Language, ...] = ("en", "zh")
Pieces = tuple[Token, ...]


class Text(NamedTuple):
    """One paragraph in one language."""

    file: ClauseFile
    language: Language
    paragraph: RawParagraph
    pieces: Pieces
    """Empty where the paragraph cannot be taken apart, which a rule of its own tells."""


class Sent(NamedTuple):
    """A text as it was sent to the lawyers."""

    clause: str
    position: Position
    sha256: str
    version: str


@dataclass(frozen=True)
class LintCase:
    """What the rules look at.

    Attributes:
        folder: the folder of the clauses.
        files: every file that has the form of a clause.
        refused: what keeps the other files from being clause files.
        broken: the ids of those other files, as their folders name them.
        outline: the order of the articles.
        facts: what a deal can fill in, by its path; None leaves the sources of variables unchecked.
        as_of: the day; `date.min` where no rule that asks for it is run.
        register: who approved what; None where no rule that asks for it is run.
        sent: every text that was sent to the lawyers, in order.
        fired: the rules that found something, by file; known to the last rule only.
        silenceable: whether a rule may be silenced, by its id; known to the last rule only.
    """

    folder: Path
    files: tuple[ClauseFile, ...]
    refused: tuple[Problem, ...]
    broken: frozenset[str]
    outline: OutlineFile
    facts: Mapping[str, VariableType] | None = None
    as_of: date = date.min
    register: Register | None = None
    sent: tuple[Sent, ...] = ()
    fired: frozenset[tuple[str, str]] = frozenset()
    silenceable: Mapping[str, bool] = field(default_factory=dict)

    @cached_property
    def by_id(self) -> dict[str, tuple[ClauseFile, ...]]:
        """The files of each clause, in the order of their names."""
        out: dict[str, tuple[ClauseFile, ...]] = {}
        for file in self.files:
            out[file.head.id] = (*out.get(file.head.id, ()), file)
        return out

    def knows(self, clause_id: str) -> bool:
        """Whether there is such a clause, be its file in order or not."""
        return clause_id in self.by_id or clause_id in self.broken

    @cached_property
    def texts(self) -> tuple[Text, ...]:
        """Every paragraph of every file in both languages, in reading order."""
        return tuple(
            Text(file, language, paragraph, pieces_of(paragraph) or ())
            for file in self.files
            for language in LANGUAGES
            for paragraph in (file.en if language == "en" else file.zh)
        )

    @cached_property
    def wording(self) -> tuple[Wording, ...]:
        """The wording of every paragraph that can be taken apart, in reading order."""
        return tuple(line for file in self.files for line in wording_of(file))

    @cached_property
    def house(self) -> House:
        """The library's house list; InputError where its file holds errors."""
        return house_of(self.folder)

    @cached_property
    def clauses(self) -> tuple[tuple[ClauseFile, Clause], ...]:
        """Each file with the clause that it holds."""
        return tuple((file, clause_of(file)) for file in self.files)


def pieces_of(paragraph: RawParagraph) -> Pieces | None:
    """The pieces of a paragraph; None where it cannot be taken apart."""
    try:
        return tokens(paragraph.text)
    except TextError:
        return None


def readable(file: ClauseFile) -> bool:
    """Whether every paragraph can be taken apart."""
    return all(pieces_of(paragraph) is not None for paragraph in file.paragraphs)


def case_of(folder: Path, *, facts: Mapping[str, VariableType] | None = None) -> LintCase:
    """The library in `folder` as it lies there.

    Raises:
        UsageError: a file cannot be read.
    """
    files: list[ClauseFile] = []
    refused: list[Problem] = []
    broken: set[str] = set()
    for path in paths_in(folder):
        try:
            files.append(read_clause(path))
        except InputError as error:
            refused += error.problems
            broken.add(f"{path.parts[-3]}.{path.parts[-2]}")
    outline = read_outline(folder)
    return LintCase(folder, tuple(files), tuple(refused), frozenset(broken), outline, facts)
