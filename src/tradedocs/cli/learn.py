"""`tradedocs report learn`: teach the program what a report calls things."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tradedocs.cli.context import workspace_of

if TYPE_CHECKING:
    from tradedocs.flows.learn import Choice
    from tradedocs.reading.unmatched import Unmatched


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option(
    "--as", "spoken", multiple=True, metavar="LABEL=ROLE", help="What a label (or its number) means."
)
@click.pass_context
def learn(ctx: click.Context, file: Path, spoken: tuple[str, ...]) -> None:
    """Show headings and labels that the program does not know, and teach it what they mean.

    On a terminal each is asked about; elsewhere say it with --as. What is taught goes into the workspace's
    vocabulary.yaml, and counts for every report that is read or checked there. A label that is of no use has the
    role `other`.
    """
    from tradedocs.cli.progress import page_bar
    from tradedocs.flows.learn import choice_of, unmatched_in, write_choices
    from tradedocs.flows.vocabulary import use_vocabulary
    from tradedocs.formats.plain import plain
    from tradedocs.ui import say

    workspace = workspace_of(ctx)
    use_vocabulary(workspace)
    with page_bar(say("reading {file}", file=plain(file.name))) as moved:
        found = unmatched_in(file, moved)
    choices = [choice_of(one, found) for one in spoken]
    if not choices:
        click.echo(_listed(found))
        if found and workspace.vocabulary is not None and sys.stdin.isatty():
            choices = list(_asked(found))
    if choices:
        target = write_choices(choices, workspace)
        for choice in choices:
            click.echo(f"{plain(choice.item.text)} = {choice.role}")
        click.echo(say("taught: {file}", file=plain(str(target))), err=True)


def _listed(found: Sequence[Unmatched]) -> str:
    from tradedocs.formats.columns import table
    from tradedocs.formats.plain import plain
    from tradedocs.ui import say
    from tradedocs.vocabulary.taught import roles

    if not found:
        return say("every heading and label is known")
    kinds = {"columns": say("heading"), "fields": say("label")}
    rows = [tuple(map(say, ("no.", "kind", "text", "page", "values")))]
    for number, item in enumerate(found, 1):
        values = ", ".join(map(plain, item.values))
        rows.append((str(number), kinds[item.kind], plain(item.text), str(item.page), values))
    return "\n".join(
        (
            *table(rows),
            "",
            say("a heading can mean: {roles}", roles=", ".join(roles("columns"))),
            say("a label can mean: {roles}", roles=", ".join(roles("fields"))),
        )
    )


def _asked(found: Sequence[Unmatched]) -> Iterator[Choice]:
    """Ask about each; nothing typed leaves it as it is."""
    from tradedocs.errors import UsageError
    from tradedocs.flows.learn import Choice, known_role
    from tradedocs.formats.plain import plain
    from tradedocs.ui import say

    click.echo(say("Type what each means; Enter leaves it, `.` ends the questions."), err=True)
    for number, item in enumerate(found, 1):
        while answer := click.prompt(
            f"{number}. {plain(item.text)}", default="", show_default=False, err=True
        ).strip():
            if answer == ".":
                return
            try:
                yield Choice(item, known_role(item, answer))
                break
            except UsageError as error:
                click.echo(f"{error.message}. {error.way_out}", err=True)
