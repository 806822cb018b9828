"""What a claim is judged by: the contract as it was when the claim was opened, and what the ledger tells of it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter, ValidationError

from tradedocs.claims.consistent import same_name
from tradedocs.claims.facts import Checked
from tradedocs.claims.terms import Terms
from tradedocs.errors import RefusedInput, UsageError
from tradedocs.files import read_bytes, sha256_of
from tradedocs.flows.claims.record import folder_of
from tradedocs.flows.inforce import Chain, chain_of
from tradedocs.flows.life import in_the_ledger
from tradedocs.flows.onrecord import CHECK
from tradedocs.flows.persons import CONCEDED, RESOLVED
from tradedocs.ledger import Row
from tradedocs.model.claim import ClaimRecord, Complaint, ContractRef
from tradedocs.model.claimview import Bar
from tradedocs.model.clause import Language
from tradedocs.model.contract import Article
from tradedocs.model.day import iso_day
from tradedocs.model.deal import Deal
from tradedocs.model.spec import Spec
from tradedocs.ui import say
from tradedocs.workspace import Workspace

TERMS = "terms.json"
_LIMIT = 20_000_000
_ARTICLES = TypeAdapter(tuple[Article, ...])
_LANGUAGES = TypeAdapter(tuple[Language, ...])
VERSION = 1


def in_force(
    contract: Path, workspace: Workspace, today: date
) -> tuple[ContractRef, bytes, Spec, Deal, tuple[str, ...]]:
    """The contract with its signed addenda as a claim keeps it, its Spec and deal, and what speaks against it.

    Raises:
        UsageError: the file is no built contract.
        RefusedInput: it was altered, is not in the ledger, or holds no deal.
    """
    if contract.suffix.lower() != ".docx":
        raise UsageError(
            say("a claim is made under a contract that was built"),
            place=str(contract),
            way_out=say(
                "Give the contract (.docx) that `tradedocs contract build` wrote and that was signed."
            ),
        )
    chain = chain_of(contract, (), workspace, on=today, beside=True)
    if chain.last.problems:
        raise RefusedInput(
            say("the contract was altered: {what}", what=chain.last.problems[0]),
            place=str(contract),
            way_out=say("Give the file that was built and signed."),
        )
    if chain.life.attestation(chain.contract.sha256) is None:
        in_the_ledger(chain.life, chain.contract.file, chain.contract.sha256)
    passport = chain.last.passport
    data = _spelled(chain.deal, chain.articles, passport.languages, chain.spec)
    ref = ContractRef(
        contract_no=passport.contract_no,
        file=contract.name,
        sha256=chain.contract.sha256,
        spec_sha256=chain.spec.sha256,
        our_side=chain.deal.our_side,
        terms_sha256=sha256_of(data),
        addenda=tuple(one.file.sha256 for one in chain.addenda),
        draft=chain.contract.passport.draft,
    )
    return ref, data, chain.spec, chain.deal, (*_unsigned(chain), *chain.problems, *chain.open)


def _unsigned(chain: Chain) -> Iterator[str]:
    """A claim is under the contract that was signed; that nobody recorded it may be an oversight, so it is told."""
    if chain.contract.passport.draft:
        yield say("the contract is a DRAFT, not for signature: a claim is made under the one that was signed")
    elif not chain.attestations:
        yield say(
            "nobody has recorded that the contract was signed: tradedocs contract sign CONTRACT.docx --scan PDF"
        )


def terms_of(record: ClaimRecord, workspace: Workspace) -> tuple[Terms, Spec]:
    """The contract as it was in force when the claim was opened, and its Spec.

    Raises:
        RefusedInput: the claim's copy is missing or was altered.
    """
    path = folder_of(record.complaint.number, workspace) / TERMS
    if not path.is_file():
        raise RefusedInput(
            say("the claim's copy of its contract is missing"),
            place=str(path),
            way_out=say("Restore the folder of the claim from your backup."),
        )
    data = read_bytes(path, limit=_LIMIT)
    if sha256_of(data) != record.contract.terms_sha256:
        raise RefusedInput(
            say("the claim's copy of its contract is not the one that the ledger tells of"),
            place=str(path),
            way_out=say("Restore the folder of the claim from your backup."),
        )
    try:
        told = json.loads(data)
        terms = Terms(
            Deal.model_validate(told["deal"]),
            _ARTICLES.validate_python(told["articles"]),
            _LANGUAGES.validate_python(told["languages"]),
        )
        return terms, Spec.model_validate(told["spec"])
    except (ValidationError, ValueError, KeyError) as error:
        raise RefusedInput(
            say("the claim's copy of its contract cannot be read by this version of the program"),
            place=str(path),
        ) from error


def _spelled(deal: Deal, articles: tuple[Article, ...], languages: tuple[Language, ...], spec: Spec) -> bytes:
    data = {
        "version": VERSION,
        "deal": json.loads(deal.told),
        "articles": [one.model_dump(mode="json", exclude_none=True) for one in articles],
        "languages": list(languages),
        "spec": spec.model_dump(mode="json", by_alias=True, exclude_none=True),
    }
    return (json.dumps(data, ensure_ascii=False, indent=1) + "\n").encode()


def checked_before(record: ClaimRecord, rows: Iterable[Row]) -> Checked | None:
    """The last verdict on the shipment; None where none is on record."""
    found = None
    for row in rows:
        ours = row.kind == CHECK and row.facts.get("contract_no") == record.contract.contract_no
        if ours and row.facts.get("shipment", record.complaint.shipment) == record.complaint.shipment:
            found = Checked(str(row.facts.get("verdict", "")), row.row)
    return found


def bars_of(record: ClaimRecord, rows: Iterable[Row]) -> tuple[Bar, ...]:
    """Rows that show that we knew of a fact before the complaint.

    They are what reports from before shipment said against the goods, findings that a person resolved, and
    concessions. A row about another shipment, goods line or characteristic is none; one that names no characteristic
    is one, and so is a finding that was resolved, whatever it was called in the report.
    """
    before = [row for row in rows if row.row < record.row]
    return tuple({(one.row, one.what): one for one in _bars(record, before)}.values())


def _bars(record: ClaimRecord, rows: Iterable[Row]) -> Iterator[Bar]:
    complaint = record.complaint
    for row in rows:
        if row.facts.get("contract_no") != record.contract.contract_no:
            continue
        terms = row.facts.get("terms") or {}
        if row.facts.get("shipment", terms.get("shipment", complaint.shipment)) != complaint.shipment:
            continue
        if row.kind == CHECK:
            yield from _adverse(complaint, row)
        elif row.kind == RESOLVED:
            yield Bar(row=row.row, kind=row.kind, what=str(row.facts.get("message", "")))
        elif row.kind == CONCEDED and terms.get("line", complaint.line) == complaint.line:
            yield from _conceded(complaint, row, terms)


def _adverse(complaint: Complaint, row: Row) -> Iterator[Bar]:
    """What the reports of a check said against the goods, if they examined them before they left."""
    left = complaint.shipped or complaint.arrived or complaint.received
    for report in row.facts.get("reports", ()):
        examined = report.get("examined") or report.get("issued")
        if examined is not None and iso_day(examined) > left:
            continue
        for fact in report.get("adverse", ()):
            name = fact.get("characteristic")
            if fact.get("line") in (None, complaint.line) and _about(complaint, (name,) if name else ()):
                yield Bar(row=row.row, kind=row.kind, what=str(fact["message"]), characteristic=name)


def _conceded(complaint: Complaint, row: Row, terms: Mapping[str, Any]) -> Iterator[Bar]:
    names = tuple(
        str(item["characteristic"]) for item in terms.get("items", ()) if item.get("characteristic")
    )
    if _about(complaint, names):
        who = terms.get("signed", {}).get("party", "?")
        what = say("concession by {who}: {names}", who=who, names=", ".join(names) or "–")
        yield Bar(row=row.row, kind=row.kind, what=what, characteristic=names[0] if names else None)


def _about(complaint: Complaint, names: tuple[str, ...]) -> bool:
    return (
        not names
        or complaint.characteristic is None
        or any(same_name(one, complaint.characteristic) for one in names)
    )
