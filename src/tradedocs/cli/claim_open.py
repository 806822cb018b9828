"""`tradedocs claim open` and `restate`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from tradedocs.cli import clock
from tradedocs.cli.context import workspace_of

if TYPE_CHECKING:
    from tradedocs.flows.claims.opening import Opened
    from tradedocs.workspace import Workspace

_FILE = click.Path(path_type=Path)
BY = click.option(
    "--by", required=True, metavar="NAME", help="Whose word it is. Nobody verifies the name; it is shown."
)


@click.command()
@click.argument("contract", type=_FILE, metavar="CONTRACT.docx")
@click.option(
    "--from",
    "source",
    type=_FILE,
    metavar="CLAIM.yaml",
    help="What is complained of (tradedocs schema claim). Without it, questions are asked.",
)
@click.option(
    "-o",
    "--out",
    type=_FILE,
    default="claim.yaml",
    show_default=True,
    help="Where the answers are written when questions are asked.",
)
@BY
@click.pass_context
def opened(ctx: click.Context, contract: Path, source: Path | None, out: Path, by: str) -> None:
    """Open a claim under CONTRACT.docx.

    The contract as it is in force is kept with the claim. What it says of periods, evidence and remedies is shown, and
    what is due next. Exit code 10 when something is due within a week, late, or keeps an addendum out.
    """
    from tradedocs.flows.claims.opening import next_number, open_claim

    workspace, now = workspace_of(ctx), clock.now()
    if source is None:
        from tradedocs.cli.claim_questions import asked

        source = asked(out, next_number(workspace, now), now.date())
    _told(ctx, open_claim(contract, source, by=by, workspace=workspace, now=now), workspace)


@click.command()
@click.argument("claim")
@click.option("--from", "source", type=_FILE, required=True, metavar="CLAIM.yaml", help="What is known now.")
@BY
@click.pass_context
def restate(ctx: click.Context, claim: str, source: Path, by: str) -> None:
    """Replace the facts of CLAIM by what is known now; what was said before stays in the ledger."""
    from tradedocs.flows.claims.opening import restate_claim

    workspace = workspace_of(ctx)
    _told(ctx, restate_claim(claim, source, by=by, workspace=workspace, now=clock.now()), workspace)


def _told(ctx: click.Context, done: Opened, workspace: Workspace) -> None:
    from tradedocs import errors
    from tradedocs.cli.claim_status import WITHIN, shown, width
    from tradedocs.cli.main import visible
    from tradedocs.flows.claims.status import status_of
    from tradedocs.ui import say

    status = status_of(done.complaint.number, workspace, clock.day_of(None), WITHIN)
    from tradedocs.formats.claim_contract import contract_text

    click.echo(visible(shown(status)).rstrip())
    click.echo(visible(contract_text(status.under, width())).rstrip())
    if done.changed:
        click.echo(say("restated: {keys}", keys=", ".join(done.changed)), err=True)
    for problem in done.problems:
        click.echo(visible(problem), err=True)
    ctx.exit(errors.LOOK if status.pressing or done.problems else errors.DONE)
