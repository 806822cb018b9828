"""The user's job "write what both sides agreed": settlement, its papers ready to sign, and what was done of it."""

from __future__ import annotations

import contextlib
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

from tradedocs.claims import bargaining
from tradedocs.claims.agreement import settlement_agreement
from tradedocs.claims.creditnote import credit_note
from tradedocs.claims.matter import Matter
from tradedocs.claims.offset import Order, offset_agreement
from tradedocs.claims.proforma import replacement_invoice
from tradedocs.claims.promising import Way, agreed_offset, promises, way_of
from tradedocs.errors import RefusedInput, UsageError
from tradedocs.files import read_bytes, sha256_of, write_atomic
from tradedocs.flows.claims.record import (
    PERFORMED,
    SETTLED,
    claim_of,
    folder_of,
    must_be_open,
    put,
    told,
)
from tradedocs.flows.claims.underlying import matter_of
from tradedocs.flows.inspection import in_languages
from tradedocs.flows.life import named
from tradedocs.model.anchor import Anchor
from tradedocs.model.claim import ClaimRecord
from tradedocs.model.paper import Paper
from tradedocs.model.settling import Move, Performed, Promise, Settlement
from tradedocs.ui import say
from tradedocs.word.paper import paper_docx
from tradedocs.workspace import Workspace, packaged

_TEMPLATE = "notice.docx"
_LIMIT = 100_000_000


@dataclass(frozen=True)
class Wishes:
    """How it is settled, where the accepted move or the contract leaves it open.

    Attributes:
        paid_by: how the amount is paid.
        orders: the orders that an offset goes against, with their prices.
        cap: how much of each order, in percent.
        expires: until when an offset can be used.
        due: other days for promises, by key.
    """

    paid_by: Way | None = None
    orders: tuple[Order, ...] = ()
    cap: Decimal = Decimal(100)
    expires: date | None = None
    due: Mapping[str, date] | None = None


@dataclass(frozen=True)
class Settled:
    """The settlement as it was recorded, and where its papers lie."""

    settlement: Settlement
    files: tuple[Path, ...]
    anchor: Anchor


def settle(
    number: str, move: int, wishes: Wishes, *, by: str, workspace: Workspace, now: datetime, pdf: bool = False,
    language: str | None = None, contract: Path | None = None,
) -> Settled:  # fmt: skip
    """Settle a claim on an accepted move: write its papers into the claim's folder and record them by their hashes.

    Raises:
        UsageError: there is no such claim or move, or what is wished does not fit it.
        RefusedInput: the move was not accepted; the claim is settled or closed already.
        BuildError: the template does not fit.
        ToolError: a file cannot be written, or LibreOffice makes no PDF. Nothing is recorded then.
    """
    record, name = claim_of(number, workspace), named(by)
    must_be_open(record)
    if record.settlement is not None:
        raise RefusedInput(
            say("claim {number} was settled on {day}", number=number, day=record.settlement.agreed),
            way_out=say("Record what was done of it: tradedocs claim done {number} PROMISE.", number=number),
        )
    chosen, agreed = _accepted(record, move)
    matter = matter_of(record, workspace, on=now.date(), contract=contract, language=language)
    settlement, orders = _settlement(matter, chosen, agreed, wishes, name)
    place = str(contract or record.contract.file)
    papers = {f"{one.kind}.docx": one for one in _papers(matter, settlement, orders, Path(place))}
    written = write_papers(papers, folder_of(number, workspace) / "settlement", workspace, pdf=pdf)
    settlement = settlement.model_copy(update={"files": {path.name: sha for path, sha in written.items()}})
    try:
        anchor = put(SETTLED, number, record.contract.contract_no, told(settlement), by=name, workspace=workspace,
                     now=now, files=settlement.files)  # fmt: skip
    except BaseException:
        remove(tuple(written))
        raise
    return Settled(settlement, tuple(written), anchor)


