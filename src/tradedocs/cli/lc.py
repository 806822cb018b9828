"""`tradedocs lc`: a letter of credit held against the contract, and the documents that it asks for."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import click

from tradedocs.cli.clock import day_of
from tradedocs.cli.context import workspace_of

_FILE = click.Path(path_type=Path)
_DAY = click.DateTime(["%Y-%m-%d"])


@click.group()
def group() -> None:
    """Hold a letter of credit against the contract, and list what must be presented."""


@group.command()
@click.argument("contract", type=_FILE, metavar="CONTRACT")
@click.argument("credit", type=_FILE, metavar="MT700.txt")
@click.option(
    "--amendment",
    "amendments",
    type=_FILE,
    multiple=True,
    metavar="MT707.txt",
    help="An amendment that came; may be given several times, in order.",
)
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@click.option("--request", type=_FILE, metavar="FILE.docx", help="Write the request to amend the credit.")
@click.option(
    "--lang",
    type=click.Choice(["en", "zh", "en-zh"]),
    help="Language of the request (default: as the contract).",
)
@click.option("--mail", is_flag=True, help="With --request: an unsent e-mail beside it.")
@click.option("--pdf", is_flag=True, help="With --request: a PDF beside it (needs LibreOffice).")
@click.option("--as-of", type=_DAY, metavar="DATE", help="The day of the check (default: today).")
@click.pass_context
def check(
    ctx: click.Context,
    contract: Path,
    credit: Path,
    amendments: tuple[Path, ...],
    form: str,
    request: Path | None,
    lang: str | None,
    mail: bool,
    pdf: bool,
    as_of: datetime | None,
) -> None:
    """Hold the credit of MT700.txt against CONTRACT, a contract that was built or a deal file.

    The text is a SWIFT MT 700 or MT 710 as the bank sent it, continued by MT 701 or MT 711 in the same file, or a
    bank's printout of it. Fields that are not known are kept and shown. Exit codes: 0 nothing or notes only, 10
    points that a person must read, 20 discrepancies to be amended.
    """
    from tradedocs import errors
    from tradedocs.cli.main import visible
    from tradedocs.flows.credit import check_credit
    from tradedocs.formats.credit_json import credit_json
    from tradedocs.formats.credit_text import credit_text
    from tradedocs.ui import say

    if request is None and (mail or pdf or lang):
        raise errors.UsageError(
            say("--mail, --pdf and --lang belong to --request"), way_out=say("Add --request FILE.docx.")
        )
    day = day_of(as_of)
    workspace = workspace_of(ctx)
    checked = check_credit(contract, credit, amendments, workspace, today=day)
    spoken = credit_json if form == "json" else credit_text
    click.echo(visible(spoken(checked.judgement, checked.left)).rstrip())
    for problem in checked.problems:
        click.echo(visible(problem), err=True)
    if request is not None:
        from tradedocs.flows.credit_request import Asked, write_request

        for file in write_request(checked, contract, Asked(request, lang, mail, pdf), workspace, today=day):
            click.echo(visible(str(file)), err=form == "json")
    look = checked.judgement.count("look") or checked.left or checked.problems
    ctx.exit(
        errors.REJECTED if checked.judgement.count("discrepancy") else errors.LOOK if look else errors.DONE
    )


@group.command()
@click.argument("credit", type=_FILE, metavar="MT700.txt")
@click.option(
    "--amendment",
    "amendments",
    type=_FILE,
    multiple=True,
    metavar="MT707.txt",
    help="An amendment that came; may be given several times, in order.",
)
@click.option(
    "--shipped",
    type=_DAY,
    metavar="DATE",
    help="Day of the transport document (default: the latest that the credit allows).",
)
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@click.option("--as-of", type=_DAY, metavar="DATE", help="The day of the list (default: today).")
@click.pass_context
def documents(
    ctx: click.Context, credit: Path, amendments: tuple[Path, ...], shipped: datetime | None, form: str,
    as_of: datetime | None,
) -> None:  # fmt: skip
    """List what must be presented under the credit of MT700.txt, with originals, issuer, and the last day.

    Exit code 10 when the last day for presentation has passed.
    """
    from tradedocs import errors
    from tradedocs.cli.main import visible
    from tradedocs.flows.credit import due_documents
    from tradedocs.formats.credit_due import due_json, due_text

    facts, calendar, due = due_documents(credit, amendments, shipped=shipped.date() if shipped else None)
    spoken = due_json if form == "json" else due_text
    click.echo(visible(spoken(facts, calendar.last, calendar.shipped, calendar.assumed, due)).rstrip())
    ctx.exit(errors.LOOK if calendar.last is not None and calendar.last < day_of(as_of) else errors.DONE)
