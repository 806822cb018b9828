"""`tradedocs contract compare|accept`: the other side's paper against our texts, and a yes to one change of it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from tradedocs.cli import clock
from tradedocs.cli.context import uncollected, workspace_of

if TYPE_CHECKING:
    from tradedocs.model.authority import Authority

_FILE = click.Path(path_type=Path)
_SENT = click.option(
    "--sent",
    type=_FILE,
    metavar="CONTRACT.docx",
    help="The file that was sent (default: what the copy carries).",
)


@click.command()
@click.argument("returned", type=_FILE, metavar="RETURNED.docx")
@_SENT
@click.option(
    "--deal", type=_FILE, metavar="DEAL.yaml", help="For their own paper: the clauses it must have."
)
@click.option(
    "-o", "--out", type=_FILE, metavar="MEMO.docx", help="Write a memo with one card a changed clause."
)
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@click.pass_context
def compare(
    ctx: click.Context, returned: Path, sent: Path | None, deal: Path | None, out: Path | None, form: str
) -> None:
    """Compare RETURNED.docx with what was sent and with the positions of the library.

    Each changed clause is trivial, standard, fallback-n, a deviation, missing or new; shown are the words against what
    was sent, then against the nearest approved position, values beyond the playbook, and who may accept it. Changes
    without a mark come first. A paper that this program did not build is placed clause by clause by its words.

    Exit code 0 when nothing goes beyond standard, 10 when somebody must decide or something was not compared, 20 for
    silent or forbidden changes.
    """
    from tradedocs.cli.main import visible

    with uncollected():
        from tradedocs.flows.compare import compare as compare_papers
        from tradedocs.formats.compare_json import compare_json
        from tradedocs.formats.compare_text import compare_text

        workspace, now = workspace_of(ctx), clock.now()
        found = compare_papers(returned, workspace, now.date(), sent=sent, deal=deal)
    if out is not None:
        from tradedocs.flows.compare_memo import write_cards

        write_cards(found, out, workspace, now.date())
        click.echo(visible(str(out)), err=form == "json")
    if out is None or form == "json":
        spoken = compare_json if form == "json" else compare_text
        click.echo(visible(spoken(found)).rstrip())
    ctx.exit(found.code)


@click.command()
@click.argument("returned", type=_FILE, metavar="RETURNED.docx")
@click.argument("clause")
@click.option("--reason", required=True, help="Why it is accepted; it stays in the ledger.")
@click.option("--by", required=True, metavar="NAME", help="Who accepts it.")
@click.option(
    "--authority",
    type=click.Choice(["sales", "manager", "legal", "board"]),
    default="sales",
    show_default=True,
    help="The level that NAME holds.",
)
@click.option("--silent", is_flag=True, help="Accept it although it was changed without a mark.")
@_SENT
@click.pass_context
def accept(
    ctx: click.Context, returned: Path, clause: str, reason: str, by: str, authority: Authority, silent: bool,
    sent: Path | None,
) -> None:  # fmt: skip
    """Accept one change in RETURNED.docx: CLAUSE is the name in brackets that `contract compare` shows.

    The ledger keeps the reason, who accepted it, the words, and the hashes of both texts; `contract compare` then shows
    the change as accepted, in this file and in every other that reads the same. What is forbidden cannot be accepted.
    """
    from tradedocs.cli.main import visible
    from tradedocs.flows.accept import accept as accept_change
    from tradedocs.ui import say

    card, _ = accept_change(
        returned, clause, by=by, reason=reason, authority=authority, silent=silent,
        workspace=workspace_of(ctx), now=clock.now(), sent=sent,
    )  # fmt: skip
    told = say("{clause} is accepted by {by} ({level})", clause=card.ref, by=by, level=authority)
    click.echo(visible(told))
