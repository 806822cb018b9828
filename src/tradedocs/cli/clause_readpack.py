"""`tradedocs clause read-pack`: what the lawyers made of a pack."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from tradedocs.cli import clock
from tradedocs.cli.context import uncollected, workspace_of

if TYPE_CHECKING:
    from tradedocs.flows.proposals import Proposed

_FILE = click.Path(path_type=Path)


@click.command(name="read-pack")
@click.argument("pack", type=_FILE, metavar="PACK.docx")
@click.option(
    "--sent",
    type=_FILE,
    metavar="MANIFEST.json",
    help="What was sent.  [default: beside PACK.docx, or inside]",
)
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@click.option(
    "--apply",
    "folder",
    type=_FILE,
    metavar="DIR",
    help="Write a proposal there for each clause that was changed.",
)
@click.option("--accept-silent", is_flag=True, help="Also propose changes that no mark shows.")
@click.pass_context
def read_pack(
    ctx: click.Context, pack: Path, sent: Path | None, form: str, folder: Path | None, accept_silent: bool
) -> None:
    """Show clause by clause what the lawyers changed in PACK.docx, with and without tracking.

    The file is held against what was sent: their changes, what became of ours, comments, and first of all what was
    changed without a mark. A proposal is a clause file; nothing enters the library without `clause approve`.

    Exit code 0 when it came back as it was sent, 10 when there is something to look at, 20 when something was changed
    without a mark.
    """
    from tradedocs import errors
    from tradedocs.cli.main import visible
    from tradedocs.flows.proposals import propose
    from tradedocs.flows.readpack import read_pack as read
    from tradedocs.formats.packread_json import packread_json
    from tradedocs.formats.packread_text import packread_text
    from tradedocs.ui import say

    if accept_silent and folder is None:
        raise errors.UsageError(say("--accept-silent goes with --apply"))
    workspace = workspace_of(ctx)
    with uncollected():
        found, manifest = read(pack, workspace, sent)
    click.echo(visible((packread_json if form == "json" else packread_text)(found)).rstrip())
    if folder is not None:
        now = clock.now()
        for one in propose(found, manifest, pack, folder, workspace, accept_silent=accept_silent, now=now):
            for line in _proposed(one):
                click.echo(visible(line), err=True)
    ctx.exit(errors.REJECTED if found.silent else errors.DONE if found.untouched else errors.LOOK)


def _proposed(one: Proposed) -> list[str]:
    from tradedocs.ui import say

    name = f"{one.clause} ({one.position})"
    if one.file is None:
        return [say("{clause}: no proposal: {why}", clause=name, why=one.refused)]
    return [f"{name}: {one.file}", *(f"  {told}" for told in one.told)]
