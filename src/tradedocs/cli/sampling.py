"""`tradedocs sampling`: how many items to inspect, and how many bad ones are too many."""

from __future__ import annotations

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
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
def plan(lot: int, level: str, aqls: str, name: str, state: State, form: str) -> None:
    """Print the single sampling plan of a lot for each class of defects.

    A class with AQL 0 is judged on the sample of the strictest other class.
    """
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
    click.echo(sampling_json(found) if form == "json" else sampling_text(found, standard))


@group.command()
def letters() -> None:
    """Print the code letters: lot sizes down, inspection levels across."""
    from tradedocs.formats.sampling_text import letters_text

    click.echo(letters_text())
