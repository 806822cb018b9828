"""What the options before the command name say, for the commands."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from tradedocs.workspace import Workspace


@dataclass(frozen=True)
class Settings:
    """The global options."""

    workspace: Path | None = None


@contextmanager
def uncollected() -> Iterator[None]:
    """For a short piece of work: it leaves little behind, and looking for garbage meanwhile costs a quarter of it."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()


def workspace_of(ctx: click.Context) -> Workspace:
    """The workspace that this command works in: the named one, else found from the working folder."""
    from tradedocs.workspace import find

    settings = ctx.find_object(Settings) or Settings()
    return find(settings.workspace)


def reports_among(ctx: click.Context, files: tuple[Path, ...]) -> tuple[Path, ...]:
    """The reports that were named, with those inside of e-mails and archives; says what was used and what was not.

    What was unpacked goes when the command ends.
    """
    from tradedocs.flows.inbox import unpacked

    taken = ctx.with_resource(unpacked(files))
    for line in taken.told():
        click.echo(line, err=True)
    return taken.reports
