"""The request to amend a credit, as a Word file and as an unsent e-mail."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from tradedocs.credit.mail import request_mail
from tradedocs.credit.request import amendment_request, to_amend
from tradedocs.errors import NothingToCheck
from tradedocs.files import write_atomic
from tradedocs.flows.credit import Checked
from tradedocs.flows.inspection import TONGUES, in_languages, refuse_existing, write_paper
from tradedocs.ui import say
from tradedocs.workspace import Workspace

_BEFORE_SHIPMENT = 15


@dataclass(frozen=True)
class Asked:
    """What is written: the Word file, its language (None: as the deal), an e-mail beside it, a PDF beside it."""

    out: Path
    language: str | None = None
    mail: bool = False
    pdf: bool = False


def write_request(
    checked: Checked, contract: Path, asked: Asked, workspace: Workspace, *, today: date
) -> tuple[Path, ...]:
    """Write the request.

    Raises:
        NothingToCheck: no finding needs an amendment.
        UsageError: a file stands there already, or the contract lacks a language.
        BuildError, ToolError: the template does not fit, or the folder cannot be written.
    """
    if not to_amend(checked.judgement):
        raise NothingToCheck(say("there is nothing to amend"), way_out=say("Ship as the contract says."))
    files = [asked.out]
    files += [asked.out.with_suffix(".eml")] if asked.mail else []
    files += [asked.out.with_suffix(".pdf")] if asked.pdf else []
    for file in files:
        refuse_existing(file)
    deal = checked.deal
    first = min(one.window.first for one in deal.shipments) - timedelta(days=_BEFORE_SHIPMENT)
    languages = TONGUES[asked.language or deal.language]
    until = first if first > today else None
    paper = in_languages(
        lambda: amendment_request(checked.judgement, deal, languages, today=today, until=until), contract
    )
    write_paper(paper, asked.out, workspace)
    if asked.mail:
        write_atomic(
            asked.out.with_suffix(".eml"), request_mail(paper, deal, asked.out.read_bytes(), asked.out.name)
        )
    if asked.pdf:
        from tradedocs.word.topdf import to_pdf

        to_pdf(asked.out, asked.out.with_suffix(".pdf"))
    return tuple(files)
