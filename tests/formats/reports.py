"""One report that has everything, with hostile text in it."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from tradedocs.model.base import Place
from tradedocs.model.report import (
    AqlRow,
    ChecklistLine,
    Dates,
    Defect,
    Identity,
    PageStated,
    Part,
    Quantities,
    Report,
    Result,
    Stated,
    StatedCount,
    StatedDate,
    Value,
    Witness,
)
from tradedocs.model.reportfile import ReportSource, Unread

HOSTILE = "A\x1b[2J[bold]<script>alert(1)</script>\u202e&"


def at(page: int, top: float = 100) -> Place:
    """A place on a page."""
    return Place(page=page, box=(100, top, 160, top + 10))


def number(printed: str) -> Value:
    """A plain number."""
    return Value(kind="number", low=Decimal(printed), high=Decimal(printed))


def result(parameter: str, printed: str, **others: object) -> Result:
    """A result of the first page."""
    return Result.model_validate(
        {"parameter": parameter, "result": printed, "value": Value(kind="text"), "place": at(1), **others}
    )


FULL = Report(
    source=ReportSource(file="full.pdf", sha256="0" * 64, pages=3),
    family="pre-shipment",
    sample_by="inspector",
    issuer=Stated(text="Harbour Inspection Ltd", place=at(1, 20)),
    report_no=Stated(text=HOSTILE, place=at(1, 40)),
    issue_date=StatedDate(
        text="03/04/2024", value=date(2024, 4, 3), place=at(1, 60), doubt=("day-month-ambiguous",)
    ),
    lots=(Stated(text="L-1", place=at(1, 70)),),
    identity=Identity(contract_no=Stated(text="C-9", place=at(2, 20))),
    dates=Dates(sampled=StatedDate(text="2024-04-01", value=date(2024, 4, 1), place=at(1, 80))),
    quantities=Quantities(
        ordered=StatedCount(text="4,992 pcs", number=Decimal(4992), unit="pcs", place=at(1))
    ),
    conclusion="pass",
    conclusion_stated=Stated(text="Conforming", place=at(2)),
    results=(
        result(
            "Lead 铅", "-12.5", unit="mg/kg", limit="≤ 100", section="Heavy metals", value=number("-12.5")
        ),
        result(
            "Cadmium",
            "1O.2",
            section="Heavy metals",
            basis="dry basis",
            doubt=("number-unclear", "two-values"),
            witnesses=(Witness(by="ocr", text="10.2", agrees=False, dpi=200),),
        ),
        result("=SUM(A1)", "@cmd", place=at(2), specimen="No. 1", value=Value(kind="text")),
    ),
    aql=(
        AqlRow(defect_class="major", aql="2.5", sample_size=200, accept=10, reject=11, found=4, place=at(2)),
    ),
    defects=(Defect(text="Scratch on the lens", defect_class="minor", count=3, place=at(2, 200)),),
    checklist=(
        ChecklistLine(
            item="Drop test",
            section="Packing",
            verdict="n/a",
            meaning="na",
            remark="not asked",
            place=at(2, 300),
        ),
    ),
    pages_stated=(PageStated(page=1, number=1, of=4), PageStated(page=2, number=3, of=4)),
    parts=(Part(first_page=1, last_page=2, conclusion="pass"), Part(first_page=3, last_page=3)),
    unread=(Unread(page=3, code="no-text-layer", why="the page has no text layer"),),
)
