"""`tradedocs clause lint`: the clause library before all rules."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tradedocs.cli.clock import day_of
from tradedocs.cli.context import workspace_of

if TYPE_CHECKING:
    from tradedocs.model.lint import LintReport


@click.command()
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path), metavar="[PATH]...")
@click.option(
    "--format", "form", type=click.Choice(["text", "json", "sarif"]), default="text", show_default=True
)
@click.option(
    "--as-of", type=click.DateTime(["%Y-%m-%d"]), metavar="DATE",
    help="The day that reviews, approvals and suppressions are held against (default: today).",
)  # fmt: skip
@click.pass_context
def lint(ctx: click.Context, paths: tuple[Path, ...], form: str, as_of: datetime | None) -> None:
    """Hold the clauses against all rules of the library and show every finding at its line.

    Also a library that cannot be loaded is looked at as a whole. PATH narrows what is shown to files or folders of
    the library. Exit codes: 0 nothing or notes only, 10 warnings, 20 errors. `tradedocs explain TD110` prints the
    manual page of a rule.
    """
    from tradedocs import errors
    from tradedocs.cli.main import visible
    from tradedocs.flows.lint import lint_library

    day = day_of(as_of)
    report = lint_library(workspace_of(ctx), as_of=day, only=paths)
    click.echo(visible(_spoken(report, form)).rstrip())
    if report.count("error"):
        ctx.exit(errors.REJECTED)
    ctx.exit(errors.LOOK if report.count("warning") else errors.DONE)


def _spoken(report: LintReport, form: str) -> str:
    if form == "text":
        from tradedocs.formats.lint_text import lint_text

        return lint_text(report)
    if form == "json":
        from tradedocs.formats.lint_json import lint_json

        return lint_json(report)
    from tradedocs import __version__
    from tradedocs.formats.lint_sarif import lint_sarif
    from tradedocs.library.lint.page import rule_pages

    return lint_sarif(report, rule_pages(), __version__)
