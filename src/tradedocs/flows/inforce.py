"""Which contract, with which addenda, is in force: the files held against each other and against the ledger."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from tradedocs.errors import RefusedInput, UsageError
from tradedocs.files import read_bytes, sha256_of
from tradedocs.flows.life import Life, life_of
from tradedocs.model.contract import Amends, Article
from tradedocs.model.deal import Deal
from tradedocs.model.life import Attestation
from tradedocs.model.spec import Spec
from tradedocs.ui import say
from tradedocs.word.package import FILE_LIMIT
from tradedocs.word.passport import ContractFile, read_contract
from tradedocs.workspace import Workspace


@dataclass(frozen=True)
class Addendum:
    """An addendum's file and what it amends."""

    file: ContractFile
    amends: Amends


@dataclass(frozen=True)
class Chain:
    """A contract and the addenda that count, by number, with what speaks against relying on them.

    Attributes:
        contract: the contract's file.
        addenda: those that are signed, follow each other without a gap, and apply by the day asked for.
        attestations: who attests the signature of the contract and of each addendum.
        problems: what is missing, unsigned, altered, or linked wrongly.
        life: what the ledger tells of the contract.
        later: signed addenda that apply only after that day.
        open: addenda that were built for signature and are neither signed, withdrawn, nor among the files.
    """

    contract: ContractFile
    addenda: tuple[Addendum, ...]
    attestations: tuple[Attestation, ...]
    problems: tuple[str, ...]
    life: Life
    later: tuple[Addendum, ...] = ()
    open: tuple[str, ...] = ()

    @property
    def last(self) -> ContractFile:
        """The file that says how the contract reads."""
        return self.addenda[-1].file if self.addenda else self.contract

    @property
    def spec(self) -> Spec:
        """The Spec in force."""
        return self.last.spec

    @property
    def articles(self) -> tuple[Article, ...]:
        """The articles in force."""
        return self.last.articles

    @property
    def deal(self) -> Deal:
        """The deal in force.

        Raises:
            RefusedInput: the file is of an older version, which did not keep it.
        """
        if self.last.deal is None or not self.articles:
            raise RefusedInput(
                say(
                    "the file does not hold the deal that it was made of: an older version of the program made it"
                ),
                place=self.last.file,
                way_out=say("Build the contract again from its deal and have it signed."),
            )
        return self.last.deal


def chain_of(
    contract: Path, addenda: Sequence[Path], workspace: Workspace, *, on: date | None, beside: bool = False
) -> Chain:
    """The contract with its signed addenda, on a day; None takes all of them.

    With `beside` signed addenda are also found next to the contract, under the name that they were built with.

    Raises:
        UsageError: a file cannot be read; the first is an addendum, or one of the others is none of its addenda.
        RefusedInput: a file is no file of this program, or the ledger is broken.
    """
    first = read_contract(contract)
    if first.passport.amends is not None:
        raise UsageError(
            say("this is an addendum; the contract that it amends comes first"), place=first.file,
            way_out=say("Name the contract, and the addenda after it."),
        )  # fmt: skip
    life = life_of(first.passport.contract_no, workspace)
    paths = [*addenda, *(_beside(contract, first.sha256, addenda, life) if beside else ())]
    files = sorted((_addendum(path) for path in paths), key=lambda one: one.amends.number)
    return _linked(first, files, life, on)


def _beside(contract: Path, sha256: str, addenda: Sequence[Path], life: Life) -> list[Path]:
    """Signed addenda that lie beside the contract under the name that they were built with, and are not given."""
    given = {sha256_of(read_bytes(path, limit=FILE_LIMIT)) for path in addenda}
    out = []
    for row in life.signed_addenda(sha256):
        path = contract.parent / Path(row.facts["file"]).name
        if row.facts["file_sha256"] in given or not path.is_file():
            continue
        if sha256_of(read_bytes(path, limit=FILE_LIMIT)) == row.facts["file_sha256"]:
            out.append(path)
    return out


def _addendum(path: Path) -> Addendum:
    found = read_contract(path)
    if found.passport.amends is None:
        raise UsageError(
            say("this is no addendum"), place=found.file,
            way_out=say("Give the addendum that `tradedocs contract amend` wrote."),
        )  # fmt: skip
    return Addendum(found, found.passport.amends)


def _linked(first: ContractFile, files: Sequence[Addendum], life: Life, on: date | None) -> Chain:
    attested = life.attestation(first.sha256)
    attestations = [attested] if attested else []
    problems: list[str] = []
    good: list[Addendum] = []
    for one in files:
        wrong = _wrong(one, first, good, life)
        if wrong:
            problems.append(wrong)
            continue
        good.append(one)
        signed = life.attestation(one.file.sha256)
        attestations += [signed] if signed else []
    problems += _not_given(life, first, files)
    pending = tuple(_pending(life, first, files))
    applies = [one for one in good if on is None or one.amends.effective <= on]
    return Chain(
        first,
        tuple(applies),
        tuple(attestations),
        tuple(problems),
        life,
        tuple(good[len(applies) :]),
        pending,
    )


def _wrong(one: Addendum, first: ContractFile, before: Sequence[Addendum], life: Life) -> str:
    """Why an addendum does not count; empty when it does."""
    number, file = one.amends.number, one.file
    previous = before[-1].file.sha256 if before else first.sha256
    if one.amends.contract_sha256 != first.sha256:
        return say("{file} amends another contract file than {contract}", file=file.file, contract=first.file)
    if number != len(before) + 1:
        return say("{file} is addendum {n}, but addendum {wanted} is missing or does not count", file=file.file,
                   n=number, wanted=len(before) + 1)  # fmt: skip
    if one.amends.previous_sha256 != previous:
        return say("addendum {n} follows another file than the one given before it", n=number)
    if file.problems:
        return say("addendum {n} is not as it was built: {problem}", n=number, problem=file.problems[0])
    if file.passport.draft:
        return say("addendum {n} is a DRAFT, not for signature", n=number)
    if life.built(file.sha256) is None:
        return say(
            "addendum {n} is not in the ledger: it was changed after it was built, or built elsewhere",
            n=number,
        )
    if life.attestation(file.sha256) is None:
        return say("addendum {n} is not signed: nobody has recorded its signed copy", n=number)
    return ""


def _not_given(life: Life, first: ContractFile, files: Sequence[Addendum]) -> list[str]:
    """Signed addenda that are not among the files."""
    given = {one.file.sha256 for one in files}
    return [
        say("addendum {n} was signed (ledger row {row}), but is not among the files given", n=row.facts["number"],
            row=row.row)
        for row in life.signed_addenda(first.sha256)
        if row.facts["file_sha256"] not in given
    ]  # fmt: skip


def _pending(life: Life, first: ContractFile, files: Sequence[Addendum]) -> Iterator[str]:
    given = {one.file.sha256 for one in files}
    for row in life.open_addenda(first.sha256):
        if row.facts["file_sha256"] not in given:
            yield say("addendum {n} was built (ledger row {row}) and is neither signed nor withdrawn",
                      n=row.facts["number"], row=row.row)  # fmt: skip
