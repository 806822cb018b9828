"""The user's job "what is agreed by now": the text and the Spec in force on a day, from the signed files alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from tradedocs.contract.annexes import annexes_of
from tradedocs.errors import BuildError, RefusedInput, UsageError
from tradedocs.files import write_atomic
from tradedocs.flows.inforce import Chain, chain_of
from tradedocs.flows.ledgers import ledger_of
from tradedocs.flows.templates import template_of
from tradedocs.model.annex import Annex
from tradedocs.model.contract import Contract
from tradedocs.ui import say
from tradedocs.word.consolidation import build_consolidation
from tradedocs.words.missing import MissingFact
from tradedocs.workspace import Workspace


@dataclass(frozen=True)
class Consolidated:
    """The contract as it reads on a day, and the addenda that made it so; `later` apply only after that day."""

    contract: Contract
    on: date
    addenda: tuple[int, ...]
    later: tuple[int, ...]


def consolidate(contract: Path, addenda: Sequence[Path], *, on: date, workspace: Workspace) -> Consolidated:
    """The contract with its signed addenda as it reads on a day.

    Raises:
        RefusedInput: a file is not signed, altered or linked wrongly, an addendum is missing; there is no workspace.
        UsageError: a file cannot be read.
    """
    ledger_of(workspace)
    chain = chain_of(contract, addenda, workspace, on=on)
    _reliable(chain)
    whole = Contract(
        deal=chain.deal,
        languages=chain.contract.passport.languages,
        articles=chain.articles,
        spec=chain.spec,
        annexes=_annexes(chain),
    )
    return Consolidated(
        whole,
        on,
        tuple(one.amends.number for one in chain.addenda),
        tuple(one.amends.number for one in chain.later),
    )


def _reliable(chain: Chain) -> None:
    problems = [*chain.contract.problems, *chain.problems]
    if not chain.attestations or chain.attestations[0].addendum is not None:
        problems.insert(0, say("the contract is not recorded as signed"))
    if problems:
        raise RefusedInput(
            "\n".join(problems),
            place=chain.contract.file,
            way_out=say("Give the signed contract and every signed addendum to it, as they were built."),
        )


def _annexes(chain: Chain) -> tuple[Annex, ...]:
    try:
        return annexes_of(chain.deal, chain.contract.passport.languages)
    except MissingFact as error:
        raise BuildError(say("the deal leaves out what an annex needs: `{key}`", key=error.key),
                         place=chain.last.file) from error  # fmt: skip


def write_consolidated(
    found: Consolidated, out: Path, workspace: Workspace, template: str | None
) -> tuple[Path, Path]:
    """Write the text as a Word file, and the Spec as JSON beside it.

    Raises:
        UsageError: `out` is no .docx, or something stands there.
        ToolError: a file cannot be written.
    """
    spec = out.with_suffix(".spec.json")
    if out.suffix.lower() != ".docx":
        raise UsageError(say("the consolidated text is a Word file"), place=str(out),
                         way_out=say("Name it with the ending .docx."))  # fmt: skip
    for path in (out, spec):
        if path.exists():
            raise UsageError(say("a file stands there already"), place=str(path),
                             way_out=say("Move it away, or name another file with -o."))  # fmt: skip
    look = template_of(workspace, template)
    data = build_consolidation(found.contract, look, on=found.on, addenda=len(found.addenda))
    write_atomic(spec, (found.contract.spec.canonical() + "\n").encode())
    write_atomic(out, data)
    return out, spec
