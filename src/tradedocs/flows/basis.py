"""What reports are checked against: a built contract with its signed addenda, an adopted one, or a deal file."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from tradedocs.check.scaleclause import releases_in_zone
from tradedocs.errors import RefusedInput, UsageError
from tradedocs.files import read_bytes, sha256_of
from tradedocs.flows.adopt import read_adopted
from tradedocs.flows.inforce import chain_of
from tradedocs.flows.life import BUILT, Life, life_of
from tradedocs.model.life import Attestation
from tradedocs.model.spec import Spec, SpecShipment
from tradedocs.ui import say
from tradedocs.workspace import Workspace

_LIMIT = 60_000_000


@dataclass(frozen=True)
class Basis:
    """What reports are checked against: the Spec, the file that it came from, and what speaks against the file.

    `scale_releases`: a clause of the contract says that a value in the adjustment zone does not stop the release.
    `credit`: whether a part of the price is paid by letter of credit; None where the basis does not tell.
    `attestations` tell who says that the contract and its addenda were signed; empty while nobody does.
    """

    spec: Spec
    file: str
    sha256: str
    problems: tuple[str, ...] = ()
    draft: bool = False
    attestations: tuple[Attestation, ...] = ()
    addenda: tuple[str, ...] = ()
    scale_releases: bool = False
    credit: bool | None = None


def basis_of(
    path: Path, workspace: Workspace, addenda: Sequence[Path] = (), *, today: date | None = None
) -> Basis:
    """The Spec of a built contract (.docx) with its signed addenda, an adopted one (.json), or a deal file (.yaml).

    Signed addenda that lie beside the contract under the name that they were built with need not be named. Only those
    that apply by `today` count (None: all of them).

    Raises:
        UsageError: the file is of neither kind or cannot be read.
        InputError: the deal file holds errors.
        RefusedInput: the DOCX is no contract of this program.
    """
    if addenda and path.suffix.lower() != ".docx":
        raise UsageError(
            say("only a contract that was built has addenda"), place=str(path),
            way_out=say("Name the signed contract (.docx) before them."),
        )  # fmt: skip
    if path.suffix.lower() in (".yaml", ".yml"):
        from tradedocs.contract.spec import spec_of
        from tradedocs.model.deal import Deal
        from tradedocs.yamlfile import load

        deal = load(path, Deal)
        digest = sha256_of(read_bytes(path, limit=_LIMIT))
        return Basis(spec_of(deal), path.name, digest, credit=deal.has_credit)
    if path.suffix.lower() == ".docx":
        return _of_contract(path, workspace, addenda, today)
    if path.suffix.lower() == ".json":
        return _of_adopted(path, workspace)
    raise UsageError(
        say("neither a contract (.docx, or .json where it was adopted) nor a deal file (.yaml)"),
        place=str(path),
        way_out=say("Give the contract that `tradedocs contract build` wrote, or the deal file."),
    )


def _of_contract(path: Path, workspace: Workspace, addenda: Sequence[Path], today: date | None) -> Basis:
    try:
        chain = chain_of(path, addenda, workspace, on=today, beside=True)
    except RefusedInput as error:
        raise RefusedInput(
            say("HOLD contract-altered: {what}", what=error.message), place=error.place, way_out=error.way_out
        ) from error
    contract, life = chain.contract, chain.life
    problems = (*contract.problems, *_unrecorded(contract.spec, contract.sha256, life, workspace))
    signed = life.attestation(contract.sha256) is not None
    return Basis(
        chain.spec, path.name, contract.sha256, problems, contract.passport.draft,
        chain.attestations if signed else (), (*chain.problems, *chain.open),
        any(map(releases_in_zone, chain.articles)),
        None if chain.last.deal is None else chain.last.deal.has_credit,
    )  # fmt: skip


def _of_adopted(path: Path, workspace: Workspace) -> Basis:
    adopted, digest, disagreements = read_adopted(path)
    life = life_of(adopted.contract_no, workspace)
    attested = life.attestation(digest)
    problems = (*disagreements, *_unrecorded(adopted.spec, digest, life, workspace))
    return Basis(adopted.spec, path.name, digest, problems, attestations=(attested,) if attested else ())


def _unrecorded(spec: Spec, digest: str, life: Life, workspace: Workspace) -> Iterator[str]:
    """Without a ledger there is nothing to compare with; the rule `no-ledger` holds that case."""
    if workspace.ledger is None:
        return
    if life.built(digest) is None and life.attestation(digest) is None:
        yield say(
            "the contract's hash is not in the ledger: the file was changed after it was built, or built elsewhere"
        )
        return
    in_force = life.in_force
    if in_force is not None:
        if in_force.file_sha256 != digest:
            yield say("another file of contract {no} is the signed one (ledger row {row}, signed on {on})",
                      no=spec.contract_no, row=in_force.row, on=in_force.on)  # fmt: skip
        return
    built = [row.facts for row in life.rows if row.kind == BUILT]
    if built and built[-1].get("spec_sha256") != spec.sha256:
        yield say("the contract was built again with another specification; this file is not the last one")


def shipment_of(spec: Spec, number: int | None) -> SpecShipment:
    """The shipment that is checked.

    Raises:
        UsageError: there are several and none was named, or there is none of that number.
    """
    if number is None and len(spec.shipments) == 1:
        return spec.shipments[0]
    for shipment in spec.shipments:
        if shipment.number == number:
            return shipment
    known = ", ".join(str(shipment.number) for shipment in spec.shipments)
    fact = (
        say("the contract has several shipments")
        if number is None
        else say("there is no shipment {n}", n=number)
    )
    raise UsageError(fact, way_out=say("Name one of them: --shipment N, with N one of {known}.", known=known))
