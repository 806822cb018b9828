"""A quality claim: what is complained of, what shows it, and what was made of it.

`Complaint` is the file that a clerk writes (claim.yaml); `tradedocs schema claim` prints its JSON Schema. Everything
else is put together from the rows of the ledger (`ClaimRecord`).
"""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field, model_validator

from tradedocs.model.amount import MoneyText, PercentText, QuantityText
from tradedocs.model.base import Fact
from tradedocs.model.day import Day
from tradedocs.model.party import Side
from tradedocs.model.settling import Closing, Move, Performed, RemedyKind, Settlement
from tradedocs.model.shapes import LocalText, as_local
from tradedocs.model.text import Line
from tradedocs.model.told import at
from tradedocs.ui import say

Answer = Literal["yes", "no", "unknown"]
Alleged = Literal["quality", "quantity", "damage", "packing", "appearance", "safety"]
"""What the claimant complains of, in its own view; the category is found by the triage."""
Category = Literal[
    "batch-defect",
    "single-defects",
    "transport-damage",
    "shortage",
    "perception-deviation",
    "misuse",
    "undecided",
]
CATEGORIES: tuple[Category, ...] = (
    "batch-defect", "single-defects", "transport-damage", "shortage", "perception-deviation", "misuse", "undecided",
)  # fmt: skip
Severity = Literal["none", "minor", "over-limit", "batch", "safety", "unknown"]
"""`minor`: usable as it is; `over-limit`: beyond a limit, usable; `batch`: the lot fails; `safety`: stop the sale."""
Bearer = Literal["seller", "buyer", "carrier-or-insurer", "undecided"]
EvidenceKind = Literal[
    "photo-whole",
    "photo-marking",
    "photo-close-up",
    "photo-comparison",
    "photo-container",
    "video",
    "defect-count",
    "tally",
    "lot-marks",
    "retained-sample",
    "delivery-receipt",
    "carrier-notice",
    "temperature-log",
    "storage",
    "quantity-value",
    "report",
    "survey",
    "order",
    "letter",
    "other",
]
LetterKind = Literal[
    "acknowledge",
    "request-evidence",
    "joint-survey",
    "refuse",
    "offer",
    "settle",
    "carrier-notice",
    "insurer-notice",
    "inspector-notice",
    "non-conformity",
]
"""`non-conformity` is the buyer's own notice to its supplier (CISG article 39)."""

Told = Annotated[LocalText, BeforeValidator(as_local, json_schema_input_type=LocalText | str)]
Count = Annotated[
    int, Field(ge=1), BeforeValidator(lambda v: int(v) if isinstance(v, str) and v.isdecimal() else v)
]
Whole = Annotated[
    int, Field(ge=0), BeforeValidator(lambda v: int(v) if isinstance(v, str) and v.isdecimal() else v)
]


class Counted(Fact):
    """A sample that was examined: how many pieces, how many of them defective, and how they were chosen."""

    examined: Count
    defective: Whole
    drawn: Line | None = None
    random: Answer = "unknown"

    @model_validator(mode="after")
    def _possible(self) -> Counted:
        if self.defective > self.examined:
            raise at("defective", say("more pieces are defective than were examined"))
        return self


class Found(Fact):
    """One value that the claimant reports, as it states it."""

    characteristic: Line
    value: Line
    by: Line | None = None


class NextOrder(Fact):
    """An order that is planned: an offset needs one. `number` is None while it has none."""

    number: Line | None = None
    value: MoneyText
    due: Day | None = None


class Costs(Fact):
    """What the user knows of costs; what is left out is not known, and is said to be so.

    Attributes:
        unit_cost: what one unit of the goods (in the unit of their price) costs the seller to make or buy.
        freight, insurance, duty, clearance: of a replacement, to the original destination.
        disposal: of the defective goods, or their way back.
        salvage: what the defective goods still bring in all.
        sorting_hours, sorting_rate: hours of sorting and what one costs.
        rework: of repair in all.
        survey, storage, handling: as proven.
        buyer_loss: further loss that the claimant names (resale profit, stopped production).
        relationship: for each way of settling, what the user thinks that it is worth to keep the customer.
    """

    unit_cost: MoneyText | None = None
    freight: MoneyText | None = None
    insurance: MoneyText | None = None
    duty: MoneyText | None = None
    clearance: MoneyText | None = None
    disposal: MoneyText | None = None
    salvage: MoneyText | None = None
    sorting_hours: Decimal | None = None
    sorting_rate: MoneyText | None = None
    rework: MoneyText | None = None
    survey: MoneyText | None = None
    storage: MoneyText | None = None
    handling: MoneyText | None = None
    buyer_loss: MoneyText | None = None
    relationship: dict[RemedyKind | Literal["nothing"], MoneyText] = Field(default_factory=dict)


