"""`tradedocs claim options`."""

from __future__ import annotations

import shutil
from datetime import datetime
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import click

from tradedocs.cli.clock import day_of
from tradedocs.cli.context import workspace_of

if TYPE_CHECKING:
    from tradedocs.model.claimoptions import ClaimOptions

_WIDEST = 120
Form = Literal["text", "json", "html"]


def _share(_ctx: click.Context, param: click.Parameter, value: str | None) -> Decimal | None:
    """A percentage as people type it, with or without its sign."""
    if value is None:
        return None
    from tradedocs.model.amount import parse_percent
    from tradedocs.ui import say

    try:
        found = parse_percent(value if value.rstrip().endswith("%") else f"{value} %")
    except ValueError as error:
        raise click.BadParameter(str(error), param=param) from error
    if not 0 <= found <= 100:
        raise click.BadParameter(say("{value} is not between 0 % and 100 %", value=value), param=param)
    return found


@click.command()
@click.argument("claim")
@click.option("--compare", is_flag=True, help="Beside doing nothing: money, and the worth that you gave.")
@click.option("--legal", is_flag=True, help="For legal's eyes: the remedies of the law, and the exposure.")
@click.option(
    "--goodwill",
    callback=_share,
    metavar="PERCENT",
    help="Work out a goodwill offer of that share of the price.",
)
@click.option(
    "--per-order", callback=_share, default="100", show_default=True, metavar="PERCENT",
    help="How much of the next order a credit may take.",
)  # fmt: skip
@click.option(
    "--as-of",
    type=click.DateTime(["%Y-%m-%d"]),
    metavar="DATE",
    help="The day that it is asked on (default: today).",
)
@click.option(
    "--format", "form", type=click.Choice(["text", "json", "html"]), default="text", show_default=True
)
@click.option(
    "-o", "--output", "out", type=click.Path(path_type=Path), metavar="FILE", help="Write it there."
)
@click.option("--language", type=click.Choice(["en", "zh"]), default="en", show_default=True)
@click.pass_context
def command(
    ctx: click.Context, claim: str, compare: bool, legal: bool, goodwill: Decimal | None, per_order: Decimal,
    as_of: datetime | None, form: Form, out: Path | None, language: Literal["en", "zh"],
) -> None:  # fmt: skip
    """Rank the ways to settle CLAIM: what its contract grants, with every step of the money.

    Each shows its article, who bears it, the seller's cost beside the buyer's gain, and the authority that may offer
    it. Exit code 10 when the triage is undecided or a matter of safety: a person must look.
    """
    from tradedocs import errors
    from tradedocs.cli.main import visible
    from tradedocs.flows.claims.options import Asked, options_of

    asked = Asked(compare, legal, goodwill, per_order)
    found = options_of(claim, asked, workspace=workspace_of(ctx), today=day_of(as_of))
    told = _told(found, form, language, to_file=out is not None)
    if out is None:
        click.echo(visible(told).rstrip())
    else:
        from tradedocs.files import write_atomic

        write_atomic(out, told.encode("utf-8"))
        click.echo(visible(str(out)), err=True)
    ctx.exit(errors.LOOK if found.grade in ("undecided", "safety") else errors.DONE)


def _told(found: ClaimOptions, form: Form, language: Literal["en", "zh"], *, to_file: bool) -> str:
    if form == "json":
        from tradedocs.formats.claim_options_json import options_json

        return options_json(found) + "\n"
    if form == "html":
        from tradedocs.formats.claim_options_html import options_html

        return options_html(found, language)
    from tradedocs.formats.claim_options_text import options_text

    width = 80 if to_file else min(_WIDEST, shutil.get_terminal_size((80, 24)).columns)
    return options_text(found, language, width) + "\n"
