"""The demonstration: the sample deals become contracts, and the sample reports are checked against them."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from tradedocs.errors import ToolError, UsageError
from tradedocs.files import read_text
from tradedocs.flows.approvers import add_approver
from tradedocs.flows.approving import Yes, approve_clauses
from tradedocs.flows.build import build
from tradedocs.flows.clauses import library_of
from tradedocs.flows.crosscheck import crosscheck
from tradedocs.flows.verdict_files import write_verdict
from tradedocs.flows.witness import available
from tradedocs.model.approval import Approver
from tradedocs.model.base import Fact
from tradedocs.model.finding import Verdict
from tradedocs.ui import say
from tradedocs.workspace import Workspace, init, packaged
from tradedocs.yamlfile import plain

APPROVER, ROLE = "Demo counsel", "demonstration only"
_MARKER = ".tradedocs-demo"
_SHOWN = ("pass", "fail", "incomplete")


class SampleSet(Fact):
    """Reports of one sample deal that are checked together, and what the check must say."""

    deal: str
    name: str
    reports: tuple[str, ...]
    verdict: Verdict
    shipment: int | None = None


@dataclass(frozen=True)
class ContractMade:
    """A contract of the demonstration; the PDF is None, with the reason, where LibreOffice is missing."""

    deal: str
    file: Path
    pdf: Path | None
    why_no_pdf: str


@dataclass(frozen=True)
class CheckMade:
    """A check of the demonstration: what it said, what it had to say, and its page."""

    deal: str
    name: str
    verdict: Verdict
    expected: Verdict
    page: Path


def sample_sets(samples: Path) -> tuple[SampleSet, ...]:
    """The sets of reports that the samples come with."""
    source = read_text(samples / "expected.yaml", limit=1_000_000)
    return tuple(
        SampleSet(deal=one["deal"], name=one["set"], reports=tuple(one["reports"]), verdict=one["verdict"],
                  shipment=one.get("shipment"))
        for one in plain(source, "expected.yaml")
    )  # fmt: skip


def prepare(folder: Path, now: datetime) -> Workspace:
    """A fresh demonstration folder with a workspace in which every clause is approved by "Demo counsel".

    Raises:
        UsageError: the folder holds something that no demonstration wrote; it is left as it is.
    """
    if folder.exists() and any(folder.iterdir()):
        if not (folder / _MARKER).is_file():
            raise UsageError(
                say("the folder holds files that are not of a demonstration"),
                place=str(folder),
                way_out=say("Name another folder: tradedocs demo --out FOLDER."),
            )
        shutil.rmtree(folder)
    folder.mkdir(parents=True, exist_ok=True)
    (folder / _MARKER).write_text(
        say("tradedocs demo writes this folder anew each time.") + "\n", encoding="utf-8"
    )
    workspace = init(folder / "workspace")
    clauses = library_of(workspace).clauses
    add_approver(workspace, Approver(name=APPROVER, role=ROLE), now=now)
    approve_clauses(workspace, clauses, Yes(APPROVER, ROLE, now.date()), now=now)
    return workspace


def run(folder: Path, workspace: Workspace, now: datetime) -> Iterator[ContractMade | CheckMade]:
    """Build each sample contract, then check each of its sets of reports, one after the other.

    What rejects comes last: it stays on record, and would reject every later check of the shipment.
    """
    samples = packaged().samples
    sets = sorted(
        (one for one in sample_sets(samples) if one.name in _SHOWN),
        key=lambda one: one.verdict == Verdict.REJECT,
    )
    for deal in dict.fromkeys(one.deal for one in sets):
        made = _contract(samples / deal / "deal.yaml", folder / deal, workspace, now)
        yield made
        for one in sets:
            if one.deal == deal:
                yield _check(one, made.file, samples / deal / "reports", folder / deal, workspace, now)


def _contract(deal: Path, folder: Path, workspace: Workspace, now: datetime) -> ContractMade:
    out = folder / "contract.docx"
    try:
        built = build(deal, out, workspace=workspace, now=now, pdf=True)
    except ToolError as error:
        built = build(deal, out, workspace=workspace, now=now)
        return ContractMade(folder.name, built.file, None, f"{error.message}. {error.way_out}")
    return ContractMade(folder.name, built.file, built.pdf, "")


def _check(
    one: SampleSet, contract: Path, reports: Path, folder: Path, workspace: Workspace, now: datetime
) -> CheckMade:
    paths = tuple(reports / name for name in one.reports)
    judgement = crosscheck(
        contract, paths, workspace=workspace, shipment=one.shipment, unsigned=True, now=now
    )
    _, page = write_verdict(judgement, paths, folder / one.name)
    expected = Verdict.HOLD if one.verdict is Verdict.RELEASE and not available() else one.verdict
    return CheckMade(one.deal, one.name, judgement.verdict, expected, page)
