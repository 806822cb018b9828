"""`tradedocs check`: may these goods be shipped?"""

from __future__ import annotations

import re
import shutil
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tradedocs import heads
from tradedocs.cli import clock
from tradedocs.cli.context import reports_among, workspace_of

if TYPE_CHECKING:
    from datetime import datetime

    from tradedocs.model.finding import Gate, Judgement, Verdict

_FILE = click.Path(path_type=Path)
FORMS = ("text", "json", "junit", "csv", "xlsx")


@click.command()
@click.argument("contract", type=_FILE, metavar="CONTRACT.docx|DEAL.yaml")
@click.argument("reports", type=_FILE, nargs=-1, metavar="REPORT…")
@click.option("--shipment", type=int, help="Which shipment, where the contract has several.")
@click.option(
    "--gate", type=click.Choice(["load", "documents"]), default="documents", show_default=True,
    help="What is asked to be released: the goods to be loaded, or, after loading, the documents.",
)  # fmt: skip
@click.option(
    "--bl-date", type=click.DateTime(["%Y-%m-%d"]), metavar="DATE",
    help="The date of the bill of lading or other transport document, once it is known.",
)  # fmt: skip
@click.option("--unsigned", is_flag=True, help="Accept that the contract or deal file is not signed.")
@click.option(
    "--addendum", "addenda", type=_FILE, multiple=True, metavar="ADDENDUM.docx",
    help="A signed addendum; those beside the contract are found.",
)  # fmt: skip
@click.option(
    "--rework", type=_FILE, metavar="FILE",
    help="The record of the rework, where a re-inspection does not state it itself; its SHA-256 is recorded.",
)  # fmt: skip
@click.option("--format", "form", type=click.Choice(FORMS), default="text", show_default=True)
@click.option(
    "-o",
    "file",
    type=_FILE,
    metavar="FILE",
    help="Write the format to this file (xlsx must be written to one).",
)
@click.option("--out", type=_FILE, metavar="DIR", help="Write verdict.json and verdict.html there.")
@click.option(
    "--notice", type=_FILE, metavar="DIR",
    help="Write there the document that fits the verdict: release note, hold notice, or notice of non-conformity with "
    "a request for re-inspection.",
)  # fmt: skip
@click.option(
    "--eml", is_flag=True, help="With --notice: an unsent e-mail for each notice, its documents attached."
)
@click.option("--pdf", is_flag=True, help="With --notice: each document as PDF, too (needs LibreOffice).")
@click.option(
    "--map", "mapping", is_flag=True, help="Propose rows for characteristics that are not found, and ask."
)
@click.option(
    "--as",
    "spoken",
    multiple=True,
    metavar="ROW=CHARACTERISTIC",
    help="With --map: what the report's row means.",
)
@click.option(
    "--by", metavar="NAME", help="With --map: who confirms it. Nobody verifies the name; it is shown."
)
@click.pass_context
def command(
    ctx: click.Context,
    contract: Path,
    reports: tuple[Path, ...],
    shipment: int | None,
    gate: Gate,
    bl_date: datetime | None,
    unsigned: bool,
    addenda: tuple[Path, ...],
    rework: Path | None,
    form: str,
    file: Path | None,
    out: Path | None,
    notice: Path | None,
    eml: bool,
    pdf: bool,
    mapping: bool,
    spoken: tuple[str, ...],
    by: str | None,
) -> None:
    """Check inspection REPORTs against a contract and say RELEASE, RELEASE UNDER CONCESSION, HOLD or REJECT.

    A REPORT is a PDF, or an e-mail (.eml) or archive (.zip) with PDFs inside.
    Both gates are always shown; the verdict and the exit code are those of the gate that is asked for.

    Exit code 0 is RELEASE, with or without a concession, and nothing else; 10 HOLD, 20 REJECT, 3 nothing to check.
    """
    from tradedocs.flows.crosscheck import crosscheck

    _options_fit(form, file, notice, for_notices=eml or pdf)
    given = reports_among(ctx, reports)
    _ready(given, out, notice)
    workspace, now = workspace_of(ctx), clock.now()
    naming = None
    if mapping or spoken:
        from tradedocs.cli.naming import naming_of

        naming = naming_of(spoken, by, workspace, now)
    judgement = crosscheck(
        contract, given, workspace=workspace, shipment=shipment, unsigned=unsigned,
        now=now, addenda=addenda, rework=rework, shown=_with_progress, naming=naming, gate=gate,
        bl_date=bl_date.date() if bl_date is not None else None,
    )  # fmt: skip
    _told(judgement, given, form, file, out)
    if notice is not None:
        from tradedocs.flows.notice import write_notices
        from tradedocs.ui import say

        for written in write_notices(
            judgement, contract, addenda, notice, workspace, now=now, mail=eml, pdf=pdf
        ):
            click.echo(say("notice: {file}", file=written), err=True)
    ctx.exit(exit_code(judgement.verdict))


