"""`tradedocs clause pack|diff`: what the lawyers get to read, and what two texts say differently."""

from __future__ import annotations

import re
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tradedocs.cli import clock
from tradedocs.cli.clock import day_of
from tradedocs.cli.context import workspace_of

if TYPE_CHECKING:
    from tradedocs.model.clause import Clause, Position
    from tradedocs.model.pack import PackManifest

_POSITION = click.Choice(["standard", "fallback-1", "fallback-2"])
_OUT = click.Path(path_type=Path)
_DAY = click.DateTime(["%Y-%m-%d"])
_MARKED = re.compile(r"\[-.*?-\]|\{\+.*?\+\}")


@click.command()
@click.argument("ids", metavar="[ID]...", nargs=-1)
@click.option(
    "--since-approved",
    "since",
    is_flag=True,
    help="Every text that is not approved as it is now. The default.",
)
@click.option("--position", type=_POSITION, help="Only this position of the IDs named.  [default: each]")
@click.option("-o", "--out", type=_OUT, required=True, metavar="PACK.docx", help="Where to write it.")
@click.option("--comments", is_flag=True, help="Attach what `clause lint` says to the headings, as comments.")
@click.option("--as-of", type=_DAY, metavar="DATE", help="The day (default: today).")
@click.pass_context
def pack(
    ctx: click.Context,
    ids: tuple[str, ...],
    since: bool,
    position: Position | None,
    out: Path,
    comments: bool,
    as_of: datetime | None,
) -> None:
    """Write a review pack: a Word file with clauses in both languages for the lawyers to read, change and sign.

    What changed since the text that was approved last is shown as tracked changes, word by word. The manifest of what
    was sent lies inside the file and beside it, and the ledger tells of it. Exit code 3 when every text is approved.
    """
    from tradedocs.cli.main import visible
    from tradedocs.errors import UsageError
    from tradedocs.flows.packing import lint_comments, since_approved, write_pack
    from tradedocs.ui import say

    if ids and since:
        raise UsageError(say("name the clauses, or say --since-approved, not both"))
    if position and not ids:
        raise UsageError(say("--position goes with the IDs of clauses"))
    if out.suffix.lower() != ".docx":
        raise UsageError(
            say("a pack is a Word file"), place=str(out), way_out=say("Name it with the ending .docx.")
        )
    workspace, now = workspace_of(ctx), clock.now()
    day = day_of(as_of)
    clauses = _named(ctx, ids, position) if ids else since_approved(workspace, day)
    said = lint_comments(workspace, day) if comments else {}
    sent = write_pack(workspace, clauses, out, day=day, now=now, comments=said)
    click.echo(visible(f"{sent.manifest.pack} {out}"))
    click.echo(
        say("texts: {n}, with changes shown: {m}", n=len(clauses), m=_changed(sent.manifest)), err=True
    )
    if sent.lost:
        click.echo(
            say(
                "shown without their changes, for the approved text is not kept here: {ids}",
                ids=", ".join(sent.lost),
            ),
            err=True,
        )


def _named(ctx: click.Context, ids: tuple[str, ...], position: Position | None) -> tuple[Clause, ...]:
    """The clauses named, each once: in one position, or in each that they have."""
    from tradedocs.flows.clauses import found, library_of

    library = library_of(workspace_of(ctx))
    wanted: dict[tuple[str, Position], Clause] = {}
    for name in ids:
        known = library.positions(name) if position is None else (position,)
        for one in known or ("standard",):
            wanted[name, one] = found(library, name, one)
    return tuple(wanted.values())


def _changed(manifest: PackManifest) -> int:
    return sum(any(line.ours for line in clause.lines) for clause in manifest.clauses)


@click.command()
@click.argument("old", metavar="A")
@click.argument("new", metavar="[B]", required=False)
@click.option(
    "-o", "--out", type=_OUT, metavar="REDLINE.docx", help="Write it as a Word file with tracked changes."
)
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@click.option("--as-of", type=_DAY, metavar="DATE", help="The day (default: today).")
@click.pass_context
def diff(
    ctx: click.Context, old: str, new: str | None, out: Path | None, form: str, as_of: datetime | None
) -> None:
    """Show what the text B of a clause says otherwise than A, word by word, in both languages.

    Each is ID or ID/POSITION for the text of the library, with @approved or @HASH behind it for one that was approved,
    or a clause file (.md). With A alone, what changed since its last approval. Exit code 0 when they are the same,
    else 10.
    """
    from tradedocs import errors
    from tradedocs.cli.main import visible
    from tradedocs.flows.clause_diff import clause_diff, sides, write_redline
    from tradedocs.formats.clause_diff_text import clause_diff_text

    workspace, day = workspace_of(ctx), day_of(as_of)
    first, second = sides(workspace, old, new, day)
    found = clause_diff(first, second)
    if out is not None:
        write_redline(first, second, out, workspace, day)
    if form == "json":
        click.echo(found.model_dump_json(indent=2))
    else:
        click.echo(_coloured(visible(clause_diff_text(found)).rstrip()))
    ctx.exit(errors.DONE if found.same else errors.LOOK)


def _coloured(text: str) -> str:
    def styled(match: re.Match[str]) -> str:
        return click.style(match[0], fg="red" if match[0][0] == "[" else "green")

    return _MARKED.sub(styled, text)