class Asked(Fact):
    """The settlement that the claimant asks for."""

    remedy: RemedyKind | None = None
    amount: MoneyText | None = None
    words: Told | None = None


class Complaint(Fact):
    """What is complained of, as far as it is known now. Days are calendar days where the goods are.

    Attributes:
        number: of the claim, ours.
        received: the day on which the complaint reached the side that must answer it; for our own notice to a
            supplier, the day on which our customer's complaint reached us, where there is one.
        complainant, contact: who complains, and the person.
        reference: the complainant's own number.
        words: the complaint in short, one sentence.
        characteristic: the contract's characteristic that it is about; None where the contract names none.
        shipped, arrived, discharged, taken_over: the shipment's milestones.
        found: the day on which the defect was found.
        hidden: whether a proper examination on arrival could not show it.
        usable, unsafe, packages_damaged, receipt_reserved, seal_intact, meets_sample, stored_properly, same_kind,
            altered: plain answers; `unknown` where nobody knows yet. `meets_sample`: the goods meet the specification
            and the sealed sample. `same_kind`: one kind of defect from one cause.
        value_ratio: what the goods were worth at delivery, in percent of conforming goods (CISG article 50).
        policy_holder, title_to_sue: who holds the cargo policy, and the transport document.
        upstream_of: the number of the claim of our customer that this one passes on to the supplier.
        customer, supplier, category_of_goods: for counting lessons.
    """

    number: Line
    received: Day
    complainant: Line
    contact: Line | None = None
    reference: Line | None = None
    shipment: Count = 1
    line: Count = 1
    lots: tuple[Line, ...] = ()
    containers: tuple[Line, ...] = ()
    seals: tuple[Line, ...] = ()
    transport_document: Line | None = None
    carrier: Line | None = None
    insurer: Line | None = None
    invoice_no: Line | None = None
    invoice_date: Day | None = None
    alleged: Alleged
    words: Told
    characteristic: Line | None = None
    affected: QuantityText
    missing: QuantityText | None = None
    counted: Counted | None = None
    values: tuple[Found, ...] = ()
    shipped: Day | None = None
    arrived: Day | None = None
    discharged: Day | None = None
    taken_over: Day | None = None
    found: Day | None = None
    hidden: Answer = "unknown"
    usable: Answer = "unknown"
    unsafe: Answer = "unknown"
    packages_damaged: Answer = "unknown"
    receipt_reserved: Answer = "unknown"
    seal_intact: Answer = "unknown"
    meets_sample: Answer = "unknown"
    stored_properly: Answer = "unknown"
    same_kind: Answer = "unknown"
    altered: Answer = "unknown"
    value_ratio: PercentText | None = None
    paid: PercentText = Decimal(100)
    policy_holder: Side | None = None
    title_to_sue: Side | None = None
    sent: tuple[EvidenceKind, ...] = ()
    asked: Asked | None = None
    next_order: NextOrder | None = None
    costs: Costs = Costs()
    upstream_of: Line | None = None
    supplier: Line | None = None
    category_of_goods: Line | None = None


class ContractRef(Fact):
    """The contract that a claim is made under, by the hash of its file; `addenda` are those in force with it."""

    contract_no: str
    file: str
    sha256: str
    spec_sha256: str
    our_side: Side
    addenda: tuple[str, ...] = ()


class ImageFacts(Fact):
    """What a picture's file says of itself, and a fingerprint of what it shows.

    Attributes:
        taken: as the camera wrote it, without a time zone; None where the file has lost it.
        latitude, longitude: in degrees, WGS 84.
        software: the program that saved it last.
        fingerprint: a difference hash of 64 bits, in hexadecimal: near pictures differ in few bits.
    """

    width: int
    height: int
    taken: datetime | None = None
    device: str | None = None
    latitude: Decimal | None = None
    longitude: Decimal | None = None
    software: str | None = None
    fingerprint: str