def _options_fit(form: str, file: Path | None, notice: Path | None, *, for_notices: bool) -> None:
    from tradedocs.errors import UsageError
    from tradedocs.ui import say

    if form == "xlsx" and file is None:
        raise UsageError(say("a workbook is written to a file"), way_out=say("Name it: -o results.xlsx."))
    if for_notices and notice is None:
        raise UsageError(say("no notice is asked for"), way_out=say("Add --notice DIR."))
    if file is not None:
        from tradedocs.files import writable

        writable(file.parent)


def _ready(reports: tuple[Path, ...], out: Path | None, notice: Path | None) -> None:
    """Everything that is to be written can be, before anything is recorded."""
    if out is not None:
        from tradedocs.flows.verdict_files import ready

        ready(out, reports)
    if notice is not None:
        from tradedocs.flows.notice import ready_for_notices

        ready_for_notices(notice, verdict_too=notice != out)


def _told(
    judgement: Judgement, reports: tuple[Path, ...], form: str, file: Path | None, out: Path | None
) -> None:
    from tradedocs.ui import say

    if out is not None:
        from tradedocs.flows.verdict_files import write_verdict

        _, page = write_verdict(judgement, reports, out)
        click.echo(say("verdict page: {page}", page=page), err=True)
    if file is None:
        click.echo(_spoken(judgement, form), nl=False)
        if form == "text":
            heads.forget()
        return
    from tradedocs.files import write_atomic

    write_atomic(file, _written(judgement, form))
    click.echo(say("{form}: {file}", form=form, file=file), err=True)


def _written(judgement: Judgement, form: str) -> bytes:
    from tradedocs.formats.check_text import check_text
    from tradedocs.formats.verdicts import FILES

    return FILES[form](judgement) if form in FILES else check_text(judgement).encode()


def _spoken(judgement: Judgement, form: str) -> str:
    from tradedocs.cli.main import visible
    from tradedocs.formats.check_text import check_text
    from tradedocs.formats.verdicts import TEXTS

    if form != "text":
        return TEXTS[form](judgement)
    width = shutil.get_terminal_size().columns if sys.stdout.isatty() else None
    return _WORDS.sub(_coloured, visible(check_text(judgement, width)))


_WORDS = re.compile(
    r"^(RELEASE UNDER CONCESSION|RELEASE|HOLD|REJECT|hold|reject|conceded|note|  ok|  FAIL|  conceded)\b",
    re.M,
)
_COLOURS = {
    "RELEASE": "green",
    "RELEASE UNDER CONCESSION": "yellow",
    "conceded": "yellow",
    "ok": "green",
    "HOLD": "yellow",
    "hold": "yellow",
    "note": "cyan",
}


def _coloured(match: re.Match[str]) -> str:
    """Colour for a terminal; click takes it out elsewhere."""
    return click.style(match[0], bold=True, fg=_COLOURS.get(match[0].strip(), "red"))


def _with_progress(paths: tuple[Path, ...]) -> Iterable[Path]:
    """The report files one by one, with a bar on standard error where a person waits for several."""
    if len(paths) < 2 or not sys.stderr.isatty():
        return paths
    from rich.console import Console
    from rich.progress import track

    return track(paths, description="reading", console=Console(stderr=True), transient=True)


def exit_code(verdict: Verdict) -> int:
    """The exit code of a verdict: only a release is 0."""
    from tradedocs import errors
    from tradedocs.model.finding import Verdict

    if verdict.releases:
        return errors.DONE
    return {Verdict.HOLD: errors.LOOK, Verdict.REJECT: errors.REJECTED}[verdict]
