"""One entry of the clause library, as its file holds it.

A clause file is YAML front matter and the text in both languages. The text is paragraphs without numbers:
level 2 for the sub-clauses of the article, level 3 for the items below one. English and Chinese have the same
paragraphs in the same order.
"""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Sequence
from functools import cached_property
from typing import Literal

from pydantic import Field, model_validator

from tradedocs.model.authority import Authority, SpanText
from tradedocs.model.base import Fact, Source
from tradedocs.model.day import Day
from tradedocs.model.text import Line
from tradedocs.ui import say

Family = Literal["quality", "inspection", "disputes", "compensation", "commercial", "general"]
Position = Literal["standard", "fallback-1", "fallback-2"]
VariableType = Literal["text", "days", "percent", "number", "date", "money", "list"]
Language = Literal["en", "zh"]
CountedUnit = Literal["hour", "day", "week", "month", "year", "arbitrator", "sample"]
POSITIONS: tuple[Position, ...] = ("standard", "fallback-1", "fallback-2")
Favours = Literal["seller", "buyer", "neutral"]
NUMERIC_TYPES: tuple[VariableType, ...] = ("days", "percent", "number")


class Title(Fact):
    """The heading of the article in both languages."""

    en: Line
    zh: Line


class Variable(Fact):
    """A place in the text, and what fills it: a key of the deal (`from`), or a value of the clause's own (`default`).

    A value of the clause's own is what the clause says unless the deal gives another (`clauses: - values`).
    `unit` is what a variable of type number counts (`week`); each language writes it out. With `in_words` the number is
    printed in words with the figure behind (`thirty (30) days`), computed from it. `playbook` gives the
    range that each level of authority may agree to; a value beyond all ranges is never built.
    """

    type: VariableType
    source: Line | None = Field(None, alias="from")
    default: Line | None = None
    unit: CountedUnit | None = None
    in_words: bool = False
    playbook: dict[Authority, SpanText] = Field(default_factory=dict)

    @model_validator(mode="after")
    def _filled_once(self) -> Variable:
        if (self.source is None) == (self.default is None):
            raise ValueError(say("a variable has either `from` or `default`"))
        if self.default is not None and self.type not in NUMERIC_TYPES:
            raise ValueError(
                say("a variable with a default is of type {types}", types=", ".join(NUMERIC_TYPES))
            )
        if self.in_words and self.type not in NUMERIC_TYPES:
            raise ValueError(say("only numbers, days and percentages are printed `in_words`"))
        if self.playbook and self.type not in NUMERIC_TYPES:
            raise ValueError(say("only numbers, days and percentages have a `playbook`"))
        return self


class LegalSource(Fact):
    """The instrument or trade practice that a clause rests on.

    `checked_on` is the day on which a person last held the clause against it; None when nobody has.
    """

    instrument: Line
    provision: Line | None = None
    edition: Line | None = None
    checked_on: Day | None = None


class LintException(Fact):
    """A rule of the lint that does not speak in this file, why, and until which day."""

    rule: Line
    reason: Line
    until: Day | None = None


class ClauseParagraph(Fact):
    """One numbered paragraph. `key` names it within the clause where another clause refers to it."""

    level: Literal[2, 3]
    key: str | None = None
    en: str
    zh: str


class ClauseHead(Fact):
    """What the front matter of a clause file says of the clause.

    `authority` is the level that may agree to this position, and `gives` what a fallback gives away against the
    standard one. An `optional` clause stands in a contract only where the deal names it. `note` is for negotiators
    and lawyers; it is never printed in a contract. `author` wrote the text as it is, and `why` says what the last
    change was for. `states` names what the clause settles and how (`claim-notice: {{ notice_days }}`), so that two
    clauses that settle it differently are found. `lint` names the rules of the lint that are silent in this file.
    """

    id: Line
    version: Line
    family: Family
    position: Position = "standard"
    authority: Authority = "sales"
    favours: Favours = "neutral"
    gives: Line | None = None
    note: Line | None = None
    owner: Line | None = None
    author: Line | None = None
    why: Line | None = None
    review_by: Day | None = None
    title: Title
    requires: tuple[Line, ...] = ()
    excludes: tuple[Line, ...] = ()
    applies_when: Line | None = None
    optional: bool = False
    variables: dict[str, Variable] = Field(default_factory=dict)
    defines: tuple[Line, ...] = ()
    sources: tuple[LegalSource, ...] = ()
    states: dict[str, Line] = Field(default_factory=dict)
    lint: tuple[LintException, ...] = ()


class Clause(ClauseHead):
    """One clause in one position.

    `differs` says in what its languages differ that must not differ, each with its line; no such text is ever approved.
    A paragraph that one language has alone is empty in the other.
    """

    paragraphs: tuple[ClauseParagraph, ...]
    file: Source
    differs: tuple[Line, ...] = ()

    @cached_property
    def sha256(self) -> str:
        """The hash of the normalised text in both languages: what an approval is bound to.

        Title, paragraphs and what fills the variables count; other metadata does not. Line endings, blanks of
        every kind and typographic quotes are folded, because Word changes them without anybody's intention.
        """
        parts = [self.title.en, self.title.zh, *self._filled]
        for paragraph in self.paragraphs:
            parts += [str(paragraph.level), paragraph.en, paragraph.zh]
        return _digest(parts)

    def sha256_of(self, language: Language) -> str:
        """The hash of the normalised text in one language, by the same rule."""
        return self.sha256_by_language[language]

    @cached_property
    def sha256_by_language(self) -> dict[Language, str]:
        """What `sha256_of` gives."""
        return {"en": self._digest_of("en"), "zh": self._digest_of("zh")}

    def _digest_of(self, language: Language) -> str:
        parts = [language, getattr(self.title, language), *self._filled]
        for paragraph in self.paragraphs:
            parts += [str(paragraph.level), getattr(paragraph, language)]
        return _digest(parts)

    @property
    def _filled(self) -> list[str]:
        return [
            f"{name}={filled.source or filled.default}{' in words' if filled.in_words else ''}"
            for name, filled in sorted(self.variables.items())
        ]


def _digest(parts: Sequence[str]) -> str:
    return hashlib.sha256("\n".join(normalised(part) for part in parts).encode()).hexdigest()


_QUOTES = str.maketrans({"“": '"', "”": '"', "„": '"', "‘": "'", "’": "'"})


def normalised(text: str) -> str:
    """The text as an approval sees it: NFC, every run of blanks one blank, straight quotes."""
    return " ".join(unicodedata.normalize("NFC", text).translate(_QUOTES).split())
