"""The user's job "make the contract of this deal": deal, clauses, Word file, PDF, ledger, receipt."""

from __future__ import annotations

import tempfile
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Literal

from tradedocs.contract import assemble, with_gaps
from tradedocs.contract.facts import KINDS
from tradedocs.contract.standins import stand_in
from tradedocs.errors import BuildError, UsageError
from tradedocs.files import read_bytes, sha256_of, writable, write_atomic
from tradedocs.flows.deal_check import findings_of, refuse_errors
from tradedocs.flows.overwrite import refuse_to_overwrite
from tradedocs.flows.receipt import facts_of, receipt_text
from tradedocs.flows.templates import template_of
from tradedocs.ledger import Ledger
from tradedocs.library import Library, load_library, load_register
from tradedocs.model.contract import Contract
from tradedocs.model.deal import Deal
from tradedocs.model.dealfinding import DealJudgement
from tradedocs.model.finding import Anchor
from tradedocs.ui import say
from tradedocs.word.build import BuiltFile, build_file
from tradedocs.word.highlight import cover_gaps
from tradedocs.word.topdf import to_pdf
from tradedocs.words.missing import gaps_shown
from tradedocs.workspace import Workspace
from tradedocs.yamlfile import Places, load_placed

_DEAL_LIMIT = 2_000_000
_DRAFT = "-DRAFT"

Languages = Literal["en", "zh", "en-zh"]


@dataclass(frozen=True)
class Built:
    """What was written. `draft_reasons` is empty when the contract may be signed; `rules` holds no error."""

    file: Path
    sha256: str
    pdf: Path | None
    receipt: Path
    contract_no: str
    draft_reasons: tuple[str, ...]
    anchor: Anchor | None
    rules: DealJudgement


def build(
    deal_file: Path,
    out: Path,
    *,
    workspace: Workspace,
    now: datetime,
    language: Languages | None = None,
    pdf: bool = False,
    as_of: date | None = None,
    template: str | None = None,
    draft: bool = False,
) -> Built:
    """Build the contract of a deal file and write it, its receipt and, on request, its PDF.

    Args:
        deal_file: the deal.yaml.
        out: where the contract goes; a draft is named `…-DRAFT.docx` there.
        workspace: whose clauses, approvals, template and ledger count.
        now: the moment for the ledger.
        language: another choice than the deal's own.
        pdf: whether to make a PDF beside it.
        as_of: the day whose approvals count; later ones do not. Default: the day of `now`.
        template: the name of a template of the workspace, or a file; default: the classic one.
        draft: make a draft in which a missing value is a highlighted mark, `[● key]`, and no error.

    Raises:
        InputError: the deal, a clause or the register of approvals holds errors.
        BuildError: the contract cannot be built, a deal rule forbids it, or not all of it is found again in the file.
        UsageError: a file cannot be read, or what stands at `out` was edited by somebody.
        ToolError: a file cannot be written, or the PDF not be made.
    """
    deal_sha256 = sha256_of(read_bytes(deal_file, limit=_DEAL_LIMIT))
    deal, places, gaps = _deal(deal_file, draft=draft)
    if language is not None:
        deal = deal.model_copy(update={"language": language})
    look = template_of(workspace, template)
    library, day = load_library(workspace.clauses, facts=KINDS), as_of or now.date()
    try:
        contract = _contract(deal, library, workspace, day, gaps)
    except BuildError as error:
        raise BuildError(error.message, place=str(deal_file), way_out=error.way_out) from error
    rules = findings_of(deal, places, library, day, assembled=True)
    if draft:
        contract = _with_errors(contract, rules)
    else:
        refuse_errors(rules)
    target = _target(out, draft=contract.draft)
    refuse_to_overwrite(target, deal_no=contract.deal.contract_no, pdf=pdf)
    writable(target.parent)
    made = build_file(contract, look, deal_sha256=deal_sha256)
    return _written(target, made, contract, _pdf(made.data) if pdf else None, workspace, now, rules)


def _deal(file: Path, *, draft: bool) -> tuple[Deal, Places, tuple[str, ...] | None]:
    """The deal with its places, and for a draft the keys that it leaves out and for which a mark stands."""
    if not draft:
        return (*load_placed(file, Deal), None)
    with gaps_shown() as gaps:
        deal, places = load_placed(file, Deal, missing=stand_in)
        return deal, places, tuple(gaps)


def _contract(
    deal: Deal, library: Library, workspace: Workspace, day: date, gaps: tuple[str, ...] | None
) -> Contract:
    """`gaps` are the keys that a draft leaves open; None for a contract that is to be whole."""
    approvals = load_register(workspace.clauses).counting(library.clauses, day)
    contract = assemble(deal, library, approvals, gaps=gaps is not None)
    return with_gaps(contract, (*gaps, *cover_gaps(contract))) if gaps is not None else contract


def _with_errors(contract: Contract, rules: DealJudgement) -> Contract:
    """A draft says what the deal rules refuse, and is built all the same."""
    reasons = (
        say("{rule}: {message}", rule=one.rule, message=one.message)
        for one in rules.findings
        if one.severity == "error"
    )
    return contract.model_copy(update={"draft_reasons": (*contract.draft_reasons, *reasons)})


def _target(out: Path, *, draft: bool) -> Path:
    if out.suffix.lower() != ".docx":
        raise UsageError(
            say("the contract is a Word file"), place=str(out), way_out=say("Name it with the ending .docx.")
        )
    if draft and not out.stem.endswith(_DRAFT):
        return out.with_name(f"{out.stem}{_DRAFT}.docx")
    return out


def _pdf(data: bytes) -> bytes:
    with tempfile.TemporaryDirectory(prefix="tradedocs-") as scratch:
        docx, pdf = Path(scratch) / "contract.docx", Path(scratch) / "contract.pdf"
        docx.write_bytes(data)
        to_pdf(docx, pdf)
        return pdf.read_bytes()


def _written(
    target: Path, made: BuiltFile, contract: Contract, pdf: bytes | None, workspace: Workspace, now: datetime,
    rules: DealJudgement,
) -> Built:  # fmt: skip
    """The ledger comes first: a row without a file does no harm, a file without a row proves nothing."""
    data = made.data
    facts = facts_of(made, contract, pdf)
    anchor = Ledger(workspace.ledger).append("contract-built", facts, at=now) if workspace.ledger else None
    write_atomic(target, data)
    pdf_file = target.with_suffix(".pdf") if pdf is not None else None
    if pdf is not None and pdf_file is not None:
        write_atomic(pdf_file, pdf)
    receipt = target.with_suffix(".receipt.json")
    write_atomic(receipt, receipt_text(target.name, facts, contract.draft_reasons, anchor).encode())
    return Built(
        file=target,
        sha256=sha256_of(data),
        pdf=pdf_file,
        receipt=receipt,
        contract_no=contract.deal.contract_no,
        draft_reasons=contract.draft_reasons,
        anchor=anchor,
        rules=rules,
    )
