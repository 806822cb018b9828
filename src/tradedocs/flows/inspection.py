"""The user's job "order the inspection": order and checklist of a shipment, made of the contract."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from tradedocs.contract.papers.checklist import checklist
from tradedocs.contract.papers.job import Job, job_of
from tradedocs.contract.papers.order import inspection_order
from tradedocs.errors import RefusedInput, UsageError
from tradedocs.files import write_atomic
from tradedocs.flows.inforce import chain_of
from tradedocs.model.paper import Paper
from tradedocs.ui import say
from tradedocs.word.paper import paper_docx
from tradedocs.words.bilingual import Languages
from tradedocs.words.missing import MissingFact
from tradedocs.workspace import Workspace, packaged

TONGUES: dict[str, Languages] = {"en": ("en",), "zh": ("zh",), "en-zh": ("en", "zh")}
"""The languages that a document can be asked for in."""


@dataclass(frozen=True)
class Asked:
    """What of a contract is inspected, by whom, and in which language the document is; None: as the contract says."""

    shipment: int | None = None
    line: int | None = None
    to: str | None = None
    language: str | None = None


@dataclass(frozen=True)
class Written:
    """The files that were written; `draft` says that the contract is a draft, `problems` what keeps addenda out."""

    file: Path
    pdf: Path | None
    draft: bool
    problems: tuple[str, ...] = ()


def write_order(
    contract: Path, asked: Asked, out: Path, workspace: Workspace, *, pdf: bool, today: date
) -> Written:
    """Write the order to the inspection body.

    Raises:
        UsageError: what was asked for is not in the contract, or a file stands where the order goes.
        RefusedInput: the contract is no file of this program, was altered, or does not hold its deal.
        BuildError: the template does not fit.
    """
    return _write(contract, asked, out, workspace, inspection_order, pdf=pdf, today=today)


def write_checklist(
    contract: Path, asked: Asked, out: Path, workspace: Workspace, *, specimens: int, pdf: bool, today: date
) -> Written:
    """Write the checklist for the floor, with room for the values of that many specimens.

    Raises:
        TradedocsError: as `write_order`.
    """

    def made(job: Job) -> Paper:
        return checklist(job, specimens)

    return _write(contract, asked, out, workspace, made, pdf=pdf, today=today)


def _write(
    contract: Path, asked: Asked, out: Path, workspace: Workspace, make: Callable[[Job], Paper], *, pdf: bool,
    today: date,
) -> Written:  # fmt: skip
    files = (out, out.with_suffix(".pdf")) if pdf else (out,)
    for file in files:
        refuse_existing(file)
    chain = chain_of(contract, (), workspace, on=today, beside=True)
    if chain.last.problems:
        raise RefusedInput(
            say("the contract was altered: {what}", what=chain.last.problems[0]), place=str(contract),
            way_out=say("Give the file that was built and signed."),
        )  # fmt: skip
    passport = chain.last.passport
    languages = TONGUES[asked.language] if asked.language else passport.languages
    job = job_of(
        chain.deal, chain.articles, languages, shipment=asked.shipment, line=asked.line,
        to=asked.to, draft=passport.draft,
    )  # fmt: skip
    paper = in_languages(lambda: make(job), contract)
    write_paper(paper, out, workspace)
    made = out.with_suffix(".pdf") if pdf else None
    if made is not None:
        from tradedocs.word.topdf import to_pdf

        to_pdf(out, made)
    return Written(out, made, passport.draft, (*chain.problems, *chain.open))


def in_languages(make: Callable[[], Paper], contract: Path) -> Paper:
    """The document; a language that the contract does not have is told as such.

    Raises:
        UsageError: the contract lacks a text in a language that was asked for.
    """
    try:
        return make()
    except MissingFact as error:
        raise UsageError(
            say("the contract has no text for {key}", key=error.key), place=str(contract),
            way_out=say("Ask for a language that the contract has: --lang en."),
        ) from error  # fmt: skip


def write_paper(paper: Paper, out: Path, workspace: Workspace) -> None:
    """Write a document in its template: the workspace's own, else the packaged one.

    Raises:
        BuildError: the template does not fit.
        ToolError: the file cannot be written.
    """
    name = paper.kind if paper.kind in ("inspection-order", "inspection-checklist") else "notice"
    own = workspace.templates / f"{name}.docx"
    template = own if own.is_file() else packaged().templates / f"{name}.docx"
    write_atomic(out, paper_docx(paper, template))


def refuse_existing(file: Path) -> None:
    """Refuse to replace a file: it may have been filled in or signed.

    Raises:
        UsageError: a file stands there already.
    """
    if file.exists():
        raise UsageError(
            say("a file stands there already"), place=str(file), way_out=say("Move it away, or name another one.")
        )  # fmt: skip
