"""What a review pack says of itself: the text that was sent to the lawyers, paragraph by paragraph."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal

from pydantic import Field

from tradedocs.model.base import Fact
from tradedocs.model.clause import Language, Position, Title
from tradedocs.model.day import Day

LineKind = Literal["id", "title", "note", "label", "text"]
Basis = Literal["approved", "unchanged", "new", "lost"]


class PackLine(Fact):
    """One paragraph of a clause in the pack.

    Attributes:
        kind: the id line, the heading, something said of the clause, the name of a language, or a paragraph of it.
        language: the language of a heading, a label or a paragraph; None for the others.
        level: 2 or 3 for a paragraph of the clause; None for the others.
        key: the paragraph's key in the clause file.
        draft: the text with our changes accepted; None where a change takes the paragraph out.
        approved: the text with our changes rejected; None where a change puts the paragraph in. A blank at the end of
            either stands there for the case that the end of the paragraph goes, and is no part of the paragraph.
        goes_on_in: the version in which the paragraph has no end, and goes on in the next line: in the `approved` one
            where ours splits it here, in our `draft` where ours joins it.
    """

    kind: LineKind
    language: Language | None = None
    level: Literal[2, 3] | None = None
    key: str | None = None
    draft: str | None = None
    approved: str | None = None
    goes_on_in: Literal["draft", "approved"] | None = None

    @property
    def ours(self) -> bool:
        """Whether the pack shows a tracked change of ours in it."""
        return self.draft != self.approved or self.goes_on_in is not None

    @property
    def of_clause(self) -> bool:
        """Whether it is text of the clause, which the lawyers change; everything else is ours."""
        return self.kind in ("title", "text")


class PackClause(Fact):
    """One clause in one position.

    Attributes:
        sha256: the hash of the text in both languages, as an approval binds it.
        languages: the hash of each language.
        basis: what the changes are shown against in each language: the last `approved` text; none, for the text is
            `unchanged` since, is `new`, or what was approved is not kept here (`lost`).
        approved_sha256: the hash of the last approved text in each language, by the same rule as `languages`.
        tag, bookmark: how the id line is marked.
        lines: every paragraph, the id line first.
    """

    clause: str
    position: Position
    version: str
    title: Title
    sha256: str
    languages: dict[Language, str]
    basis: dict[Language, Basis]
    approved_sha256: dict[Language, str] = Field(default_factory=dict)
    tag: str
    bookmark: str
    lines: tuple[PackLine, ...]

    def text(self, language: Language, *, accepted: bool) -> tuple[str, ...]:
        """Title and paragraphs in one language, with our changes accepted or rejected."""
        return tuple(text for text, _ in self.paragraphs(language, accepted=accepted))

    def paragraphs(self, language: Language, *, accepted: bool) -> Iterator[tuple[str, PackLine]]:
        """As `text`, each with the line that it ends with, whose level and key are its own."""
        lines = (line for line in self.lines if line.of_clause and line.language == language)
        return whole_paragraphs(lines, accepted=accepted)


def whole_paragraphs(lines: Iterable[PackLine], *, accepted: bool) -> Iterator[tuple[str, PackLine]]:
    """The paragraphs of one version, without blanks around them, each with the line that it ends with."""
    begun = ""
    for line in lines:
        text = line.draft if accepted else line.approved
        if text is None:
            continue
        begun += text
        if line.goes_on_in != ("draft" if accepted else "approved"):
            yield begun.strip(), line
            begun = ""


class PackManifest(Fact):
    """A pack as it was sent.

    Attributes:
        pack: its id.
        on: the day it was made for.
        author: the name that our tracked changes carry.
        before, after: the paragraphs of the body before the first id line and after the last clause; `after` begins
            with the end line, which is marked as an id line is, with `end_tag` and `end_bookmark`.
        around: the texts of headers, footers and notes.
        clauses: in the order of the file.
    """

    version: Literal["1"] = "1"
    pack: str
    on: Day
    author: str
    before: tuple[str, ...]
    after: tuple[str, ...]
    around: tuple[str, ...]
    end_tag: str
    end_bookmark: str
    clauses: tuple[PackClause, ...]

    def lines(self, *, accepted: bool) -> Iterator[str]:
        """Every paragraph of the body, with our changes accepted or rejected."""
        yield from self.before
        for clause in self.clauses:
            for text, _ in whole_paragraphs(clause.lines, accepted=accepted):
                yield text
        yield from self.after
