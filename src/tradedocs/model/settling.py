"""How a claim is settled: the remedies that a contract grants, offers and answers, the settlement, and the lesson."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

from pydantic import Field

from tradedocs.model.amount import Money, MoneyText, QuantityText
from tradedocs.model.authority import Authority
from tradedocs.model.base import Fact
from tradedocs.model.day import Day
from tradedocs.model.party import Side
from tradedocs.model.shapes import LocalText
from tradedocs.model.text import Line

RemedyKind = Literal[
    "price-reduction",
    "price-scale",
    "defect-refund",
    "goodwill",
    "replenishment",
    "offset",
    "repair",
    "sorting",
    "make-up-shortage",
    "refund",
    "repudiation",
]
"""`offset` is a way of paying an amount that another remedy gives: a credit against the next order."""
REMEDIES: tuple[RemedyKind, ...] = (
    "price-reduction", "price-scale", "defect-refund", "goodwill", "replenishment", "offset", "repair", "sorting",
    "make-up-shortage", "refund", "repudiation",
)  # fmt: skip


class Step(Fact):
    """One step of the arithmetic: what is done, spelled with its numbers, and what comes out."""

    words: LocalText
    amount: Money


class Remedy(Fact):
    """One way to settle, with its money worked out.

    Attributes:
        rank: 1 is what fits best; barred ones come last.
        clauses: ids of the library; `articles` the numbers in this contract.
        bearer: who bears the cost.
        gain: what it brings the claimant; None where no money can be worked out.
        cost: what it costs the side that gives it; None where the user gave no costs: `unknown` says which.
        low, high: the gain at the ends of the confidence interval, where a share was estimated.
        capped: whether a cap of the contract reduced it.
        authority: the least level that may offer it.
        barred: why it is not open now; None where it is.
        due: until when it can be done or must be offered.
        unknown: inputs that nobody gave.
        excludes: remedies for the same loss, which are not added to this one.
        legal_only: a remedy of the statute, for the eyes of the legal team.
        source: provision of the statute, where it is one.
    """

    kind: RemedyKind
    key: str
    title: LocalText
    rank: int
    clauses: tuple[str, ...] = ()
    articles: tuple[str, ...] = ()
    bearer: Side
    gain: Money | None = None
    cost: Money | None = None
    low: Money | None = None
    high: Money | None = None
    capped: bool = False
    steps: tuple[Step, ...] = ()
    authority: Authority
    barred: LocalText | None = None
    notes: tuple[LocalText, ...] = ()
    due: Day | None = None
    unknown: tuple[str, ...] = ()
    excludes: tuple[str, ...] = ()
    legal_only: bool = False
    source: str | None = None


class Move(Fact):
    """One step of the negotiation.

    Attributes:
        number: from 1.
        side: who made it.
        answers: the number of the move that it answers.
        remedy, amount, quantity: what is offered or asked; `paid_by` how an amount is paid.
        authority, authorised_by: under which authority it was made, where our side made it.
    """

    number: int
    act: Literal["offer", "counter", "accept", "decline"]
    side: Side
    answers: int | None = None
    remedy: RemedyKind | None = None
    amount: MoneyText | None = None
    quantity: QuantityText | None = None
    paid_by: Literal["payment", "credit-note", "offset", "replacement"] | None = None
    words: LocalText | None = None
    expires: Day | None = None
    authority: Authority | None = None
    authorised_by: Line | None = None
    by: Line
    on: Day
    row: int


class Promise(Fact):
    """One thing that the settlement promises: the claim is not closed before each is recorded as done."""

    key: Line
    what: LocalText
    by: Side
    due: Day | None = None
    amount: MoneyText | None = None


class Offset(Fact):
    """How a credit is used up: against which orders, at most how much of each, until when, and cash after that."""

    orders: tuple[Line, ...] = ()
    cap_percent: Decimal = Decimal(100)
    expires: Day
    cash_days: int


class Settlement(Fact):
    """What both sides agreed.

    `files` are the documents that were written for it, by name and hash; `agreed` the day of the agreement.
    """

    remedy: RemedyKind
    amount: MoneyText | None = None
    quantity: QuantityText | None = None
    paid_by: Literal["payment", "credit-note", "offset", "replacement", "none"]
    offset: Offset | None = None
    promises: tuple[Promise, ...]
    move: int
    agreed: Day
    files: dict[str, str] = Field(default_factory=dict)
    by: Line
    row: int


class Performed(Fact):
    """That a promise was kept: on which day, on whose word, and the paper that shows it."""

    promise: Line
    on: Day
    proof_sha256: str | None = None
    by: Line
    row: int


class EightD(Fact):
    """The eight disciplines of a corrective action, in short (D0 to D8)."""

    emergency: Line | None = None
    team: tuple[Line, ...] = ()
    problem: Line
    containment: Line
    cause: Line
    escape: Line
    """Why the inspection did not find it."""
    actions: tuple[Line, ...]
    verified: Line | None = None
    prevention: Line
    closed_by: Line | None = None


LessonKind = Literal[
    "characteristic",
    "aql",
    "level",
    "switching",
    "clause",
    "packing",
    "loading",
    "sample",
    "supplier",
    "none",
]


class Lesson(Fact):
    """What would have caught it: a change that somebody can review.

    Attributes:
        change: the change in words.
        key: the key of a deal file that it touches (`goods[1].characteristics`); None where it touches none.
        value: the new value of that key as YAML of one line.
        clause: the clause that it touches.
    """

    kind: LessonKind
    change: LocalText
    key: Line | None = None
    value: Line | None = None
    clause: Line | None = None


class Closing(Fact):
    """The end of a claim: its cause and what is changed."""

    eight_d: EightD
    lessons: tuple[Lesson, ...]
    by: Line
    on: Day
    row: int
