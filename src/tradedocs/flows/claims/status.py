"""The user's job "where does this claim stand": its state, its dates, and what is due."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from tradedocs.claims.deadlines import deadlines, pressing
from tradedocs.flows.claims.basis import bars_of, terms_of
from tradedocs.flows.claims.record import all_claims, claim_of
from tradedocs.flows.claims.undercontract import under_contract
from tradedocs.flows.ledgers import ledger_of
from tradedocs.model.claim import ClaimRecord
from tradedocs.model.claimview import Bar, Deadline, UnderContract
from tradedocs.workspace import Workspace


@dataclass(frozen=True)
class Status:
    """A claim on a day: every date, those that press, and what the contract and the record say to it."""

    record: ClaimRecord
    dates: tuple[Deadline, ...]
    pressing: tuple[Deadline, ...]
    bars: tuple[Bar, ...]
    as_of: date
    under: UnderContract


def status_of(number: str, workspace: Workspace, today: date, within: int) -> Status:
    """The status of one claim.

    Raises:
        UsageError: there is no such claim.
        RefusedInput: there is no workspace, its ledger is broken, or the claim's copy of the contract was altered.
    """
    return _status(claim_of(number, workspace), workspace, today, within)


def every_status(workspace: Workspace, today: date, within: int) -> tuple[Status, ...]:
    """The status of every claim, the open ones first.

    Raises:
        RefusedInput: as `status_of`.
    """
    found = [_status(record, workspace, today, within) for record in all_claims(workspace).values()]
    return tuple(sorted(found, key=lambda one: one.record.closing is not None))


def _status(record: ClaimRecord, workspace: Workspace, today: date, within: int) -> Status:
    terms, spec = terms_of(record, workspace)
    rows = tuple(ledger_of(workspace).rows())
    bars = bars_of(record, rows)
    found = deadlines(record, terms, bars, today)
    urgent = () if record.closing is not None else pressing(found, today, within)
    return Status(record, found, urgent, bars, today, under_contract(record, terms, spec, rows))
