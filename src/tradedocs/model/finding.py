"""What the rules of the check say, and the verdict that follows from them."""

from __future__ import annotations

from enum import StrEnum

from pydantic import Field

from tradedocs.model.base import Fact, Place
from tradedocs.model.concession import Concession
from tradedocs.model.goods import Characteristic
from tradedocs.model.life import Attestation
from tradedocs.model.report import AqlRow, Result, Stated, StatedCount, StatedDate
from tradedocs.model.resolution import Resolution, Settled


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
    id: str = ""
    about: Result | AqlRow | Stated | StatedDate | StatedCount | None = Field(None, exclude=True, repr=False)
    settled: Settled | None = None
    resolved: Resolution | None = None
    conceded: Concession | None = None

    @property
    def mark(self) -> str:
        """The short form of the id, as it is shown and typed: `#3fa2c19b`."""
        return f"#{self.id.partition(':')[2][:8]}" if self.id else ""


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
    that an adopted Spec is the contract's. `concessions` are those that it needs.
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
    concessions: tuple[Concession, ...] = ()
