"""`tradedocs check --map`: a person says what the rows of a report mean."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from datetime import datetime

import click

from tradedocs.check.case import Case
from tradedocs.check.mapping import Proposal
from tradedocs.flows.mapping import confirmed
from tradedocs.flows.persons import OnRecord
from tradedocs.formats.plain import plain
from tradedocs.ui import say
from tradedocs.workspace import Workspace

Answer = tuple[Sequence[Proposal], str | None]


def naming_of(
    spoken: tuple[str, ...], by: str | None, workspace: Workspace, now: datetime
) -> Callable[[Case], OnRecord]:
    """Settles the names of a case: by what was spoken, else by asking at the terminal, else it only proposes."""

    def choose(likely: Sequence[Proposal]) -> Answer:
        return _asked(likely, by) if sys.stdin.isatty() else _told(likely)

    return lambda case: confirmed(case, spoken, by, choose, workspace, now)


def _asked(likely: Sequence[Proposal], by: str | None) -> Answer:
    """What a person at the terminal confirms, and who it is. Ctrl-C leaves without writing anything."""
    import questionary

    from tradedocs.cli.asking import put

    chosen = [one for one in likely if put(questionary.confirm(_question(one), default=False))]
    if chosen and by is None:
        by = str(put(questionary.text(say("Your name, which every verdict will show:")))).strip() or None
    return chosen, by


def _told(likely: Sequence[Proposal]) -> Answer:
    """Where there is nobody to ask: the proposals, and how each is confirmed."""
    for one in likely:
        spoken = f'"{plain(one.result.parameter)}={plain(one.characteristic.name)}"'
        click.echo(_question(one), err=True)
        click.echo(say("  if it does: --map --as {spoken} --by NAME", spoken=spoken), err=True)
    return (), None


def _question(one: Proposal) -> str:
    return plain(
        say("line {line}: does {file}, p.{page}, give {name} ({require}) as {parameter!r}: {value}?", line=one.line,
            name=one.characteristic.name, require=one.characteristic.require.shown, file=one.report.source.file,
            page=one.result.place.page, parameter=one.result.parameter, value=one.result.shown)
    )  # fmt: skip
