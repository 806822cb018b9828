"""`tradedocs contract verify|outdated`: what was changed in a contract that came back, and in the library since."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import click

from tradedocs.cli.clock import day_of
from tradedocs.cli.context import workspace_of

_FILE = click.Path(path_type=Path)
_FORM = click.Choice(["text", "json"])


@click.command()
@click.argument("contract", type=_FILE, metavar="CONTRACT.docx")
@click.option("--format", "form", type=_FORM, default="text", show_default=True)
@click.pass_context
def verify(ctx: click.Context, contract: Path, form: str) -> None:
    """Show clause by clause what was changed in CONTRACT.docx after it was built.

    Each clause is untouched, edited, removed, foreign or moved, with the words that went and came in each language;
    tracked changes are shown with the name of whoever proposes them, and edits without a mark are told apart from
    them. Exit code 10 unless everything is untouched.
    """
    from tradedocs import errors
    from tradedocs.cli.main import visible
    from tradedocs.flows.verify import verify as verify_contract
    from tradedocs.formats.verify_json import verify_json
    from tradedocs.formats.verify_text import verify_text

    returned = verify_contract(contract, workspace_of(ctx))
    spoken = verify_json if form == "json" else verify_text
    click.echo(visible(spoken(returned)).rstrip())
    ctx.exit(errors.DONE if returned.untouched else errors.LOOK)


@click.command()
@click.argument("contract", type=_FILE, metavar="CONTRACT.docx")
@click.option("--format", "form", type=_FORM, default="text", show_default=True)
@click.pass_context
def outdated(ctx: click.Context, contract: Path, form: str) -> None:
    """Show which clauses of CONTRACT.docx the library has in a newer approved version, and the words that differ.

    Exit code 10 when there is one, or when the library no longer has a clause. A changed text that nobody has
    approved is told, and is not newer yet.
    """
    from tradedocs import errors
    from tradedocs.cli.main import visible
    from tradedocs.flows.outdated import outdated as outdated_clauses
    from tradedocs.formats.outdated_text import outdated_json, outdated_text

    found = outdated_clauses(contract, workspace_of(ctx), day_of(None))
    spoken = outdated_json if form == "json" else outdated_text
    click.echo(visible(spoken(found)).rstrip())
    ctx.exit(errors.LOOK if any(one.standing != "unapproved" for one in found) else errors.DONE)


@click.command()
@click.argument("deal", type=_FILE, metavar="DEAL.yaml")
@click.option(
    "-o", "--out", type=_FILE, metavar="FILE.docx|.md", help="Write it there instead of printing it."
)
@click.option("--as-of", type=click.DateTime(["%Y-%m-%d"]), metavar="DATE", help="The day (default: today).")
@click.pass_context
def memo(ctx: click.Context, deal: Path, out: Path | None, as_of: datetime | None) -> None:
    """Write the deviation memo of DEAL.yaml for legal: what is not as the library has it by itself.

    Clauses off standard with what they give away and who granted it, values off default and against the playbook,
    deal rules that speak and that were silenced, what is open, and which consequences of the law apply, and why.
    """
    from tradedocs.cli.main import visible
    from tradedocs.flows.memo import memo_of, write_memo
    from tradedocs.formats.memo_md import memo_md

    workspace = workspace_of(ctx)
    found = memo_of(deal, workspace, day_of(as_of))
    if out is None:
        click.echo(visible(memo_md(found)).rstrip())
        return
    write_memo(found, out, workspace)
    click.echo(visible(str(out)))
