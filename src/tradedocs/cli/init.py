"""`tradedocs init`: make a folder a workspace."""

from __future__ import annotations

from pathlib import Path

import click


@click.command()
@click.argument("folder", type=click.Path(path_type=Path), default=".")
def command(folder: Path) -> None:
    """Make FOLDER a workspace: its own clauses, templates, approvals and ledger.

    The clauses and templates of the program are copied there and may then be changed; what stands in the
    workspace is what counts from then on.
    """
    from tradedocs.ui import say
    from tradedocs.workspace import init

    workspace = init(folder)
    click.echo(str(workspace.root))
    click.echo(
        say("No clause is approved yet. Enter who may: tradedocs clause approvers add NAME --role ROLE."),
        err=True,
    )
