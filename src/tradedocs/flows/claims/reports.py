"""A report that came with a claim: read and held against the contract's Spec, value by value."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from tradedocs.check.case import Standing
from tradedocs.flows.basis import Basis, shipment_of
from tradedocs.flows.crosscheck import judge
from tradedocs.flows.issuers import use_issuers
from tradedocs.flows.letterhead import with_letterhead
from tradedocs.flows.reading import read_report
from tradedocs.flows.vocabulary import use_vocabulary
from tradedocs.model.claim import Counted, ReportedValue, ReportEvidence
from tradedocs.model.finding import Judgement, SamplingRow, Verdict
from tradedocs.model.report import Report
from tradedocs.model.spec import Spec
from tradedocs.workspace import Workspace

_BARE = Standing(ledger=False, signed=True, unsigned_accepted=False)


def report_evidence(path: Path, spec: Spec, shipment: int, line: int, workspace: Workspace) -> ReportEvidence:
    """What the report says of the claim's goods line.

    It is no verdict on a shipment: what a report must have before shipment is not asked of it. It speaks against the
    lot when one value misses its requirement or a class has more defects than its acceptance number; for it, when
    values were found and none does; else it is HOLD. A class whose numbers are in doubt counts for nothing.

    Raises:
        TradedocsError: as the reader says.
    """
    use_vocabulary(workspace)
    use_issuers(workspace)
    report = with_letterhead(path, read_report(path, roots=workspace.roots))
    judgement = judge(Basis(spec, path.name, ""), shipment_of(spec, shipment), (report,), _BARE, "load")
    values = tuple(_values(judgement, line))
    doubted = {one.defect_class for one in report.aql if one.doubt}
    classes = [
        one
        for one in judgement.sampling
        if one.line == line and one.report is not None and one.defect_class not in doubted
    ]
    return ReportEvidence(
        report_no=report.report_no.text if report.report_no is not None else None,
        issuer=report.issuer.text if report.issuer is not None else None,
        issued=report.issue_date.text if report.issue_date is not None else None,
        sampled_by=report.sample_by,
        values=values,
        verdict=_verdict(values, classes),
        counted=_counted(classes),
        lots=_lots(report),
    )


def _values(judgement: Judgement, line: int) -> Iterator[ReportedValue]:
    for one in judgement.lines:
        if one.line != line:
            continue
        for checked in one.checked:
            for evidence in checked.evidence:
                verdict = (
                    evidence.verdict.value
                    if evidence.verdict in (Verdict.RELEASE, Verdict.REJECT)
                    else "HOLD"
                )
                yield ReportedValue(
                    parameter=evidence.result.parameter,
                    characteristic=checked.characteristic.name,
                    value=evidence.result.result or evidence.result.verdict or "–",
                    unit=evidence.result.unit,
                    page=evidence.result.place.page,
                    verdict=verdict,
                )


def _failed(row: SamplingRow) -> bool | None:
    """Whether the class has more defects than the plan accepts; None where a number is missing."""
    accept = row.plan.accept if row.plan is not None and row.plan.accept is not None else row.used.accept
    return None if row.found is None or accept is None else row.found > accept


def _verdict(values: tuple[ReportedValue, ...], classes: list[SamplingRow]) -> str:
    failed = [_failed(row) for row in classes]
    if True in failed or any(one.verdict == "REJECT" for one in values):
        return "REJECT"
    known = bool(values or classes)
    good = all(one.verdict == "RELEASE" for one in values) and all(one is False for one in failed)
    return "RELEASE" if known and good else "HOLD"


def _counted(classes: list[SamplingRow]) -> Counted | None:
    """The gravest class in which defects were found: one class is one kind of piece, so classes are never added."""
    order = ("critical", "major", "minor")
    known = [row for row in classes if row.found is not None and row.used.sample_size]
    found = [row for row in sorted(known, key=lambda row: order.index(row.defect_class)) if row.found]
    row = next(iter(found or known), None)
    if row is None or row.found is None or not row.used.sample_size or row.found > row.used.sample_size:
        return None
    return Counted(
        examined=row.used.sample_size,
        defective=row.found,
        defect_class=row.defect_class,
        drawn=f"{row.defect_class}, {row.report}",
        random="yes",
    )


def _lots(report: Report) -> tuple[str, ...]:
    return tuple(dict.fromkeys(one.text for one in report.lots))
