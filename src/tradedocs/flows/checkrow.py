"""What is kept of a check: what each report said of itself, and the row of the ledger."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from tradedocs.check.case import Case
from tradedocs.check.coverage import covered
from tradedocs.flows.onrecord import READ, recorded
from tradedocs.ledger import Row
from tradedocs.model.finding import CheckedReport, Covered, Finding, Judgement, Printed, Remembered
from tradedocs.model.report import Report, Stated, StatedCount, StatedDate


def checked(case: Case, report: Report, kept: Remembered) -> CheckedReport:
    """The report as the judgement names it, with the quantities that are counted on it and what is remembered."""
    return CheckedReport(
        file=report.source.file,
        sha256=report.source.sha256,
        issuer=report.issuer.text if report.issuer is not None else None,
        report_no=report.report_no.text if report.report_no is not None else None,
        family=report.family,
        pages=report.source.pages,
        issued=report.issue_date.text if report.issue_date is not None else None,
        reading=report.source.reading,
        producer=report.source.producer,
        title=report.source.title,
        encrypted=report.source.encrypted,
        signed=report.source.signed,
        signatures=report.signatures,
        closed=report.source.revisions,
        revisions=report.revisions,
        unread=report.unread,
        printed=_printed(report),
        covers=tuple(
            Covered(line=line, number=quantity.number, unit=quantity.unit)
            for line, quantity in covered(case, report)
        ),
        remembered=kept,
    )


def _printed(report: Report) -> Printed:
    identity, dates, quantities = report.identity, report.dates, report.quantities
    quantity = quantities.inspected or quantities.lot or quantities.packed
    return Printed(
        contract_no=_text(identity.contract_no),
        seller=_text(identity.seller),
        buyer=_text(identity.buyer),
        goods=_text(report.goods),
        quantity=_text(quantity),
        inspected=_text(dates.inspected or dates.sampled),
        inspected_on=_day(dates.inspected or dates.sampled),
        issued_on=_day(report.issue_date),
        place=_text(identity.place_of_inspection),
        conclusion=_text(report.conclusion_stated),
        passes=None if report.conclusion is None else report.conclusion == "pass",
    )


def _text(fact: Stated | StatedDate | StatedCount | None) -> str | None:
    return None if fact is None else fact.text


def _day(fact: StatedDate | None) -> date | None:
    """The day as understood; none where another reading is as good."""
    return None if fact is None or fact.doubt else fact.value


def facts_of(judgement: Judgement) -> dict[str, object]:
    """The row of the ledger that records the verdict, with all that later checks and persons need."""
    return {
        "contract_no": judgement.contract_no,
        "contract_sha256": judgement.contract_sha256,
        "spec_sha256": judgement.spec_sha256,
        "shipment": judgement.lines[0].shipment,
        "unsigned": judgement.unsigned,
        "attested": [{"by": one.by, "row": one.row} for one in judgement.attestations],
        "gate": judgement.gate,
        "gates": {one.gate: str(one.verdict) for one in judgement.gates},
        "bl_date": judgement.bl_date.isoformat() if judgement.bl_date is not None else None,
        "verdict": str(judgement.verdict),
        "rules": sorted({finding.rule for finding in judgement.findings}),
        "reports": [
            {**recorded(report.remembered), "covers": [one.model_dump(mode="json") for one in report.covers]}
            for report in judgement.reports
            if report.remembered is not None
        ],
        "open": [_open(one) for one in judgement.findings if one.settled is not None],
        "resolved": [one.resolved.row for one in judgement.findings if one.resolved is not None],
        "concessions": [one.row for one in judgement.concessions],
    }


def reads_of(judgement: Judgement, rows: Iterable[Row]) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """A row for each report that was not read for this shipment before: what it says it is, by its hash."""
    known = {
        (row.facts.get("contract_no"), row.facts.get("shipment"), one.get("sha256"))
        for row in rows
        if row.kind == READ
        for one in row.facts.get("reports", ())
    }
    number, shipment = judgement.contract_no, judgement.lines[0].shipment
    for report in judgement.reports:
        if (number, shipment, report.sha256) not in known:
            yield READ, {"contract_no": number, "shipment": shipment, "reports": [_read(report)]}


def _read(report: CheckedReport) -> dict[str, object]:
    lots = report.remembered.lots if report.remembered is not None else ()
    return {
        "file": report.file,
        "sha256": report.sha256,
        "report_no": report.report_no,
        "issuer": report.issuer,
        "family": report.family,
        "issued": report.issued,
        "pages": report.pages,
        "reading": report.reading,
        "lots": list(lots),
    }


def _open(finding: Finding) -> dict[str, object]:
    """What a person may resolve, as `tradedocs resolve` has to know it."""
    return {
        "id": finding.id,
        "rule": finding.rule,
        "settled": finding.settled,
        "message": finding.message,
        "fact": None if finding.about is None else {
            "kind": type(finding.about).__name__, **finding.about.model_dump(mode="json", exclude_defaults=True)
        },
    }  # fmt: skip
