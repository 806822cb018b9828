"""The user's job "what is open today": claims, shipments, signatures, drafts and approvals of one workspace."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from pathlib import Path

from tradedocs.errors import RefusedInput, TradedocsError
from tradedocs.files import read_bytes, sha256_of
from tradedocs.flows.claims.status import every_status
from tradedocs.flows.clauses import expiring, listed
from tradedocs.flows.ledgers import ledger_of
from tradedocs.flows.life import BUILT, SIGNED
from tradedocs.flows.onrecord import CHECK
from tradedocs.ledger import Row
from tradedocs.model.today import KINDS, OpenItem
from tradedocs.ui import say
from tradedocs.word.package import FILE_LIMIT
from tradedocs.word.passport import ContractFile, read_contract
from tradedocs.workspace import Workspace

_MOST = 2000
_LEFT_OUT = frozenset({"clauses", "templates", "claims"})


def open_today(workspace: Workspace, today: date, within: int) -> tuple[OpenItem, ...]:
    """What somebody has to do, the pressing kinds first, each kind by its days.

    `within`: days in which a date counts as near.

    Raises:
        RefusedInput: there is no workspace, or its ledger is broken.
        InputError: the library or a register holds errors.
    """
    rows = tuple(ledger_of(workspace).rows())
    found = [
        *_claims(workspace, today, within),
        *_contracts(rows),
        *_shipments(workspace, rows, today, within),
        *_approvals(workspace, today, within),
    ]
    return tuple(sorted(found, key=lambda one: (KINDS.index(one.kind), one.day or date.max, one.about)))


def _claims(workspace: Workspace, today: date, within: int) -> Iterator[OpenItem]:
    for one in every_status(workspace, today, within):
        number = one.record.complaint.number
        for date_ in one.pressing:
            yield OpenItem(
                kind="claim",
                about=number,
                words=date_.what.en,
                day=date_.day,
                passed=date_.state == "passed",
                next=say("tradedocs claim status {n}", n=number),
            )
        if one.record.state == "performed":
            yield OpenItem(
                kind="claim",
                about=number,
                words=say("every promise is kept: close it"),
                next=say("tradedocs claim close {n} --draft closing.yaml", n=number),
            )


def _contracts(rows: tuple[Row, ...]) -> Iterator[OpenItem]:
    """Contracts that are drafts, and those for signature that nobody has recorded as signed; the last file counts."""
    last: dict[str, Row] = {}
    signed = {row.facts.get("contract_no") for row in rows if row.kind == SIGNED}
    for row in rows:
        if row.kind == BUILT:
            last[str(row.facts["contract_no"])] = row
    for number, row in last.items():
        if number in signed:
            continue
        if row.facts.get("draft"):
            yield OpenItem(
                kind="draft",
                about=number,
                words=say("built as a draft on {day}", day=row.at[:10]),
                next=say("tradedocs contract build DEAL.yaml"),
            )
        else:
            yield OpenItem(
                kind="unsigned",
                about=number,
                words=say("built on {day}, no signed copy on record", day=row.at[:10]),
                next=say("tradedocs contract sign CONTRACT.docx --scan PDF"),
            )


def _shipments(workspace: Workspace, rows: tuple[Row, ...], today: date, within: int) -> Iterator[OpenItem]:
    """Shipments without a release whose window is near or over, of signed contracts that lie in the workspace."""
    released = {
        (row.facts.get("contract_no"), row.facts.get("shipment"))
        for row in rows
        if row.kind == CHECK and str(row.facts.get("verdict", "")).startswith("RELEASE")
    }
    signed = {
        str(row.facts["file_sha256"]): row
        for row in rows
        if row.kind == SIGNED and row.facts.get("addendum") is None
    }
    for path, file in _signed_files(workspace, signed):
        for shipment in file.deal.shipments if file.deal is not None else ():
            last = shipment.window.last
            if (file.passport.contract_no, shipment.number) in released or last > today + timedelta(
                days=within
            ):
                continue
            yield OpenItem(
                kind="shipment",
                about=file.passport.contract_no,
                day=last,
                passed=last < today,
                words=say(
                    "shipment {n}, window {first} to {last}: no release on record",
                    n=shipment.number,
                    first=shipment.window.first,
                    last=last,
                ),
                next=say(
                    "tradedocs check {file} REPORT.pdf --shipment {n}", file=path.name, n=shipment.number
                ),
            )


def _signed_files(workspace: Workspace, signed: Mapping[str, Row]) -> Iterator[tuple[Path, ContractFile]]:
    """The Word files of the workspace whose hash a signature names."""
    assert workspace.root is not None
    seen: set[str] = set()
    count = 0
    for folder, names, files in os.walk(workspace.root):
        names[:] = sorted(name for name in names if name not in _LEFT_OUT and not name.startswith("."))
        for name in sorted(files):
            if not name.lower().endswith(".docx") or name.startswith("~"):
                continue
            count += 1
            if count > _MOST:
                return
            path = Path(folder) / name
            try:
                digest = sha256_of(read_bytes(path, limit=FILE_LIMIT))
            except TradedocsError:
                continue
            if digest in signed and digest not in seen:
                seen.add(digest)
                try:
                    yield path, read_contract(path)
                except RefusedInput:
                    continue


def _approvals(workspace: Workspace, today: date, within: int) -> Iterator[OpenItem]:
    for clause, last in expiring(listed(workspace, today), today, within):
        yield OpenItem(
            kind="approval",
            about=clause.id,
            words=say("the approval of its {position} text ends", position=clause.position),
            day=last,
            next=say("tradedocs clause pack {id} -o pack.docx", id=clause.id),
        )
