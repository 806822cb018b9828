"""`tradedocs template`: check the Word templates that contracts are built with."""

from __future__ import annotations

from pathlib import Path

import click


@click.group()
def group() -> None:
    """Check the Word templates that contracts are built with."""


@group.command()
@click.argument("template", metavar="NAME|FILE")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@click.pass_context
def check(ctx: click.Context, template: str, form: str) -> None:
    """Say what a template lacks or misuses, each fault with its part, paragraph and text.

    Names that no contract has, and those that every contract needs and the template never prints; tags in tracked
    changes; text that would be lost; missing styles; tags that are not supported; macros; links to outside.

    Exit code 20 when contracts cannot be built with it, 10 for warnings only.
    """
    from tradedocs import errors
    from tradedocs.cli.context import workspace_of
    from tradedocs.cli.main import visible
    from tradedocs.flows.template_check import checked
    from tradedocs.flows.templates import template_of
    from tradedocs.formats.template_faults import faults_json, faults_text

    path: Path = template_of(workspace_of(ctx), template)
    faults = checked(path)
    spoken = faults_json if form == "json" else faults_text
    click.echo(visible(spoken(path.name, faults)))
    if any(fault.severity == "error" for fault in faults):
        ctx.exit(errors.REJECTED)
    ctx.exit(errors.LOOK if faults else errors.DONE)
