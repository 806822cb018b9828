"""`tradedocs report`: look at what a report says."""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tradedocs.cli.confirm import confirm
from tradedocs.cli.context import reports_among, workspace_of
from tradedocs.cli.learn import learn
from tradedocs.errors import DONE, LOOK, worst

if TYPE_CHECKING:
    from tradedocs.model.report import Report

_FILE = click.Path(path_type=Path)
LISTS = ("csv", "xlsx")


@click.group(name="report")
def group() -> None:
    """Read inspection and test reports."""


@group.command()
@click.argument("files", nargs=-1, required=True, type=_FILE, metavar="FILE…")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "csv", "xlsx"]),
    default="text",
    help="How to print it.",
)
@click.option(
    "-o", "out", type=_FILE, metavar="FILE", help="Write the list of results (csv, xlsx) to this file."
)
@click.option(
    "--html", type=_FILE, metavar="PAGE", help="Write a page with pictures there: values read are boxed."
)
@click.option("--page", type=click.IntRange(min=1), help="Show this page only.")
@click.option("--witness", is_flag=True, help="Look at the picture of each value, too, by OCR.")
@click.option(
    "--ocr/--no-ocr", default=True, help="Read pages that are pictures by OCR (slow), or name them."
)
@click.pass_context
def read(
    context: click.Context,
    files: tuple[Path, ...],
    form: str,
    out: Path | None,
    html: Path | None,
    page: int | None,
    witness: bool,
    ocr: bool,
) -> None:
    """Show what each report says: header, results, sampling table, and what could not be read.

    A FILE is a PDF, or an e-mail (.eml) or archive (.zip) with PDFs inside.
    Several files with --format json give one JSON object a line; --format csv and xlsx give one row a result.
    Exit code 0: everything was read; 10: something is doubtful or unread.
    """
    from tradedocs.flows.vocabulary import use_vocabulary

    if html is not None:
        from tradedocs.flows.report_page import ready

        ready(html)
    _ready_for_list(form, out)
    workspace = workspace_of(context)
    use_vocabulary(workspace)
    shown: list[tuple[Path, Report]] = []
    codes = []
    for file in reports_among(context, files):
        report = _read(file, ocr=ocr, roots=workspace.roots)
        report = _witnessed(file, report) if witness else report
        codes.append(LOOK if report.needs_look else DONE)
        shown.append((file, _only(report, page)))
        if form not in LISTS:
            click.echo(_printed(shown[-1][1], form, several=len(files) > 1))
    if form in LISTS:
        _write_list([report for _, report in shown], form, out)
    if html is not None:
        _write_page(shown, html, page)
    context.exit(worst(codes))


def _read(file: Path, *, ocr: bool, roots: tuple[Path, ...]) -> Report:
    from tradedocs.cli.progress import page_bar
    from tradedocs.flows.reading import read_or_name
    from tradedocs.formats.plain import plain
    from tradedocs.ui import say

    with page_bar(say("reading {file}", file=plain(file.name))) as moved:
        return read_or_name(file, moved, ocr=ocr, roots=roots)


def _witnessed(file: Path, report: Report) -> Report:
    """The report with its values looked at; where nobody can look, that is told on standard error."""
    from tradedocs.flows.witness import EXTRA, available, witnessed
    from tradedocs.ui import say

    if not available():
        click.echo(
            say(
                "No value was looked at: this needs the OCR, which is not installed: {command}", command=EXTRA
            ),
            err=True,
        )
    return witnessed(file, report) if report.results or report.report_no else report


def _only(report: Report, page: int | None) -> Report:
    """The report with nothing but what stands on that page; its header stays."""
    from tradedocs.errors import UsageError
    from tradedocs.ui import say

    if page is None:
        return report
    if page > report.source.pages:
        raise UsageError(
            say("there is no page {n}", n=page),
            place=report.source.file,
            way_out=say("The file has {n} pages.", n=report.source.pages),
        )
    kept = {
        "results": tuple(row for row in report.results if row.place.page == page),
        "aql": tuple(row for row in report.aql if row.place.page == page),
        "defects": tuple(row for row in report.defects if row.place.page == page),
        "checklist": tuple(row for row in report.checklist if row.place.page == page),
        "unread": tuple(item for item in report.unread if item.page in (0, page)),
    }
    return report.model_copy(update=kept)


def _printed(report: Report, form: str, *, several: bool) -> str:
    if form == "json":
        from tradedocs.formats.report_json import report_json

        return report_json(report, indent=None if several else 1)
    import shutil

    from tradedocs.formats.report_text import report_text

    width = shutil.get_terminal_size().columns if sys.stdout.isatty() else None
    return _MARKED.sub(_coloured, report_text(report, width=width))


_MARKED = re.compile(r"\? [a-z][a-z0-9]*-[a-z0-9-]*(?:, [a-z0-9-]+)*|^NOT READ$", re.M)


def _coloured(match: re.Match[str]) -> str:
    """Colour for a terminal; click takes it out elsewhere."""
    return click.style(match[0], fg="yellow" if match[0].startswith("?") else "red", bold=True)


def _ready_for_list(form: str, out: Path | None) -> None:
    from tradedocs.errors import UsageError
    from tradedocs.files import writable
    from tradedocs.ui import say

    if form == "xlsx" and out is None:
        raise UsageError(say("a workbook is written to a file"), way_out=say("Name it: -o results.xlsx."))
    if out is not None and form not in LISTS:
        raise UsageError(say("-o is for the lists of results"), way_out=say("Add --format csv or xlsx."))
    if out is not None:
        writable(out.parent)


def _write_list(reports: list[Report], form: str, out: Path | None) -> None:
    """The rows; what has none is told on standard error, because it must not pass for read."""
    from tradedocs.files import write_atomic
    from tradedocs.formats.plain import plain
    from tradedocs.formats.report_csv import COLUMNS, report_csv, rows
    from tradedocs.ui import say

    if out is None:
        click.echo(report_csv(reports), nl=False)
    elif form == "csv":
        write_atomic(out, report_csv(reports).encode())
    else:
        from tradedocs.formats.workbook import workbook

        write_atomic(out, workbook({"results": (COLUMNS, rows(reports))}))
    for report in reports:
        for item in report.unread:
            where = say("page {n}", n=item.page) if item.page else say("whole file")
            told = say("{file}: not read: {where}: {why}", file=plain(report.source.file), where=where,
                       why=plain(item.why))  # fmt: skip
            click.echo(told, err=True)


def _write_page(read: list[tuple[Path, Report]], target: Path, page: int | None) -> None:
    from tradedocs.cli.main import visible
    from tradedocs.cli.progress import page_bar
    from tradedocs.flows.report_page import write_page
    from tradedocs.ui import say

    with page_bar(say("drawing the pages")) as moved:
        write_page(read, target, page=page, on_note=moved)
    click.echo(visible(say("page with pictures: {page}", page=target)), err=True)


group.add_command(learn)
group.add_command(confirm)
