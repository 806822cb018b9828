"""The user's job "write what both sides agreed": settlement, its papers ready to sign, and what was done of it."""

from __future__ import annotations

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
from tradedocs.flows.claims.moves import taken_elsewhere
from tradedocs.flows.claims.performing import no_promise
from tradedocs.flows.claims.record import (
    SETTLED,
    claim_of,
    folder_of,
    must_be_unsettled,
    put,
    told,
)
from tradedocs.flows.claims.underlying import matter_of
from tradedocs.flows.claims.writing import write_papers
from tradedocs.flows.inspection import in_languages
from tradedocs.flows.life import named
from tradedocs.flows.staged import staged
from tradedocs.model.anchor import Anchor
from tradedocs.model.claim import ClaimRecord
from tradedocs.model.paper import Paper
from tradedocs.model.settling import Move, Promise, Settlement
from tradedocs.ui import say
from tradedocs.workspace import Workspace


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
    language: str | None = None,
) -> Settled:  # fmt: skip
    """Settle a claim on an accepted move: write its papers into the claim's folder and record them by their hashes.

    Raises:
        UsageError: there is no such claim or move, or what is wished does not fit it.
        RefusedInput: the move was not accepted; the claim is settled or closed already; other claims have since taken
            what the lot is worth.
        BuildError: the template does not fit.
        ToolError: a file cannot be written, or LibreOffice makes no PDF. Nothing is recorded then.
    """
    record, name = claim_of(number, workspace), named(by)
    must_be_unsettled(record)
    chosen, agreed = _accepted(record, move)
    matter = matter_of(record, workspace, on=now.date(), language=language)
    bargaining.refuse_terms(
        chosen.model_copy(update={"expires": None}), matter, taken_elsewhere(matter, workspace)
    )
    settlement, orders = _settlement(matter, chosen, agreed, wishes, name)
    place = record.contract.file
    papers = {f"{one.kind}.docx": one for one in _papers(matter, settlement, orders, Path(place))}
    folder = folder_of(number, workspace) / "settlement"
    with staged(folder) as waiting:
        written = write_papers(papers, waiting, workspace, pdf=pdf)
        settlement = settlement.model_copy(
            update={"files": {path.name: sha for path, sha in written.items()}}
        )
        anchor = put(SETTLED, number, record.contract.contract_no, told(settlement), by=name, workspace=workspace,
                     now=now, files=settlement.files)  # fmt: skip
    return Settled(settlement, tuple(folder / path.name for path in written), anchor)


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
    elif wishes.orders or wishes.expires is not None or wishes.cap != 100:
        raise UsageError(say("orders, cap and expiry belong to an offset; this is settled by {way}", way=way))
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
        raise no_promise(unknown[0], keys)
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
