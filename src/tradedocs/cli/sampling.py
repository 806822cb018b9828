"""`tradedocs sampling`: how many items to inspect, and how many bad ones are too many."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from tradedocs.sampling.tables import State


@click.group()
def group() -> None:
    """Work out sampling plans by ISO 2859-1 or ANSI/ASQ Z1.4."""


@group.command()
@click.option("--lot", type=int, required=True, metavar="N", help="Items in the lot.")
@click.option(
    "--level", default="II", show_default=True, metavar="LEVEL", help="S-1, S-2, S-3, S-4, I, II or III."
)
@click.option(
    "--aql", "aqls", required=True, metavar="AQL,…",
    help="One AQL for each class, critical first (0,2.5,4.0). 0: not one is accepted.",
)  # fmt: skip
@click.option(
    "--standard", "name", default="ISO2859-1", show_default=True, metavar="NAME",
    help="ISO2859-1, GB/T2828.1, Z1.4 or MIL-STD-105E, with or without the edition (ISO 2859-1:1999).",
)  # fmt: skip
@click.option(
    "--state", type=click.Choice(["normal", "tightened", "reduced"]), default="normal", show_default=True
)
@click.option(
    "--format", "form", type=click.Choice(["text", "json", "svg"]), default="text", show_default=True,
    help="svg draws the operating characteristics.",
)  # fmt: skip
@click.option("--oc", is_flag=True, help="Show the operating characteristic: which share of bad lots passes.")
@click.option("--process", is_flag=True, help="The characteristic of a process instead of this one lot.")
def plan(
    lot: int, level: str, aqls: str, name: str, state: State, form: str, oc: bool, process: bool
) -> None:
    """Print the single sampling plan of a lot for each class of defects.

    A class with AQL 0 is judged on the sample of the strictest other class.
    """
    from tradedocs.formats.sampling_curve import curve_text, curves_svg
    from tradedocs.formats.sampling_json import sampling_json
    from tradedocs.formats.sampling_text import sampling_text
    from tradedocs.sampling.lots import level_of
    from tradedocs.sampling.plans import plans
    from tradedocs.sampling.series import aql_of
    from tradedocs.sampling.standards import standard_of

    standard = standard_of(name)
    found = plans(
        lot, level_of(level), [aql_of(aql) for aql in aqls.split(",")], standard=standard, state=state
    )
    curves = []
    if oc or process or form == "svg":
        from tradedocs.sampling.characteristic import curve

        curves = [curve(one, of_process=process) for one in found]
    if form == "svg":
        click.echo(curves_svg(curves), nl=False)
    elif form == "json":
        click.echo(sampling_json(found, curves))
    else:
        click.echo("\n\n".join([sampling_text(found, standard), *map(curve_text, curves)]))


@group.command()
@click.argument("history", type=click.Path(path_type=Path), metavar="HISTORY.yaml|HISTORY.csv")
@click.option("--level", metavar="LEVEL", help="Inspection level, where the file names none [default: II].")
@click.option("--aql", metavar="AQL", help="AQL of the class of defects, where the file names none.")
@click.option("--standard", "name", metavar="NAME", help="Where the file names none [default: ISO2859-1].")
@click.option("--reduced-agreed", is_flag=True, help="The responsible authority wants reduced inspection.")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@click.pass_context
def switch(
    context: click.Context,
    history: Path,
    level: str | None,
    aql: str | None,
    name: str | None,
    reduced_agreed: bool,
    form: str,
) -> None:
    """Follow the switching rules over the lots of one process and say how the next one is inspected.

    HISTORY lists each lot (items) and what was found in its sample. Exit code 10: inspection is stopped.
    """
    import shutil
    import sys

    from tradedocs.errors import LOOK, UsageError
    from tradedocs.flows.switching import history_of
    from tradedocs.formats.switching_text import switching_json, switching_text
    from tradedocs.sampling.lots import level_of
    from tradedocs.sampling.series import aql_of
    from tradedocs.sampling.standards import standard_of
    from tradedocs.sampling.switching import steps
    from tradedocs.ui import say

    told = history_of(history)
    limit = told.aql if told.aql is not None else None if aql is None else aql_of(aql)
    if limit is None:
        raise UsageError(
            say("no AQL is given"), way_out=say("Add `aql: 2.5` to the file, or name it: --aql 2.5.")
        )
    done = steps(
        told.lots, told.level or level_of(level or "II"), limit,
        standard=standard_of(told.standard or name or "ISO2859-1"),
        reduced_agreed=reduced_agreed or bool(told.reduced_agreed),
    )  # fmt: skip
    width = shutil.get_terminal_size().columns if sys.stdout.isatty() else None
    click.echo(switching_json(done) if form == "json" else switching_text(done, width))
    if done[-1].after.state == "stopped":
        context.exit(LOOK)


@group.command()
def letters() -> None:
    """Print the code letters: lot sizes down, inspection levels across."""
    from tradedocs.formats.sampling_text import letters_text

    click.echo(letters_text())
