"""`tradedocs deal check`: a deal file held against the deal rules."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tradedocs.cli.clock import day_of
from tradedocs.cli.context import workspace_of

if TYPE_CHECKING:
    from tradedocs.model.dealfinding import DealJudgement


@click.command()
@click.argument("deal", type=click.Path(path_type=Path), metavar="DEAL.yaml")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@click.option(
    "--as-of", type=click.DateTime(["%Y-%m-%d"]), metavar="DATE",
    help="The day that the ends of suppressions are held against (default: today).",
)  # fmt: skip
@click.pass_context
def check(ctx: click.Context, deal: Path, form: str, as_of: datetime | None) -> None:
    """Hold DEAL.yaml against the deal rules and show every finding at its line.

    A file that is not valid shows its errors and nothing else. Exit codes: 0 nothing or notes only, 10 warnings,
    20 errors. `tradedocs explain T13` prints the manual page of a rule.
    """
    from tradedocs.cli.main import visible
    from tradedocs.flows.deal_check import check_deal
    from tradedocs.formats.deal_json import deal_json
    from tradedocs.formats.deal_text import deal_text

    day = day_of(as_of)
    judgement = check_deal(deal, workspace=workspace_of(ctx), as_of=day)
    spoken = deal_json if form == "json" else deal_text
    click.echo(visible(spoken(judgement)).rstrip())
    ctx.exit(code_of(judgement))


def code_of(judgement: DealJudgement) -> int:
    """The exit code: 20 for errors, 10 for warnings, else 0."""
    from tradedocs import errors

    if judgement.count("error"):
        return errors.REJECTED
    return errors.LOOK if judgement.count("warning") else errors.DONE
