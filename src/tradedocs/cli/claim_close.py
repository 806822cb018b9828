"""`tradedocs claim close` and `lessons`: the cause, what prevents it, and what closed claims taught."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from tradedocs.cli import clock
from tradedocs.cli.context import workspace_of

if TYPE_CHECKING:
    from tradedocs.model.settling import Lesson

_FILE = click.Path(path_type=Path)


@click.command()
@click.argument("claim")
@click.option("--from", "form", type=_FILE, metavar="CLOSING.yaml", help="The completed form.")
@click.option(
    "--draft", type=_FILE, metavar="FILE", help="Write the form, filled from the record, to be completed."
)
@click.option("--lang", type=click.Choice(["en", "zh", "en-zh"]), help="Default: as the contract.")
@click.option("--pdf", is_flag=True, help="Make a PDF beside the report (needs LibreOffice).")
@click.option("--by", metavar="NAME", help="Who closes it. Nobody verifies the name; it is shown.")
@click.pass_context
def close(
    ctx: click.Context, claim: str, form: Path | None, draft: Path | None, lang: str | None, pdf: bool,
    by: str | None,
) -> None:  # fmt: skip
    """Close CLAIM with its cause (8D) and the changes that would have caught it.

    First `--draft FILE`: the form with the problem and the proposed changes filled in. Complete and correct it, then
    `--from FILE --by NAME`. A settled claim is closed when every promise is done, a refused one after the letter of
    refusal, a withdrawn one with the paper that withdraws it.
    """
    from tradedocs.cli.main import visible
    from tradedocs.errors import UsageError
    from tradedocs.flows.claims import closing
    from tradedocs.ui import say

    workspace = workspace_of(ctx)
    if draft is not None and form is None:
        proposed = closing.draft(claim, draft, workspace=workspace, today=clock.day_of(None))
        click.echo(visible(str(draft)))
        _list(proposed)
        return
    if form is None or draft is not None or by is None:
        raise UsageError(
            say("name either the form to write, or the completed form and who closes the claim"),
            way_out=say("--draft FILE, then --from FILE --by NAME."),
        )
    done = closing.close(claim, form, by=by, workspace=workspace, now=clock.now(), pdf=pdf, language=lang)
    for file in done.files:
        click.echo(visible(str(file)))
    click.echo(visible(say("claim {claim} closed ({ended}); ledger row {row}", claim=claim, ended=done.closing.ended,
                           row=done.anchor.row)))  # fmt: skip
    _list(done.closing.lessons)


@click.command()
@click.option(
    "--by", type=click.Choice(["goods", "supplier", "category"]), default="goods", show_default=True
)
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@click.option(
    "--deal", type=_FILE, metavar="DEAL.yaml", help="Only what touches the goods of this deal file."
)
@click.option(
    "--propose", type=_FILE, metavar="FILE", help="Write that as proposed changes; the deal stays as it is."
)
@click.pass_context
def lessons(ctx: click.Context, by: Any, form: str, deal: Path | None, propose: Path | None) -> None:
    """List what closed claims taught, over all claims, with counts and money."""
    from tradedocs.cli.main import visible
    from tradedocs.errors import UsageError
    from tradedocs.flows.claims import lessons as flow
    from tradedocs.formats.claim_lessons import lessons_json, lessons_text
    from tradedocs.model.deal import Deal
    from tradedocs.ui import say
    from tradedocs.yamlfile import load

    workspace = workspace_of(ctx)
    if deal is None and propose is not None:
        raise UsageError(say("a proposal is for a deal"), way_out=say("Name its file with --deal."))
    if deal is not None:
        if propose is not None:
            found = flow.propose(deal, propose, workspace)
            click.echo(visible(str(propose)))
        else:
            found = flow.touching(load(deal, Deal), workspace)
        for line in flow.as_comments(found) or (say("no closed claim touches these goods"),):
            click.echo(visible(line))
        return
    groups = flow.lessons(workspace, by)
    click.echo(visible((lessons_json if form == "json" else lessons_text)(groups)))


def _list(lessons: tuple[Lesson, ...]) -> None:
    from tradedocs.cli.main import visible

    for one in lessons:
        where = f" ({one.key}: {one.value})" if one.key is not None and one.value is not None else ""
        click.echo(visible(f"  {one.kind}: {one.change.en}{where}"))
