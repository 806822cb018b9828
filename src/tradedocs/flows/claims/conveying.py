"""Which move an offer letter tells of, and whether it may be told."""

from __future__ import annotations

from datetime import date

from tradedocs.claims import bargaining
from tradedocs.claims.matter import Matter
from tradedocs.claims.policy import limits_of, policy
from tradedocs.errors import RefusedInput
from tradedocs.model.claim import ClaimRecord
from tradedocs.model.settling import Move
from tradedocs.ui import say
from tradedocs.workspace import Workspace


def conveyed(record: ClaimRecord, matter: Matter, workspace: Workspace, on: date) -> Move:
    """The last offer of ours that nobody has answered.

    Raises:
        RefusedInput: there is none, it has expired, or the authority that it was recorded under is not enough.
    """
    answered = {one.answers for one in record.moves}
    ours = [
        one
        for one in record.moves
        if one.side == record.contract.our_side
        and one.act in ("offer", "counter")
        and one.number not in answered
    ]
    if not ours or ours[-1].remedy is None:
        raise RefusedInput(
            say("no open offer of ours is on record"), way_out=say("Record it first: tradedocs claim offer.")
        )
    move = ours[-1]
    if move.expires is not None and move.expires < on:
        raise RefusedInput(
            say("offer {n} expired on {day}", n=move.number, day=move.expires),
            way_out=say("Record a new one: tradedocs claim offer."),
        )
    bargaining.refuse_authority(move, matter, move.authority or "sales", limits_of(policy(workspace.root)))
    return move
