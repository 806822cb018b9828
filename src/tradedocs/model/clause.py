"""One entry of the clause library, as its file holds it.

A clause file is YAML front matter and the text in both languages. The text is paragraphs without numbers:
level 2 for the sub-clauses of the article, level 3 for the items below one. English and Chinese have the same
paragraphs in the same order.
"""

from __future__ import annotations

import hashlib
import unicodedata
from typing import Literal

from pydantic import Field

from tradedocs.model.base import Fact, Source
from tradedocs.model.day import Day
from tradedocs.model.text import Line

Family = Literal["quality", "inspection", "disputes", "compensation", "commercial", "general"]
Position = Literal["standard", "fallback-1", "fallback-2"]
VariableType = Literal["text", "days", "percent", "number", "date", "money", "list"]
Language = Literal["en", "zh"]
CountedUnit = Literal["hour", "day", "week", "month", "year", "arbitrator"]


class Title(Fact):
    """The heading of the article in both languages."""

    en: Line
    zh: Line


class Variable(Fact):
    """A place in the text that the deal fills: its type and the deal key that it comes from.

    `unit` is what a variable of type number counts (`week`); each language writes it out.
    """

    type: VariableType
    source: Line = Field(alias="from")
    unit: CountedUnit | None = None


class LegalSource(Fact):
    """The instrument or trade practice that a clause rests on.

    `checked_on` is the day on which a person last held the clause against it; None when nobody has.
    """

    instrument: Line
    provision: Line | None = None
    edition: Line | None = None
    checked_on: Day | None = None


class ClauseParagraph(Fact):
    """One numbered paragraph. `key` names it within the clause where another clause refers to it."""

    level: Literal[2, 3]
    key: str | None = None
    en: str
    zh: str


class ClauseHead(Fact):
    """What the front matter of a clause file says of the clause."""

    id: Line
    version: Line
    family: Family
    position: Position = "standard"
    title: Title
    requires: tuple[Line, ...] = ()
    excludes: tuple[Line, ...] = ()
    applies_when: Line | None = None
    variables: dict[str, Variable] = Field(default_factory=dict)
    defines: tuple[Line, ...] = ()
    sources: tuple[LegalSource, ...] = ()


class Clause(ClauseHead):
    """One clause in one position."""

    paragraphs: tuple[ClauseParagraph, ...]
    file: Source

    @property
    def sha256(self) -> str:
        """The hash of the normalised text in both languages: what an approval is bound to.

        Title, paragraphs and what fills the variables count; other metadata does not. Line endings, blanks of
        every kind and typographic quotes are folded, because Word changes them without anybody's intention.
        """
        parts = [self.title.en, self.title.zh]
        parts += [f"{name}={filled.source}" for name, filled in sorted(self.variables.items())]
        for paragraph in self.paragraphs:
            parts += [str(paragraph.level), paragraph.en, paragraph.zh]
        folded = "\n".join(normalised(part) for part in parts)
        return hashlib.sha256(folded.encode()).hexdigest()


_QUOTES = str.maketrans({"“": '"', "”": '"', "„": '"', "‘": "'", "’": "'"})


def normalised(text: str) -> str:
    """The text as an approval sees it: NFC, every run of blanks one blank, straight quotes."""
    return " ".join(unicodedata.normalize("NFC", text).translate(_QUOTES).split())


class Approval(Fact):
    """A named person's yes to one exact text."""

    clause: Line
    position: Position = "standard"
    sha256: str
    approver: Line
    role: Line
    on: Day

    def covers(self, clause: Clause) -> bool:
        """Whether this is a yes to exactly the text that the clause has now."""
        return (self.clause, self.position, self.sha256) == (clause.id, clause.position, clause.sha256)
