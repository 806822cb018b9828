"""Reports and specs in a few words, for the tests of the check."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from tradedocs.check.case import Case, Standing, make_case
from tradedocs.check.verdict import findings_of, verdicts_of
from tradedocs.flows.basis import Basis
from tradedocs.flows.crosscheck import judge
from tradedocs.model.base import Place
from tradedocs.model.finding import Finding, Judgement, Verdict, gravest
from tradedocs.model.goods import Characteristic
from tradedocs.model.report import (
    AqlRow,
    Identity,
    Quantities,
    Report,
    Result,
    Stated,
    StatedCount,
    StatedDate,
    Value,
    Witness,
)
from tradedocs.model.reportfile import ReportSource
from tradedocs.model.spec import Spec, SpecInspection, SpecLine, SpecParty, SpecShare, SpecShipment
from tradedocs.model.terms import Aql, Window

PLACE = Place(page=1, box=(10, 10, 50, 20))


def number(text: str) -> Value:
    return Value(kind="number", low=Decimal(text), high=Decimal(text))


def result(parameter: str, printed: str, unit: str | None = None, **more: Any) -> Result:
    given = more.pop("value", None) or _value(printed, more.get("mdl"))
    more.setdefault("witnesses", (Witness(by="ocr", text=printed, agrees=True, dpi=150),))
    return Result(parameter=parameter, result=printed, unit=unit, value=given, place=PLACE, **more)


def _value(printed: str, mdl: str | None) -> Value:
    if printed == "N.D.":
        return Value(kind="below", high=None if mdl is None else Decimal(mdl), not_detected=True)
    try:
        return Value(kind="below", high=Decimal(printed[1:])) if printed.startswith("<") else number(printed)
    except ArithmeticError:
        return Value(kind="text", text=printed.lower())


def stated(text: str | None) -> Stated | None:
    return None if text is None else Stated(text=text, place=PLACE)


def dated(day: str, *doubt: str) -> StatedDate:
    return StatedDate(text=day, value=date.fromisoformat(day), place=PLACE, doubt=doubt)


def aql(
    found: tuple[int, int, int] = (0, 3, 5), limits: tuple[str, str, str] = ("0", "2.5", "4.0"),
    *, n: int = 315, accepts: tuple[int, int, int] = (0, 14, 21),
) -> tuple[AqlRow, ...]:  # fmt: skip
    """The plan of ISO 2859-1 for 12,000 pcs at level II: letter M."""
    plan = zip(("critical", "major", "minor"), limits, accepts, found, strict=True)
    return tuple(
        AqlRow(
            defect_class=name,
            aql=limit,
            sample_size=n,
            accept=accept,
            reject=accept + 1,
            found=count,
            place=PLACE,
        )
        for name, limit, accept, count in plan
    )


def psi(*results: Result, **more: Any) -> Report:
    """A pre-shipment inspection of 12,000 pcs of contract C-1 that passes, with these results."""
    facts: dict[str, Any] = {
        "source": ReportSource(file=more.pop("file", "psi.pdf"), sha256=more.pop("sha256", "aa"), pages=3),
        "family": "pre-shipment",
        "sample_by": "inspector",
        "issuer": stated("Alpha Inspection Co., Ltd. Ningbo Branch"),
        "report_no": stated("R-1"),
        "identity": Identity(contract_no=stated("C-1"), model=stated(more.pop("model", None))),
        "goods": stated(more.pop("goods", "LED lamp")),
        "issue_date": dated("2027-01-05"),
        "conclusion": "pass",
        "conclusion_stated": stated("PASS"),
        "aql": aql(),
        "quantities": Quantities(
            lot=StatedCount(text="12,000 pcs", number=Decimal(12000), unit="pcs", place=PLACE)
        ),
        "results": results,
    }
    return Report(**{**facts, **more})


def lab(*results: Result, **more: Any) -> Report:
    """A laboratory report on a sample that the client submitted."""
    facts: dict[str, Any] = {
        "source": ReportSource(file=more.pop("file", "lab.pdf"), sha256="bb", pages=3),
        "family": "laboratory",
        "sample_by": "client",
        "issuer": stated("Beta Laboratories"),
        "report_no": stated("L-1"),
        "issue_date": dated("2026-10-01"),
        "goods": stated("LED lamp"),
        "results": results,
    }
    return Report(**{**facts, **more})


def characteristic(name: str, require: str, **more: Any) -> Characteristic:
    return Characteristic.model_validate({"name": name, "require": require, **more})


def line(
    *characteristics: Characteristic, number: int = 1, model: str | None = None, description: str = "LED lamp"
) -> SpecLine:
    return SpecLine.model_validate(
        {"line": number, "description": description, "model": model, "quantity": "12000 pcs", "tolerance": "5 %",
         "characteristics": characteristics}
    )  # fmt: skip


def spec(*lines: SpecLine, sampling: bool = True) -> Spec:
    shares = tuple(SpecShare(line=one.line, quantity=one.quantity) for one in lines)
    return Spec(
        contract_no="C-1",
        contract_date=date(2026, 11, 24),
        our_side="seller",
        seller=SpecParty(name="Smith & Sons <HK> Ltd"),
        buyer=SpecParty(name='O\'Neil "Best" & Co'),
        lines=lines,
        shipments=(
            SpecShipment(
                number=1,
                window=Window.model_validate({"from": "2027-01-10", "to": "2027-01-31"}),
                lines=shares,
            ),
        ),
        inspection=SpecInspection(
            bodies=("Alpha Inspection", "Gamma Survey"),
            standard="ISO 2859-1:2026",
            level="II" if sampling else None,
            aql=Aql(critical=Decimal(0), major=Decimal("2.5"), minor=Decimal("4.0")) if sampling else None,
        ),
    )


RECORDED = Standing(ledger=True, signed=False, unsigned_accepted=True)


def case(agreed: Spec, *reports: Report, standing: Standing = RECORDED) -> Case:
    return make_case(agreed, agreed.shipments[0], reports, standing)


def judged(
    agreed: Spec, *reports: Report, standing: Standing = RECORDED
) -> tuple[Verdict, tuple[Finding, ...]]:
    """The overall verdict and the findings."""
    one = case(agreed, *reports, standing=standing)
    findings = findings_of(one)
    verdicts = verdicts_of(one, findings)
    return gravest((*(v.verdict for v in verdicts), *(f.severity for f in findings))), findings


def rules(findings: tuple[Finding, ...]) -> set[str]:
    return {finding.rule for finding in findings if finding.severity is not Verdict.RELEASE}


def judgement(*reports: Report) -> Judgement:
    """The judgement on one line with one characteristic, as the flow makes it."""
    agreed = spec(line(characteristic("Power", "<= 9.9 W")))
    return judge(Basis(agreed, "contract.docx", "cc"), agreed.shipments[0], reports, RECORDED)


LED_JUDGEMENT = judgement(psi(result("Power", "9.2", "W")))
