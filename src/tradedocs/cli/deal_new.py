"""`tradedocs deal new`: questions and answers, and the deal file that they make."""

from __future__ import annotations

import sys
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tradedocs.cli.clock import day_of
from tradedocs.cli.context import workspace_of

if TYPE_CHECKING:
    from tradedocs.flows.interview.ask import Asker
    from tradedocs.model.deal import Deal

_FILE = click.Path(path_type=Path)
_SHOWN = 3


@click.command()
@click.argument("out", type=_FILE, metavar="DEAL.yaml", default=Path("deal.yaml"))
@click.option("--answers", type=_FILE, help="Take the answers from this YAML file instead of asking.")
@click.option("--force", is_flag=True, help="Replace a file that is there.")
@click.option(
    "--as-of",
    type=click.DateTime(["%Y-%m-%d"]),
    metavar="DATE",
    help="The day of the deal.  [default: today]",
)
@click.pass_context
def new(ctx: click.Context, out: Path, answers: Path | None, force: bool, as_of: datetime | None) -> None:
    """Ask what a sales clerk knows of a deal, check each answer, and write a commented DEAL.yaml.

    Nothing is written until every question is answered. Exit code 10 or 20 when the deal rules find something.
    """
    from tradedocs.cli.deal_check import code_of
    from tradedocs.cli.main import visible
    from tradedocs.errors import TradedocsError, UsageError
    from tradedocs.flows.claims.lessons import as_comments, touching
    from tradedocs.flows.deal_check import check_deal
    from tradedocs.flows.interview import Replay, ask, sections
    from tradedocs.flows.interview.write import write_deal
    from tradedocs.formats.deal_text import deal_text
    from tradedocs.ui import say

    if out.exists() and not force:
        raise UsageError(
            say("the file is there already"), place=str(out), way_out=say("Give another name, or --force.")
        )
    today = day_of(as_of)
    asker: Asker
    if answers is not None:
        asker = replay = Replay.of_file(answers)
        given = ask(sections(today), asker)
        replay.finish()
    else:
        if not sys.stdin.isatty():
            raise UsageError(
                say("there is no terminal to ask at"), way_out=say("Give the answers with --answers FILE.")
            )
        from tradedocs.cli.asking import Terminal

        given = ask(sections(today), Terminal())
    workspace = workspace_of(ctx)
    taught: list[str] = []

    def learned(deal: Deal) -> tuple[str, ...]:
        try:
            taught.extend(as_comments(touching(deal, workspace)))
        except TradedocsError as error:  # what was answered is not lost for it
            click.echo(
                visible(say("lessons of earlier claims cannot be shown: {why}", why=error.message)), err=True
            )
        return tuple(taught)

    write_deal(out, given, learned)
    click.echo(visible(str(out)))
    _tell_taught(taught)
    judgement = check_deal(out, workspace=workspace, as_of=today)
    click.echo(visible(deal_text(judgement)).rstrip(), err=True)
    ctx.exit(code_of(judgement))


def _tell_taught(taught: list[str]) -> None:
    """A short note: the first lessons, and where all of them are."""
    from tradedocs.cli.main import visible
    from tradedocs.ui import say

    for line in taught[:_SHOWN]:
        click.echo(visible(line), err=True)
    if len(taught) > _SHOWN:
        click.echo(
            say("{n} more lessons of closed claims stand in the head of the file", n=len(taught) - _SHOWN),
            err=True,
        )
