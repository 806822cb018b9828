"""`tradedocs contract batch`: many deals, one contract each."""

from __future__ import annotations

import sys
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tradedocs.cli import clock
from tradedocs.cli.clock import day_of
from tradedocs.cli.context import workspace_of

if TYPE_CHECKING:
    from tradedocs.flows.batch.run import Outcome
    from tradedocs.flows.build import Languages

_FILE = click.Path(path_type=Path)


@click.command()
@click.argument("sources", type=_FILE, metavar="DEALS...", nargs=-1, required=True)
@click.option("-o", "--out", type=_FILE, required=True, metavar="DIR", help="The folder to write into.")
@click.option(
    "--base", type=_FILE, metavar="DEAL.yaml", help="What rows and lines leave out is taken from this deal."
)
@click.option(
    "--lang", type=click.Choice(["en", "zh", "en-zh"]), help="Languages, instead of those of the deals."
)
@click.option("--template", metavar="NAME|FILE", help="A template of the workspace or a file.")
@click.option("--pdf", is_flag=True, help="Make PDFs, a group at a time (needs LibreOffice).")
@click.option(
    "--as-of", type=click.DateTime(["%Y-%m-%d"]), metavar="DATE",
    help="Count only approvals given up to this day (default: today).",
)  # fmt: skip
@click.pass_context
def batch(
    ctx: click.Context, sources: tuple[Path, ...], out: Path, base: Path | None, lang: Languages | None,
    template: str | None, pdf: bool, as_of: datetime | None,
) -> None:  # fmt: skip
    """Build a contract of each deal in DEALS: folders of deal files, CSV (a deal a row, a key a column), JSON lines.

    A contract that is there already, of the same deal and the same clauses, is kept: a batch that was broken off goes
    on where it was. A deal that cannot be built is told and stops no other. The exit code is the worst of all.
    """
    from tradedocs import errors
    from tradedocs.flows.batch.press import Press
    from tradedocs.flows.batch.run import Batch, run
    from tradedocs.flows.batch.sources import jobs
    from tradedocs.ledger import Ledger

    workspace, now = workspace_of(ctx), clock.now()
    press = Press.of(workspace, day_of(as_of), template=template, language=lang)
    ledger = Ledger(workspace.ledger) if workspace.ledger else None
    outcomes = run(jobs(sources, base), Batch(press, out, now, ledger, pdf))
    codes, count = [], dict.fromkeys(("built", "draft", "kept", "failed"), 0)
    for outcome in outcomes:
        count[outcome.state] += 1
        codes.append(_code(outcome))
        _tell(outcome, sum(count.values()))
    _summary(count)
    ctx.exit(errors.worst(codes))


def _code(outcome: Outcome) -> int:
    from tradedocs import errors

    if outcome.error is not None:
        return outcome.error.exit_code
    look = (
        outcome.state == "draft"
        or outcome.warnings
        or (outcome.file and outcome.file.stem.endswith("-DRAFT"))
    )
    return errors.LOOK if look else errors.DONE


def _tell(outcome: Outcome, number: int) -> None:
    from tradedocs.cli.main import show_error, visible
    from tradedocs.ui import say

    counter = click.style(f"{number:>6} ", dim=True) if sys.stderr.isatty() else ""
    if outcome.error is not None:
        click.echo(f"{counter}{visible(outcome.name)}: {click.style(say('failed'), fg='red')}", err=True)
        show_error(outcome.error)
        return
    words = {"built": say("built"), "draft": say("DRAFT"), "kept": say("kept")}
    warned = say(", {n} warnings", n=outcome.warnings) if outcome.warnings else ""
    click.echo(f"{counter}{visible(outcome.name)}: {words[outcome.state]}{warned}", err=True)
    click.echo(visible(str(outcome.file)))


def _summary(count: dict[str, int]) -> None:
    from tradedocs.errors import NothingToCheck
    from tradedocs.ui import say

    if not any(count.values()):
        raise NothingToCheck(say("the sources hold no deal"))
    click.echo(say("{built} built, {draft} drafts, {kept} kept, {failed} failed", **count), err=True)
