"""The user's job "this addendum will not be signed": it no longer stands open."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from tradedocs.errors import RefusedInput, UsageError
from tradedocs.flows.ledgers import ledger_of
from tradedocs.flows.life import WITHDRAWN, in_the_ledger, life_of, named
from tradedocs.model.anchor import Anchor
from tradedocs.ui import say
from tradedocs.word.passport import read_contract
from tradedocs.workspace import Workspace


def withdraw(path: Path, *, by: str, reason: str, workspace: Workspace, now: datetime) -> tuple[int, Anchor]:
    """Record that an addendum will not be signed; its number is free again. The number and the row are returned.

    Raises:
        RefusedInput: it is not in the ledger, or it is signed; there is no workspace.
        UsageError: it is no addendum, or the name or reason cannot stand in a ledger.
    """
    ledger, name, why = ledger_of(workspace), named(by), named(reason, "--reason")
    found = read_contract(path)
    if found.passport.amends is None:
        raise UsageError(say("this is no addendum"), place=found.file,
                         way_out=say("Give the addendum that `tradedocs contract amend` wrote."))  # fmt: skip
    life = life_of(found.passport.contract_no, workspace)
    in_the_ledger(life, found.file, found.sha256)
    if life.attestation(found.sha256) is not None:
        raise RefusedInput(say("the addendum is recorded as signed"), place=found.file,
                           way_out=say("What was signed is changed by the next addendum."))  # fmt: skip
    number = found.passport.amends.number
    facts = {"contract_no": found.passport.contract_no, "number": number, "file_sha256": found.sha256,
             "by": name, "reason": why}  # fmt: skip
    return number, ledger.append(WITHDRAWN, facts, at=now)
