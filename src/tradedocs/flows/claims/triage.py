"""The user's job "what kind of claim is this": triage of what is on file, kept as a row of the ledger."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from tradedocs.claims.facts import BeforeShipment, OnRecord
from tradedocs.claims.grounds import Grounds, grounds_of, names_of
from tradedocs.claims.triage import triage
from tradedocs.flows.claims.basis import checked_before, terms_of
from tradedocs.flows.claims.record import TRIAGED, claim_of, must_be_open, put, told
from tradedocs.flows.ledgers import ledger_of
from tradedocs.flows.onrecord import on_record
from tradedocs.flows.persons import RESOLVED, concessions_in, resolutions_in
from tradedocs.ledger import Row
from tradedocs.model.anchor import Anchor
from tradedocs.model.claim import ClaimRecord, Complaint, Triage
from tradedocs.model.finding import Verdict
from tradedocs.ui import say
from tradedocs.vocabulary.parameters import fold_name
from tradedocs.workspace import Workspace


@dataclass(frozen=True)
class Triaged:
    """The claim, its triage, and the row that keeps it; None after a dry run."""

    record: ClaimRecord
    triage: Triage
    anchor: Anchor | None


def triage_claim(
    number: str, *, by: str, workspace: Workspace, now: datetime, dry_run: bool = False
) -> Triaged:
    """Find out what kind of claim it is, how grave, who bears it and what is missing, and keep that.

    Args:
        dry_run: keep nothing.

    Raises:
        UsageError: there is no such claim, or the name cannot stand in a ledger.
        RefusedInput: there is no workspace, its ledger is broken, the claim is closed, or the claim's copy of its
            contract is missing or altered.
    """
    record = claim_of(number, workspace)
    if not dry_run:
        must_be_open(record)
    terms, spec = terms_of(record, workspace)
    grounds = grounds_of(spec, terms.deal, terms.articles)
    rows = tuple(row for row in ledger_of(workspace).rows() if row.row < record.row)
    found = triage(record, grounds, before_shipment(record, grounds, rows), by=by, on=now.date())
    if dry_run:
        return Triaged(record, found, None)
    anchor = put(
        TRIAGED, number, record.contract.contract_no, told(found), by=by, workspace=workspace, now=now,
        files={"triage.yaml": found.table_sha256},
    )  # fmt: skip
    return Triaged(record, found.model_copy(update={"row": anchor.row}), anchor)


def before_shipment(record: ClaimRecord, grounds: Grounds, rows: Sequence[Row]) -> BeforeShipment:
    """What the ledger holds from before the claim of the shipment, and of the characteristic complained of.

    What a report said against it counts only where the last check did not release: a release rests on goods that were
    put right, on a person's word or on a concession, and the latter two are told as such.
    """
    checked = checked_before(record, rows)
    names = _names(record.complaint, grounds)
    if not names:
        return BeforeShipment(checked)
    released = checked is not None and checked.verdict == Verdict.RELEASE
    return BeforeShipment(
        checked,
        adverse=() if released else tuple(_adverse(record, grounds, rows, names)),
        resolved=tuple(_resolved(record, rows, names)),
        conceded=tuple(_conceded(record, rows, names)),
    )


def _names(complaint: Complaint, grounds: Grounds) -> frozenset[str]:
    if complaint.characteristic is None:
        return frozenset()
    named = grounds.characteristic(complaint.line, complaint.characteristic)
    return frozenset((fold_name(complaint.characteristic),)) if named is None else names_of(named)


def _adverse(
    record: ClaimRecord, grounds: Grounds, rows: Sequence[Row], names: frozenset[str]
) -> Iterator[OnRecord]:
    reports, _ = on_record(rows, grounds.spec, record.complaint.shipment)
    for report in reports:
        for one in report.adverse:
            about = one.characteristic is not None and fold_name(one.characteristic) in names
            if about and one.severity is Verdict.REJECT and one.line in (None, record.complaint.line):
                yield OnRecord(report.row or 0, one.message)


def _resolved(record: ClaimRecord, rows: Sequence[Row], names: frozenset[str]) -> Iterator[OnRecord]:
    standing = {one.row for one in resolutions_in(rows) if not one.withdrawn}
    for row in rows:
        if row.kind != RESOLVED or row.row not in standing or not _is_about(row, record):
            continue
        message = str(row.facts.get("message", ""))
        if any(name in fold_name(message) for name in names):
            said = say("{message} – set aside by {by}", message=message, by=row.facts.get("by", "?"))
            yield OnRecord(row.row, said)


def _is_about(row: Row, record: ClaimRecord) -> bool:
    same = row.facts.get("contract_no") == record.contract.contract_no
    return same and row.facts.get("shipment", record.complaint.shipment) == record.complaint.shipment


def _conceded(record: ClaimRecord, rows: Sequence[Row], names: frozenset[str]) -> Iterator[OnRecord]:
    complaint = record.complaint
    for one in concessions_in(rows):
        terms = one.terms
        here = (terms.contract, terms.shipment, terms.line)
        if here != (record.contract.contract_no, complaint.shipment, complaint.line):
            continue
        for item in terms.items:
            if item.characteristic is not None and fold_name(item.characteristic) in names:
                yield OnRecord(one.row, say("{party} conceded {name} at {measured}", party=terms.signed.party,
                                            name=item.characteristic, measured=item.measured))  # fmt: skip
