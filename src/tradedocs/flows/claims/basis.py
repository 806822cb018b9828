"""What a claim is judged by: the contract as it was when the claim was opened, and what the ledger tells of it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from tradedocs.claims.facts import Checked
from tradedocs.claims.terms import Terms
from tradedocs.errors import RefusedInput, UsageError
from tradedocs.files import read_bytes, sha256_of
from tradedocs.flows.claims.record import folder_of
from tradedocs.flows.inforce import chain_of
from tradedocs.flows.onrecord import CHECK
from tradedocs.flows.persons import CONCEDED, RESOLVED
from tradedocs.ledger import Row
from tradedocs.model.claim import ClaimRecord, ContractRef
from tradedocs.model.claimview import Bar
from tradedocs.model.clause import Language
from tradedocs.model.contract import Article
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
) -> tuple[ContractRef, bytes, Deal, tuple[str, ...]]:
    """The contract with its signed addenda as a claim keeps it, its deal, and what keeps an addendum out.

    Raises:
        UsageError: the file is no built contract.
        RefusedInput: it was altered, or holds no deal.
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
    )
    return ref, data, chain.deal, (*chain.problems, *chain.open)


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
    """Rows that show that we knew of a fact before shipment: findings that a person resolved, concessions.

    A row about another shipment or about another characteristic is none; one that names no characteristic is.
    """
    return tuple(_bars(record, rows))


def _bars(record: ClaimRecord, rows: Iterable[Row]) -> Iterator[Bar]:
    complaint = record.complaint
    for row in rows:
        if (
            row.kind not in (RESOLVED, CONCEDED)
            or row.facts.get("contract_no") != record.contract.contract_no
        ):
            continue
        terms = row.facts.get("terms") or {}
        if row.facts.get("shipment", terms.get("shipment", complaint.shipment)) != complaint.shipment:
            continue
        if row.kind == RESOLVED:
            yield Bar(row=row.row, kind=row.kind, what=str(row.facts.get("message", "")))
            continue
        names = tuple(
            str(item["characteristic"]) for item in terms.get("items", ()) if item.get("characteristic")
        )
        about = complaint.characteristic
        if names and about is not None and about.casefold() not in {one.casefold() for one in names}:
            continue
        what = say(
            "concession by {who}: {names}",
            who=terms.get("signed", {}).get("party", "?"),
            names=", ".join(names) or "–",
        )
        yield Bar(row=row.row, kind=row.kind, what=what, characteristic=names[0] if names else None)
