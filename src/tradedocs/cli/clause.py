"""`tradedocs clause`: list, show and approve the clauses of the library."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING

import click

from tradedocs.cli.context import workspace_of

if TYPE_CHECKING:
    from tradedocs.flows.clauses import Listed
    from tradedocs.library.approvals import State
    from tradedocs.model.clause import Family, Position

FAMILIES = ("quality", "inspection", "disputes", "compensation", "commercial", "general")
_POSITION = click.Choice(["standard", "fallback-1", "fallback-2"])


@click.group()
def group() -> None:
    """List, show and approve the clauses of the library."""


@group.command(name="list")
@click.option("--family", type=click.Choice(FAMILIES), help="Only clauses of this family.")
@click.option("--position", type=_POSITION, help="Only texts in this position.")
@click.option(
    "--status", type=click.Choice(["draft", "approved", "voided"]), help="Only texts that stand so."
)
@click.option("--variable", help="Only texts with this variable, or with one that this deal key fills.")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@click.pass_context
def list_clauses(
    ctx: click.Context,
    family: Family | None,
    position: Position | None,
    status: State | None,
    variable: str | None,
    form: str,
) -> None:
    """List every clause in every position, with its version, authority and status.

    Exit code 3 when nothing fits the filters.
    """
    from tradedocs.errors import NothingToCheck
    from tradedocs.flows.clauses import fitting, listed
    from tradedocs.formats.clauses import clauses_json
    from tradedocs.ui import say

    items = fitting(
        listed(workspace_of(ctx)), family=family, position=position, status=status, variable=variable
    )
    if not items:
        raise NothingToCheck(say("no clause fits these filters"))
    if form == "json":
        click.echo(clauses_json(items))
        return
    head = [say("clause"), say("position"), say("authority"), say("version"), say("status"), say("title")]
    _table(head, [[clause.id, clause.position, clause.authority, clause.version, state.state, clause.title.en]
                  for clause, state in items])  # fmt: skip


@group.command()
@click.argument("clause_id", metavar="ID")
@click.option("--position", type=_POSITION, default="standard", show_default=True)
@click.pass_context
def show(ctx: click.Context, clause_id: str, position: Position) -> None:
    """Show the clause ID in both languages, with its variables, conditions, sources and status."""
    from tradedocs.cli.clause_page import page
    from tradedocs.flows.clauses import found, library_of
    from tradedocs.library import load_approvals, status_of

    workspace = workspace_of(ctx)
    clause = found(library_of(workspace), clause_id, position)
    for line in page(clause, status_of(clause, load_approvals(workspace.approvals))):
        click.echo(line)


@group.command(name="where-used")
@click.argument("name", metavar="NAME")
@click.pass_context
def where_used(ctx: click.Context, name: str) -> None:
    """Show what uses NAME: a clause, a defined term, or a key of the deal (`deal.claims.answer_days`).

    For a clause: the clauses that refer to it, require it or exclude it, and the contracts built with it. Exit
    code 3 when nothing uses it.
    """
    from tradedocs.errors import NothingToCheck
    from tradedocs.flows.clauses import uses
    from tradedocs.ui import say

    rows = uses(workspace_of(ctx), name)
    if not rows:
        raise NothingToCheck(say("nothing uses {name}", name=name))
    _table([say("used by"), say("where"), say("how")], [list(row) for row in rows])


@group.command()
@click.argument("ids", metavar="[ID]...", nargs=-1)
@click.option("--all", "everything", is_flag=True, help="Every clause in every position.")
@click.option("--position", type=_POSITION, default="standard", show_default=True, help="Of the IDs named.")
@click.option("--by", "approver", required=True, help="Name of the person who approves.")
@click.option("--role", required=True, help="What the person may approve as, such as 'Head of Legal'.")
@click.option("--on", type=click.DateTime(["%Y-%m-%d"]), help="The day of the approval.  [default: today]")
@click.pass_context
def approve(
    ctx: click.Context,
    ids: tuple[str, ...],
    everything: bool,
    position: Position,
    approver: str,
    role: str,
    on: datetime | None,
) -> None:
    """Record a person's approval of the text that the clauses have now, in both languages.

    Any later change of the text voids the approval; changed metadata does not.
    """
    from tradedocs.errors import UsageError
    from tradedocs.flows.clauses import approve_clauses, found, library_of
    from tradedocs.ui import say

    if bool(ids) == everything:
        raise UsageError(say("name the clauses to approve, or say --all, and not both"))
    workspace, now = workspace_of(ctx), datetime.now().astimezone()
    library = library_of(workspace)
    clauses = library.clauses if everything else tuple(found(library, name, position) for name in ids)
    new = approve_clauses(
        workspace, clauses, approver=approver, role=role, on=(on or now).date(), now=now
    )  # fmt: skip
    for one in new:
        click.echo(f"{one.clause} ({one.position}) {one.sha256[:12]}")
    click.echo(say("{n} approved, {old} were approved by this person already", n=len(new),
                   old=len(clauses) - len(new)), err=True)  # fmt: skip


@group.command()
@click.pass_context
def status(ctx: click.Context) -> None:
    """Say what blocks a final contract.

    Exit code 0 when every clause is approved as it stands, 10 when one is not.
    """
    from tradedocs import errors
    from tradedocs.flows.clauses import blocking
    from tradedocs.ui import say

    items = blocking(workspace_of(ctx))
    if not items:
        click.echo(say("every clause is approved as it stands"))
        return
    _table([say("clause"), say("position"), say("why")], [_blocked(item) for item in items])
    click.echo(say("clauses that block a final contract: {n}; a contract with one of them says DRAFT",
                   n=len(items)), err=True)  # fmt: skip
    ctx.exit(errors.LOOK)


def _blocked(item: Listed) -> list[str]:
    from tradedocs.ui import say

    clause, (_, approval) = item
    why = say("nobody has approved it")
    if approval is not None:
        why = say("changed since {who} approved it on {day}", who=approval.approver, day=approval.on)
    return [clause.id, clause.position, why]


def _table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """Columns; with lines and colour on a terminal, plain where a program reads them."""
    from tradedocs.cli.main import visible

    if sys.stdout.isatty() and not os.environ.get("NO_COLOR"):
        from rich.console import Console
        from rich.table import Table
        from rich.text import Text

        table = Table(*head)
        for row in rows:
            table.add_row(*(Text(visible(cell)) for cell in row))
        Console().print(table)
        return
    widths = [max(map(len, column)) for column in zip(head, *rows, strict=True)]
    for row in (head, *rows):
        line = "  ".join(f"{cell:<{width}}" for cell, width in zip(row, widths, strict=True))
        click.echo(visible(line.rstrip()))
