"""`tradedocs ledger`: what left the program, row by row, and whether the chain holds."""

from __future__ import annotations

from pathlib import Path

import click

from tradedocs.cli.context import workspace_of


@click.group()
def group() -> None:
    """Show, verify and export the ledger of the workspace."""


@group.command()
@click.option("--anchor", "anchors", multiple=True, metavar="ROW:HASH", help="A row that must be there.")
@click.option(
    "--receipts",
    "folders",
    multiple=True,
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="Look for the row of every receipt and verdict in this folder.",
)
@click.option(
    "--verdict",
    "verdicts",
    multiple=True,
    type=click.Path(path_type=Path),
    help="A verdict.json whose row must be there and say the same.",
)
@click.pass_context
def verify(
    ctx: click.Context, anchors: tuple[str, ...], folders: tuple[Path, ...], verdicts: tuple[Path, ...]
) -> None:
    """Walk the whole chain and say whether every row follows from the one before.

    A cut tail and a ledger that was written anew are found by what was kept elsewhere: give an anchor, or the
    folder with the receipts and verdicts.
    """
    from tradedocs import errors
    from tradedocs.cli.main import visible
    from tradedocs.flows.ledger_verify import anchor_of, verify
    from tradedocs.ui import say

    checked = verify(workspace_of(ctx), tuple(anchor_of(one) for one in anchors), folders, verdicts)
    found = checked.found
    for problem in checked.problems:
        click.echo(visible(problem))
    for row in found.backwards:
        click.echo(say("note: row {row} is dated before the row above it", row=row))
    if found.broken is not None:
        click.echo(say("BROKEN: {what}; {n} rows before it are intact", what=found.broken, n=found.rows))
        ctx.exit(errors.REJECTED)
    last = f"{found.last.row}:{found.last.sha256}" if found.last else "-"
    if found.torn:
        click.echo(say("the last line was never finished; the next command that records takes it off"))
    if checked.problems:
        click.echo(
            say("BROKEN: the chain holds, last {last}, but is not the one that was kept elsewhere", last=last)
        )
        ctx.exit(errors.REJECTED)
    click.echo(say("intact: {n} rows, last {last}", n=found.rows, last=last))
    if folders or verdicts:
        click.echo(say("{n} receipts and verdicts have their row", n=checked.named))


@group.command()
@click.option("--kind", "kinds", multiple=True, help="Only rows of this kind.")
@click.option("--about", metavar="NO", help="Only rows that name this contract, lot, claim, report or hash.")
@click.option("--last", type=click.IntRange(min=1), help="Only the last N of them.")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@click.pass_context
def show(ctx: click.Context, kinds: tuple[str, ...], about: str | None, last: int | None, form: str) -> None:
    """Print the rows: number, time, kind and facts."""
    from tradedocs.cli.main import visible
    from tradedocs.flows.ledger_rows import chosen
    from tradedocs.formats.ledger_rows import as_jsonl, as_text

    for row in chosen(workspace_of(ctx), kinds, about, last):
        click.echo(as_jsonl(row) if form == "json" else visible(as_text(row)))


@group.command()
@click.option(
    "-o", "--output", "file", required=True, type=click.Path(path_type=Path), help="The file to write."
)
@click.option("--format", "form", type=click.Choice(["jsonl", "csv"]), default="jsonl", show_default=True)
@click.pass_context
def export(ctx: click.Context, file: Path, form: str) -> None:
    """Write every row to a file, for an auditor or a spreadsheet."""
    from tradedocs.files import write_atomic
    from tradedocs.flows.ledger_rows import chosen
    from tradedocs.formats.ledger_rows import as_csv, as_jsonl
    from tradedocs.ui import say

    rows = chosen(workspace_of(ctx), (), None, None)
    text = as_csv(rows) if form == "csv" else "".join(as_jsonl(row) + "\n" for row in rows)
    write_atomic(file, text.encode())
    click.echo(say("{file}: {n} rows", file=file, n=len(rows)))
