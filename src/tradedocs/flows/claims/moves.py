"""The user's job "what was offered, asked and answered": the negotiation on record, under the rules of authority."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Literal

from tradedocs.claims import bargaining
from tradedocs.claims.matter import Matter
from tradedocs.claims.policy import limits_of, policy
from tradedocs.errors import RefusedInput, UsageError
from tradedocs.flows.approvers import approvers_of
from tradedocs.flows.claims.record import MOVED, all_claims, claim_of, must_be_unsettled, put, told
from tradedocs.flows.claims.underlying import matter_of
from tradedocs.flows.life import named
from tradedocs.model.amount import Money, Quantity
from tradedocs.model.anchor import Anchor
from tradedocs.model.authority import LEVELS, Authority, reaches
from tradedocs.model.claim import ClaimRecord
from tradedocs.model.party import Side
from tradedocs.model.settling import Move, RemedyKind
from tradedocs.model.shapes import LocalText
from tradedocs.ui import say
from tradedocs.workspace import Workspace

PaidBy = Literal["payment", "credit-note", "offset", "replacement"]


@dataclass(frozen=True)
class Terms:
    """What is offered or asked."""

    remedy: RemedyKind
    amount: Money | None = None
    quantity: Quantity | None = None
    paid_by: PaidBy | None = None
    words: LocalText | None = None
    expires: date | None = None


@dataclass(frozen=True)
class Signer:
    """Who records the step, and under whose authority it is made."""

    by: str
    authority: Authority = "sales"
    authorised_by: str | None = None


@dataclass(frozen=True)
class Moved:
    """The move as it was recorded; `needed` is the least level that could make it; `remarks` are for a person."""

    move: Move
    needed: Authority
    remarks: tuple[str, ...]
    anchor: Anchor


def offer(
    number: str, terms: Terms, signer: Signer, *, workspace: Workspace, now: datetime, on: date | None = None,
) -> Moved:  # fmt: skip
    """Record an offer of ours. It ends the last open ask of the other side, which it answers.

    Raises:
        UsageError: there is no such claim, or the offer cannot be made so.
        RefusedInput: the authority is not enough; it gives more than the lot is worth; the claim is settled or closed.
    """
    return _terms("offer", number, terms, signer, workspace, now, on)


def counter(
    number: str, terms: Terms, signer: Signer, *, workspace: Workspace, now: datetime, on: date | None = None,
) -> Moved:  # fmt: skip
    """Record what the other side asks for instead: its counter-offer ends the last open offer of ours.

    Raises:
        TradedocsError: as `offer`, but nobody's authority is asked for.
    """
    return _terms("counter", number, terms, signer, workspace, now, on)


def answer(
    number: str, move: int, act: Literal["accept", "decline"], signer: Signer, *, workspace: Workspace,
    now: datetime, on: date | None = None,
) -> Moved:  # fmt: skip
    """Record the answer to a move, by the side that did not make it. To accept their ask takes authority as an offer.

    Raises:
        UsageError: there is no such claim or move.
        RefusedInput: it was answered already, or has expired; the authority is not enough; the claim is settled or
            closed.
    """
    record, day = _record(number, workspace), _day(on, now)
    found = bargaining.open_move(record.moves, move, day)
    side: Side = "buyer" if found.side == "seller" else "seller"
    needed: Authority = "sales"
    remarks: tuple[str, ...] = ()
    if act == "accept":
        bargaining.refuse_expired(found, day)
        matter = matter_of(record, workspace, on=day)
        bargaining.refuse_terms(
            found.model_copy(update={"expires": None}), matter, taken_elsewhere(matter, workspace)
        )
        if side == record.contract.our_side:
            needed = _authorised(found, matter, signer, workspace, day)
        remarks = tuple(bargaining.remarks(found, bargaining.accepted(record.moves), matter))
    ours = side == record.contract.our_side
    made = Move(
        number=len(record.moves) + 1, act=act, side=side, answers=move, by=named(signer.by), on=day, row=0,
        authority=signer.authority if ours and act == "accept" else None,
        authorised_by=_authoriser(signer) if ours and act == "accept" else None,
    )  # fmt: skip
    return Moved(made, needed, remarks, _put(record, made, workspace, now))


def _terms(
    act: Literal["offer", "counter"], number: str, terms: Terms, signer: Signer, workspace: Workspace, now: datetime,
    on: date | None,
) -> Moved:  # fmt: skip
    record, day = _record(number, workspace), _day(on, now)
    ours = record.contract.our_side
    side: Side = ours if act == "offer" else ("buyer" if ours == "seller" else "seller")
    answered = bargaining.pending(record.moves, "buyer" if side == "seller" else "seller")
    made = Move(
        number=len(record.moves) + 1, act=act, side=side, answers=answered[-1].number if answered else None,
        remedy=terms.remedy, amount=terms.amount, quantity=terms.quantity, paid_by=terms.paid_by, words=terms.words,
        expires=terms.expires, by=named(signer.by), on=day, row=0,
        authority=signer.authority if act == "offer" else None,
        authorised_by=_authoriser(signer) if act == "offer" else None,
    )  # fmt: skip
    matter = matter_of(record, workspace, on=day)
    bargaining.refuse_terms(made, matter, taken_elsewhere(matter, workspace))
    needed: Authority = _authorised(made, matter, signer, workspace, day) if act == "offer" else "sales"
    remarks = tuple(bargaining.remarks(made, record.moves, matter))
    return Moved(made, needed, remarks, _put(record, made, workspace, now))


def _record(number: str, workspace: Workspace) -> ClaimRecord:
    record = claim_of(number, workspace)
    must_be_unsettled(record)
    return record


def _day(on: date | None, now: datetime) -> date:
    day = on or now.date()
    if day > now.date():
        raise UsageError(say("{day} is still to come", day=day), way_out=say("Record it on the day."))
    return day


def _authoriser(signer: Signer) -> str:
    return named(signer.authorised_by or signer.by, "--authorised-by")


def _authorised(move: Move, matter: Matter, signer: Signer, workspace: Workspace, day: date) -> Authority:
    """The level that the move needs, held by somebody who has it.

    A role in the register of approvers that is the name of a level binds: such a person has no other.
    """
    who = _authoriser(signer)
    roles = [
        one.role.casefold()
        for one in approvers_of(workspace).approvers
        if " ".join(one.name.split()).casefold() == " ".join(who.split()).casefold()
        and (one.since is None or one.since <= day)
        and (one.until is None or day <= one.until)
    ]
    levels: list[Authority] = [level for level in LEVELS if level in roles]
    if levels and not any(reaches(level, signer.authority) for level in levels):
        raise RefusedInput(
            say(
                "{who} is entered as {held}, not as {claimed}",
                who=who,
                held=levels[-1],
                claimed=signer.authority,
            ),
            way_out=say("`tradedocs clause approvers` shows who holds which role."),
        )
    return bargaining.refuse_authority(move, matter, signer.authority, limits_of(policy(workspace.root)))


def taken_elsewhere(matter: Matter, workspace: Workspace) -> Money | None:
    """What other claims on the same lot were settled at."""
    mine = matter.record
    total = Decimal(0)
    for one in all_claims(workspace).values():
        same = (one.contract.contract_no, one.complaint.shipment, one.complaint.line) == (
            mine.contract.contract_no, mine.complaint.shipment, mine.complaint.line,
        )  # fmt: skip
        if same and one.complaint.number != mine.complaint.number and one.settlement is not None:
            total += sum(
                (promise.amount.amount for promise in one.settlement.promises if promise.amount is not None), Decimal(0)
            )  # fmt: skip
    return Money(amount=total, currency=matter.deal.currency) if total else None


def _put(record: ClaimRecord, move: Move, workspace: Workspace, now: datetime) -> Anchor:
    return put(
        MOVED, record.complaint.number, record.contract.contract_no, told(move), by=move.by, workspace=workspace,
        now=now,
    )  # fmt: skip
