"""The user's job "a customer complains": the claim is opened under its contract, and what is due is known at once."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from tradedocs.claims.consistent import misfits
from tradedocs.errors import InputError, Problem, ToolError, UsageError
from tradedocs.files import read_bytes, read_text, sha256_of, write_atomic
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
from tradedocs.flows.ledgers import ledger_of
from tradedocs.flows.life import named
from tradedocs.model.anchor import Anchor
from tradedocs.model.claim import NEW, Complaint
from tradedocs.model.deal import Deal
from tradedocs.model.spec import Spec
from tradedocs.ui import say
from tradedocs.workspace import Workspace
from tradedocs.yamlfile import load

COMPLAINT = "claim.yaml"
_LIMIT = 1_000_000
_NUMBERED = re.compile(r"CL-(\d{4})-(\d{3,})")


@dataclass(frozen=True)
class Opened:
    """A claim that was opened or restated; `problems` are what speaks against relying on the contract's files.

    `changed`: the keys that were restated.
    """

    complaint: Complaint
    anchor: Anchor
    problems: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()


def open_claim(contract: Path, source: Path, *, by: str, workspace: Workspace, now: datetime) -> Opened:
    """Open the claim of a claim.yaml under a contract.

    The contract as it is in force and the claimant's words are kept in the claim's folder, by hash.

    Raises:
        InputError: the file holds errors, or speaks of what the contract does not have.
        UsageError: the number is taken, or a file cannot be read.
        RefusedInput: there is no workspace, or the contract was altered.
        ToolError: the workspace cannot be written.
    """
    named(by)
    ledger_of(workspace)
    complaint = load(source, Complaint)
    ref, terms, spec, deal, problems = in_force(contract, workspace, now.date())
    _fits(complaint, spec, deal, workspace, source)
    complaint = _numbered(complaint, workspace, now, source)
    folder = folder_of(complaint.number, workspace)
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
    if complaint.number not in (NEW, number):
        raise UsageError(
            say("the file is of claim {other}", other=complaint.number),
            place=str(source),
            way_out=say("Name the file of claim {number}.", number=number),
        )
    complaint = complaint.model_copy(update={"number": number})
    terms, spec = terms_of(record, workspace)
    _fits(complaint, spec, terms.deal, workspace, source)
    if complaint == record.complaint:
        raise UsageError(say("the file changes nothing"), place=str(source))
    named(by)
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
    return Opened(complaint, anchor, changed=changed_keys(record.complaint, complaint))


def changed_keys(before: Complaint, after: Complaint) -> tuple[str, ...]:
    """The keys whose facts differ, in the order of the file."""
    return tuple(name for name in Complaint.model_fields if getattr(before, name) != getattr(after, name))


def next_number(workspace: Workspace, now: datetime) -> str:
    """The next free number of the year: `CL-2026-001`."""
    year = now.date().year
    used = [
        int(match[2])
        for one in all_claims(workspace)
        if (match := _NUMBERED.fullmatch(one)) and int(match[1]) == year
    ]
    return f"CL-{year}-{max(used, default=0) + 1:03d}"


def _numbered(complaint: Complaint, workspace: Workspace, now: datetime, source: Path) -> Complaint:
    """The complaint under its number, whose folder is made: only one of two who ask at once gets it.

    A folder that a broken run left is taken over where the file names the number, and left alone where it does not.
    """
    known = all_claims(workspace)
    if complaint.number in known:
        raise _taken(complaint.number, next_number(workspace, now), source)
    if complaint.number != NEW:
        folder = folder_of(complaint.number, workspace)
        if not _made(folder) and (folder / TERMS).exists():
            raise UsageError(
                say(
                    "a folder of claim {number} is there, and no such claim is in the ledger",
                    number=complaint.number,
                ),
                place=str(folder),
                way_out=say("If nobody else is opening it just now, a broken run left it: move it away."),
            )
        return complaint
    number = next_number(workspace, now)
    while not _made(folder_of(number, workspace)):
        number = _after(number)
    return complaint.model_copy(update={"number": number})


def _made(folder: Path) -> bool:
    """Whether the folder was made here and now; not where it stood already."""
    try:
        folder.parent.mkdir(exist_ok=True)
        folder.mkdir()
    except FileExistsError:
        return False
    except OSError as error:
        raise ToolError(
            say("cannot write: {reason}", reason=error.strerror or error), place=str(folder)
        ) from error
    return True


def _after(number: str) -> str:
    match = _NUMBERED.fullmatch(number)
    assert match is not None
    return f"CL-{match[1]}-{int(match[2]) + 1:03d}"


def _taken(number: str, following: str, source: Path) -> UsageError:
    return UsageError(
        say("there is a claim {number} already", number=number), place=str(source),
        way_out=say("Give it another number, such as {next}, or use `claim restate`.", next=following),
    )  # fmt: skip


def _fits(complaint: Complaint, spec: Spec, deal: Deal, workspace: Workspace, source: Path) -> None:
    """The claim names goods, days, units and money that the contract can have, and a claim that there is."""
    found = list(misfits(complaint, spec, deal))
    if complaint.upstream_of is not None and complaint.upstream_of not in all_claims(workspace):
        found.append(
            ("upstream_of", say("there is no claim {n!r} in this workspace", n=complaint.upstream_of))
        )
    if found:
        lines = read_text(source, limit=_LIMIT).splitlines()
        problems = [Problem(_place(key, lines, source), f"`{key}`: {words}") for key, words in found]
        raise InputError(problems, file=str(source))


def _place(key: str, lines: Sequence[str], source: Path) -> str:
    """The line of a key's first part; the first line where the key is not written and its default counts."""
    first = key.split(".")[0]
    number = next((n for n, line in enumerate(lines, 1) if line.startswith(f"{first}:")), 1)
    return f"{source}:{number}:1"
