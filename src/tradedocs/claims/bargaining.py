"""The rules of a negotiation: who may offer how much, what can still be accepted, and what is the same loss twice.

Sources: CISG, articles 17 to 19 and 22 (a counter-offer ends the offer that it answers); PRC Civil Code, articles 478
and 488.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal

from tradedocs.claims.matter import REMEDY, Matter, percent_of
from tradedocs.claims.policy import Limits, level_for
from tradedocs.errors import RefusedInput, UsageError
from tradedocs.model.amount import Money
from tradedocs.model.authority import LEVELS, Authority, reaches
from tradedocs.model.party import Side
from tradedocs.model.settling import Move, RemedyKind
from tradedocs.ui import say

IN_GOODS: frozenset[RemedyKind] = frozenset(("replenishment", "make-up-shortage"))
"""Remedies that are given in goods."""


def given_by(move: Move, matter: Matter) -> Money | None:
    """What a move gives the claimant: its amount and its goods at their price; None where it says neither.

    Raises:
        UsageError: the goods are in a unit of another kind than their price.
    """
    if move.amount is None and move.quantity is None:
        return None
    total = move.amount.amount if move.amount is not None else Decimal(0)
    if move.quantity is not None and (move.remedy in IN_GOODS or move.amount is None):
        total += _worth(move, matter).amount
    return Money(amount=total, currency=matter.deal.currency).rounded()


def _worth(move: Move, matter: Matter) -> Money:
    assert move.quantity is not None
    try:
        return matter.worth(move.quantity)
    except ValueError as error:
        raise UsageError(
            say("{quantity} cannot be valued: {why}", quantity=move.quantity, why=error),
            way_out=say("Give the quantity in the unit of the price, {price}.", price=matter.line.unit_price),
        ) from error


def refuse_terms(move: Move, matter: Matter, elsewhere: Money | None = None) -> None:
    """Refuse what cannot be offered or asked under this contract; `elsewhere` was granted for the same lot already.

    Raises:
        UsageError: there is nothing in it; the currency is not the contract's; it is over before it is made.
        RefusedInput: it gives more than the lot is worth.
    """
    if move.remedy == "repudiation":
        raise UsageError(
            say("a refusal is no offer"), way_out=say("Write it: tradedocs claim letter CLAIM refuse.")
        )
    if move.amount is not None and move.amount.currency != matter.deal.currency:
        raise UsageError(
            say("the amount is in {given}, the contract in {ours}", given=move.amount.currency,
                ours=matter.deal.currency),
            way_out=say("State it in the contract's currency."),
        )  # fmt: skip
    if move.expires is not None and move.expires < move.on:
        raise UsageError(say("it would expire on {day}, before it is made", day=move.expires))
    if move.remedy in IN_GOODS and move.quantity is None and move.amount is None:
        raise UsageError(say("a {remedy} says of how much", remedy=REMEDY[move.remedy][0]),
                         way_out=say("Give --quantity."))  # fmt: skip
    given = given_by(move, matter)
    if given is None or given.amount == 0:
        raise UsageError(say("the offer holds nothing"), way_out=say("Give --amount or --quantity."))
    _refuse_more_than_the_lot(move, given, matter, elsewhere)


def _refuse_more_than_the_lot(move: Move, given: Money, matter: Matter, elsewhere: Money | None) -> None:
    if move.quantity is not None and _more_than_shipped(move, matter):
        raise RefusedInput(
            say("{quantity} are more than the {shipped} of the lot", quantity=move.quantity, shipped=matter.shipped),
            way_out=say("Offer at most what the shipment carried."),
        )  # fmt: skip
    before = elsewhere.amount if elsewhere is not None else Decimal(0)
    room = Money(amount=matter.lot_value.amount - before, currency=matter.deal.currency)
    if given.amount > room.amount:
        raise RefusedInput(
            say("{given} is more than what is left of the lot's value, {room} of {value}", given=given, room=room,
                value=matter.lot_value),
            way_out=say("Offer at most that; further loss is for legal: tradedocs claim options CLAIM."),
        )  # fmt: skip


def _more_than_shipped(move: Move, matter: Matter) -> bool:
    assert move.quantity is not None
    try:
        return move.quantity.converted(matter.shipped.unit) > matter.shipped.number
    except ValueError:
        return False


def refuse_authority(move: Move, matter: Matter, held: Authority, limits: Limits) -> Authority:
    """The least level that may make the move for our side. A buyer gives nothing of ours away by taking an amount.

    Raises:
        RefusedInput: the level that is held is not enough.
    """
    given = given_by(move, matter)
    if given is None or matter.record.contract.our_side != "seller":
        return LEVELS[0]
    level = level_for(percent_of(given, matter.lot_value), limits)
    if not reaches(held, level):
        raise RefusedInput(
            say("{given} is {share} % of the lot's value: it needs the authority of {needed}, not of {held}",
                given=given, share=f"{percent_of(given, matter.lot_value):.2f}", needed=level, held=held),
            way_out=say("Let somebody of that level decide: --authority {needed} --authorised-by NAME.", needed=level),
        )  # fmt: skip
    return level


def open_move(moves: Sequence[Move], number: int, on: date) -> Move:
    """The offer or ask of that number, which can still be answered on that day.

    Raises:
        UsageError: there is none of that number, or it is an answer itself, or the day is before it was made.
        RefusedInput: it was answered already.
    """
    known = {one.number: one for one in moves if one.act in ("offer", "counter")}
    if number not in known:
        raise UsageError(
            say("there is no offer or counter-offer {n}", n=number),
            way_out=say("There are: {known}.", known=", ".join(map(str, known)) or say("none")),
        )
    answer = next((one for one in moves if one.answers == number), None)
    if answer is not None:
        raise RefusedInput(
            say("move {n} was answered by move {by} ({act}) on {day}", n=number, by=answer.number, act=answer.act,
                day=answer.on),
            way_out=say("Make it again, so that it can be answered anew."),
        )  # fmt: skip
    if on < known[number].on:
        raise UsageError(say("move {n} was made on {day}, after this answer", n=number, day=known[number].on))
    return known[number]


def refuse_expired(move: Move, on: date) -> None:
    """Refuse to accept what is over.

    Raises:
        RefusedInput: it expired before that day.
    """
    if move.expires is not None and on > move.expires:
        raise RefusedInput(
            say("move {n} expired on {day}", n=move.number, day=move.expires),
            way_out=say("A late acceptance is a new offer: make it again, or record theirs with `claim counter`."),
        )  # fmt: skip


def pending(moves: Sequence[Move], side: Side) -> tuple[Move, ...]:
    """The offers and asks of one side that nobody has answered."""
    answered = {one.answers for one in moves}
    return tuple(
        one
        for one in moves
        if one.side == side and one.act in ("offer", "counter") and one.number not in answered
    )


def accepted(moves: Sequence[Move]) -> tuple[Move, ...]:
    """The offers and asks that were accepted."""
    yes = {one.answers for one in moves if one.act == "accept"}
    return tuple(one for one in moves if one.number in yes)


def remarks(move: Move, moves: Sequence[Move], matter: Matter) -> Iterator[str]:
    """What a person should look at: a second remedy for the same loss, and what is above the limit of liability."""
    for one in accepted(moves):
        yield say("move {n} ({remedy}) was accepted already: this would be a second remedy for the same loss, and only "
                  "one of them is settled", n=one.number, remedy=_called(one))  # fmt: skip
    for one in pending(moves, move.side):
        if one.remedy != move.remedy and (one.expires is None or one.expires >= move.on):
            yield say("move {n} ({remedy}) is still open: say that one takes the place of the other, for the loss is "
                      "the same", n=one.number, remedy=_called(one))  # fmt: skip
    cap = matter.deal.remedies.liability_cap
    given = given_by(move, matter)
    if move.amount is not None and given is not None and percent_of(move.amount, matter.lot_value) > cap:
        yield say("{amount} is above the contract's limit of liability, {cap} % of the lot's value", amount=move.amount,
                  cap=cap)  # fmt: skip


def _called(move: Move) -> str:
    return REMEDY[move.remedy][0] if move.remedy is not None else "–"
