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
    from tradedocs.library import Status
    from tradedocs.model.clause import Clause, Position

_POSITION = click.Choice(["standard", "fallback-1", "fallback-2"])


@click.group()
def group() -> None:
    """List, show and approve the clauses of the library."""


@group.command(name="list")
@click.pass_context
def list_clauses(ctx: click.Context) -> None:
    """List every clause in every position, with its version and status."""
    from tradedocs.flows.clauses import listed
    from tradedocs.ui import say

    head = [say("clause"), say("position"), say("family"), say("version"), say("status")]
    rows = [
        [clause.id, clause.position, clause.family, clause.version, status.state]
        for clause, status in listed(workspace_of(ctx))
    ]
    _table(head, rows)


@group.command()
@click.argument("clause_id", metavar="ID")
@click.option("--position", type=_POSITION, default="standard", show_default=True)
@click.pass_context
def show(ctx: click.Context, clause_id: str, position: Position) -> None:
    """Show the clause ID in both languages, with its variables, conditions, sources and status."""
    from tradedocs.flows.clauses import found, library_of
    from tradedocs.library import load_approvals, status_of

    workspace = workspace_of(ctx)
    clause = found(library_of(workspace), clause_id, position)
    status = status_of(clause, load_approvals(workspace.approvals))
    for line in (*_facts(clause, status), *_text(clause, "en"), *_text(clause, "zh")):
        click.echo(line)


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


def _facts(clause: Clause, status: Status) -> list[str]:
    from tradedocs.ui import say

    state, approval = status
    lines = [f"{clause.id} ({clause.position}) {clause.version}: {state}", f"sha256 {clause.sha256}"]
    if approval is not None:
        told = say("approved by {who} ({role}) on {day}", who=approval.approver, role=approval.role,
                   day=approval.on)  # fmt: skip
        lines.append(told if state == "approved" else say("an earlier text was {told}", told=told))
    if clause.applies_when:
        lines.append(say("applies when {condition}", condition=clause.applies_when))
    for word, names in (
        (say("requires"), clause.requires),
        (say("excludes"), clause.excludes),
        (say("defines"), clause.defines),
    ):
        if names:
            lines.append(f"{word} {', '.join(names)}")
    lines += [f"{{{name}}} {variable.type}, {variable.source}" for name, variable in clause.variables.items()]
    for source in clause.sources:
        parts = [part for part in (source.instrument, source.edition, source.provision) if part]
        checked = (
            say("checked on {day}", day=source.checked_on)
            if source.checked_on is not None
            else say("not yet checked by a person")
        )
        lines.append(say("rests on {source}: {checked}", source=", ".join(parts), checked=checked))
    return lines


def _text(clause: Clause, language: str) -> list[str]:
    title = clause.title.zh if language == "zh" else clause.title.en
    lines = ["", click.style(title, bold=True)]
    for paragraph in clause.paragraphs:
        text = paragraph.zh if language == "zh" else paragraph.en
        lines.append(f"{'  - ' if paragraph.level == 3 else '- '}{_marked(text)}")
    return lines


def _marked(text: str) -> str:
    """The text with its variables, references and terms in colour."""
    from tradedocs.clausetext import Token, tokens

    def piece(token: Token) -> str:
        if token.kind == "variable":
            return click.style(f"{{{token.text}}}", fg="yellow")
        if token.kind == "reference":
            name = f"{token.text}#{token.key}" if token.key else token.text
            return click.style(f"[{name}]", fg="cyan")
        return click.style(token.text, bold=True) if token.kind == "term" else token.text

    return "".join(piece(token) for token in tokens(text))
