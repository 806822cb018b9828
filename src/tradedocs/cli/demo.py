"""`tradedocs demo`: the main job on the samples."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from tradedocs import heads
from tradedocs.cli import clock

if TYPE_CHECKING:
    from tradedocs.flows.demo import CheckMade, ContractMade

_COLOURS = {"RELEASE": "green", "HOLD": "yellow", "REJECT": "red"}


@click.command()
@click.option(
    "--out", type=click.Path(path_type=Path), default=Path("tradedocs-demo"), show_default=True, metavar="DIR",
    help="Where the contracts and verdicts go; written anew each time.",
)  # fmt: skip
@click.pass_context
def command(ctx: click.Context, out: Path) -> None:
    """Build the sample contracts and check a passing, a failing and an incomplete report against each.

    The clauses are approved by "Demo counsel" in a scratch workspace, to show a contract in its final form.
    """
    from tradedocs import errors
    from tradedocs.flows.demo import CheckMade, ContractMade, prepare, run
    from tradedocs.flows.witness import EXTRA, available
    from tradedocs.ui import say

    now = clock.now()
    workspace = prepare(out, now)
    click.echo(say("Three sample deals, their contracts, and reports checked against them:"))
    made = [_told(one) for one in run(out, workspace, now)]
    heads.forget()
    checks = [one for one in made if isinstance(one, CheckMade)]
    for why in dict.fromkeys(
        one.why_no_pdf for one in made if isinstance(one, ContractMade) and one.why_no_pdf
    ):
        click.echo(say("\nNo PDFs were made: {why}", why=why), err=True)
    if not available():
        click.echo(
            say(
                "\nNothing is released here: the OCR that reads each value a second time is not installed: {command}",
                command=EXTRA,
            ),
            err=True,
        )
    click.echo(_what_next(out))
    wrong = [one for one in checks if one.verdict is not one.expected]
    for one in wrong:
        click.echo(
            say("{deal} {name}: expected {expected}", deal=one.deal, name=one.name, expected=one.expected),
            err=True,
        )
    ctx.exit(errors.TOOL_FAILED if wrong else errors.DONE)


def _told(one: ContractMade | CheckMade) -> ContractMade | CheckMade:
    from tradedocs.flows.demo import ContractMade
    from tradedocs.ui import say

    if isinstance(one, ContractMade):
        click.echo()
        click.echo(click.style(one.deal, bold=True))
        click.echo(f"  {say('contract'):<12} {one.file}")
        if one.pdf is not None:
            click.echo(f"  {'':<12} {one.pdf}")
        return one
    verdict = click.style(f"{one.verdict:<8}", fg=_COLOURS[str(one.verdict)], bold=True)
    click.echo(f"  {one.name:<12} {verdict} {one.page}")
    return one


def _what_next(out: Path) -> str:
    from tradedocs.ui import say

    return say(
        """
Look at
  {out}/led-lamps/contract.docx            the contract, in Word or LibreOffice
  {out}/led-lamps/fail/verdict.html        the check's report, in a browser

Try next
  tradedocs explain outside-limit
  tradedocs init my-deals                  a workspace of your own: clauses to review, a ledger
  tradedocs schema deal                    what a deal file may hold; the samples are good to copy""",
        out=out,
    )
