"""`tradedocs claim settle` and `done`: what both sides agreed, and what was done of it."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from tradedocs.cli import clock
from tradedocs.cli.context import workspace_of

if TYPE_CHECKING:
    from tradedocs.model.amount import Money
    from tradedocs.model.settling import Promise

_FILE = click.Path(path_type=Path)
_DAY = click.DateTime(["%Y-%m-%d"])
_BY = click.option(
    "--by", required=True, metavar="NAME", help="Who records it. Nobody verifies the name; it is shown."
)


@click.command()
@click.argument("claim")
@click.option(
    "--move", type=click.IntRange(min=1), required=True, metavar="N", help="The move that was accepted."
)
@click.option(
    "--paid-by", type=click.Choice(["payment", "credit-note", "offset"]), help="Default: as the move says."
)
@click.option(
    "--order",
    "orders",
    multiple=True,
    metavar="NO=AMOUNT",
    help="An order that an offset goes against, such as 'PO-7=USD 40,000'; may be repeated.",
)
@click.option(
    "--cap", default="100 %", show_default=True, metavar="PERCENT", help="How much of each order at most."
)
@click.option(
    "--expires",
    type=_DAY,
    metavar="DATE",
    help="Until when an offset is used.  [default: as the contract says]",
)
@click.option(
    "--due", multiple=True, metavar="PROMISE=DATE", help="Another day for a promise; may be repeated."
)
@click.option("--lang", type=click.Choice(["en", "zh", "en-zh"]), help="Default: as the contract.")
@click.option("--pdf", is_flag=True, help="Make a PDF beside each paper (needs LibreOffice).")
@_BY
@click.pass_context
def settle(
    ctx: click.Context, claim: str, move: int, paid_by: Any, orders: tuple[str, ...], cap: str,
    expires: datetime | None, due: tuple[str, ...], lang: str | None, pdf: bool, by: str,
) -> None:  # fmt: skip
    """Write what both sides agreed in CLAIM, ready to sign, and record what it promises.

    Written into the claim's folder: the settlement agreement; for an amount the credit note; for an offset the offset
    agreement; for a replacement the pro-forma invoice with its true customs value. As buyer the seller's own papers are
    left to the seller. The claim can be closed when each promise is recorded as done.
    """
    from tradedocs.cli.main import visible
    from tradedocs.flows.claims.settling import Wishes
    from tradedocs.flows.claims.settling import settle as settled
    from tradedocs.ui import say

    wishes = Wishes(
        paid_by, tuple(map(_order, orders)), _percent(cap), expires and expires.date(), dict(map(_due, due))
    )
    done = settled(
        claim, move, wishes, by=by, workspace=workspace_of(ctx), now=clock.now(), pdf=pdf, language=lang,
    )  # fmt: skip
    for file in done.files:
        click.echo(visible(str(file)))
    click.echo(say("settled on move {n}; ledger row {row}; promised:", n=move, row=done.anchor.row))
    _list(done.settlement.promises)


@click.command()
@click.argument("claim")
@click.argument("promise")
@click.option("--on", type=_DAY, metavar="DATE", help="The day on which it was done.  [default: today]")
@click.option("--proof", type=_FILE, metavar="FILE", help="The paper that shows it; kept by its hash.")
@_BY
@click.pass_context
def done(
    ctx: click.Context, claim: str, promise: str, on: datetime | None, proof: Path | None, by: str
) -> None:
    """Record that PROMISE of the settlement of CLAIM was kept (`signature`, `credit-note`, `payment` …)."""
    from tradedocs.cli.main import visible
    from tradedocs.flows.claims.performing import done as recorded
    from tradedocs.ui import say

    told = recorded(
        claim, promise, by=by, workspace=workspace_of(ctx), now=clock.now(), on=on and on.date(), proof=proof
    )
    click.echo(visible(say("{promise} done on {day}; ledger row {row}", promise=promise, day=told.performed.on,
                           row=told.anchor.row)))  # fmt: skip
    if told.late:
        click.echo(say("it was late"), err=True)
    click.echo(say("still open:") if told.left else say("nothing is open: the claim can be closed"))
    _list(told.left)


def _list(promises: tuple[Promise, ...]) -> None:
    from tradedocs.cli.main import visible
    from tradedocs.ui import say

    for one in promises:
        until = say(", by {day}", day=one.due) if one.due is not None else ""
        click.echo(visible(f"  {one.key}: {one.what.en}{until}"))


def _order(text: str) -> tuple[str, Money]:
    from tradedocs.model.amount import parse_money

    name, amount = _pair(text, "--order", "PO-7=USD 40,000")
    return name, _read(parse_money, amount)


def _due(text: str) -> tuple[str, date]:
    from tradedocs.model.day import iso_day

    key, day = _pair(text, "--due", "payment=2026-12-01")
    return key, _read(iso_day, day)


def _percent(text: str) -> Decimal:
    from tradedocs.model.amount import parse_percent

    share: Decimal = _read(parse_percent, text)
    return share


def _pair(text: str, option: str, example: str) -> tuple[str, str]:
    from tradedocs.errors import UsageError
    from tradedocs.flows.life import named
    from tradedocs.ui import say

    name, equals, value = text.rpartition("=")
    if not equals or not name.strip():
        raise UsageError(
            say("{text!r} is not right for {option}", text=text, option=option),
            way_out=say("Write for example {example}.", example=example),
        )
    return named(name, option), value.strip()


def _read(parse: Any, text: str) -> Any:
    from tradedocs.errors import UsageError

    try:
        return parse(text)
    except ValueError as error:
        raise UsageError(str(error)) from error