def _accepted(record: ClaimRecord, number: int) -> tuple[Move, date]:
    yes = next((one for one in record.moves if one.act == "accept" and one.answers == number), None)
    if yes is None:
        known = ", ".join(str(one.number) for one in bargaining.accepted(record.moves))
        raise RefusedInput(
            say("move {n} was not accepted", n=number),
            way_out=say("Accepted were: {known}.", known=known)
            if known
            else say("Record the answer first: tradedocs claim answer CLAIM N accept."),
        )
    return next(one for one in record.moves if one.number == number), yes.on


def _settlement(
    matter: Matter, move: Move, agreed: date, wishes: Wishes, by: str
) -> tuple[Settlement, tuple[Order, ...]]:
    way = way_of(move, wishes.paid_by)
    orders = wishes.orders or _planned(matter)
    offset = None
    if way == "offset":
        names = tuple(name for name, _ in orders)
        offset = agreed_offset(matter, agreed, orders=names, cap=wishes.cap, expires=wishes.expires)
    elif wishes.orders or wishes.expires is not None:
        raise UsageError(say("orders and expiry belong to an offset; this is settled by {way}", way=way))
    made = _moved(promises(matter, move, way, offset, agreed), wishes.due or {}, agreed)
    assert move.remedy is not None
    return Settlement(
        remedy=move.remedy, amount=move.amount, quantity=move.quantity, paid_by=way, offset=offset, promises=made,
        move=move.number, agreed=agreed, by=by, row=0,
    ), orders if way == "offset" else ()  # fmt: skip


def _planned(matter: Matter) -> tuple[Order, ...]:
    planned = matter.record.complaint.next_order
    return ((planned.number or say("next order"), planned.value),) if planned is not None else ()


def _moved(made: tuple[Promise, ...], due: Mapping[str, date], agreed: date) -> tuple[Promise, ...]:
    keys = [one.key for one in made]
    unknown = [key for key in due if key not in keys]
    if unknown:
        raise _no_promise(unknown[0], keys)
    early = next((key for key, day in due.items() if day < agreed), None)
    if early is not None:
        raise UsageError(say("{key} would be due before it was agreed on {day}", key=early, day=agreed))
    return tuple(one.model_copy(update={"due": due[one.key]}) if one.key in due else one for one in made)


def _papers(
    matter: Matter, settlement: Settlement, orders: tuple[Order, ...], contract: Path
) -> Iterator[Paper]:
    """The papers: those that both sides sign, and as seller those that we issue."""
    claim = matter.record.complaint.number
    makers = [lambda: settlement_agreement(matter, settlement)]
    if settlement.offset is not None:
        makers.append(lambda: offset_agreement(matter, settlement, orders))
    if matter.record.contract.our_side == "seller":
        if settlement.amount is not None:
            makers.append(lambda: credit_note(matter, settlement, f"{claim}/CN"))
        if settlement.paid_by == "replacement":
            makers.append(lambda: replacement_invoice(matter, settlement, f"{claim}/PI"))
    for make in makers:
        yield in_languages(make, contract)


def write_papers(
    papers: Mapping[str, Paper], folder: Path, workspace: Workspace, *, pdf: bool
) -> dict[Path, str]:
    """Write papers, with `pdf` a PDF beside each: all of them or none. Given back is the hash of each.

    Raises:
        BuildError: the template does not fit.
        ToolError: a file cannot be written, or LibreOffice makes no PDF.
    """
    own = workspace.templates / _TEMPLATE
    template = own if own.is_file() else packaged().templates / _TEMPLATE
    data = {name: paper_docx(paper, template) for name, paper in papers.items()}
    if pdf:
        data |= _pdfs(data)
    written: dict[Path, str] = {}
    try:
        for name, content in data.items():
            write_atomic(folder / name, content)
            written[folder / name] = sha256_of(content)
    except BaseException:
        remove(tuple(written))
        raise
    return written


