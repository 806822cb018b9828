"""The user's job "a customer complains": the claim is opened under its contract, and what is due is known at once."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from tradedocs.errors import InputError, Problem, UsageError
from tradedocs.files import read_bytes, sha256_of, write_atomic
from tradedocs.flows.claims.basis import TERMS, in_force, terms_of
from tradedocs.flows.claims.record import (
    OPENED,
    RESTATED,
    all_claims,
    claim_of,
    folder_of,
    must_be_open,
    put,
    told,
)
from tradedocs.model.amount import Money
from tradedocs.model.anchor import Anchor
from tradedocs.model.claim import Complaint
from tradedocs.model.deal import Deal
from tradedocs.ui import say
from tradedocs.workspace import Workspace
from tradedocs.yamlfile import load

COMPLAINT = "claim.yaml"
_LIMIT = 1_000_000
_NUMBERED = re.compile(r"CL-(\d{4})-(\d{3,})")


@dataclass(frozen=True)
class Opened:
    """A claim that was opened or restated; `problems` are what keeps an addendum out of it."""

    complaint: Complaint
    anchor: Anchor
    problems: tuple[str, ...] = ()


def open_claim(contract: Path, source: Path, *, by: str, workspace: Workspace, now: datetime) -> Opened:
    """Open the claim of a claim.yaml under a contract.

    The contract as it is in force and the claimant's words are kept in the claim's folder, by hash.

    Raises:
        InputError: the file holds errors, or speaks of what the contract does not have.
        UsageError: the number is taken, or a file cannot be read.
        RefusedInput: there is no workspace, or the contract was altered.
        ToolError: the workspace cannot be written.
    """
    complaint = load(source, Complaint)
    folder = folder_of(complaint.number, workspace)
    if complaint.number in all_claims(workspace):
        raise UsageError(
            say("there is a claim {number} already", number=complaint.number),
            place=str(source),
            way_out=say(
                "Give it another number, such as {next}, or use `claim restate`.",
                next=next_number(workspace, now),
            ),
        )
    ref, terms, deal, problems = in_force(contract, workspace, now.date())
    _fits(complaint, deal, source)
    words = read_bytes(source, limit=_LIMIT)
    write_atomic(folder / TERMS, terms)
    write_atomic(folder / COMPLAINT, words)
    fact = {"complaint": told(complaint), "contract": ref.model_dump(mode="json")}
    files = {TERMS: sha256_of(terms), COMPLAINT: sha256_of(words)}
    anchor = put(
        OPENED, complaint.number, ref.contract_no, fact, by=by, workspace=workspace, now=now, files=files
    )
    return Opened(complaint, anchor, problems)


def restate_claim(number: str, source: Path, *, by: str, workspace: Workspace, now: datetime) -> Opened:
    """Replace the facts of an open claim by what is known now; what was said before stays in the ledger.

    Raises:
        TradedocsError: as `open_claim`; the file is of another claim, or the claim is closed.
    """
    record = claim_of(number, workspace)
    must_be_open(record)
    complaint = load(source, Complaint)
    if complaint.number != number:
        raise UsageError(
            say("the file is of claim {other}", other=complaint.number),
            place=str(source),
            way_out=say("Name the file of claim {number}.", number=number),
        )
    _fits(complaint, terms_of(record, workspace)[0].deal, source)
    folder = folder_of(number, workspace)
    words = read_bytes(source, limit=_LIMIT)
    write_atomic(folder / COMPLAINT, words)
    anchor = put(
        RESTATED,
        number,
        record.contract.contract_no,
        {"complaint": told(complaint)},
        by=by,
        workspace=workspace,
        now=now,
        files={COMPLAINT: sha256_of(words)},
    )
    return Opened(complaint, anchor)


def next_number(workspace: Workspace, now: datetime) -> str:
    """The next free number of the year: `CL-2026-001`."""
    year = now.date().year
    used = [
        int(match[2])
        for one in all_claims(workspace)
        if (match := _NUMBERED.fullmatch(one)) and int(match[1]) == year
    ]
    return f"CL-{year}-{max(used, default=0) + 1:03d}"


def _fits(complaint: Complaint, deal: Deal, source: Path) -> None:
    """The claim names a goods line, a shipment, units and a currency that the contract has."""
    problems = [
        *_misplaced(complaint, deal),
        *_in_other_units(complaint, deal),
        *_in_other_money(complaint, deal),
    ]
    if problems:
        raise InputError([Problem(str(source), one) for one in problems], file=str(source))


def _misplaced(complaint: Complaint, deal: Deal) -> Iterator[str]:
    if complaint.line not in {one.line for one in deal.goods}:
        yield say("the contract has no goods line {n}", n=complaint.line)
    if complaint.shipment not in {one.number for one in deal.shipments}:
        yield say("the contract has no shipment {n}", n=complaint.shipment)


def _in_other_units(complaint: Complaint, deal: Deal) -> Iterator[str]:
    line = next((one for one in deal.goods if one.line == complaint.line), None)
    for name, quantity in (("affected", complaint.affected), ("missing", complaint.missing)):
        if line is None or quantity is None:
            continue
        try:
            claimed = quantity.converted(line.quantity.unit)
        except ValueError:
            yield say(
                "`{name}` is in {unit}, the goods are sold in {sold}",
                name=name,
                unit=quantity.unit,
                sold=line.quantity.unit,
            )
            continue
        most = line.quantity.number * (100 + line.tolerance) / 100
        if claimed > most:
            yield say(
                "`{name}`, {quantity}, is more than the contract sells: {sold}",
                name=name,
                quantity=quantity,
                sold=line.quantity,
            )


def _in_other_money(complaint: Complaint, deal: Deal) -> Iterator[str]:
    amounts: dict[str, Money | None] = {
        "asked.amount": complaint.asked.amount if complaint.asked else None,
        "next_order.value": complaint.next_order.value if complaint.next_order else None,
    }
    for name in type(complaint.costs).model_fields:
        value = getattr(complaint.costs, name)
        if isinstance(value, Money):
            amounts[f"costs.{name}"] = value
    amounts |= {f"costs.relationship.{kind}": value for kind, value in complaint.costs.relationship.items()}
    for key, money in amounts.items():
        if money is not None and money.currency != deal.currency:
            yield say(
                "`{key}` is in {currency}, the contract in {other}: write it in that",
                key=key,
                currency=money.currency,
                other=deal.currency,
            )
