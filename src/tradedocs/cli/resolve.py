"""`tradedocs resolve`: a person's word on a finding that holds a shipment."""

from __future__ import annotations

import click

from tradedocs.cli import clock
from tradedocs.cli.context import workspace_of


@click.command()
@click.argument("finding", metavar="FINDING")
@click.option(
    "--by", required=True, metavar="NAME", help="Whose word it is. Nobody verifies the name; it is shown."
)
@click.option("--reason", required=True, metavar="TEXT", help="Why the finding does not stand in the way.")
@click.option("--crop-seen", is_flag=True, help="The person looked at the place on the page.")
@click.option(
    "--value", metavar="TEXT", help="What stands on the page; it is held against the contract, and may fail."
)
@click.option("--withdraw", is_flag=True, help="Take back what was said: the finding holds again.")
@click.pass_context
def command(
    ctx: click.Context, finding: str, by: str, reason: str, crop_seen: bool, value: str | None, withdraw: bool
) -> None:
    """Record a person's word on the FINDING of a check (its mark, such as #3fa2c19b).

    Later checks with the same contract, report and finding show it as resolved, with the name. What rejects, what a
    missing document leaves open, and what the contract says cannot be resolved; `tradedocs explain RULE` tells.
    """
    from tradedocs.cli.main import visible
    from tradedocs.flows import resolve as flow
    from tradedocs.ui import say

    word, workspace, now = flow.Word(by, reason, crop_seen, value), workspace_of(ctx), clock.now()
    act = flow.withdraw if withdraw else flow.resolve
    done = act(finding, word, workspace=workspace, now=now)
    facts = {"rule": done.rule, "message": done.message, "by": by, "row": done.anchor.row}
    said = (
        say("{by} takes back what was said on [{rule}] {message}; ledger row {row}", **facts)
        if withdraw
        else say("on the word of {by}: [{rule}] {message}; ledger row {row}. Check again.", **facts)
    )
    click.echo(visible(said))
