"""A claim lives in the ledger: every step is a row, and what a claim is now is put together from its rows.

The files of a claim lie in the workspace under `claims/<number>/`: evidence by its hash, letters by their names.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any, TypeVar

from tradedocs.errors import RefusedInput, UsageError
from tradedocs.flows.ledgers import ledger_of
from tradedocs.flows.life import named
from tradedocs.ledger import Row
from tradedocs.model.anchor import Anchor
from tradedocs.model.base import Fact
from tradedocs.model.claim import ClaimRecord, Complaint, ContractRef, Evidence, Letter, Triage
from tradedocs.model.day import iso_day
from tradedocs.model.settling import Closing, Move, Performed, Settlement
from tradedocs.ui import say
from tradedocs.workspace import Workspace

OPENED, RESTATED = "claim-opened", "claim-restated"
EVIDENCE, LETTER, TRIAGED = "claim-evidence", "claim-letter", "claim-triaged"
MOVED, SETTLED, PERFORMED, CLOSED = "claim-move", "claim-settled", "claim-performed", "claim-closed"

_LISTS: dict[str, tuple[str, type[Fact]]] = {
    EVIDENCE: ("evidence", Evidence),
    LETTER: ("letters", Letter),
    TRIAGED: ("triages", Triage),
    MOVED: ("moves", Move),
    PERFORMED: ("performed", Performed),
}
_ONCE: dict[str, tuple[str, type[Fact]]] = {SETTLED: ("settlement", Settlement), CLOSED: ("closing", Closing)}
KINDS = frozenset((OPENED, RESTATED, *_LISTS, *_ONCE))
_ADDED = ("row", "by")
"""What the row itself says of a fact, so that it stands in the row once."""
_SAFE = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,79}")
AnyFact = TypeVar("AnyFact", bound=Fact)


def folder_of(number: str, workspace: Workspace) -> Path:
    """Where the files of a claim lie; it may not exist yet.

    Raises:
        UsageError: the number cannot be the name of a folder.
        RefusedInput: there is no workspace.
    """
    ledger_of(workspace)
    assert workspace.root is not None
    if _SAFE.fullmatch(number) is None:
        raise UsageError(
            say("{number!r} cannot be the number of a claim", number=number),
            way_out=say("Use letters, digits, points, dashes and underscores, such as CL-2026-014."),
        )
    return workspace.root / "claims" / number


def claims_in(rows: Iterable[Row]) -> dict[str, ClaimRecord]:
    """Every claim of the ledger by its number, in the order in which they were opened."""
    found: dict[str, ClaimRecord] = {}
    for row in rows:
        if row.kind not in KINDS:
            continue
        number = row.facts["claim"]
        if row.kind == OPENED:
            # Of two processes that opened the same number at once the first one counts.
            found.setdefault(number, _opened(row))
        else:
            found[number] = _grown(found[number], row)
    return found


def all_claims(workspace: Workspace) -> dict[str, ClaimRecord]:
    """Every claim of the workspace.

    Raises:
        RefusedInput: there is no workspace, or its ledger is broken.
    """
    return claims_in(ledger_of(workspace).rows())


def claim_of(number: str, workspace: Workspace) -> ClaimRecord:
    """The claim of that number.

    Raises:
        RefusedInput: there is no workspace, or its ledger is broken.
        UsageError: there is no such claim.
    """
    known = all_claims(workspace)
    if number not in known:
        raise UsageError(
            say("there is no claim {number!r} in this workspace", number=number),
            way_out=say("Open claims: {known}", known=", ".join(known) or "–"),
        )
    return known[number]


def put(
    kind: str,
    number: str,
    contract_no: str,
    facts: Mapping[str, Any],
    *,
    by: str,
    workspace: Workspace,
    now: datetime,
    files: Mapping[str, str] | None = None,
) -> Anchor:
    """Add a row about a claim. `facts` is what the step says (a model dumped as JSON); `files` its files by hash.

    Raises:
        RefusedInput: there is no workspace, or its ledger is broken.
        UsageError: the name cannot stand in a ledger.
        ToolError: the ledger cannot be written.
    """
    row = {
        "claim": number,
        "contract_no": contract_no,
        "by": named(by),
        "files": dict(files or {}),
        "fact": dict(facts),
    }
    return ledger_of(workspace).append(kind, row, at=now)


def told(fact: Fact) -> dict[str, Any]:
    """A fact as a row holds it: without what the row says itself."""
    return {
        name: value
        for name, value in fact.model_dump(mode="json", exclude_none=True, by_alias=True).items()
        if name not in _ADDED
    }


def _opened(row: Row) -> ClaimRecord:
    fact = row.facts["fact"]
    return ClaimRecord(
        complaint=Complaint.model_validate(fact["complaint"]),
        contract=ContractRef.model_validate(fact["contract"]),
        opened=iso_day(row.at[:10]),
        row=row.row,
        last_row=row.row,
    )


def _grown(record: ClaimRecord, row: Row) -> ClaimRecord:
    update: dict[str, Any] = {"last_row": row.row}
    if row.kind == RESTATED:
        update["complaint"] = Complaint.model_validate(row.facts["fact"]["complaint"])
        update["restated"] = (*record.restated, row.row)
    elif row.kind in _ONCE:
        name, model = _ONCE[row.kind]
        update[name] = _read(model, row)
    else:
        name, model = _LISTS[row.kind]
        update[name] = (*getattr(record, name), _read(model, row))
    return record.model_copy(update=update)


def _read(model: type[AnyFact], row: Row) -> AnyFact:
    told_by_row = {"on": row.at[:10], **row.facts["fact"], "row": row.row, "by": row.facts["by"]}
    return model.model_validate(
        {name: told_by_row[name] for name in told_by_row if name in model.model_fields}
    )


def must_be_open(record: ClaimRecord) -> None:
    """Refuse a step on a claim that is closed.

    Raises:
        RefusedInput: it is.
    """
    if record.closing is not None:
        raise RefusedInput(
            say("claim {number} was closed on {day}", number=record.complaint.number, day=record.closing.on),
            way_out=say("Open a new claim, and name this one as its reference."),
        )


def must_be_unsettled(record: ClaimRecord) -> None:
    """Refuse a step of the negotiation on a claim that is settled or closed.

    Raises:
        RefusedInput: it is.
    """
    must_be_open(record)
    if record.settlement is not None:
        number = record.complaint.number
        raise RefusedInput(
            say("claim {number} was settled on {day}", number=number, day=record.settlement.agreed),
            way_out=say("Record what was done of it: tradedocs claim done {number} PROMISE.", number=number),
        )