def _pdfs(data: Mapping[str, bytes]) -> dict[str, bytes]:
    from tradedocs.word.topdf import to_pdfs

    with tempfile.TemporaryDirectory(prefix="tradedocs-claim-") as scratch:
        folder = Path(scratch)
        for name, content in data.items():
            (folder / name).write_bytes(content)
        to_pdfs({folder / name: (folder / name).with_suffix(".pdf") for name in data})
        return {
            Path(name).with_suffix(".pdf").name: (folder / name).with_suffix(".pdf").read_bytes()
            for name in data
        }


def remove(files: tuple[Path, ...]) -> None:
    """Take away what was written for a step that could not be recorded."""
    for path in files:
        with contextlib.suppress(OSError):
            path.unlink()


def _no_promise(key: str, keys: list[str]) -> UsageError:
    return UsageError(
        say("the settlement holds no promise {key!r}", key=key),
        way_out=say("It holds: {known}.", known=", ".join(keys)),
    )


@dataclass(frozen=True)
class Done:
    """What was recorded, and the promises that are still open."""

    performed: Performed
    left: tuple[Promise, ...]
    late: bool
    anchor: Anchor


def open_promises(record: ClaimRecord) -> tuple[Promise, ...]:
    """The promises of the settlement that nobody has recorded as done; none where there is no settlement."""
    done = {one.promise for one in record.performed}
    return (
        tuple(one for one in record.settlement.promises if one.key not in done) if record.settlement else ()
    )


def done(
    number: str, promise: str, *, by: str, workspace: Workspace, now: datetime, on: date | None = None,
    proof: Path | None = None,
) -> Done:  # fmt: skip
    """Record that a promise was kept. The paper that shows it is kept in the claim's folder, by its hash.

    Raises:
        UsageError: there is no such claim or promise, the day cannot be, or the paper cannot be read.
        RefusedInput: there is no settlement, it was recorded already, or the claim is closed.
    """
    record, name, day = claim_of(number, workspace), named(by), on or now.date()
    must_be_open(record)
    if record.settlement is None:
        raise RefusedInput(
            say("claim {number} is not settled", number=number),
            way_out=say(
                "Settle it on an accepted move: tradedocs claim settle {number} --move N.", number=number
            ),
        )
    found = next((one for one in record.settlement.promises if one.key == promise), None)
    if found is None:
        raise _no_promise(promise, [one.key for one in record.settlement.promises])
    before = next((one for one in record.performed if one.promise == promise), None)
    if before is not None:
        raise RefusedInput(
            say(
                "{key} was recorded as done on {day} (ledger row {row})",
                key=promise,
                day=before.on,
                row=before.row,
            )
        )
    if not record.settlement.agreed <= day <= now.date():
        raise UsageError(say("{day} is before the settlement of {agreed}, or still to come", day=day,
                             agreed=record.settlement.agreed))  # fmt: skip
    sha256, files = keep(proof, number, workspace)
    made = Performed(promise=promise, on=day, proof_sha256=sha256, by=name, row=0)
    anchor = put(PERFORMED, number, record.contract.contract_no, told(made), by=name, workspace=workspace, now=now,
                 files=files)  # fmt: skip
    left = tuple(one for one in open_promises(record) if one.key != promise)
    return Done(made, left, found.due is not None and day > found.due, anchor)


def keep(proof: Path | None, number: str, workspace: Workspace) -> tuple[str | None, dict[str, str]]:
    """Keep a paper in the claim's folder by its hash: the hash, and the names that a row gives its files.

    Raises:
        UsageError: it cannot be read, or its name cannot stand in a ledger.
    """
    if proof is None:
        return None, {}
    data, name = read_bytes(proof, limit=_LIMIT), named(proof.name, "--proof")
    sha256 = sha256_of(data)
    write_atomic(folder_of(number, workspace) / "proofs" / f"{sha256[:16]}{proof.suffix.lower()[:8]}", data)
    return sha256, {name: sha256}
