"""The user's job "tell them": after a check, the document that fits its verdict."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date, datetime
from functools import partial
from pathlib import Path
from typing import get_args

from tradedocs.contract.papers.credit import credit_view
from tradedocs.contract.papers.hold import hold_notice
from tradedocs.contract.papers.mail import notice_mail
from tradedocs.contract.papers.reject import non_conformity_notice, reinspection_request
from tradedocs.contract.papers.release import release_note, release_under_concession
from tradedocs.contract.papers.verdict import Ruled
from tradedocs.contract.spec import spec_of
from tradedocs.errors import UsageError
from tradedocs.files import sha256_of, writable, write_atomic
from tradedocs.flows.adopt import read_adopted
from tradedocs.flows.inforce import chain_of
from tradedocs.flows.inspection import TONGUES, in_languages, refuse_existing, write_paper
from tradedocs.flows.onrecord import NOTIFIED, RELEASED
from tradedocs.flows.staged import staged
from tradedocs.formats.check_json import check_json
from tradedocs.ledger import Ledger
from tradedocs.model.contract import Article
from tradedocs.model.deal import Deal
from tradedocs.model.finding import Judgement, Verdict
from tradedocs.model.paper import NoticeKind, Paper
from tradedocs.model.spec import Spec
from tradedocs.ui import say
from tradedocs.words.bilingual import Languages
from tradedocs.workspace import Workspace
from tradedocs.yamlfile import load

_FITS: dict[Verdict, tuple[Callable[[Ruled], Paper], ...]] = {
    Verdict.RELEASE: (release_note,),
    Verdict.CONCESSION: (release_under_concession,),
    Verdict.HOLD: (hold_notice,),
    Verdict.REJECT: (non_conformity_notice, reinspection_request),
}
NAMES: tuple[NoticeKind, ...] = get_args(NoticeKind)
"""The files that may be written, without their ending."""
_VERDICT = "verdict.json"


def ready_for_notices(folder: Path, *, verdict_too: bool = True) -> None:
    """Make sure that notices can be written to the folder, before anything is recorded.

    A notice of an earlier check may have been sent: it is not replaced.

    Raises:
        UsageError: the name is of a file, or the folder holds notices already.
        ToolError: the folder cannot be written.
    """
    if folder.exists() and not folder.is_dir():
        raise UsageError(
            say("this is a file"), place=str(folder), way_out=say("Name a folder with --notice.")
        )
    files = (f"{name}{suffix}" for name in NAMES for suffix in (".docx", ".pdf", ".eml"))
    for name in (*files, *((_VERDICT,) if verdict_too else ())):
        refuse_existing(folder / name)
    writable(folder)


def write_notices(
    judgement: Judgement,
    basis: Path,
    addenda: Sequence[Path],
    folder: Path,
    workspace: Workspace,
    *,
    now: datetime,
    mail: bool = False,
    pdf: bool = False,
) -> tuple[Path, ...]:
    """Write what fits the verdict, and beside it the verdict.json whose hash the documents name.

    The ledger says that a release was used, or a notice written, and names every file by its hash, before they appear.
    With a letter of credit the view of the certificate is written, too. `mail` adds an unsent e-mail for each notice,
    `pdf` a PDF for each document.

    Raises:
        UsageError: the contract has no text in one of its languages.
        BuildError: the template of notices does not fit.
        ToolError: the folder or the ledger cannot be written; no file appears.
    """
    today = now.date()
    verdict = check_json(judgement).encode() + b"\n"
    spec, deal, articles, languages = _contract(basis, addenda, workspace, today)
    ruled = Ruled(judgement, spec, deal, articles, languages, sha256_of(verdict), today)
    fitting = _FITS.get(judgement.verdict, (hold_notice,))
    if deal is not None and deal.has_credit:
        fitting = (*fitting, credit_view)
    papers = [in_languages(partial(make, ruled), basis) for make in fitting]
    with staged(folder) as place:
        write_atomic(place / _VERDICT, verdict)
        files = [
            one for paper in papers for one in _written(paper, ruled, place, workspace, verdict, mail, pdf)
        ]
        _record(judgement, (place / _VERDICT, *files), workspace, now)
    return tuple(folder / file.name for file in files)


def _written(
    paper: Paper, ruled: Ruled, place: Path, workspace: Workspace, verdict: bytes, mail: bool, pdf: bool
) -> Iterator[Path]:  # fmt: skip
    file = place / f"{paper.kind}.docx"
    write_paper(paper, file, workspace)
    yield file
    if pdf:
        from tradedocs.word.topdf import to_pdf

        to_pdf(file, file.with_suffix(".pdf"))
        yield file.with_suffix(".pdf")
    if mail and paper.kind != "credit-view":
        letter = file.with_suffix(".eml")
        write_atomic(letter, notice_mail(paper, ruled, file.read_bytes(), verdict))
        yield letter


def _record(judgement: Judgement, files: Sequence[Path], workspace: Workspace, now: datetime) -> None:
    if workspace.ledger is None:
        return
    facts = {
        "contract_no": judgement.contract_no,
        "contract_sha256": judgement.contract_sha256,
        "shipment": judgement.lines[0].shipment,
        "verdict": str(judgement.verdict),
        "gate": judgement.gate,
        "check_row": judgement.anchor.row if judgement.anchor is not None else None,
        "reports": [
            {"file": one.file, "sha256": one.sha256, "report_no": one.report_no,
             "lots": list(one.remembered.lots) if one.remembered is not None else []}
            for one in judgement.reports
        ],
        "written": {file.name: sha256_of(file.read_bytes()) for file in files},
    }  # fmt: skip
    Ledger(workspace.ledger).append(RELEASED if judgement.verdict.releases else NOTIFIED, facts, at=now)


def _contract(
    path: Path, addenda: Sequence[Path], workspace: Workspace, today: date
) -> tuple[Spec, Deal | None, tuple[Article, ...], Languages]:
    """What the notices cite: a built contract holds its deal and articles, a deal file and an adopted Spec less."""
    if path.suffix.lower() in (".yaml", ".yml"):
        deal = load(path, Deal)
        return spec_of(deal), deal, (), TONGUES[deal.language]
    if path.suffix.lower() == ".json":
        adopted, _, _ = read_adopted(path)
        chinese = any(line.description_zh for line in adopted.spec.lines)
        return adopted.spec, None, (), TONGUES["en-zh" if chinese else "en"]
    chain = chain_of(path, addenda, workspace, on=today, beside=True)
    return chain.spec, chain.last.deal, chain.articles, chain.last.passport.languages
