"""`tradedocs status` and `tradedocs doctor`."""

from __future__ import annotations

from datetime import datetime

import click

from tradedocs.cli import clock
from tradedocs.cli.context import workspace_of

_FORMAT = click.option(
    "--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True
)


@click.command()
@_FORMAT
@click.option(
    "--within",
    type=click.IntRange(0, 365),
    default=14,
    show_default=True,
    help="Days in which a date counts as near.",
)
@click.option("--as-of", type=click.DateTime(["%Y-%m-%d"]), metavar="DATE", help="The day (default: today).")
@click.pass_context
def status(ctx: click.Context, form: str, within: int, as_of: datetime | None) -> None:
    """Show what is open today: claim dates, shipments without a release, unsigned contracts, drafts, approvals.

    Shipments are those of signed contracts whose file lies in the workspace. Exit code 10 when something is open.
    """
    from tradedocs import errors
    from tradedocs.cli.main import visible
    from tradedocs.flows.today import open_today
    from tradedocs.formats.today import open_json, open_text

    day = clock.day_of(as_of)
    found = open_today(workspace_of(ctx), day, within)
    click.echo(visible((open_json if form == "json" else open_text)(found, day)).rstrip())
    ctx.exit(errors.LOOK if found else errors.DONE)


@click.command()
@_FORMAT
@click.pass_context
def doctor(ctx: click.Context, form: str) -> None:
    """Look whether the program can work here: libraries, LibreOffice, OCR, fonts, workspace, ledger, clock, approvals.

    Exit code 10 when something is to be put right (✗ or !); what is optional and not installed (–) does not count.
    """
    from tradedocs import errors
    from tradedocs.cli.main import visible
    from tradedocs.flows.doctor import checkups
    from tradedocs.formats.today import doctor_json, doctor_text

    found = checkups(workspace_of(ctx), clock.now())
    click.echo(visible((doctor_json if form == "json" else doctor_text)(found)).rstrip())
    ctx.exit(errors.LOOK if any(one.health in ("bad", "warn") for one in found) else errors.DONE)
