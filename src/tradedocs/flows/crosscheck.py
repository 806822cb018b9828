"""The user's job "may these goods be shipped": contract or deal, reports, verdict, ledger."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any, NamedTuple

from tradedocs.check.against import in_company, remembered
from tradedocs.check.called import not_examined
from tradedocs.check.case import Case, Standing, Use, make_case
from tradedocs.check.gates import overall_gates, verdict_at
from tradedocs.check.sampled import sampled
from tradedocs.check.statements import case_of
from tradedocs.check.verdict import findings_of, verdicts_of
from tradedocs.errors import NothingToCheck, UsageError
from tradedocs.files import read_bytes, sha256_of
from tradedocs.flows.basis import Basis, basis_of, shipment_of
from tradedocs.flows.checkrow import checked, facts_of, reads_of
from tradedocs.flows.issuers import use_issuers
from tradedocs.flows.letterhead import with_letterhead
from tradedocs.flows.onrecord import CHECK, on_record
from tradedocs.flows.persons import OnRecord, persons_said
from tradedocs.flows.reading import read_or_name
from tradedocs.flows.second_reading import with_second_readings
from tradedocs.flows.vocabulary import use_vocabulary
from tradedocs.flows.witness import available
from tradedocs.ledger import Ledger, Row
from tradedocs.model.amount import Quantity
from tradedocs.model.concession import Concession
from tradedocs.model.finding import (
    Finding,
    Gate,
    Judgement,
    Verdict,
)
from tradedocs.model.report import Report
from tradedocs.model.spec import SpecShipment
from tradedocs.ui import say
from tradedocs.workspace import Workspace

_LIMIT = 60_000_000


def crosscheck(
    basis_path: Path,
    report_paths: tuple[Path, ...],
    *,
    workspace: Workspace,
    shipment: int | None,
    unsigned: bool,
    now: datetime,
    addenda: Sequence[Path] = (),
    rework: Path | None = None,
    shown: Callable[[tuple[Path, ...]], Iterable[Path]] = tuple,
    naming: Callable[[Case], OnRecord] | None = None,
    gate: Gate = "documents",
    bl_date: date | None = None,
) -> Judgement:
    """Read the reports, hold them against the Spec, and record the verdict before it is returned.

    `gate` is the one whose verdict is the judgement's; `bl_date` the day of shipment as the transport document has it.
    `rework` is the record of what was done to goods that had failed; its hash is recorded. `naming` is asked, before
    the verdict, which names of the reports a person confirms; it gives what is then on record. `shown` hands out the
    report files one by one, so that a caller can show how far the reading is.

    Raises:
        NothingToCheck: no report was given.
        TradedocsError: as `basis_of`, `shipment_of`, the reader and the ledger say.
    """
    _refuse(report_paths, bl_date, now.date())
    use_vocabulary(workspace)
    use_issuers(workspace)
    basis = basis_of(basis_path, workspace, addenda, today=now.date())
    chosen = shipment_of(basis.spec, shipment)
    read = {
        path: with_letterhead(path, read_or_name(path, roots=workspace.roots)) for path in shown(report_paths)
    }
    paths = {report.source.sha256: path for path, report in read.items()}
    rows = tuple(Ledger(workspace.ledger).rows()) if workspace.ledger is not None else ()
    reworked = _hashed(rework) if rework is not None else None
    reports = _each_once(tuple(read.values()))
    record = persons_said(workspace, rows)
    if naming is not None:
        bare = Standing(ledger=False, signed=False, unsigned_accepted=False, mappings=record.mappings)
        record = naming(make_case(basis.spec, chosen, reports, bare))
    reports = with_second_readings(paths, reports, basis.spec, chosen, workspace, record.mappings)
    judged_on = _Given(unsigned, bl_date, reworked, now.date())
    standing = _standing(basis, rows, record, judged_on, chosen.number, ledger=workspace.ledger is not None)
    judgement = judge(basis, chosen, reports, standing, gate)
    if workspace.ledger is None:
        return judgement
    row = (CHECK, {**facts_of(judgement), **_rework_of(reworked)})
    *_, anchor = Ledger(workspace.ledger).append_rows((*reads_of(judgement, rows), row), at=now)
    return judgement.model_copy(update={"anchor": anchor})


def _refuse(reports: tuple[Path, ...], bl_date: date | None, today: date) -> None:
    if not reports:
        raise NothingToCheck(
            say("no report was given"), way_out=say("Name the report files after the contract.")
        )
    if bl_date is not None and bl_date > today:
        raise UsageError(
            say("the day of shipment, {day}, lies ahead", day=bl_date),
            way_out=say("Give the date of the bill of lading once it is issued: --bl-date YYYY-MM-DD."),
        )


class _Given(NamedTuple):
    """What the user said for this check, and its day."""

    unsigned: bool
    bl_date: date | None
    reworked: tuple[str, str] | None
    today: date


def _standing(
    basis: Basis, rows: tuple[Row, ...], record: OnRecord, given: _Given, shipment: int, *, ledger: bool
) -> Standing:  # fmt: skip
    """What the check rests on besides the reports: the contract, the ledger, persons' words, and what was given."""
    earlier, unnamed = on_record(rows, basis.spec, shipment)
    return Standing(
        ledger=ledger,
        signed=bool(basis.attestations),
        unsigned_accepted=given.unsigned,
        problems=basis.problems,
        uses=tuple(_uses(rows)),
        draft=basis.draft,
        second_reader=available(),
        addenda=basis.addenda,
        scale_releases=basis.scale_releases,
        shipped=given.bl_date,
        on_record=earlier,
        unnamed_on_record=unnamed,
        rework=" ".join(given.reworked) if given.reworked else None,
        basis=basis.sha256,
        today=given.today,
        credit=basis.credit,
        resolutions=record.resolutions,
        concessions=record.concessions,
        mappings=record.mappings,
    )


