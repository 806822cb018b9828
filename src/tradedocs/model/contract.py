"""The assembled, numbered articles of one deal, with its Spec, and what a built file says of itself."""

from __future__ import annotations

import unicodedata
from functools import cached_property
from typing import Literal

from tradedocs.model.annex import Annex
from tradedocs.model.base import Fact
from tradedocs.model.clause import Language, Position, Title
from tradedocs.model.day import Day
from tradedocs.model.deal import Deal
from tradedocs.model.spec import Spec

SegmentKind = Literal["text", "value", "term", "ref"]


class Segment(Fact):
    """A run of a paragraph: plain text, a filled variable, a defined term, or a cross-reference.

    For a reference `text` is the number as the document prints it (`14.2`, `14.2(a)`) and `target` the key of
    the paragraph that it points to. For a value `source` names the variable, and `open` says that somebody has to
    confirm it.
    """

    kind: SegmentKind
    text: str
    target: str | None = None
    source: str | None = None
    open: bool = False


class Paragraph(Fact):
    """One numbered paragraph.

    Attributes:
        key: unique in the contract and a valid bookmark name (at most 30 characters, letters, digits and _).
        level: 1 for the heading of an article, 2 for a sub-clause, 3 for an item.
        number: the full number as references print it (`14`, `14.2`, `14.2(a)`).
        label: the number as the paragraph itself shows it (`14.`, `14.2`, `(a)`).
        en, zh: the runs in each language.
    """

    key: str
    level: Literal[1, 2, 3]
    number: str
    label: str
    en: tuple[Segment, ...]
    zh: tuple[Segment, ...]

    def text(self, language: Language) -> str:
        """The paragraph in one language as a reader sees it, without its number; blanks of every kind are one."""
        whole = "".join(segment.text for segment in (self.en if language == "en" else self.zh))
        return " ".join(unicodedata.normalize("NFC", whole).split())


class PassportClause(Fact):
    """A clause that the file was made of."""

    id: str
    version: str
    position: Position
    sha256: str
    approved_by: str | None = None


class Amends(Fact):
    """What an addendum amends.

    Attributes:
        number: of the addendum, from 1 without a gap.
        contract_sha256: the hash of the contract's file.
        previous_sha256: the hash of the file that it follows: the addendum before, or the contract.
        effective: the day from which it applies.
        spec_changed: whether it changes the Spec, and so shows the specification anew.
    """

    number: int
    contract_sha256: str
    previous_sha256: str
    effective: Day
    spec_changed: bool


class Article(Fact):
    """One clause as it stands in the contract; the first paragraph is its heading."""

    clause_id: str
    version: str
    position: Position
    sha256: str
    approved_by: str | None = None
    title: Title
    paragraphs: tuple[Paragraph, ...]

    @cached_property
    def named(self) -> PassportClause:
        """What a passport says of the clause."""
        return PassportClause(
            id=self.clause_id,
            version=self.version,
            position=self.position,
            sha256=self.sha256,
            approved_by=self.approved_by,
        )

    @cached_property
    def values(self) -> tuple[str, ...]:
        """The filled variables in the order of the paragraphs, each in English before Chinese."""
        return tuple(
            segment.text
            for paragraph in self.paragraphs
            for segment in (*paragraph.en, *paragraph.zh)
            if segment.kind == "value"
        )

    @cached_property
    def frame(self) -> str:
        """Everything of it but its values, spelled out: the clause, and of each paragraph its level and runs.

        The clause's hash stands for its text; what the deal makes of it shows in the number of runs and paragraphs.
        """
        named = (self.clause_id, self.version, self.position, self.sha256, self.approved_by)
        return repr((*named, *((one.level, len(one.en), len(one.zh)) for one in self.paragraphs)))


class OpenItem(Fact):
    """A key of the deal that must be settled before signing: its value is `missing`, or is to be confirmed."""

    key: str
    missing: bool = False
    why: str | None = None


class Contract(Fact):
    """The assembled contract.

    Attributes:
        draft_reasons: empty when it may be signed.
        open_points: the keys that are still to be settled; each is a reason for a draft too.
        gaps_shown: a draft was asked for, in which a missing value is a mark and no error.
    """

    deal: Deal
    languages: tuple[Language, ...]
    articles: tuple[Article, ...]
    spec: Spec
    annexes: tuple[Annex, ...] = ()
    draft_reasons: tuple[str, ...] = ()
    open_points: tuple[OpenItem, ...] = ()
    gaps_shown: bool = False

    @property
    def draft(self) -> bool:
        """Whether the document must say DRAFT."""
        return bool(self.draft_reasons)


class Passport(Fact):
    """What a generated file says of itself. `amends` is there for an addendum only."""

    version: Literal[1] = 1
    program: str
    contract_no: str
    languages: tuple[Language, ...]
    draft: bool
    deal_sha256: str
    template_sha256: str
    spec_sha256: str
    text_sha256: str
    clauses: tuple[PassportClause, ...]
    amends: Amends | None = None
