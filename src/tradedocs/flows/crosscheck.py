"""The user's job "may these goods be shipped": contract or deal, reports, verdict, ledger."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

from tradedocs.check.against import in_company, remembered
from tradedocs.check.called import not_examined
from tradedocs.check.case import Case, Standing, Use, make_case
from tradedocs.check.coverage import covered
from tradedocs.check.gates import overall_gates, verdict_at
from tradedocs.check.sampled import sampled
from tradedocs.check.scaleclause import releases_in_zone
from tradedocs.check.statements import case_of
from tradedocs.check.verdict import findings_of, verdicts_of
from tradedocs.errors import NothingToCheck, RefusedInput, UsageError
from tradedocs.files import read_bytes, sha256_of
from tradedocs.flows.adopt import read_adopted
from tradedocs.flows.inforce import chain_of
from tradedocs.flows.issuers import use_issuers
from tradedocs.flows.life import BUILT, Life, life_of
from tradedocs.flows.onrecord import CHECK, on_record, recorded
from tradedocs.flows.persons import OnRecord, persons_said
from tradedocs.flows.reading import read_or_name
from tradedocs.flows.second_reading import with_second_readings
from tradedocs.flows.vocabulary import use_vocabulary
from tradedocs.flows.witness import available
from tradedocs.ledger import Ledger, Row
from tradedocs.model.amount import Quantity
from tradedocs.model.concession import Concession
from tradedocs.model.finding import (
    CheckedReport,
    Covered,
    Finding,
    Gate,
    Judgement,
    Printed,
    Remembered,
    Verdict,
)
from tradedocs.model.life import Attestation
from tradedocs.model.report import Report, Stated, StatedCount, StatedDate
from tradedocs.model.spec import Spec, SpecShipment
from tradedocs.ui import say
from tradedocs.workspace import Workspace

_LIMIT = 60_000_000


@dataclass(frozen=True)
class Basis:
    """What reports are checked against: the Spec, the file that it came from, and what speaks against the file.

    `scale_releases`: a clause of the contract says that a value in the adjustment zone does not stop the release.
    `credit`: whether a part of the price is paid by letter of credit; None where the basis does not tell.
    `attestations` tell who says that the contract and its addenda were signed; empty while nobody does.
    """

    spec: Spec
    file: str
    sha256: str
    problems: tuple[str, ...] = ()
    draft: bool = False
    attestations: tuple[Attestation, ...] = ()
    addenda: tuple[str, ...] = ()
    scale_releases: bool = False
    credit: bool | None = None


def basis_of(
    path: Path, workspace: Workspace, addenda: Sequence[Path] = (), *, today: date | None = None
) -> Basis:
    """The Spec of a built contract (.docx) with its signed addenda, an adopted one (.json), or a deal file (.yaml).

    Signed addenda that lie beside the contract under the name that they were built with need not be named. Only those
    that apply by `today` count (None: all of them).

    Raises:
        UsageError: the file is of neither kind or cannot be read.
        InputError: the deal file holds errors.
        RefusedInput: the DOCX is no contract of this program.
    """
    if addenda and path.suffix.lower() != ".docx":
        raise UsageError(
            say("only a contract that was built has addenda"), place=str(path),
            way_out=say("Name the signed contract (.docx) before them."),
        )  # fmt: skip
    if path.suffix.lower() in (".yaml", ".yml"):
        from tradedocs.contract.spec import spec_of
        from tradedocs.model.deal import Deal
        from tradedocs.yamlfile import load

        deal = load(path, Deal)
        digest = sha256_of(read_bytes(path, limit=_LIMIT))
        return Basis(spec_of(deal), path.name, digest, credit=deal.has_credit)
    if path.suffix.lower() == ".docx":
        return _of_contract(path, workspace, addenda, today)
    if path.suffix.lower() == ".json":
        return _of_adopted(path, workspace)
    raise UsageError(
        say("neither a contract (.docx, or .json where it was adopted) nor a deal file (.yaml)"),
        place=str(path),
        way_out=say("Give the contract that `tradedocs contract build` wrote, or the deal file."),
    )


def _of_contract(path: Path, workspace: Workspace, addenda: Sequence[Path], today: date | None) -> Basis:
    try:
        chain = chain_of(path, addenda, workspace, on=today, beside=True)
    except RefusedInput as error:
        raise RefusedInput(
            say("HOLD contract-altered: {what}", what=error.message), place=error.place, way_out=error.way_out
        ) from error
    contract, life = chain.contract, chain.life
    problems = (*contract.problems, *_unrecorded(contract.spec, contract.sha256, life, workspace))
    signed = life.attestation(contract.sha256) is not None
    return Basis(
        chain.spec, path.name, contract.sha256, problems, contract.passport.draft,
        chain.attestations if signed else (), (*chain.problems, *chain.open),
        any(map(releases_in_zone, chain.articles)),
        None if chain.last.deal is None else chain.last.deal.has_credit,
    )  # fmt: skip


def _of_adopted(path: Path, workspace: Workspace) -> Basis:
    adopted, digest, disagreements = read_adopted(path)
    life = life_of(adopted.contract_no, workspace)
    attested = life.attestation(digest)
    problems = (*disagreements, *_unrecorded(adopted.spec, digest, life, workspace))
    return Basis(adopted.spec, path.name, digest, problems, attestations=(attested,) if attested else ())


def _unrecorded(spec: Spec, digest: str, life: Life, workspace: Workspace) -> Iterator[str]:
    """Without a ledger there is nothing to compare with; the rule `no-ledger` holds that case."""
    if workspace.ledger is None:
        return
    if life.built(digest) is None and life.attestation(digest) is None:
        yield say(
            "the contract's hash is not in the ledger: the file was changed after it was built, or built elsewhere"
        )
        return
    in_force = life.in_force
    if in_force is not None:
        if in_force.file_sha256 != digest:
            yield say("another file of contract {no} is the signed one (ledger row {row}, signed on {on})",
                      no=spec.contract_no, row=in_force.row, on=in_force.on)  # fmt: skip
        return
    built = [row.facts for row in life.rows if row.kind == BUILT]
    if built and built[-1].get("spec_sha256") != spec.sha256:
        yield say("the contract was built again with another specification; this file is not the last one")


def shipment_of(spec: Spec, number: int | None) -> SpecShipment:
    """The shipment that is checked.

    Raises:
        UsageError: there are several and none was named, or there is none of that number.
    """
    if number is None and len(spec.shipments) == 1:
        return spec.shipments[0]
    for shipment in spec.shipments:
        if shipment.number == number:
            return shipment
    known = ", ".join(str(shipment.number) for shipment in spec.shipments)
    fact = (
        say("the contract has several shipments")
        if number is None
        else say("there is no shipment {n}", n=number)
    )
    raise UsageError(fact, way_out=say("Name one of them: --shipment N, with N one of {known}.", known=known))


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
    if not report_paths:
        raise NothingToCheck(
            say("no report was given"), way_out=say("Name the report files after the contract.")
        )
    if bl_date is not None and bl_date > now.date():
        raise UsageError(
            say("the day of shipment, {day}, lies ahead", day=bl_date),
            way_out=say("Give the date of the bill of lading once it is issued: --bl-date YYYY-MM-DD."),
        )
    use_vocabulary(workspace)
    use_issuers(workspace)
    basis = basis_of(basis_path, workspace, addenda, today=now.date())
    chosen = shipment_of(basis.spec, shipment)
    read = {path: read_or_name(path, roots=workspace.roots) for path in shown(report_paths)}
    paths = {report.source.sha256: path for path, report in read.items()}
    rows = tuple(Ledger(workspace.ledger).rows()) if workspace.ledger is not None else ()
    earlier, unnamed = on_record(rows, basis.spec, chosen.number)
    reworked = _hashed(rework) if rework is not None else None
    reports = _each_once(tuple(read.values()))
    record = persons_said(workspace, rows)
    if naming is not None:
        bare = Standing(ledger=False, signed=False, unsigned_accepted=False, mappings=record.mappings)
        record = naming(make_case(basis.spec, chosen, reports, bare))
    reports = with_second_readings(paths, reports, basis.spec, chosen, workspace, record.mappings)
    standing = Standing(
        ledger=workspace.ledger is not None,
        signed=bool(basis.attestations),
        unsigned_accepted=unsigned,
        problems=basis.problems,
        uses=tuple(_uses(rows)),
        draft=basis.draft,
        second_reader=available(),
        addenda=basis.addenda,
        scale_releases=basis.scale_releases,
        shipped=bl_date,
        on_record=earlier,
        unnamed_on_record=unnamed,
        rework=" ".join(reworked) if reworked else None,
        basis=basis.sha256,
        today=now.date(),
        credit=basis.credit,
        resolutions=record.resolutions,
        concessions=record.concessions,
        mappings=record.mappings,
    )
    judgement = judge(basis, chosen, reports, standing, gate)
    if workspace.ledger is None:
        return judgement
    anchor = Ledger(workspace.ledger).append(CHECK, {**_facts(judgement), **_rework_of(reworked)}, at=now)
    return judgement.model_copy(update={"anchor": anchor})


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
            _checked(case, report, in_company(remembered(case, report), findings)) for report in reports
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


def _checked(case: Case, report: Report, kept: Remembered) -> CheckedReport:
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


def _facts(judgement: Judgement) -> dict[str, object]:
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
