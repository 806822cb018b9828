"""The contract under a claim: the file that the claim names, found again by its hash."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from tradedocs.claims.matter import Matter
from tradedocs.errors import RefusedInput, UsageError
from tradedocs.files import read_bytes, sha256_of
from tradedocs.flows.claims.record import folder_of
from tradedocs.flows.inforce import Chain, chain_of
from tradedocs.flows.inspection import TONGUES
from tradedocs.model.claim import ClaimRecord
from tradedocs.ui import say
from tradedocs.word.package import FILE_LIMIT
from tradedocs.workspace import Workspace


def contract_file(record: ClaimRecord, workspace: Workspace, given: Path | None = None) -> Path:
    """Where the contract of the claim lies: as named, in the workspace, or beside the claim's files.

    Raises:
        UsageError: no file of that name is there, or the one that was given cannot be read.
        RefusedInput: none of them is the file that the claim was opened under.
    """
    ref, folder = record.contract, folder_of(record.complaint.number, workspace)
    assert workspace.root is not None
    places = (given,) if given is not None else (
        Path(ref.file), workspace.root / ref.file, folder / Path(ref.file).name, workspace.root / Path(ref.file).name
    )  # fmt: skip
    there = [path for path in places if path.is_file()]
    for path in there:
        if sha256_of(read_bytes(path, limit=FILE_LIMIT)) == ref.sha256:
            return path
    if not there:
        raise UsageError(
            say("the contract of the claim is not found"), place=str(given or ref.file),
            way_out=say("Name the file with --contract."),
        )  # fmt: skip
    raise RefusedInput(
        say("this is not the file that the claim was opened under: its hash differs"), place=str(there[0]),
        way_out=say("Name the file with the hash {sha256} with --contract.", sha256=ref.sha256),
    )  # fmt: skip


def matter_of(
    record: ClaimRecord, workspace: Workspace, *, on: date, contract: Path | None = None, language: str | None = None
) -> Matter:  # fmt: skip
    """The claim beside its contract with the addenda that count; the language is the contract's, or `language`.

    Raises:
        UsageError: the contract is not found, or has no such goods line or shipment.
        RefusedInput: it is another file, was altered, or does not hold its deal.
    """
    chain = chain_of(contract_file(record, workspace, contract), (), workspace, on=on, beside=True)
    if chain.last.problems:
        raise RefusedInput(
            say("the contract was altered: {what}", what=chain.last.problems[0]), place=chain.last.file
        )
    languages = TONGUES[language] if language else chain.last.passport.languages
    matter = Matter(record, chain.deal, chain.articles, languages, on, chain.last.passport.draft)
    _refuse_unknown_goods(matter, chain)
    return matter


def _refuse_unknown_goods(matter: Matter, chain: Chain) -> None:
    complaint = matter.record.complaint
    try:
        _ = matter.shipped
    except ValueError:
        raise UsageError(
            say("the contract has no shipment {n} with line {line}", n=complaint.shipment, line=complaint.line),
            place=chain.contract.file, way_out=say("Correct the claim: tradedocs claim restate."),
        ) from None  # fmt: skip
