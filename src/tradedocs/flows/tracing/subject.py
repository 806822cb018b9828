"""What a person means by a number: a contract, a lot, a report or a claim, and which rows are about it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from tradedocs.errors import UsageError
from tradedocs.flows.claims.record import KINDS as CLAIM_KINDS
from tradedocs.flows.claims.record import OPENED
from tradedocs.flows.onrecord import WITH_REPORTS
from tradedocs.ledger import Row
from tradedocs.model.story import SUBJECTS, Subject
from tradedocs.ui import say

_NEAREST = 5


@dataclass
class Index:
    """Every number that the ledger knows, and the contracts that it leads to."""

    contracts: set[str] = field(default_factory=set)
    lots: dict[str, set[str]] = field(default_factory=dict)
    reports: dict[str, set[str]] = field(default_factory=dict)
    claims: dict[str, str] = field(default_factory=dict)

    def known(self, subject: Subject, name: str) -> bool:
        """Whether the ledger knows a subject of that kind by that name."""
        return (
            name
            in {"contract": self.contracts, "lot": self.lots, "report": self.reports, "claim": self.claims}[
                subject
            ]
        )


def index_of(rows: Iterable[Row]) -> Index:
    """The numbers of every row."""
    out = Index()
    for row in rows:
        number = row.facts.get("contract_no")
        if isinstance(number, str):
            out.contracts.add(number)
        for report in _reports(row):
            for name in _names(report):
                out.reports.setdefault(name, set()).add(str(number))
            for lot in report.get("lots", ()):
                out.lots.setdefault(str(lot), set()).add(str(number))
        if row.kind == OPENED:
            out.claims[str(row.facts["claim"])] = str(number)
            for lot in row.facts["fact"]["complaint"].get("lots", ()):
                out.lots.setdefault(str(lot), set()).add(str(number))
    return out


def meant(text: str, index: Index) -> tuple[Subject, str]:
    """What the text names: `contract:X` and the like say it; a bare number is looked up among all of them.

    Raises:
        UsageError: the ledger knows no such number, or knows it as several things.
    """
    kind, colon, rest = text.partition(":")
    if colon and kind in SUBJECTS:
        subject: Subject = kind
        if index.known(subject, rest):
            return subject, rest
        raise UsageError(
            say("the ledger knows no {kind} {name!r}", kind=kind, name=rest), way_out=_known(index)
        )
    found = [subject for subject in SUBJECTS if index.known(subject, text)]
    if not found:
        raise UsageError(
            say("the ledger knows nothing by the name {name!r}", name=text), way_out=_known(index)
        )
    if len(found) > 1:
        raise UsageError(
            say("{name!r} is the name of several things", name=text),
            way_out=say("Say which: {ways}", ways=", ".join(f"{one}:{text}" for one in found)),
        )
    return found[0], text


def _known(index: Index) -> str:
    some = [*sorted(index.claims)[:_NEAREST], *sorted(index.contracts)[:_NEAREST]]
    return say("It knows, among others: {names}", names=", ".join(some) or "–")


def rows_about(subject: Subject, name: str, rows: Sequence[Row], index: Index) -> tuple[Row, ...]:
    """The rows of the story, oldest first.

    The life of the contract always belongs to it; of the checks and claims those that name the lot or report, or all of
    them for a contract; of a claim's contract those of its shipment. The approvals of the very texts that the contract
    was built of come first.
    """
    contracts = _contracts(subject, name, index)
    claims = _claims(subject, name, rows, contracts)
    shipment = _shipment(name, rows) if subject == "claim" else None
    chosen = [
        row
        for row in rows
        if _belongs(row, subject, name, contracts, claims)
        and (shipment is None or row.facts.get("shipment", shipment) == shipment)
    ]
    texts = {str(digest) for row in chosen for digest in _clause_texts(row)}
    approvals = [row for row in rows if row.kind == "approve" and texts & set(_approved(row))]
    return tuple(sorted({row.row: row for row in (*approvals, *chosen)}.values(), key=lambda row: row.row))


def _contracts(subject: Subject, name: str, index: Index) -> set[str]:
    if subject == "contract":
        return {name}
    if subject == "claim":
        return {index.claims[name]}
    return (index.lots if subject == "lot" else index.reports)[name]


def _claims(subject: Subject, name: str, rows: Sequence[Row], contracts: set[str]) -> set[str]:
    if subject == "claim":
        return {name}
    return {
        str(row.facts["claim"])
        for row in rows
        if row.kind == OPENED and _claim_about(row, subject, name, contracts)
    }


def _shipment(claim: str, rows: Sequence[Row]) -> int | None:
    """The shipment that a claim is about."""
    for row in rows:
        if row.kind == OPENED and row.facts.get("claim") == claim:
            return int(row.facts["fact"]["complaint"].get("shipment", 1))
    return None


def _claim_about(row: Row, subject: Subject, name: str, contracts: set[str]) -> bool:
    if row.facts.get("contract_no") not in contracts:
        return False
    lots = row.facts["fact"]["complaint"].get("lots", ())
    return subject != "lot" or not lots or name in lots


def _belongs(row: Row, subject: Subject, name: str, contracts: set[str], claims: set[str]) -> bool:
    if row.kind in CLAIM_KINDS:
        return row.facts.get("claim") in claims
    if row.facts.get("contract_no") not in contracts:
        return False
    if row.kind in WITH_REPORTS and subject in ("lot", "report"):
        return any(_matches(report, subject, name) for report in _reports(row))
    return True


def _matches(report: Mapping[str, Any], subject: Subject, name: str) -> bool:
    """A report that names no lot may be about any."""
    if subject == "report":
        return name in _names(report)
    return not report.get("lots") or name in report["lots"]


def _reports(row: Row) -> Iterator[Mapping[str, Any]]:
    if row.kind in WITH_REPORTS:
        yield from (one for one in row.facts.get("reports", ()) if isinstance(one, Mapping))


def _names(report: Mapping[str, Any]) -> set[str]:
    return {str(report[key]) for key in ("report_no", "file", "sha256") if report.get(key)}


def _clause_texts(row: Row) -> Iterator[str]:
    clauses = row.facts.get("clauses")
    if isinstance(clauses, Mapping):
        yield from (str(digest) for digest in clauses.values())


def _approved(row: Row) -> Iterator[str]:
    for one in row.facts.get("clauses", ()):
        if isinstance(one, Mapping):
            yield str(one.get("sha256"))
