"""The user's job "what did they change in our contract": a file that came back, held against what was sent."""

from __future__ import annotations

from pathlib import Path

from tradedocs.errors import RefusedInput
from tradedocs.files import read_bytes
from tradedocs.ledger import Ledger
from tradedocs.model.contract import Passport
from tradedocs.model.revision import Returned
from tradedocs.model.sent import SentText
from tradedocs.ui import say
from tradedocs.word.package import FILE_LIMIT, read_parts
from tradedocs.word.passport import ContractFile, read_contract, says_the_same
from tradedocs.word.returned import compared
from tradedocs.workspace import Workspace


def verify(path: Path, workspace: Workspace) -> Returned:
    """Every difference between a contract file and the text that it was built with.

    Raises:
        UsageError: the file cannot be read.
        RefusedInput: it is no contract of this program, or of a version that did not keep the text.
    """
    found = read_contract(path)
    sent = kept_text(found)
    parts = read_parts(read_bytes(path, limit=FILE_LIMIT), name=path.name)
    result = compared(parts, found.passport, sent)
    row = row_of(found.passport, workspace)
    return Returned(
        file=found.file,
        sha256=found.sha256,
        contract_no=found.passport.contract_no,
        proof="ledger" if row is not None else "file",
        clauses=result.clauses,
        elsewhere=result.elsewhere,
        proposals=result.proposals,
        comments=result.comments,
        problems=_problems(found, sent, row, workspace),
    )


def kept_text(found: ContractFile) -> SentText:
    """The text that the file was built with.

    Raises:
        RefusedInput: the file does not hold it.
    """
    if found.sent is None:
        raise RefusedInput(
            say(
                "the file does not hold the text that it was built with: an older version of the program made it"
            ),
            place=found.file,
            way_out=say(
                "Build the contract again from its deal; `tradedocs contract show` shows what was edited."
            ),
        )
    return found.sent


def row_of(passport: Passport, workspace: Workspace) -> int | None:
    """The ledger's row that tells of a contract of this number and text."""
    if workspace.ledger is None:
        return None
    wanted = (passport.contract_no, passport.text_sha256, passport.spec_sha256)
    rows = [
        row.row
        for row in Ledger(workspace.ledger).rows()
        if row.kind in ("contract-built", "addendum-built")
        and (row.facts.get("contract_no"), row.facts.get("text_sha256"), row.facts.get("spec_sha256"))
        == wanted
    ]
    return rows[-1] if rows else None


def _problems(found: ContractFile, sent: SentText, row: int | None, workspace: Workspace) -> tuple[str, ...]:
    out = []
    if not says_the_same(sent, found.passport):
        out.append(say("the text that the file says was sent is not the one that its passport names"))
    if found.spec.sha256 != found.passport.spec_sha256:
        out.append(say("the embedded specification is not the one that the passport names"))
    if workspace.ledger is not None and row is None:
        out.append(say("the ledger tells of no contract of that number, text and specification"))
    return tuple(out)
