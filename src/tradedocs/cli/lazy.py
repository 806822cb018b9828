"""Commands that are imported when they are called, so that help costs little."""

from __future__ import annotations

import os
from importlib import import_module
from typing import NamedTuple

import click


class Entry(NamedTuple):
    """One command: its name, where it lives (`module:attribute`), and its line in the help."""

    name: str
    where: str
    line: str


def wants_color() -> bool | None:
    """None lets click look whether it writes to a terminal; NO_COLOR (no-color.org) forbids colour."""
    return False if os.environ.get("NO_COLOR") else None


class Formatter(click.HelpFormatter):
    """Help with headings that stand out; click takes the colour out where there is no terminal."""

    def write_heading(self, heading: str) -> None:
        """The heading of a section in bold."""
        self.write(f"{'':>{self.current_indent}}{click.style(heading + ':', bold=True, fg='cyan')}\n")


class StyledContext(click.Context):
    """A context whose help has headings that stand out."""

    formatter_class = Formatter


class LazyGroup(click.Group):
    """A group whose commands stand in a table and are imported only when they are run."""

    context_class = StyledContext

    entries: tuple[Entry, ...] = ()

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names in the table's order."""
        return [entry.name for entry in self.entries]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command, imported now; None for a name that the table does not have."""
        for entry in self.entries:
            if entry.name == cmd_name:
                module, attribute = entry.where.split(":")
                command: click.Command = getattr(import_module(module), attribute)
                return command
        return None

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """As click does it, with the nearest name for a misspelt one."""
        name = args[0] if args else ""
        if name and not name.startswith("-") and name not in self.list_commands(ctx):
            import difflib

            near = difflib.get_close_matches(name, self.list_commands(ctx), n=1)
            hint = f" Did you mean {near[0]!r}?" if near else ""
            raise click.UsageError(f"No such command {name!r}.{hint}", ctx)
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The table's lines, without importing any command."""
        with formatter.section("Commands"):
            formatter.write_dl([(entry.name, entry.line) for entry in self.entries])
