"""`tradedocs ledger`: what left the program, row by row, and whether the chain holds."""

from __future__ import annotations

import click

from tradedocs.cli.context import workspace_of


@click.group()
def group() -> None:
    """Show and verify the ledger of the workspace."""


@group.command()
@click.pass_context
def verify(ctx: click.Context) -> None:
    """Walk the whole chain and say whether every row follows from the one before."""
    from tradedocs import errors
    from tradedocs.flows.ledgers import ledger_of
    from tradedocs.ui import say

    result = ledger_of(workspace_of(ctx)).verify()
    if not result.intact:
        click.echo(say("BROKEN: {what}; {n} rows before it are intact", what=result.broken, n=result.rows))
        ctx.exit(errors.REJECTED)
    last = f"{result.last.row}:{result.last.sha256}" if result.last else "-"
    click.echo(say("intact: {n} rows, last {last}", n=result.rows, last=last))


@group.command()
@click.pass_context
def show(ctx: click.Context) -> None:
    """Print every row: number, time, kind and facts."""
    from tradedocs.cli.main import visible
    from tradedocs.flows.ledgers import ledger_of

    for row in ledger_of(workspace_of(ctx)).rows():
        facts = ", ".join(f"{key}={value}" for key, value in row.facts.items())
        click.echo(visible(f"{row.row:>5}  {row.at}  {row.kind:<16} {facts}"))
