"""`tradedocs contract sign|amend|consolidate|adopt`: what happens to a contract after it is built."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tradedocs.cli import clock
from tradedocs.cli.clock import day_of
from tradedocs.cli.context import workspace_of

if TYPE_CHECKING:
    from tradedocs.flows.sign import Signed

_FILE = click.Path(path_type=Path)
_DAY = click.DateTime(["%Y-%m-%d"])


@click.command()
@click.argument("contract", type=_FILE, metavar="FILE.docx")
@click.option("--scan", type=_FILE, required=True, metavar="PDF", help="The signed copy.")
@click.option("--by", required=True, metavar="PERSON", help="Who attests that it is the signed copy.")
@click.option("--on", type=_DAY, required=True, metavar="DATE", help="The day of the last signature.")
@click.option("--no-ocr", is_flag=True, help="Do not read pages that are pictures.")
@click.pass_context
def sign(ctx: click.Context, contract: Path, scan: Path, by: str, on: datetime, no_ocr: bool) -> None:
    """Record the signed copy of a contract or an addendum that was built here, by its hash.

    The scan is searched for the contract's number, both parties and the total. What it does not show rests on the
    word of the person who attests it, and is shown so wherever the signature counts.
    """
    from tradedocs.flows.sign import sign as record

    signed = record(
        contract,
        scan,
        by=by,
        on=on.date(),
        workspace=workspace_of(ctx),
        now=clock.now(),
        ocr=not no_ocr,
    )
    _tell_signed(signed)


def _tell_signed(signed: Signed) -> None:
    from tradedocs.cli.main import visible
    from tradedocs.ui import say

    what = (
        say("contract {no}", no=signed.contract_no)
        if signed.addendum is None
        else say("addendum {n} to contract {no}", n=signed.addendum, no=signed.contract_no)
    )
    compared = signed.compared
    click.echo(
        visible(say("{what}: signed on {on}, attested by {by}", what=what, on=signed.on, by=signed.by))
    )
    read = {"text": say("its text layer"), "ocr": say("OCR"), "nothing": say("no word could be read")}[
        compared.read
    ]
    click.echo(say("scan: {n} pages, {read}", n=compared.pages, read=read))
    if compared.found:
        click.echo(say("found in it: {facts}", facts=", ".join(compared.found)))
    if compared.words is not None:
        click.echo(say("of the file's words it shows {share} %", share=compared.words))
    if not compared.shown:
        click.echo(
            visible(
                say("NOT found in it: {facts}. That it is the signed copy rests on the word of {by} alone.",
                    facts=", ".join(compared.missing), by=signed.by)
            )
        )  # fmt: skip


@click.command()
@click.argument("contract", type=_FILE, metavar="CONTRACT.docx")
@click.argument("deal", type=_FILE, metavar="DEAL.yaml")
@click.option(
    "-o", "--out", type=_FILE, default="addendum.docx", show_default=True, help="The Word file to write."
)
@click.option(
    "--addendum",
    "addenda",
    type=_FILE,
    multiple=True,
    metavar="ADDENDUM.docx",
    help="A signed addendum so far.",
)
@click.option("--on", type=_DAY, metavar="DATE", help="The day of the addendum (default: today).")
@click.option(
    "--effective", type=_DAY, metavar="DATE", help="The day from which it applies (default: its own day)."
)
@click.pass_context
def amend(
    ctx: click.Context,
    contract: Path,
    deal: Path,
    out: Path,
    addenda: tuple[Path, ...],
    on: datetime | None,
    effective: datetime | None,
) -> None:
    """Write the next addendum to a signed CONTRACT.docx: what DEAL.yaml changes, as a redline, to be signed.

    Clauses that the change does not touch keep the text that was signed. While a touched clause is not approved the
    addendum is a draft, and the exit code is 10; so it is where a deal rule warns.
    """
    from tradedocs import errors
    from tradedocs.cli.main import visible
    from tradedocs.flows.amend import amend as build_addendum
    from tradedocs.formats.deal_text import finding_lines
    from tradedocs.ui import say

    made = build_addendum(
        contract, deal, out, addenda=addenda, workspace=workspace_of(ctx), now=clock.now(),
        on=on.date() if on else None, effective=effective.date() if effective else None,
    )  # fmt: skip
    click.echo(visible(str(made.file)))
    click.echo(visible(say("addendum {n} to contract {no}", n=made.number, no=made.contract_no)))
    for name in (*made.terms, *made.articles, *((say("specification"),) if made.spec_changed else ())):
        click.echo(f"  {visible(name)}")
    for name in made.newer:
        click.echo(visible(say("worded by the library of today: {name}", name=name)), err=True)
    for reason in made.draft_reasons:
        click.echo(visible(say("DRAFT, not for signature: {reason}", reason=reason)), err=True)
    for finding in made.rules.findings:
        if finding.severity == "warning":
            for line in finding_lines(finding):
                click.echo(visible(line), err=True)
    ctx.exit(errors.LOOK if made.draft_reasons or made.rules.count("warning") else errors.DONE)


@click.command()
@click.argument("contract", type=_FILE, metavar="CONTRACT.docx")
@click.argument("addenda", type=_FILE, nargs=-1, metavar="ADDENDUM.docx…")
@click.option("--on", type=_DAY, metavar="DATE", help="The day (default: today).")
@click.option(
    "-o", "--out", type=_FILE, metavar="OUT.docx", help="Write a clean Word file, and the Spec as JSON."
)
@click.option("--template", metavar="NAME", help="The Word template, as for `contract build`.")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@click.pass_context
def consolidate(
    ctx: click.Context,
    contract: Path,
    addenda: tuple[Path, ...],
    on: datetime | None,
    out: Path | None,
    template: str | None,
    form: str,
) -> None:
    """Show the text of CONTRACT.docx with its signed addenda as it reads on a day, marked as no original.

    Every signed addendum must be named; a gap in the numbers, or one that amends another file, is an error.
    """
    from tradedocs.cli.main import visible
    from tradedocs.flows.consolidate import consolidate as consolidated
    from tradedocs.flows.consolidate import write_consolidated
    from tradedocs.formats.consolidated import consolidated_json, consolidated_text
    from tradedocs.ui import say

    workspace = workspace_of(ctx)
    day = day_of(on)
    found = consolidated(contract, addenda, on=day, workspace=workspace)
    for number in found.later:
        click.echo(say("addendum {n} applies only after that day", n=number), err=True)
    if out is not None:
        for path in write_consolidated(found, out, workspace, template):
            click.echo(visible(str(path)))
        return
    spoken = consolidated_json if form == "json" else consolidated_text
    click.echo(visible(spoken(found.contract, found.on, found.addenda)).rstrip())


@click.command()
@click.argument("addendum", type=_FILE, metavar="ADDENDUM.docx")
@click.option("--by", required=True, metavar="PERSON", help="Who withdraws it.")
@click.option("--reason", required=True, metavar="TEXT", help="Why it will not be signed.")
@click.pass_context
def withdraw(ctx: click.Context, addendum: Path, by: str, reason: str) -> None:
    """Record that ADDENDUM.docx will not be signed, so that it holds no shipment and its number is free again."""
    from tradedocs.flows.withdraw import withdraw as record
    from tradedocs.ui import say

    number, anchor = record(addendum, by=by, reason=reason, workspace=workspace_of(ctx), now=clock.now())
    click.echo(say("addendum {n} is withdrawn; ledger row {row}", n=number, row=anchor.row))


@click.command()
@click.argument("original", type=_FILE, metavar="SIGNED.pdf|.docx")
@click.option(
    "--deal", type=_FILE, required=True, metavar="DEAL.yaml", help="The deal that says what it agrees."
)
@click.option("--by", metavar="PERSON", help="Who confirms each fact. Needed unless --list.")
@click.option("--on", type=_DAY, metavar="DATE", help="The day of the confirmation (default: today).")
@click.option("-o", "--out", type=_FILE, default="adopted.json", show_default=True, help="The file to write.")
@click.option(
    "--answers", type=_FILE, metavar="FILE", help="Answers: a line a fact, `y` and the fact's words."
)
@click.option("--list", "listing", is_flag=True, help="Only print the facts, each with `?` for an answer.")
@click.option("--no-ocr", is_flag=True, help="Do not read pages that are pictures.")
@click.pass_context
def adopt(
    ctx: click.Context,
    original: Path,
    deal: Path,
    by: str | None,
    on: datetime | None,
    out: Path,
    answers: Path | None,
    listing: bool,
    no_ocr: bool,
) -> None:
    """Record a signed contract on the other side's paper, its Spec confirmed fact by fact by a named person.

    Nothing of it is copied; its hash is recorded. Each party, goods line, characteristic, quantity, shipment and
    inspection term is asked about; one that is not confirmed ends it. `tradedocs check` takes the file that is
    written, and shows that the Spec rests on the person's word.
    """
    from tradedocs.cli.main import visible
    from tradedocs.errors import UsageError
    from tradedocs.flows.adopt import adopt as record
    from tradedocs.flows.adopt import answers_of, facts_to_confirm
    from tradedocs.ui import say

    if listing:
        for fact in facts_to_confirm(deal):
            click.echo(visible(f"? {fact}"))
        return
    if not by:
        raise UsageError(
            say("nobody is named who confirms the facts"), way_out=say("Name the person with --by.")
        )
    now = clock.now()
    adopted = record(
        original, deal, out, by=by, on=day_of(on), ask=answers_of(answers) if answers else _ask,
        workspace=workspace_of(ctx), now=now, ocr=not no_ocr,
    )  # fmt: skip
    click.echo(visible(str(adopted.file)))
    count = len(adopted.adopted.confirmed.facts)
    click.echo(visible(say("{n} facts attested by {by}", n=count, by=adopted.adopted.confirmed.by)))
    if adopted.compared.found:
        click.echo(say("found in the original: {facts}", facts=", ".join(adopted.compared.found)))
    if not adopted.compared.shown:
        click.echo(say("NOT found in the original: {facts}", facts=", ".join(adopted.compared.missing)))


def _ask(number: int, count: int, fact: str) -> bool:
    """Ask on the terminal; there is no answer for all."""
    import sys

    from tradedocs.cli.main import visible
    from tradedocs.errors import UsageError
    from tradedocs.ui import say

    if not sys.stdin.isatty():
        raise UsageError(
            say("there is no terminal on which the facts could be confirmed"),
            way_out=say("Print them with --list, answer each in a file, and give it with --answers."),
        )
    return click.confirm(visible(f"{number}/{count}  {fact}"), default=None, err=True)
