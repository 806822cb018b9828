"""`tradedocs report confirm`: a person vouches for what is printed."""

from __future__ import annotations

from pathlib import Path

import click

from tradedocs.cli import clock
from tradedocs.cli.context import workspace_of


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--page", type=click.IntRange(min=1), required=True, help="The page that the value stands on.")
@click.option("--parameter", required=True, help="The value's name as printed in the report.")
@click.option("--specimen", help="The specimen, where the page gives the parameter for several.")
@click.option("--value", required=True, help="What you read on the page, as printed.")
@click.option("--by", required=True, metavar="PERSON", help="Who looked.")
@click.pass_context
def confirm(
    ctx: click.Context, file: Path, page: int, parameter: str, specimen: str | None, value: str, by: str
) -> None:
    """Record what a person reads on the page, as a second reading of one value.

    The next check counts it. It goes into the ledger with your name; look at the page with
    `tradedocs report read FILE --html`.
    """
    from tradedocs.cli.main import visible
    from tradedocs.flows.confirm import Wanted, confirm
    from tradedocs.ui import say

    wanted = Wanted(page, parameter, specimen)
    result, anchor = confirm(file, wanted, value, by, workspace=workspace_of(ctx), now=clock.now())
    click.echo(
        visible(
            say(
                "{parameter}: the reader says {read}, {person} says {value}; ledger row {row}",
                parameter=result.parameter,
                read=result.result or result.verdict or "–",
                person=by,
                value=value,
                row=anchor.row,
            )
        )
    )
