"""`tradedocs trace`: the whole story of one lot."""

from __future__ import annotations

from pathlib import Path

import click

from tradedocs.cli.context import workspace_of


@click.command()
@click.argument("name", metavar="LOT|CONTRACT|REPORT|CLAIM")
@click.option(
    "--format", "form", type=click.Choice(["text", "json", "html"]), default="text", show_default=True
)
@click.option(
    "-o",
    "--out",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Write it to a file (default: the terminal).",
)
@click.pass_context
def command(ctx: click.Context, name: str, form: str, out: Path | None) -> None:
    """Tell the story of a lot, contract, report or claim, from the approval of its clauses to its settlement.

    The name is a number as the ledger has it; `lot:X`, `contract:X`, `report:X` and `claim:X` say which is meant. Each
    file is shown by its hash, and whether it lies in the workspace as it was. `--format html` is one page with a
    timeline.
    Exit code 10 when a file of the story was altered or is gone.
    """
    from tradedocs import errors
    from tradedocs.cli.main import visible
    from tradedocs.files import write_atomic
    from tradedocs.flows.tracing import trace
    from tradedocs.formats.trace_html import trace_html
    from tradedocs.formats.trace_json import trace_json
    from tradedocs.formats.trace_text import trace_text

    story = trace(name, workspace_of(ctx))
    spoken = {"text": trace_text, "json": trace_json, "html": trace_html}[form](story)
    if out is None:
        click.echo(visible(spoken).rstrip())
    else:
        write_atomic(out, spoken.encode())
        click.echo(visible(str(out)))
    ctx.exit(errors.LOOK if story.breaks else errors.DONE)
