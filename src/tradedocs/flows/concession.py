"""The user's job "the other side takes them as they are": a signed concession goes on record by its hash."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from tradedocs.check.conceding import never, of_the_other_side
from tradedocs.check.names import squeezed
from tradedocs.errors import RefusedInput, UsageError
from tradedocs.files import sha256_of
from tradedocs.flows.basis import Basis, basis_of
from tradedocs.flows.ledgers import ledger_of
from tradedocs.flows.life import named
from tradedocs.flows.persons import CONCEDED, UNCONCEDED, concessions_in
from tradedocs.flows.scan_words import words_of_scan
from tradedocs.flows.sign import compare
from tradedocs.model.anchor import Anchor
from tradedocs.model.concession import Concession, ConcessionTerms, Consent, CreditAmendment
from tradedocs.model.life import Compared
from tradedocs.pdf.document import content_of
from tradedocs.ui import say
from tradedocs.workspace import Workspace
from tradedocs.yamlfile import load


@dataclass(frozen=True)
class Conceded:
    """What was recorded, and what the words of the signed paper show of it."""

    terms: ConcessionTerms
    compared: Compared
    anchor: Anchor


def record(
    basis_path: Path,
    paper: Path,
    terms_path: Path,
    *,
    by: str,
    workspace: Workspace,
    now: datetime,
    ocr: bool = True,
) -> Conceded:
    """Record a person's word that the paper is the other side's signed concession, with exactly these terms.

    Raises:
        RefusedInput: there is no workspace; the paper cannot be read; the terms concede what nobody can, or are not
            the contract's.
        UsageError: a file does not exist, the name cannot stand in a ledger, or a day is still to come.
        InputError: the terms hold errors.
    """
    ledger, name = ledger_of(workspace), named(by)
    terms = load(terms_path, ConcessionTerms)
    _refuse(terms, basis_of(basis_path, workspace, today=now.date()), name, now.date(), str(terms_path))
    texts = dict(_facts(terms))
    compared = compare(
        words_of_scan(paper, ocr=ocr), " ".join(one for forms in texts.values() for one in forms), texts
    )
    end, credit = terms.end_buyer, terms.letter_of_credit
    hashes = {
        "file_sha256": sha256_of(content_of(paper)),
        "end_buyer_sha256": _hash_beside(terms_path, end.file) if isinstance(end, Consent) else None,
        "credit_sha256": _hash_beside(terms_path, credit.file)
        if isinstance(credit, CreditAmendment)
        else None,
    }
    given = [digest for digest in hashes.values() if digest is not None]
    if len(set(given)) < len(given):
        raise UsageError(say("one file cannot be two of the papers"), place=str(terms_path))
    facts = {
        "contract_no": terms.contract,
        "terms": terms.model_dump(mode="json"),
        **hashes,
        "shown": compared.shown,
        "by": name,
        "compared": compared.model_dump(mode="json"),
    }
    return Conceded(terms, compared, ledger.append(CONCEDED, facts, at=now))


def withdraw(row: int, *, by: str, reason: str, workspace: Workspace, now: datetime) -> Anchor:
    """Take a concession off the record: no later check counts it.

    Raises:
        RefusedInput: there is no workspace, or no such concession.
        UsageError: the name or reason cannot stand in a ledger.
    """
    ledger = ledger_of(workspace)
    found = next((one for one in concessions_in(ledger.rows()) if one.row == row), None)
    if found is None:
        raise RefusedInput(say("row {row} of the ledger is no concession that counts", row=row))
    facts = {
        "contract_no": found.terms.contract,
        "row": row,
        "by": named(by),
        "reason": named(reason, "--reason"),
    }
    return ledger.append(UNCONCEDED, facts, at=now)


def recorded(workspace: Workspace) -> tuple[Concession, ...]:
    """The concessions on record that were not withdrawn.

    Raises:
        RefusedInput: there is no workspace, or its ledger is broken.
    """
    return concessions_in(ledger_of(workspace).rows())


def _hash_beside(terms: Path, name: str) -> str:
    """The hash of a file that the terms name, from the folder that they lie in."""
    return sha256_of(content_of(terms.parent / name))


def _refuse(terms: ConcessionTerms, basis: Basis, by: str, today: date, place: str) -> None:
    spec = basis.spec
    problem = _not_of(terms, basis) or next(_unpersonal(terms, by, today), None)
    if problem is not None:
        raise UsageError(problem, place=place)
    line = spec.line(terms.line)
    for item in terms.items:
        if item.characteristic is None:
            continue
        named_so = [
            one for one in line.characteristics if squeezed(one.name) == squeezed(item.characteristic)
        ]
        if not named_so:
            known = ", ".join(one.name for one in line.characteristics)
            raise UsageError(
                say("line {line} has no characteristic {name!r}", line=terms.line, name=item.characteristic),
                place=place, way_out=say("Name one of these: {known}", known=known),
            )  # fmt: skip
        reason = never(named_so[0])
        if reason is not None:
            raise RefusedInput(
                say("{name} cannot be conceded: {reason}", name=item.characteristic, reason=reason), place=place,
                way_out=say("Put the goods right, or amend the contract before they are made."),
            )  # fmt: skip
    if spec.back_to_back and not isinstance(terms.end_buyer, Consent):
        raise RefusedInput(
            say("the goods are sold back to back: the end buyer must consent as well"), place=place,
            way_out=say("Get its signed consent and name it under `end_buyer`."),
        )  # fmt: skip


def _not_of(terms: ConcessionTerms, basis: Basis) -> str | None:
    spec = basis.spec
    if terms.contract != spec.contract_no:
        return say(
            "the terms are of contract {theirs}, this is {ours}", theirs=terms.contract, ours=spec.contract_no
        )
    shipment = next((one for one in spec.shipments if one.number == terms.shipment), None)
    if shipment is None or terms.line not in {share.line for share in shipment.lines}:
        return say("the contract has no shipment {n} with line {line}", n=terms.shipment, line=terms.line)
    if not of_the_other_side(terms.signed.party, spec):
        theirs = spec.buyer if spec.our_side == "seller" else spec.seller
        return say("{party} is not the other side of the contract: {theirs} is", party=terms.signed.party,
                   theirs=theirs.name)  # fmt: skip
    return None


def _unpersonal(terms: ConcessionTerms, by: str, today: date) -> Iterator[str]:
    """Whoever signs for one side cannot be whoever records it, and nobody signs on a day to come."""
    signatures = [terms.signed, *([terms.end_buyer] if isinstance(terms.end_buyer, Consent) else [])]
    for one in signatures:
        if squeezed(one.by) == squeezed(by):
            yield say("{name} cannot sign for {party} and record it: name who records it with --by", name=one.by,
                      party=one.party)  # fmt: skip
        if one.on > today:
            yield say("{day}, the day of a signature, is still to come", day=one.on)
    if terms.expires < today:
        yield say("it expired on {day}", day=terms.expires)


def _facts(terms: ConcessionTerms) -> Iterator[tuple[str, tuple[str, ...]]]:
    """What the signed paper must show."""
    yield say("contract number"), (terms.contract,)
    yield say("report number"), (terms.report,)
    yield say("party"), (terms.signed.party,)
    for lot in terms.lots:
        yield say("lot {lot}", lot=lot), (lot,)
    for item in terms.items:
        if item.characteristic is not None:
            yield item.characteristic, (item.characteristic,)
            yield say("{name}, measured", name=item.characteristic), (item.measured or "",)
