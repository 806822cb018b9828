"""`tradedocs contract`: build a contract from a deal file; show what a contract file holds."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tradedocs.cli import clock
from tradedocs.cli.context import uncollected, workspace_of
from tradedocs.cli.contract_batch import batch
from tradedocs.cli.contract_compare import memo, outdated, verify
from tradedocs.cli.contract_life import adopt, amend, consolidate, sign, withdraw
from tradedocs.cli.contract_returned import accept, compare

if TYPE_CHECKING:
    from tradedocs.flows.build import Built, Languages

_FILE = click.Path(path_type=Path)
_MOST_REASONS = 10


@click.group()
def group() -> None:
    """Build a contract from a deal file; show what a contract holds."""


@group.command()
@click.argument("deal", type=_FILE, metavar="DEAL.yaml")
@click.option(
    "-o", "--out", type=_FILE, default="contract.docx", show_default=True, help="The Word file to write."
)
@click.option(
    "--lang",
    type=click.Choice(["en", "zh", "en-zh"]),
    help="Languages, instead of those that the deal names.",
)
@click.option("--pdf", is_flag=True, help="Make a PDF beside it (needs LibreOffice).")
@click.option(
    "--as-of", type=click.DateTime(["%Y-%m-%d"]), metavar="DATE",
    help="Count only approvals given up to this day (default: today).",
)  # fmt: skip
@click.option(
    "--template", metavar="NAME|FILE",
    help="A template of the workspace (sales-contract, sales-contract-modern) or a file.",
)  # fmt: skip
@click.option(
    "--draft", is_flag=True, help="Print missing values as highlighted [● key]; the contract is a draft."
)
@click.pass_context
def build(
    ctx: click.Context, deal: Path, out: Path, lang: Languages | None, pdf: bool, as_of: datetime | None,
    template: str | None, draft: bool,
) -> None:  # fmt: skip
    """Build the contract of DEAL.yaml as a Word file, with a receipt beside it.

    While a clause is not approved the contract is a draft: it says DRAFT on every page, its name ends in -DRAFT,
    and the exit code is 10. The deal rules (tradedocs deal check) come first: an error stops the build, warnings are
    shown after it, with exit code 10.
    """
    from tradedocs import errors

    with uncollected():
        from tradedocs.flows.build import build as build_contract

        built = build_contract(
            deal,
            out,
            workspace=workspace_of(ctx),
            now=clock.now(),
            language=lang,
            pdf=pdf,
            as_of=as_of.date() if as_of is not None else None,
            template=template,
            draft=draft,
        )
    _tell(built)
    _tell_warnings(built)
    ctx.exit(errors.LOOK if built.draft_reasons or built.rules.count("warning") else errors.DONE)


def _tell(built: Built) -> None:
    from tradedocs.cli.main import visible
    from tradedocs.ui import say

    for file in (built.file, built.pdf, built.receipt):
        if file is not None:
            click.echo(visible(str(file)))
    if built.anchor is None:
        click.echo(say("Not recorded: there is no ledger outside a workspace (tradedocs init)."), err=True)
    if built.draft_reasons:
        click.echo(say("This is a DRAFT, not for signature:"), err=True)
    for reason in built.draft_reasons[:_MOST_REASONS]:
        click.echo(f"  {visible(reason)}", err=True)
    if (more := len(built.draft_reasons) - _MOST_REASONS) > 0:
        click.echo(
            say("  and {n} more; {receipt} lists them all", n=more, receipt=built.receipt.name), err=True
        )


def _tell_warnings(built: Built) -> None:
    from tradedocs.cli.main import visible
    from tradedocs.formats.deal_text import finding_lines

    for finding in built.rules.findings:
        if finding.severity == "warning":
            for line in finding_lines(finding):
                click.echo(visible(line), err=True)


@group.command()
@click.argument("contract", type=_FILE, metavar="CONTRACT.docx")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@click.pass_context
def show(ctx: click.Context, contract: Path, form: str) -> None:
    """Show the passport and the specification of CONTRACT.docx, and whether its text still agrees with them.

    Exit code 10 when it does not.
    """
    from tradedocs import errors
    from tradedocs.cli.main import visible
    from tradedocs.formats.contract_json import contract_json
    from tradedocs.formats.contract_text import contract_text
    from tradedocs.word.passport import read_contract

    found = read_contract(contract)
    spoken = contract_json if form == "json" else contract_text
    click.echo(visible(spoken(found.file, found.sha256, found.passport, found.spec, found.problems)).rstrip())
    ctx.exit(errors.LOOK if found.problems else errors.DONE)


for _command in (batch, sign, amend, withdraw, consolidate, adopt, verify, compare, accept, outdated, memo):
    group.add_command(_command)
