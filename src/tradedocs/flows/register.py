"""The lists of a workspace: contracts, checks and claims, a row each, as the ledger tells them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Literal

from tradedocs.claims.deadlines import deadlines
from tradedocs.flows.claims.basis import bars_of, terms_of
from tradedocs.flows.claims.record import claims_in
from tradedocs.flows.ledgers import ledger_of
from tradedocs.flows.life import AMENDED, BUILT, SIGNED
from tradedocs.flows.onrecord import CHECK
from tradedocs.ledger import Row
from tradedocs.model.claim import ClaimRecord
from tradedocs.workspace import Workspace

ListName = Literal["contracts", "checks", "claims"]
Cells = tuple[str, ...]
HEADS: dict[ListName, Cells] = {
    "contracts": (
        "contract",
        "state",
        "built",
        "signed",
        "signed by",
        "addenda",
        "languages",
        "checks",
        "claims",
        "file sha256",
    ),
    "checks": (
        "day",
        "contract",
        "shipment",
        "verdict",
        "gate",
        "reports",
        "issuers",
        "lots",
        "open findings",
        "row",
    ),
    "claims": (
        "claim",
        "state",
        "contract",
        "received",
        "from",
        "about",
        "affected",
        "category",
        "severity",
        "borne by",
        "settled by",
        "amount",
        "next date",
        "what",
        "passed",
        "goods",
        "supplier",
    ),
}


def register(name: ListName, workspace: Workspace, today: date) -> tuple[Cells, ...]:
    """The rows under `HEADS`, oldest first.

    Raises:
        RefusedInput: there is no workspace, its ledger is broken, or a claim's copy of its contract was altered.
    """
    rows = tuple(ledger_of(workspace).rows())
    if name == "contracts":
        return tuple(_contracts(rows))
    if name == "checks":
        return tuple(_check(row) for row in rows if row.kind == CHECK)
    return tuple(_claim(one, rows, workspace, today) for one in claims_in(rows).values())


def _contracts(rows: tuple[Row, ...]) -> Iterator[Cells]:
    """Each contract by its number; of several files the last that was built, and the last that was signed."""
    built: dict[str, Row] = {}
    for row in rows:
        if row.kind == BUILT:
            built[str(row.facts["contract_no"])] = row
    for number, row in built.items():
        own = [one for one in rows if one.facts.get("contract_no") == number]
        signed = [one for one in own if one.kind == SIGNED and one.facts.get("addendum") is None]
        last = signed[-1] if signed else None
        addenda = {
            one.facts.get("number") for one in own if one.kind == AMENDED and not one.facts.get("draft")
        }
        checks = [one for one in own if one.kind == CHECK]
        claims = {one.facts.get("claim") for one in own if one.facts.get("claim")}
        yield (
            number,
            "signed" if last else "draft" if row.facts.get("draft") else "unsigned",
            row.at[:10],
            str(last.facts.get("on", "")) if last else "",
            str(last.facts.get("by", "")) if last else "",
            str(len(addenda) or ""),
            ", ".join(row.facts.get("languages", ())),
            ", ".join(f"{one.facts.get('shipment')}: {one.facts.get('verdict')}" for one in checks),
            str(len(claims) or ""),
            str((last or row).facts.get("file_sha256", "")),
        )


def _check(row: Row) -> Cells:
    reports = [one for one in row.facts.get("reports", ()) if isinstance(one, dict)]

    def each(key: str) -> str:
        return ", ".join(dict.fromkeys(str(one[key]) for one in reports if one.get(key)))

    return (
        row.at[:10],
        str(row.facts.get("contract_no", "")),
        str(row.facts.get("shipment", "")),
        str(row.facts.get("verdict", "")),
        str(row.facts.get("gate", "")),
        each("report_no") or each("file"),
        each("issuer"),
        ", ".join(dict.fromkeys(str(lot) for one in reports for lot in one.get("lots", ()))),
        str(len(row.facts.get("open", ())) or ""),
        str(row.row),
    )


def _claim(record: ClaimRecord, rows: tuple[Row, ...], workspace: Workspace, today: date) -> Cells:
    complaint, triage, settled = record.complaint, record.triage, record.settlement
    terms, _ = terms_of(record, workspace)
    dates = () if record.closing else deadlines(record, terms, bars_of(record, rows), today)
    first = next((one for one in dates if one.state in ("due", "passed") and one.day is not None), None)
    line = terms.line(complaint.line)
    amounts = [one.amount for one in settled.promises if one.amount is not None] if settled else []
    total = sum((one.amount for one in amounts), Decimal(0))
    amount = settled.amount if settled and settled.amount else None
    told = str(amount) if amount else f"{amounts[0].currency} {total}" if amounts else ""
    return (
        complaint.number,
        record.state,
        record.contract.contract_no,
        complaint.received.isoformat(),
        complaint.complainant,
        complaint.words.en,
        str(complaint.affected),
        triage.category if triage else "",
        triage.severity if triage else "",
        triage.bearer if triage else "",
        settled.remedy if settled else "",
        told,
        first.day.isoformat() if first and first.day else "",
        first.what.en if first else "",
        "yes" if first and first.state == "passed" else "",
        line.description.en if line else "",
        complaint.supplier or "",
    )
