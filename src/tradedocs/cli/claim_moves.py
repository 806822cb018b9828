"""`tradedocs claim offer`, `counter` and `answer`: the negotiation on record."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING, Any

import click

from tradedocs.cli import clock
from tradedocs.cli.context import workspace_of

if TYPE_CHECKING:
    from tradedocs.flows.claims.moves import Moved, Terms

_REMEDIES = (
    "price-reduction", "price-scale", "defect-refund", "goodwill", "replenishment", "offset", "repair", "sorting",
    "make-up-shortage", "refund",
)  # fmt: skip
_PAID = ("payment", "credit-note", "offset", "replacement")
_LEVELS = ("sales", "manager", "legal", "board")
_DAY = click.DateTime(["%Y-%m-%d"])
_WHO = (
    click.option("--by", required=True, metavar="NAME", help="Who records it. Nobody verifies the name; it is shown."),
    click.option("--on", type=_DAY, metavar="DATE", help="The day on which it was made.  [default: today]"),
)  # fmt: skip
_LEVEL = (
    click.option("--authority", type=click.Choice(_LEVELS), default="sales", show_default=True,
                 help="Under which authority it is made."),
    click.option("--authorised-by", metavar="NAME", help="Whose authority that is.  [default: the name of --by]"),
)  # fmt: skip
_TERMS = (
    click.option("--remedy", type=click.Choice(_REMEDIES), required=True, help="What is given."),
    click.option("--amount", metavar="AMOUNT", help="Such as 'USD 1,200.00', in the contract's currency."),
    click.option("--quantity", metavar="QUANTITY", help="Such as '400 pcs': how much is replaced, repaired or sorted."),
    click.option("--paid-by", type=click.Choice(_PAID), help="How an amount is paid."),
    click.option("--words", metavar="TEXT", help="What else belongs to it, in one sentence."),
    click.option("--expires", type=_DAY, metavar="DATE", help="The last day on which it can be accepted."),
)  # fmt: skip


def _with(*options: Callable[[Any], Any]) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    def add(command: Callable[..., Any]) -> Callable[..., Any]:
        for option in reversed((click.argument("claim"), *options)):
            command = option(command)
        return command

    return add


@click.command()
@_with(*_TERMS, *_LEVEL, *_WHO)
@click.pass_context
def offer(
    ctx: click.Context, /, claim: str, by: str, on: datetime | None, authority: Any,
    authorised_by: str | None, **terms: Any,
) -> None:  # fmt: skip
    """Record an offer of ours in CLAIM.

    Up to 2 % of the lot's value sales may offer, up to 5 % a manager, and above that the board. What is more than the
    lot is worth, or in another currency than the contract's, is refused. Exit code 10 when a person must look: a second
    remedy for the same loss.
    """
    from tradedocs.flows.claims import moves

    _tell(ctx, moves.offer(
        claim, _terms(**terms), moves.Signer(by, authority, authorised_by), workspace=workspace_of(ctx),
        now=clock.now(), on=on and on.date(),
    ))  # fmt: skip


@click.command()
@_with(*_TERMS, *_WHO)
@click.pass_context
def counter(ctx: click.Context, /, claim: str, by: str, on: datetime | None, **terms: Any) -> None:
    """Record what the other side asks for instead in CLAIM. It ends the offer of ours that it answers."""
    from tradedocs.flows.claims import moves

    _tell(ctx, moves.counter(
        claim, _terms(**terms), moves.Signer(by), workspace=workspace_of(ctx), now=clock.now(),
        on=on and on.date(),
    ))  # fmt: skip


@click.command()
@_with(
    click.argument("move", type=click.IntRange(min=1), metavar="N"),
    click.argument("act", type=click.Choice(["accept", "decline"]), metavar="accept|decline"),
    *_LEVEL,
    *_WHO,
)
@click.pass_context
def answer(
    ctx: click.Context, claim: str, move: int, act: Any, by: str, on: datetime | None,
    authority: Any, authorised_by: str | None,
) -> None:  # fmt: skip
    """Record the answer to move N of CLAIM by the side that did not make it.

    Nothing is answered twice, and what has expired is not accepted. To accept what the other side asks takes the same
    authority as to offer it.
    """
    from tradedocs.flows.claims import moves

    _tell(ctx, moves.answer(
        claim, move, act, moves.Signer(by, authority, authorised_by), workspace=workspace_of(ctx), now=clock.now(),
        on=on and on.date(),
    ))  # fmt: skip


def _terms(
    *, remedy: Any, amount: str | None, quantity: str | None, paid_by: Any, words: str | None, expires: datetime | None
) -> Terms:  # fmt: skip
    from tradedocs.errors import UsageError
    from tradedocs.flows.claims.moves import Terms
    from tradedocs.flows.life import named
    from tradedocs.model.amount import parse_money, parse_quantity
    from tradedocs.model.shapes import LocalText

    try:
        return Terms(
            remedy, parse_money(amount) if amount else None, parse_quantity(quantity) if quantity else None, paid_by,
            LocalText(en=named(words, "--words")) if words else None, expires and expires.date(),
        )  # fmt: skip
    except ValueError as error:
        raise UsageError(str(error)) from error


def _tell(ctx: click.Context, done: Moved) -> None:
    from tradedocs import errors
    from tradedocs.cli.main import visible
    from tradedocs.ui import say

    move = done.move
    parts = [str(part) for part in (move.remedy, move.amount, move.quantity) if part is not None]
    what = ", ".join(parts) or say("move {n}", n=move.answers)
    click.echo(visible(say("move {n}: {act} by the {side}: {what}; ledger row {row}", n=move.number, act=move.act,
                           side=move.side, what=what, row=done.anchor.row)))  # fmt: skip
    if move.authority is not None:
        click.echo(visible(say("on the authority of {who} ({level}); needed: {needed}", who=move.authorised_by,
                               level=move.authority, needed=done.needed)))  # fmt: skip
    for remark in done.remarks:
        click.echo(visible(remark), err=True)
    ctx.exit(errors.LOOK if done.remarks else errors.DONE)
