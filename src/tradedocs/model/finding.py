"""What the rules of the check say, and the verdict that follows from them."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Literal

from pydantic import Field

from tradedocs.model.anchor import Anchor
from tradedocs.model.base import Fact, Place
from tradedocs.model.concession import Concession
from tradedocs.model.day import Day
from tradedocs.model.goods import Characteristic
from tradedocs.model.life import Attestation
from tradedocs.model.report import AqlRow, DefectClass, Result, Stated, StatedCount, StatedDate
from tradedocs.model.reportfile import Revision, Signature, Unread
from tradedocs.model.resolution import Resolution, Settled

Gate = Literal["load", "documents"]
"""What is released: the goods, to be loaded; or, when they are loaded, the documents."""
GATES: tuple[Gate, ...] = ("load", "documents")


class Verdict(StrEnum):
    """What may happen to the shipment.

    Under a concession the goods may go although they do not meet the contract, because the other side signed for it.
    """

    RELEASE = "RELEASE"
    CONCESSION = "RELEASE UNDER CONCESSION"
    HOLD = "HOLD"
    REJECT = "REJECT"

    @property
    def releases(self) -> bool:
        """Whether the goods may go, with or without a concession."""
        return self in (Verdict.RELEASE, Verdict.CONCESSION)


_GRAVITY = {Verdict.RELEASE: 0, Verdict.CONCESSION: 1, Verdict.HOLD: 2, Verdict.REJECT: 3}


def gravest(verdicts: tuple[Verdict, ...]) -> Verdict:
    """The gravest of several verdicts; HOLD when there are none, because nothing was proved."""
    return max(verdicts, key=_GRAVITY.__getitem__, default=Verdict.HOLD)


class Finding(Fact):
    """What one rule says.

    Attributes:
        rule: the rule's id (`outside-limit`).
        severity: the verdict that this finding calls for; RELEASE means information only.
        message: the fact, with numbers and units.
        way_out: what to do now.
        places: where it was seen.
        shipment, line: what it is about; None for the whole contract or all lines.
        characteristic: the characteristic's name where it is about one.
        clauses: the clauses of the library that the rule rests on; whether the contract holds them is not said here.
        gate: from which gate on it counts; REJECT counts at every gate.
        id: `rule:hash`, the same for the same facts only; empty until the check has put all findings together.
        about: the fact of a report that a person may state instead, where it is about one.
        settled: how a person may resolve it; None where nobody can.
        resolved: the person's word that resolved it; its severity is then that of a note.
        conceded: the concession that covers what it says; its severity is then CONCESSION.
    """

    rule: str
    severity: Verdict
    message: str
    way_out: str
    places: tuple[Place, ...] = ()
    shipment: int | None = None
    line: int | None = None
    characteristic: str | None = None
    clauses: tuple[str, ...] = ()
    gate: Gate = "load"
    id: str = ""
    about: Result | AqlRow | Stated | StatedDate | StatedCount | None = Field(None, exclude=True, repr=False)
    settled: Settled | None = None
    resolved: Resolution | None = None
    conceded: Concession | None = None

    def counts_at(self, gate: Gate) -> bool:
        """Whether it bears on the verdict of that gate: what speaks against the goods always does."""
        against = (Verdict.CONCESSION, Verdict.REJECT)
        return gate == "documents" or self.gate == "load" or self.severity in against

    @property
    def mark(self) -> str:
        """The short form of the id, as it is shown and typed: `#3fa2c19b`."""
        return f"#{self.id.partition(':')[2][:8]}" if self.id else ""


class GateVerdict(Fact):
    """The verdict of one gate."""

    gate: Gate
    verdict: Verdict


class Evidence(Fact):
    """One result that was held against one characteristic, and what came of it."""

    report: str
    result: Result
    verdict: Verdict
    comparison: str


class Checked(Fact):
    """One characteristic of one line and what was found for it.

    `due` is the gate from which on it must be proved; None where it can be known only at discharge.
    """

    characteristic: Characteristic
    evidence: tuple[Evidence, ...]
    verdict: Verdict
    due: Gate | None = "load"

    def counts_at(self, gate: Gate) -> bool:
        """Whether its verdict bears on that gate."""
        return self.verdict is Verdict.REJECT or self.due == "load" or (self.due == gate)


class LineVerdict(Fact):
    """The verdict for one goods line of one shipment: of the gate that was asked for, and of each gate."""

    shipment: int
    line: int
    goods: str
    quantity: str
    verdict: Verdict
    checked: tuple[Checked, ...]
    gates: tuple[GateVerdict, ...] = ()


class SampleNumbers(Fact):
    """The numbers of a sampling plan for one class of defects; None where a report does not print one."""

    aql: str | None = None
    sample_size: int | None = None
    accept: int | None = None
    reject: int | None = None


class SamplingRow(Fact):
    """One class of defects: the plan worked out again for the lot, beside what the inspector used and found.

    Attributes:
        report: the report's file; None where no inspection of the line was given.
        place: where the report prints the class.
        standard, level, lot, letter, plan: as worked out from the contract; None where no plan can be.
        used, found: as the report prints them.
        verdict: the gravest that a finding says of this class; HOLD where numbers are missing.
    """

    line: int
    defect_class: DefectClass
    report: str | None = None
    place: Place | None = None
    standard: str | None = None
    level: str | None = None
    lot: int | None = None
    letter: str | None = None
    plan: SampleNumbers | None = None
    used: SampleNumbers = SampleNumbers()
    found: int | None = None
    verdict: Verdict


class Printed(Fact):
    """What a report prints of itself that another document is compared with; None where it prints nothing."""

    contract_no: str | None = None
    seller: str | None = None
    buyer: str | None = None
    goods: str | None = None
    quantity: str | None = None
    inspected: str | None = None
    inspected_on: Day | None = None
    issued_on: Day | None = None
    place: str | None = None
    conclusion: str | None = None
    passes: bool | None = None


class Covered(Fact):
    """How much of a goods line of the shipment was counted on a report."""

    line: int
    number: Decimal
    unit: str


class Adverse(Fact):
    """One thing that a report says against the goods.

    Attributes:
        rule: the rule that found it, and `severity` what it called for.
        characteristic: the contract's name for it, or the report's own where the contract names no such thing.
        defect_class: where it is a number of defects.
        value, limit: what was found and what was allowed.
        values: how many values of the characteristic the report gives.
    """

    rule: str
    severity: Verdict
    message: str
    line: int | None = None
    characteristic: str | None = None
    defect_class: DefectClass | None = None
    value: str | None = None
    limit: str | None = None
    pages: tuple[int, ...] = ()
    values: int = 1


class Remembered(Fact):
    """What later checks need of a report: who it is from, what it is about, and all that it says against the goods.

    Attributes:
        issued, examined: its date, and the last day of the inspection or sampling; None where not plainly stated.
        row: the row of the ledger that first told what it says against the goods; None for a report at hand.
    """

    file: str
    sha256: str
    report_no: str | None = None
    issuer: str | None = None
    family: str | None = None
    contract_no: str | None = None
    model: str | None = None
    lots: tuple[str, ...] = ()
    issued: date | None = None
    examined: date | None = None
    adverse: tuple[Adverse, ...] = ()
    row: int | None = None


class CheckedReport(Fact):
    """A report that the check considered.

    Attributes:
        issued: its date as printed.
        reading: how it was read: `text`, `ocr` or `mixed`.
        producer, title: what the file's metadata say.
        encrypted: it is encrypted, and opens without a password.
        signed: it holds a signature.
        signatures: its digital signatures; none where nobody could verify them.
        closed: how many times the file was saved.
        revisions: the earlier revisions that are still in the file.
        unread: what was not read, and what the file holds beside its pages.
        printed: what it prints of parties, goods, dates and conclusion.
        covers: the quantities that were counted on it.
        remembered: what later checks remember of it.
    """

    file: str
    sha256: str
    issuer: str | None
    report_no: str | None
    family: str | None
    pages: int
    issued: str | None = None
    reading: str = "text"
    producer: str | None = None
    title: str | None = None
    encrypted: bool = False
    signed: bool = False
    closed: int = 1
    revisions: tuple[Revision, ...] = ()
    unread: tuple[Unread, ...] = ()
    printed: Printed = Printed()
    covers: tuple[Covered, ...] = ()
    remembered: Remembered | None = None
    signatures: tuple[Signature, ...] = ()


class Judgement(Fact):
    """The outcome of one check: the gravest verdict of the gate that was asked for, the verdicts by line, and why.

    `gates` holds the verdict of each gate, the documents' never better than the one to load. `bl_date` is the day of
    shipment as it was given. `not_examined` names the documents of the deal that are no inspection documents.
    `attestations` are the persons' words that the verdict rests on: that the contract and its addenda were signed, or
    that an adopted Spec is the contract's. `concessions` are those that it needs.
    """

    contract_no: str
    contract_file: str
    contract_sha256: str
    spec_sha256: str
    unsigned: bool
    attestations: tuple[Attestation, ...] = ()
    gate: Gate = "documents"
    gates: tuple[GateVerdict, ...] = ()
    bl_date: date | None = None
    not_examined: tuple[str, ...] = ()
    verdict: Verdict
    lines: tuple[LineVerdict, ...]
    findings: tuple[Finding, ...]
    reports: tuple[CheckedReport, ...]
    sampling: tuple[SamplingRow, ...] = ()
    anchor: Anchor | None = None
    concessions: tuple[Concession, ...] = ()
