"""`tradedocs contract sign|amend|consolidate|adopt`: what happens to a contract after it is built."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

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
    from datetime import UTC

    from tradedocs.flows.sign import sign as record

    signed = record(
        contract,
        scan,
        by=by,
        on=on.date(),
        workspace=workspace_of(ctx),
        now=datetime.now(UTC),
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
    click.echo(say("ledger row {row}, {sha}", row=signed.anchor.row, sha=signed.anchor.sha256), err=True)
