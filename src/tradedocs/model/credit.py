"""A documentary credit as the bank's message states it, and what holding it against the contract finds.

Fields are those of the SWIFT messages MT 700 and MT 710 (issue and advice), continued by MT 701 and MT 711, and
changed by MT 707. Every field of the message is kept, known or not."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from functools import cached_property
from typing import Literal

from tradedocs.model.amount import Money
from tradedocs.model.base import Fact
from tradedocs.model.day import Day
from tradedocs.model.shapes import LocalText

Weight = Literal["discrepancy", "look", "note"]
"""`discrepancy`: ask for an amendment; `look`: a person must read it; `note`: good to know."""
Permission = Literal["allowed", "conditional", "not allowed"]
_FULL = 60
"""Banks wrap at 65 characters; a line of at least this length may have been cut within a word."""


def joined(lines: tuple[str, ...]) -> tuple[str, ...]:
    """A wrapped text as one line: cut between words, and as it reads if full lines were cut within a word."""
    spaced = " ".join(" ".join(lines).split())
    glued = ""
    for line in lines:
        glued += line if len(line) >= _FULL else f"{line} "
    return tuple(dict.fromkeys((spaced, " ".join(glued.split()))))


class CreditField(Fact):
    """One field as the message has it: `lines` without the tag, `line` its first line in the file, from 1."""

    tag: str
    name: str
    lines: tuple[str, ...]
    line: int
    known: bool = True

    @property
    def text(self) -> str:
        """The field in one line."""
        return joined(self.lines)[0]

    @cached_property
    def readings(self) -> tuple[str, ...]:
        """The ways in which its wrapped lines can be read, in capitals."""
        return tuple(text.upper() for text in joined(self.lines))


class CreditItem(Fact):
    """One numbered point of the documents (46A) or of the conditions (47A)."""

    tag: str
    number: int
    lines: tuple[str, ...]
    line: int

    @property
    def text(self) -> str:
        """The point in one line."""
        return joined(self.lines)[0]

    @cached_property
    def readings(self) -> tuple[str, ...]:
        """The ways in which its wrapped lines can be read, in capitals."""
        return tuple(text.upper() for text in joined(self.lines))


class Credit(Fact):
    """One credit. What a field states in a form of its own is read; None where the field is missing or unreadable.

    Attributes:
        message: the message that brought it, `700` or `710`.
        number: of the credit; for an advice the issuing bank's (field 21).
        more, less: tolerance of amount, quantity and unit price, in percent (39A).
        days: for presentation after shipment (48); None where the field is missing: UCP 600 article 14(c) then says 21.
        amended: numbers of the amendments that are worked in.
    """

    message: str
    fields: tuple[CreditField, ...]
    number: str | None = None
    form: str | None = None
    issued: Day | None = None
    rules: str | None = None
    expiry: Day | None = None
    expiry_place: str | None = None
    amount: Money | None = None
    more: Decimal | None = None
    less: Decimal | None = None
    by: Literal["payment", "acceptance", "negotiation", "deferred payment", "mixed payment"] | None = None
    partial: Permission | None = None
    transhipment: Permission | None = None
    latest: Day | None = None
    days: int | None = None
    confirmation: Literal["confirm", "may add", "without"] | None = None
    documents: tuple[CreditItem, ...] = ()
    conditions: tuple[CreditItem, ...] = ()
    amended: tuple[str, ...] = ()

    def field(self, *tags: str) -> CreditField | None:
        """The first field that has one of the tags."""
        return next((one for one in self.fields if one.tag in tags), None)

    def text(self, *tags: str) -> str:
        """What that field says, in one line; empty where it is missing."""
        found = self.field(*tags)
        return found.text if found else ""

    @property
    def unknown(self) -> Iterator[CreditField]:
        """Fields that no message of this kind has."""
        return (one for one in self.fields if not one.known)


class CreditFinding(Fact):
    """One point on which the credit is not what the contract calls for.

    Attributes:
        rule: the rule's id (`L07`).
        tag, line: the field, and its line in the file; None where the field is missing.
        says: the words of the credit.
        contract: what the contract says, `key` where in its deal.
        consequence: what happens if nobody acts.
        amend: how the credit should read; None where no amendment is needed.
        source: the rule of UCP 600 or ISBP 821.
    """

    rule: str
    weight: Weight
    tag: str
    line: int | None = None
    says: str = ""
    message: str
    contract: str = ""
    key: str | None = None
    consequence: str
    amend: LocalText | None = None
    source: str


class CreditJudgement(Fact):
    """The whole result, findings in the order of the message's fields."""

    file: str
    sha256: str
    contract_no: str
    as_of: Day
    credit: Credit
    findings: tuple[CreditFinding, ...]
    amendments: tuple[str, ...] = ()

    def count(self, weight: Weight) -> int:
        """How many findings have that weight."""
        return sum(one.weight == weight for one in self.findings)


class Due(Fact):
    """One document to be presented under the credit: what its wording asks for, from whom, and by when.

    Attributes:
        number: its point in field 46A.
        words: the credit's own words.
        document: what kind it is; `other` where the words name none that is known.
        originals, copies: as asked; None where the words do not say.
        issuer: who must issue it, as asked.
        by: the last day on which it may be dated; None where no rule gives one.
        remarks: what to mind.
    """

    number: int
    words: str
    document: str
    originals: int | None = None
    copies: int | None = None
    issuer: str | None = None
    by: Day | None = None
    remarks: tuple[str, ...] = ()
