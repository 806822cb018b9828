"""`tradedocs watch`: check what lands in a folder."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from tradedocs.cli import clock
from tradedocs.cli.context import workspace_of

if TYPE_CHECKING:
    from tradedocs.flows.watch import Event

_FILE = click.Path(path_type=Path)
_FOLDER = click.Path(path_type=Path, exists=True, file_okay=False)


@click.command()
@click.argument("folder", type=_FOLDER, metavar="FOLDER")
@click.argument("contract", type=_FILE, required=False, metavar="[CONTRACT]")
@click.option(
    "--contracts",
    type=_FOLDER,
    metavar="DIR",
    help="Choose the contract in DIR by the number that a report states.",
)
@click.option("--out", type=_FILE, metavar="DIR", help="Write the verdicts there [default: FOLDER/verdicts].")
@click.option("--once", is_flag=True, help="Check what is there and end.")
@click.option(
    "--interval",
    type=click.FloatRange(min=0.2),
    default=5.0,
    show_default=True,
    metavar="S",
    help="Seconds between two looks.",
)
@click.option("--shipment", type=int, help="Which shipment, where the contract has several.")
@click.option("--unsigned", is_flag=True, help="Accept that the contract or deal file is not signed.")
@click.pass_context
def command(
    ctx: click.Context,
    folder: Path,
    contract: Path | None,
    contracts: Path | None,
    out: Path | None,
    once: bool,
    interval: float,
    shipment: int | None,
    unsigned: bool,
) -> None:
    """Check the reports that land in FOLDER (PDF, .zip, .eml) against a contract, and move nothing.

    All reports of one contract in FOLDER are checked together whenever one is added; each check gets a folder with
    verdict.html. A file counts when its size no longer changes. End it with Ctrl-C. With --once the exit code is that
    of the gravest verdict, 3 where nothing is new.
    """
    import time

    from tradedocs.errors import UsageError, worst
    from tradedocs.flows.watch import Job, Watch
    from tradedocs.ui import say

    if (contract is None) == (contracts is None):
        raise UsageError(
            say("watch needs one contract, or a folder of contracts"),
            way_out=say("Name the contract after the folder, or --contracts DIR."),
        )
    if contract is not None and not contract.is_file():
        raise UsageError(say("there is no such file"), place=str(contract), way_out=say("Name the contract."))
    place = out if out is not None else folder / "verdicts"
    watch = Watch(Job(folder, place, workspace_of(ctx), contract, contracts, shipment, unsigned))
    codes: list[int] = []
    try:
        while True:
            codes += [_told(event) for event in watch.look(clock.now())]
            if once and watch.settled:
                break
            time.sleep(min(interval, 1.0) if once else interval)
    except KeyboardInterrupt:
        click.echo(say("stopped"), err=True)
    if once:
        ctx.exit(worst(codes))


def _told(event: Event) -> int:
    from tradedocs.cli.check import exit_code
    from tradedocs.cli.main import visible

    click.echo(visible(event.what), err=event.kind != "verdict")
    return event.exit_code if event.verdict is None else exit_code(event.verdict)
