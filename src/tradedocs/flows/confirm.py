"""A person looked at a value on the page and recorded what stands there: a witness that the check counts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from tradedocs.errors import UsageError
from tradedocs.files import sha256_of
from tradedocs.flows.ledgers import ledger_of
from tradedocs.flows.reading import read_report
from tradedocs.flows.vocabulary import use_vocabulary
from tradedocs.model.anchor import Anchor
from tradedocs.model.base import Place
from tradedocs.model.report import Report, Result, Witness
from tradedocs.pdf.document import content_of
from tradedocs.ui import say
from tradedocs.workspace import Workspace

KIND = "value-confirmed"
# Doubts about which characters stand there; a person who reads them off the page settles these and no others.
SETTLED = frozenset(
    {"ocr-only", "ocr-unsure", "witness-disagrees", "engines-disagree", "type3-font", "replacement-text"}
)


@dataclass(frozen=True)
class Wanted:
    """Which value of a report is confirmed, as the person names it."""

    page: int
    parameter: str
    specimen: str | None = None


@dataclass(frozen=True)
class Confirmation:
    """One row of the ledger: what a person read in the box of a value, in the file with that hash."""

    report_sha256: str
    place: Place
    text: str
    by: str


def confirm(
    path: Path, wanted: Wanted, text: str, by: str, *, workspace: Workspace, now: datetime
) -> tuple[Result, Anchor]:
    """Record in the ledger what the person read; the value itself and the row's anchor are returned.

    Raises:
        RefusedInput: there is no workspace, or the report cannot be read.
        UsageError: the report has no such value, or several.
    """
    ledger = ledger_of(workspace)
    use_vocabulary(workspace)
    report = read_report(path)
    result = _chosen(report, wanted)
    facts = {
        "report_sha256": sha256_of(content_of(path)),
        "page": result.place.page,
        "box": [f"{edge:.1f}" for edge in result.place.box or ()],
        "parameter": result.parameter,
        "specimen": result.specimen,
        "text": text.strip(),
        "by": by.strip(),
    }
    return result, ledger.append(KIND, facts, at=now)


def _chosen(report: Report, wanted: Wanted) -> Result:
    named = [
        result
        for result in report.results
        if result.place.page == wanted.page and _same(result.parameter, wanted.parameter)
    ]
    found = [r for r in named if wanted.specimen is None or _same(r.specimen or "", wanted.specimen)]
    if len(found) == 1:
        return found[0]
    known = "; ".join(
        f"{r.parameter}, {r.specimen}" if r.specimen else r.parameter
        for r in (found or named or [r for r in report.results if r.place.page == wanted.page])[:8]
    )
    fact = say("several values fit that name") if found else say("there is no such value on that page")
    raise UsageError(
        fact,
        place=report.source.file,
        way_out=say("Name one of these with --parameter and --specimen: {known}.", known=known or "–"),
    )


def _same(printed: str, named: str) -> bool:
    return " ".join(printed.casefold().split()) == " ".join(named.casefold().split())


def confirmations(workspace: Workspace) -> Iterator[Confirmation]:
    """Every confirmation in the workspace's ledger, oldest first."""
    if workspace.ledger is None:
        return
    for row in ledger_of(workspace).rows():
        if row.kind == KIND:
            box = [float(edge) for edge in row.facts["box"]]
            place = Place(page=row.facts["page"], box=(box[0], box[1], box[2], box[3]) if box else None)
            yield Confirmation(row.facts["report_sha256"], place, row.facts["text"], row.facts["by"])


def with_confirmations(report: Report, known: Iterable[Confirmation]) -> Report:
    """The report with a person's reading beside each value that somebody confirmed; the last word of each counts."""
    said = {one.place: one for one in known if one.report_sha256 == report.source.sha256}
    if not said:
        return report
    results = tuple(_with(r, said.get(r.place)) for r in report.results)
    return report.model_copy(update={"results": results})


def _with(result: Result, said: Confirmation | None) -> Result:
    if said is None:
        return result
    agrees = "".join(said.text.split()) == "".join((result.result or result.verdict or "").split())
    witness = Witness(by="person", text=said.text, agrees=agrees)
    settled = SETTLED if agrees else frozenset[str]()
    doubt = tuple(code for code in result.doubt if code not in settled)
    doubt += () if agrees or "person-disagrees" in doubt else ("person-disagrees",)
    return result.model_copy(update={"witnesses": (*result.witnesses, witness), "doubt": doubt})
