"""`tradedocs report`: look at what a report says."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from tradedocs.errors import DONE, LOOK, worst

if TYPE_CHECKING:
    from tradedocs.model.report import Report


@click.group(name="report")
def group() -> None:
    """Read inspection and test reports."""


@group.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="FILE…")
@click.option(
    "--format", "form", type=click.Choice(["text", "json"]), default="text", help="How to print it."
)
@click.option("--page", type=click.IntRange(min=1), help="Show the results of this page only.")
@click.pass_context
def read(context: click.Context, files: tuple[Path, ...], form: str, page: int | None) -> None:
    """Show what each report says: header, results, sampling table, and what could not be read.

    Several files with --format json give one JSON object a line.
    Exit code 0: everything was read; 10: something is doubtful or unread.
    """
    from tradedocs.flows.reading import read_or_name

    codes = []
    for file in files:
        report = read_or_name(file)
        codes.append(LOOK if report.needs_look else DONE)
        click.echo(_printed(_only(report, page), form, several=len(files) > 1))
    context.exit(worst(codes))


def _only(report: Report, page: int | None) -> Report:
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
    results = tuple(result for result in report.results if result.place.page == page)
    return report.model_copy(update={"results": results})


def _printed(report: Report, form: str, *, several: bool) -> str:
    if form == "json":
        from tradedocs.formats.report_json import report_json

        return report_json(report, indent=None if several else 1)
    from tradedocs.formats.report_text import report_text

    return report_text(report)
