"""`tradedocs claim add-evidence`."""

from __future__ import annotations

from pathlib import Path
from typing import cast, get_args

import click

from tradedocs.cli import clock
from tradedocs.cli.claim_open import BY
from tradedocs.cli.context import workspace_of
from tradedocs.model.claim import EvidenceKind, ImageFacts


@click.command()
@click.argument("claim")
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option(
    "--shows",
    "kinds",
    multiple=True,
    required=True,
    type=click.Choice(get_args(EvidenceKind)),
    help="What the files show; may be given several times.",
)
@click.option("--note", metavar="TEXT", help="A sentence about them.")
@BY
@click.pass_context
def command(
    ctx: click.Context, claim: str, files: tuple[Path, ...], kinds: tuple[str, ...], note: str | None, by: str
) -> None:
    """Store FILES as evidence of CLAIM, by their hash and never altered.

    Pictures: time, camera, place and software are read and set against the claimed dates, and the same or nearly
    the same picture in this or another claim is told. A PDF with `--shows report` goes through the report reader, and
    its results are held against the contract. Exit code 10 when a remark is to be read.
    """
    from tradedocs import errors
    from tradedocs.cli.main import visible
    from tradedocs.flows.claims.evidence import Shown, add_evidence
    from tradedocs.ui import say

    shown = Shown(cast("tuple[EvidenceKind, ...]", tuple(dict.fromkeys(kinds))), note, by)
    added = add_evidence(claim, files, shown, workspace=workspace_of(ctx), now=clock.now())
    for one in added:
        piece = one.piece
        click.echo(
            visible(
                say(
                    "{file}: stored as {stored}, ledger row {row}",
                    file=piece.file,
                    stored=piece.stored,
                    row=one.anchor.row,
                )
            )
        )
        if piece.image is not None:
            click.echo(visible(f"  {_image(piece.image)}"))
        for remark in piece.remarks:
            click.echo(visible(f"  - {remark}"))
        if piece.report is not None:
            click.echo(
                visible(
                    say(
                        "  report {no} of {issuer}: {verdict}",
                        no=piece.report.report_no or "?",
                        issuer=piece.report.issuer or "?",
                        verdict=piece.report.verdict,
                    )
                )
            )
            for value in piece.report.values:
                click.echo(
                    visible(
                        say(
                            "    {verdict}  {name}: {value} {unit} (page {n})",
                            verdict=value.verdict,
                            name=value.characteristic or value.parameter,
                            value=value.value,
                            unit=value.unit or "",
                            n=value.page,
                        )
                    )
                )
    ctx.exit(errors.LOOK if any(one.piece.remarks for one in added) else errors.DONE)


def _image(image: ImageFacts) -> str:
    """What the picture's file says of itself, in one line."""
    from tradedocs.ui import say

    place = None if image.latitude is None else f"{image.latitude}, {image.longitude}"
    parts = (
        f"{image.width} x {image.height}",
        say("taken {moment} by the camera's clock", moment=image.taken) if image.taken is not None else None,
        image.device,
        say("at {place}", place=place) if place is not None else None,
        say("saved by {software}", software=image.software) if image.software is not None else None,
    )
    return ", ".join(part for part in parts if part is not None)
