"""What the rules of the check say, and the verdict that follows from them."""

from __future__ import annotations

from enum import StrEnum

from tradedocs.model.base import Fact, Place
from tradedocs.model.day import Day
from tradedocs.model.goods import Characteristic
from tradedocs.model.life import Attestation
from tradedocs.model.report import DefectClass, Result, Revision, Unread


class Verdict(StrEnum):
    """What may happen to the shipment."""

    RELEASE = "RELEASE"
    HOLD = "HOLD"
    REJECT = "REJECT"


_GRAVITY = {Verdict.RELEASE: 0, Verdict.HOLD: 1, Verdict.REJECT: 2}


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
    """

    rule: str
    severity: Verdict
    message: str
    way_out: str
    places: tuple[Place, ...] = ()
    shipment: int | None = None
    line: int | None = None
    characteristic: str | None = None


class Evidence(Fact):
    """One result that was held against one characteristic, and what came of it."""

    report: str
    result: Result
    verdict: Verdict
    comparison: str


class Checked(Fact):
    """One characteristic of one line and what was found for it."""

    characteristic: Characteristic
    evidence: tuple[Evidence, ...]
    verdict: Verdict


class LineVerdict(Fact):
    """The verdict for one goods line of one shipment."""

    shipment: int
    line: int
    goods: str
    quantity: str
    verdict: Verdict
    checked: tuple[Checked, ...]


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


class Anchor(Fact):
    """The row of the ledger that records something: its number and its hash."""

    row: int
    sha256: str


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


class CheckedReport(Fact):
    """A report that the check considered.

    Attributes:
        issued: its date as printed.
        reading: how it was read: `text`, `ocr` or `mixed`.
        producer, title: what the file's metadata say.
        encrypted: it is encrypted, and opens without a password.
        signed: it holds a signature; nobody verified it.
        closed: how many times the file was saved.
        revisions: the earlier revisions that are still in the file.
        unread: what was not read, and what the file holds beside its pages.
        printed: what it prints of parties, goods, dates and conclusion.
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


class Judgement(Fact):
    """The outcome of one check: the gravest verdict, the verdicts by shipment and line, and why.

    `attestations` are the persons' words that the verdict rests on: that the contract and its addenda were signed, or
    that an adopted Spec is the contract's.
    """

    contract_no: str
    contract_file: str
    contract_sha256: str
    spec_sha256: str
    unsigned: bool
    attestations: tuple[Attestation, ...] = ()
    verdict: Verdict
    lines: tuple[LineVerdict, ...]
    findings: tuple[Finding, ...]
    reports: tuple[CheckedReport, ...]
    sampling: tuple[SamplingRow, ...] = ()
    anchor: Anchor | None = None
