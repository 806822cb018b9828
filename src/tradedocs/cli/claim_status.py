"""`tradedocs claim status` and `list`."""

from __future__ import annotations

import shutil
import sys
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tradedocs.cli.clock import day_of
from tradedocs.cli.context import workspace_of

if TYPE_CHECKING:
    from tradedocs.flows.claims.status import Status

WITHIN = 7
_FORMAT = click.option(
    "--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True
)
_AS_OF = click.option(
    "--as-of",
    type=click.DateTime(["%Y-%m-%d"]),
    metavar="DATE",
    help="The day that dates are held against (default: today).",
)
_DAYS = click.option(
    "--within",
    type=click.IntRange(0, 365),
    default=WITHIN,
    show_default=True,
    help="Days in which what is due presses.",
)


@click.command()
@click.argument("claim")
@_FORMAT
@_AS_OF
@_DAYS
@click.option(
    "--ics", type=click.Path(path_type=Path), metavar="FILE.ics", help="Write what is due as a calendar file."
)
@click.pass_context
def status(
    ctx: click.Context, claim: str, form: str, as_of: datetime | None, within: int, ics: Path | None
) -> None:
    """Show CLAIM: what happened, every date with its source and its sum, what is due and what is late.

    Exit code 10 when something is due soon or passed.
    """
    from tradedocs import errors
    from tradedocs.cli.main import visible
    from tradedocs.flows.claims.status import status_of

    found = status_of(claim, workspace_of(ctx), day_of(as_of), within)
    if ics is not None:
        from tradedocs.files import write_atomic
        from tradedocs.formats.ics import calendar_file

        write_atomic(ics, calendar_file(claim, found.dates, found.record.last_row))
        click.echo(visible(str(ics)), err=True)
    click.echo(visible(shown(found, form)).rstrip())
    ctx.exit(errors.LOOK if found.pressing else errors.DONE)


def shown(found: Status, form: str = "text") -> str:
    """A status in one of its forms."""
    from tradedocs.formats.claim_json import claim_json
    from tradedocs.formats.claim_text import claim_text

    if form == "json":
        return claim_json(found.record, found.dates, found.pressing, found.bars, found.as_of, found.under)
    return claim_text(found.record, found.dates, found.pressing, found.bars, found.as_of, width())


def width() -> int | None:
    """Columns of the terminal; None where the output goes elsewhere."""
    return shutil.get_terminal_size().columns if sys.stdout.isatty() else None


@click.command()
@_FORMAT
@_AS_OF
@_DAYS
@click.pass_context
def listed(ctx: click.Context, form: str, as_of: datetime | None, within: int) -> None:
    """List the claims of the workspace. Exit code 10 when something presses in one of them."""
    from tradedocs import errors
    from tradedocs.cli.main import visible
    from tradedocs.flows.claims.status import every_status
    from tradedocs.formats.claim_json import list_json
    from tradedocs.formats.claim_text import list_text

    found = every_status(workspace_of(ctx), day_of(as_of), within)
    rows = [(one.record, one.dates) for one in found]
    click.echo(visible(list_json(rows) if form == "json" else list_text(rows, width())).rstrip())
    ctx.exit(errors.LOOK if any(one.pressing for one in found) else errors.DONE)
