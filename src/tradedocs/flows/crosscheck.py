"""The user's job "may these goods be shipped": contract or deal, reports, verdict, ledger."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from tradedocs.check.case import Standing, Use, make_case
from tradedocs.check.sampled import sampled
from tradedocs.check.scaleclause import releases_in_zone
from tradedocs.check.verdict import findings_of, verdicts_of
from tradedocs.errors import NothingToCheck, RefusedInput, UsageError
from tradedocs.files import read_bytes, sha256_of
from tradedocs.flows.adopt import read_adopted
from tradedocs.flows.inforce import chain_of
from tradedocs.flows.life import BUILT, Life, life_of
from tradedocs.flows.reading import read_or_name
from tradedocs.flows.second_reading import with_second_readings
from tradedocs.flows.vocabulary import use_vocabulary
from tradedocs.flows.witness import available
from tradedocs.ledger import Ledger
from tradedocs.model.finding import CheckedReport, Finding, Judgement, LineVerdict, Printed, Verdict, gravest
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

        return Basis(spec_of(load(path, Deal)), path.name, sha256_of(read_bytes(path, limit=_LIMIT)))
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
    shown: Callable[[tuple[Path, ...]], Iterable[Path]] = tuple,
) -> Judgement:
    """Read the reports, hold them against the Spec, and record the verdict before it is returned.

    `shown` hands out the report files one by one, so that a caller can show how far the reading is.

    Raises:
        NothingToCheck: no report was given.
        TradedocsError: as `basis_of`, `shipment_of`, the reader and the ledger say.
    """
    if not report_paths:
        raise NothingToCheck(
            say("no report was given"), way_out=say("Name the report files after the contract.")
        )
    use_vocabulary(workspace)
    basis = basis_of(basis_path, workspace, addenda, today=now.date())
    chosen = shipment_of(basis.spec, shipment)
    read = {path: read_or_name(path) for path in shown(report_paths)}
    paths = {report.source.sha256: path for path, report in read.items()}
    reports = with_second_readings(paths, _each_once(tuple(read.values())), basis.spec, chosen, workspace)
    standing = Standing(
        ledger=workspace.ledger is not None,
        signed=bool(basis.attestations),
        unsigned_accepted=unsigned,
        problems=basis.problems,
        uses=tuple(_uses(workspace)),
        draft=basis.draft,
        second_reader=available(),
        addenda=basis.addenda,
        scale_releases=basis.scale_releases,
    )
    judgement = judge(basis, chosen, reports, standing)
    if workspace.ledger is None:
        return judgement
    anchor = Ledger(workspace.ledger).append("check", _facts(judgement), at=now)
    return judgement.model_copy(update={"anchor": anchor})


def judge(basis: Basis, shipment: SpecShipment, reports: tuple[Report, ...], standing: Standing) -> Judgement:
    """The verdict on one shipment: pure, so that the same facts give the same verdict."""
    case = make_case(basis.spec, shipment, reports, standing)
    findings = findings_of(case)
    lines = verdicts_of(case, findings)
    return Judgement(
        contract_no=basis.spec.contract_no,
        contract_file=basis.file,
        contract_sha256=basis.sha256,
        spec_sha256=basis.spec.sha256,
        unsigned=not standing.signed,
        attestations=basis.attestations,
        verdict=_overall(lines, findings),
        lines=lines,
        findings=findings,
        reports=tuple(_checked(report) for report in reports),
        sampling=sampled(case, findings),
    )


def _overall(lines: tuple[LineVerdict, ...], findings: tuple[Finding, ...]) -> Verdict:
    return gravest((*(line.verdict for line in lines), *(finding.severity for finding in findings)))


def _uses(workspace: Workspace) -> Iterator[Use]:
    """What reports have released before, as the ledger tells it."""
    if workspace.ledger is None:
        return
    for row in Ledger(workspace.ledger).rows():
        if row.kind == "check" and row.facts.get("verdict") == Verdict.RELEASE:
            for used in row.facts["reports"]:
                yield Use(
                    used["sha256"],
                    used["report_no"],
                    row.facts["contract_no"],
                    row.facts["shipment"],
                    row.row,
                )


def _each_once(reports: tuple[Report, ...]) -> tuple[Report, ...]:
    return tuple({report.source.sha256: report for report in reports}.values())


def _checked(report: Report) -> CheckedReport:
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
        closed=report.source.revisions,
        revisions=report.revisions,
        unread=report.unread,
        printed=_printed(report),
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
        "verdict": str(judgement.verdict),
        "rules": sorted({finding.rule for finding in judgement.findings}),
        "reports": [{"sha256": report.sha256, "report_no": report.report_no} for report in judgement.reports],
    }
