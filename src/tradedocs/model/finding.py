"""What the rules of the check say, and the verdict that follows from them."""

from __future__ import annotations

from enum import StrEnum

from tradedocs.model.base import Fact, Place
from tradedocs.model.goods import Characteristic
from tradedocs.model.life import Attestation
from tradedocs.model.report import Result


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
        clauses: the clauses of the library that the rule rests on; whether the contract holds them is not said here.
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


class Anchor(Fact):
    """The row of the ledger that records something: its number and its hash."""

    row: int
    sha256: str


class CheckedReport(Fact):
    """A report that the check considered."""

    file: str
    sha256: str
    issuer: str | None
    report_no: str | None
    family: str | None
    pages: int


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
    anchor: Anchor | None = None
