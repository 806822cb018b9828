"""`tradedocs concession`: what the other side signed that it takes as it is."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from tradedocs.cli import clock
from tradedocs.cli.context import workspace_of

if TYPE_CHECKING:
    from tradedocs.flows.concession import Conceded

_FILE = click.Path(path_type=Path)
_BY = click.option(
    "--by", required=True, metavar="NAME", help="Whose word it is. Nobody verifies the name; it is shown."
)


@click.group()
def group() -> None:
    """Concessions that the other side signed for goods which miss a point of the contract."""


@group.command()
@click.argument("contract", type=_FILE, metavar="CONTRACT.docx|DEAL.yaml")
@click.option(
    "--file", "paper", type=_FILE, required=True, metavar="SIGNED.pdf", help="The signed concession."
)
@click.option(
    "--from", "terms", type=_FILE, required=True, metavar="CONCESSION.yaml",
    help="Its terms: report, lots, quantity, points with what was measured, price effect, expiry, signatures.",
)  # fmt: skip
@_BY
@click.option("--no-ocr", is_flag=True, help="Do not read a scan without a text layer.")
@click.pass_context
def record(ctx: click.Context, contract: Path, paper: Path, terms: Path, by: str, no_ocr: bool) -> None:
    """Record a signed concession.

    It covers what it names and nothing worse, and the verdict is then RELEASE UNDER CONCESSION. Limits of safety and
    law are never conceded, and it cures nothing under a letter of credit.
    """
    from tradedocs.cli.main import visible
    from tradedocs.flows.concession import record as recorded

    done = recorded(
        contract, paper, terms, by=by, workspace=workspace_of(ctx), now=clock.now(), ocr=not no_ocr
    )
    click.echo(visible(_told(done, by)))


def _told(done: Conceded, by: str) -> str:
    from tradedocs.ui import say

    shown = (
        say("the paper shows contract, report, party and values")
        if done.compared.shown
        else say("the paper's words do not show: {missing}", missing=", ".join(done.compared.missing) or "–")
    )
    return say("concession by {party} on record, on the word of {by}: {shown}; ledger row {row}",
               party=done.terms.signed.party, by=by, shown=shown, row=done.anchor.row)  # fmt: skip


@group.command("list")
@click.pass_context
def shown(ctx: click.Context) -> None:
    """List the concessions on record."""
    from tradedocs.cli.main import visible
    from tradedocs.flows.concession import recorded
    from tradedocs.ui import say

    for one in recorded(workspace_of(ctx)):
        terms = one.terms
        click.echo(visible(say(
            "row {row}: contract {no}, shipment {shipment}, line {line}, report {report}, until {expires}", row=one.row,
            no=terms.contract, shipment=terms.shipment, line=terms.line, report=terms.report, expires=terms.expires,
        )))  # fmt: skip


@group.command()
@click.argument("row", type=click.IntRange(min=1))
@_BY
@click.option("--reason", required=True, metavar="TEXT")
@click.pass_context
def withdraw(ctx: click.Context, row: int, by: str, reason: str) -> None:
    """Take the concession of the ledger's ROW off the record."""
    from tradedocs.flows.concession import withdraw as taken_back
    from tradedocs.ui import say

    anchor = taken_back(row, by=by, reason=reason, workspace=workspace_of(ctx), now=clock.now())
    click.echo(say("row {row} counts no more; ledger row {new}", row=row, new=anchor.row))