class ReportedValue(Fact):
    """One result of a report that was added as evidence: as printed, with its place, and what the Spec says to it.

    `verdict`: RELEASE meets the contract, REJECT does not, HOLD where it could not be held against it.
    """

    parameter: str
    characteristic: str | None = None
    value: str
    unit: str | None = None
    page: int
    verdict: Literal["RELEASE", "HOLD", "REJECT"]


class ReportEvidence(Fact):
    """What the report reader and the check found in a re-inspection or laboratory report."""

    report_no: str | None
    issuer: str | None
    issued: str | None
    sampled_by: Literal["inspector", "client"] | None = None
    values: tuple[ReportedValue, ...] = ()
    verdict: Literal["RELEASE", "HOLD", "REJECT"]
    counted: Counted | None = None
    lots: tuple[str, ...] = ()


class Evidence(Fact):
    """One file of evidence, stored by its hash and never altered.

    Attributes:
        file: the name that it came under; `stored` where it lies in the claim's folder.
        shows: what it shows, by the person who added it.
        remarks: what its metadata say against the claimed dates, and what they have lost.
        same_as: the hash of the evidence of this or another claim that it repeats, whole or nearly.
    """

    sha256: str
    file: str
    stored: str
    size: int
    shows: tuple[EvidenceKind, ...]
    note: Line | None = None
    by: Line
    image: ImageFacts | None = None
    report: ReportEvidence | None = None
    remarks: tuple[str, ...] = ()
    same_as: tuple[str, ...] = ()
    on: Day
    row: int


class Letter(Fact):
    """A letter that was written; `sent` is when somebody recorded that it went out."""

    kind: LetterKind
    file: str
    sha256: str
    languages: tuple[Literal["en", "zh"], ...]
    to: str
    reply_by: Day | None = None
    by: Line
    on: Day
    row: int


class Interval(Fact):
    """A share of defective pieces and its two-sided confidence interval (Clopper-Pearson), in percent."""

    examined: int
    defective: int
    rate: Decimal
    low: Decimal
    high: Decimal
    confidence: Decimal = Decimal(95)


class Reason(Fact):
    """A fact that carries a conclusion, and where it stands: evidence, the contract, a check, the complaint."""

    fact: str
    source: str


class Lacking(Fact):
    """A piece of evidence that this category still lacks: what, in which format, and why it decides something."""

    kind: EvidenceKind
    what: LocalText
    format: LocalText
    why: LocalText


class Triage(Fact):
    """What the decision table makes of the evidence on file.

    Attributes:
        row_of_table: the id of the row of the table that decided.
        because: the facts that carry the conclusion.
        questions: the facts that would decide, as questions to ask.
        lacking: the evidence that is still to be asked for.
        beside: other categories that the evidence does not exclude.
    """

    category: Category
    severity: Severity
    bearer: Bearer
    row_of_table: str
    because: tuple[Reason, ...]
    questions: tuple[LocalText, ...] = ()
    lacking: tuple[Lacking, ...] = ()
    beside: tuple[Category, ...] = ()
    interval: Interval | None = None
    table_sha256: str
    by: Line
    on: Day
    row: int = 0


class Authorised(Fact):
    """A person's authority for one act (a refusal, an offer above the sales level)."""

    authority: Literal["sales", "manager", "legal", "board"]
    by: Line
    reason: Line


class ClaimRecord(Fact):
    """A claim as the ledger tells it: the last state of its facts, and everything that happened, oldest first."""

    complaint: Complaint
    contract: ContractRef
    opened: Day
    row: int
    last_row: int
    restated: tuple[int, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    letters: tuple[Letter, ...] = ()
    triages: tuple[Triage, ...] = ()
    moves: tuple[Move, ...] = ()
    settlement: Settlement | None = None
    performed: tuple[Performed, ...] = ()
    closing: Closing | None = None

    @property
    def triage(self) -> Triage | None:
        """The last triage; None before the first."""
        return self.triages[-1] if self.triages else None

    @property
    def shown(self) -> frozenset[EvidenceKind]:
        """Every kind of evidence that is on file, by its files."""
        return frozenset(kind for one in self.evidence for kind in one.shows)

    @property
    def state(self) -> Literal["open", "settled", "performed", "closed"]:
        """Settled: agreed and not yet done; performed: every promise is recorded as done; closed: with its cause."""
        if self.closing is not None:
            return "closed"
        if self.settlement is None:
            return "open"
        done = {one.promise for one in self.performed}
        return "performed" if all(one.key in done for one in self.settlement.promises) else "settled"