def judge(
    basis: Basis,
    shipment: SpecShipment,
    reports: tuple[Report, ...],
    standing: Standing,
    gate: Gate = "documents",
) -> Judgement:
    """The verdict on one shipment: pure, so that the same facts give the same verdict."""
    case = case_of(basis.spec, shipment, reports, standing)
    findings = findings_of(case)
    lines = verdicts_of(case, findings, gate)
    gates = overall_gates(lines, findings)
    return Judgement(
        contract_no=basis.spec.contract_no,
        contract_file=basis.file,
        contract_sha256=basis.sha256,
        spec_sha256=basis.spec.sha256,
        unsigned=not standing.signed,
        attestations=basis.attestations,
        gate=gate,
        gates=gates,
        bl_date=standing.shipped,
        not_examined=not_examined(basis.spec),
        verdict=verdict_at(gates, gate),
        lines=lines,
        findings=findings,
        reports=tuple(
            checked(case, report, in_company(remembered(case, report), findings)) for report in reports
        ),
        sampling=sampled(case, findings),
        concessions=_needed(findings),
    )


def _needed(findings: tuple[Finding, ...]) -> tuple[Concession, ...]:
    needed = {one.conceded.row: one.conceded for one in findings if one.conceded is not None}
    return tuple(needed[row] for row in sorted(needed))


def _hashed(rework: Path) -> tuple[str, str]:
    """The name of the record of the rework, and its hash."""
    return rework.name, sha256_of(read_bytes(rework, limit=_LIMIT))


def _rework_of(reworked: tuple[str, str] | None) -> dict[str, object]:
    return {"rework": {"file": reworked[0], "sha256": reworked[1]}} if reworked else {}


def _uses(rows: Iterable[Row]) -> Iterator[Use]:
    """What reports have released before, as the ledger tells it."""
    for row in rows:
        if row.kind == CHECK and row.facts.get("verdict") in (Verdict.RELEASE, Verdict.CONCESSION):
            for used in row.facts["reports"]:
                yield Use(
                    used["sha256"],
                    used["report_no"],
                    row.facts["contract_no"],
                    row.facts["shipment"],
                    row.row,
                    tuple(_covered(one) for one in used.get("covers", ())),
                )


def _covered(facts: Mapping[str, Any]) -> tuple[int, Quantity]:
    return int(facts["line"]), Quantity(number=Decimal(str(facts["number"])), unit=str(facts["unit"]))


def _each_once(reports: tuple[Report, ...]) -> tuple[Report, ...]:
    return tuple({report.source.sha256: report for report in reports}.values())
