"""`tradedocs clause`: list, show and approve the clauses of the library."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from tradedocs.cli.clause_approval import approve, approvers, status, withdraw
from tradedocs.cli.clause_lint import lint
from tradedocs.cli.clause_pack import diff, pack
from tradedocs.cli.clause_readpack import read_pack
from tradedocs.cli.clock import day_of
from tradedocs.cli.context import workspace_of
from tradedocs.cli.table import table

if TYPE_CHECKING:
    from tradedocs.library.register import State
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
    "--status",
    type=click.Choice(["draft", "in-review", "approved", "voided", "expired", "withdrawn"]),
    help="Only texts that stand so.",
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

    day = day_of(None)
    items = fitting(
        listed(workspace_of(ctx), day), family=family, position=position, status=status, variable=variable
    )
    if not items:
        raise NothingToCheck(say("no clause fits these filters"))
    if form == "json":
        click.echo(clauses_json(items))
        return
    head = [say("clause"), say("position"), say("authority"), say("version"), say("status"), say("title")]
    table(head, [[clause.id, clause.position, clause.authority, clause.version, state.state, clause.title.en]
                  for clause, state in items])  # fmt: skip


@group.command()
@click.argument("clause_id", metavar="ID")
@click.option("--position", type=_POSITION, default="standard", show_default=True)
@click.pass_context
def show(ctx: click.Context, clause_id: str, position: Position) -> None:
    """Show the clause ID in both languages, with its variables, conditions, sources and status."""
    from tradedocs.cli.clause_page import page
    from tradedocs.flows.clauses import found, library_of
    from tradedocs.flows.packs import packs_of
    from tradedocs.library import load_register

    workspace = workspace_of(ctx)
    clause = found(library_of(workspace), clause_id, position)
    register = load_register(workspace.clauses, packs_of(workspace))
    for line in page(clause, register.status(clause, day_of(None))):
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
    table([say("used by"), say("where"), say("how")], [list(row) for row in rows])


for _command in (lint, approve, withdraw, status, approvers, pack, diff, read_pack):
    group.add_command(_command)
