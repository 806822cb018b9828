"""`tradedocs register`: the lists of contracts, checks and claims."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tradedocs.cli.clock import day_of
from tradedocs.cli.context import workspace_of

if TYPE_CHECKING:
    from tradedocs.flows.register import ListName


@click.command()
@click.argument(
    "name", type=click.Choice(["contracts", "checks", "claims"]), metavar="contracts|checks|claims"
)
@click.option(
    "--format", "form", type=click.Choice(["text", "csv", "xlsx"]), default="text", show_default=True
)
@click.option(
    "-o",
    "--out",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Write it to a file; a workbook needs one.",
)
@click.option(
    "--as-of",
    type=click.DateTime(["%Y-%m-%d"]),
    metavar="DATE",
    help="The day that dates are held against (default: today).",
)
@click.pass_context
def command(ctx: click.Context, name: ListName, form: str, out: Path | None, as_of: datetime | None) -> None:
    """List the contracts, checks or claims of the workspace, a row each, as the ledger tells them.

    The terminal shows the first columns; CSV and workbook hold all of them. Exit code 3 when there are none.
    """
    import shutil

    from tradedocs import errors
    from tradedocs.cli.main import visible
    from tradedocs.files import write_atomic
    from tradedocs.flows.register import HEADS, register
    from tradedocs.formats.register import register_csv, register_text, register_xlsx
    from tradedocs.ui import say

    if form == "xlsx" and out is None:
        raise errors.UsageError(
            say("a workbook is written to a file"), way_out=say("Name it: -o {name}.xlsx.", name=name)
        )
    rows = register(name, workspace_of(ctx), day_of(as_of))
    if not rows:
        raise errors.NothingToCheck(say("the ledger tells of no {name}", name=name))
    head = HEADS[name]
    if out is None:
        width = shutil.get_terminal_size((120, 24)).columns
        click.echo(
            visible(register_csv(head, rows) if form == "csv" else register_text(head, rows, width)).rstrip()
        )
        return
    data = (
        register_xlsx(name, head, rows)
        if form == "xlsx"
        else (register_csv(head, rows) if form == "csv" else register_text(head, rows, None)).encode()
    )
    write_atomic(out, data)
    click.echo(visible(str(out)))
