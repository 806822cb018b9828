"""`tradedocs inspection`: the order to the inspection body, and the checklist for the floor."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from tradedocs.cli.clock import day_of
from tradedocs.cli.context import workspace_of

if TYPE_CHECKING:
    from tradedocs.flows.inspection import Written

_FILE = click.Path(path_type=Path)
_MOST_SPECIMENS = 8


@click.group()
def group() -> None:
    """Order an inspection, and print its checklist, from the contract."""


def _asked(out: str) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """What both commands ask for; `out` is the file that they write by themselves."""
    options = (
        click.argument("contract", type=_FILE, metavar="CONTRACT.docx"),
        click.option("--shipment", type=int, help="Which shipment, where the contract has several."),
        click.option("--line", type=int, help="Only this goods line of the shipment."),
        click.option("--to", metavar="BODY", help="The inspection body, where the contract names several."),
        click.option("--lang", type=click.Choice(["en", "zh", "en-zh"]), help="Default: as the contract."),
        click.option(
            "-o", "--out", type=_FILE, default=out, show_default=True, help="The Word file to write."
        ),
        click.option("--pdf", is_flag=True, help="Make a PDF beside it (needs LibreOffice)."),
    )

    def add(command: Callable[..., Any]) -> Callable[..., Any]:
        for option in reversed(options):
            command = option(command)
        return command

    return add


@group.command()
@_asked("order.docx")
@click.pass_context
def order(
    ctx: click.Context, contract: Path, shipment: int | None, line: int | None, to: str | None, lang: str | None,
    out: Path, pdf: bool,
) -> None:  # fmt: skip
    """Write the order by which an inspection body inspects a shipment of CONTRACT.docx.

    It holds the goods, place and window, the characteristics with method and limit, the sampling plan worked out for
    the lot, the wording of the certificate, what is done when a result is outside its limit, and who pays. It holds no
    price. Exit code 10 when the contract is a draft, or an addendum does not count.
    """
    from tradedocs.flows.inspection import Asked, write_order

    today = day_of(None)
    _tell(
        ctx,
        write_order(contract, Asked(shipment, line, to, lang), out, workspace_of(ctx), pdf=pdf, today=today),
    )


@group.command()
@_asked("checklist.docx")
@click.option(
    "--specimens", type=click.IntRange(1, _MOST_SPECIMENS), default=5, show_default=True,
    help="For the values of how many specimens there is room.",
)  # fmt: skip
@click.pass_context
def checklist(
    ctx: click.Context, contract: Path, shipment: int | None, line: int | None, to: str | None, lang: str | None,
    out: Path, pdf: bool, specimens: int,
) -> None:  # fmt: skip
    """Write the checklist for the floor: a page for each goods line of a shipment of CONTRACT.docx.

    Each characteristic with its limit and room for the measured values, the acceptance numbers of each class of
    defects with room to count, and signatures. Exit codes as for `order`.
    """
    from tradedocs.flows.inspection import Asked, write_checklist

    today = day_of(None)
    written = write_checklist(
        contract, Asked(shipment, line, to, lang), out, workspace_of(ctx), specimens=specimens, pdf=pdf, today=today
    )  # fmt: skip
    _tell(ctx, written)


def _tell(ctx: click.Context, written: Written) -> None:
    from tradedocs import errors
    from tradedocs.cli.main import visible
    from tradedocs.ui import say

    for file in (written.file, written.pdf):
        if file is not None:
            click.echo(visible(str(file)))
    if written.draft:
        click.echo(say("The contract is a DRAFT: this document says so on every page."), err=True)
    for problem in written.problems:
        click.echo(visible(problem), err=True)
    ctx.exit(errors.LOOK if written.draft or written.problems else errors.DONE)
