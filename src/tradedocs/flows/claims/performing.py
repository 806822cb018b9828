"""The user's job "it is done": each promise of a settlement on record, with the paper that shows it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from tradedocs.errors import RefusedInput, UsageError
from tradedocs.flows.claims.record import PERFORMED, claim_of, must_be_open, put, told
from tradedocs.flows.claims.writing import keep
from tradedocs.flows.life import named
from tradedocs.model.anchor import Anchor
from tradedocs.model.claim import ClaimRecord
from tradedocs.model.settling import Performed, Promise
from tradedocs.ui import say
from tradedocs.workspace import Workspace


@dataclass(frozen=True)
class Done:
    """What was recorded, and the promises that are still open."""

    performed: Performed
    left: tuple[Promise, ...]
    late: bool
    anchor: Anchor


def open_promises(record: ClaimRecord) -> tuple[Promise, ...]:
    """The promises of the settlement that nobody has recorded as done; none where there is no settlement."""
    done = {one.promise for one in record.performed}
    return (
        tuple(one for one in record.settlement.promises if one.key not in done) if record.settlement else ()
    )


def done(
    number: str, promise: str, *, by: str, workspace: Workspace, now: datetime, on: date | None = None,
    proof: Path | None = None,
) -> Done:  # fmt: skip
    """Record that a promise was kept. The paper that shows it is kept in the claim's folder, by its hash.

    Raises:
        UsageError: there is no such claim or promise, the day cannot be, or the paper cannot be read.
        RefusedInput: there is no settlement, it was recorded already, or the claim is closed.
    """
    record, name, day = claim_of(number, workspace), named(by), on or now.date()
    must_be_open(record)
    if record.settlement is None:
        raise RefusedInput(
            say("claim {number} is not settled", number=number),
            way_out=say(
                "Settle it on an accepted move: tradedocs claim settle {number} --move N.", number=number
            ),
        )
    found = next((one for one in record.settlement.promises if one.key == promise), None)
    if found is None:
        raise no_promise(promise, [one.key for one in record.settlement.promises])
    before = next((one for one in record.performed if one.promise == promise), None)
    if before is not None:
        raise RefusedInput(
            say(
                "{key} was recorded as done on {day} (ledger row {row})",
                key=promise,
                day=before.on,
                row=before.row,
            )
        )
    if not record.settlement.agreed <= day <= now.date():
        raise UsageError(say("{day} is before the settlement of {agreed}, or still to come", day=day,
                             agreed=record.settlement.agreed))  # fmt: skip
    sha256, files = keep(proof, number, workspace)
    made = Performed(promise=promise, on=day, proof_sha256=sha256, by=name, row=0)
    anchor = put(PERFORMED, number, record.contract.contract_no, told(made), by=name, workspace=workspace, now=now,
                 files=files)  # fmt: skip
    left = tuple(one for one in open_promises(record) if one.key != promise)
    return Done(made, left, found.due is not None and day > found.due, anchor)


def no_promise(key: str, keys: list[str]) -> UsageError:
    """That a settlement holds no promise of that key."""
    return UsageError(
        say("the settlement holds no promise {key!r}", key=key),
        way_out=say("It holds: {known}.", known=", ".join(keys)),
    )
