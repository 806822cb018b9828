"""`tradedocs claim triage`."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import click

from tradedocs.cli import clock
from tradedocs.cli.claim_open import BY
from tradedocs.cli.context import workspace_of

if TYPE_CHECKING:
    from tradedocs.formats.triage_text import Spoken

_WIDEST = 120


@click.command()
@click.argument("claim")
@BY
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@click.option(
    "--language", type=click.Choice(["en", "zh"]), default="en", show_default=True, help="Of the text."
)
@click.option("--dry-run", is_flag=True, help="Show it, and keep nothing.")
@click.pass_context
def command(ctx: click.Context, claim: str, by: str, form: str, language: Spoken, dry_run: bool) -> None:
    """Find out what kind of claim CLAIM is, how grave, who bears it, and what is missing.

    A written table decides, by the evidence on file, the contract, and the checks before shipment; every conclusion
    names the facts that carry it. Exit code 10 when it is undecided or a matter of safety: a person must look.
    """
    from tradedocs import errors
    from tradedocs.cli.main import visible
    from tradedocs.flows.claims.triage import triage_claim
    from tradedocs.formats.triage_json import triage_json
    from tradedocs.formats.triage_text import triage_text

    done = triage_claim(claim, by=by, workspace=workspace_of(ctx), now=clock.now(), dry_run=dry_run)
    width = min(_WIDEST, shutil.get_terminal_size((100, 24)).columns)
    told = (
        triage_json(done.record, done.triage)
        if form == "json"
        else triage_text(done.record, done.triage, language, width)
    )
    click.echo(visible(told).rstrip())
    look = done.triage.severity == "safety" or "undecided" in (done.triage.category, done.triage.bearer)
    ctx.exit(errors.LOOK if look else errors.DONE)
