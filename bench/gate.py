"""What one check costs by step: a report of ten pages of text against a contract with twenty characteristics.

The report is drawn here. CPU time of user and system, of this process and the workers that it starts: reading, the
second reading of the relied-on values by OCR (start-up of its models and crops), the check itself, the verdict page.
"""

from __future__ import annotations

import os
import tempfile
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from tradedocs.check import names
from tradedocs.check.case import Standing
from tradedocs.check.relied import relied_on
from tradedocs.flows.basis import Basis
from tradedocs.flows.codes import with_codes
from tradedocs.flows.crosscheck import judge
from tradedocs.flows.reading import read_report
from tradedocs.flows.second_engine import compared
from tradedocs.flows.verdict_files import write_verdict
from tradedocs.flows.witness import available, witnessed
from tradedocs.model.finding import Verdict
from tradedocs.model.goods import Characteristic
from tradedocs.model.report import Report
from tradedocs.model.spec import Spec, SpecInspection, SpecLine, SpecParty, SpecShare, SpecShipment
from tradedocs.model.terms import Window
from tradedocs.vocabulary.parameters import fold_name

ROUNDS, PAGES, ASKED = 5, 10, 20
_PER_PAGE = 24
_METALS = (
    "Lead Cadmium Mercury Arsenic Antimony Nickel Cobalt Copper Zinc Tin Barium Selenium Silver Boron".split()
)
_OTHERS = "Moisture Ash Protein Fat Starch Sulphate Chloride Nitrate Fluoride Bromide Iodine Glycerol".split()
_STANDING = Standing(ledger=True, signed=False, unsigned_accepted=True)


def run() -> dict[str, float]:
    """CPU seconds by step, the ratio of the whole to reading alone, and the size of the verdict page in MB."""
    with tempfile.TemporaryDirectory() as folder:
        path = _drawn(Path(folder) / "report.pdf")
        spec = _spec()
        basis, shipment = Basis(spec, "contract.docx", "0" * 64), spec.shipments[0]
        report = read_report(path)
        (relied,) = relied_on(spec, shipment, (report,))
        seen = witnessed(path, report, relied)
        judgement = judge(basis, shipment, (seen,), _STANDING)
        if len(relied) != ASKED or (available() and judgement.verdict is not Verdict.RELEASE):
            raise SystemExit(f"the report of the benchmark is judged otherwise: {judgement.findings}")
        figures = {
            "gate_read_cpu_s": _least(lambda: read_report(path)),
            "gate_second_engine_cpu_s": _least(lambda: compared(path, report, relied)),
            "gate_codes_cpu_s": _least(lambda: with_codes(path, report)),
            "gate_check_cpu_s": _least(lambda: _judged_afresh(basis, seen)),
            "gate_page_cpu_s": _least(lambda: write_verdict(judgement, (path,), Path(folder) / "out")),
        }
        if available():
            figures["gate_witness_cpu_s"] = _least(lambda: witnessed(path, report, relied), rounds=2)
            figures["gate_witness_start_cpu_s"] = _least(
                lambda: witnessed(path, _with(report, 1), relied), rounds=2
            )
        figures["gate_check_vs_20_ms"] = figures["gate_check_cpu_s"] / 0.020
        beside = ("second_engine", "codes", "check")
        figures["gate_without_ocr_vs_read"] = 1 + (
            sum(figures[f"gate_{name}_cpu_s"] for name in beside) / figures["gate_read_cpu_s"]
        )
        figures["gate_page_mb"] = (Path(folder) / "out" / "verdict.html").stat().st_size / 1e6
    return figures


def _judged_afresh(basis: Basis, report: Report) -> None:
    """The check as a command makes it, with no name folded before."""
    names.fold.cache_clear()
    names._flat.cache_clear()
    fold_name.cache_clear()
    judge(basis, basis.spec.shipments[0], (report,), _STANDING)


def _with(report: Report, count: int) -> Report:
    """The report with its first relied-on values only."""
    return report.model_copy(update={"results": report.results[:count]})


def _least(work: Callable[[], Any], rounds: int = ROUNDS) -> float:
    """The least CPU seconds of the work, its workers included."""
    spent = []
    for _ in range(rounds):
        before, workers = time.process_time(), _of_workers()
        work()
        spent.append(time.process_time() - before + _of_workers() - workers)
    return min(spent)


def _of_workers() -> float:
    """CPU seconds of the workers that have ended; counted in hundredths."""
    return sum(os.times()[2:4])


def _names() -> list[str]:
    return [f"{kind} {name.lower()}" if kind else name for kind in ("", "Soluble", "Extractable", "Migrated")
            for name in (*_METALS, *_OTHERS)]  # fmt: skip


def _rows() -> list[tuple[str, str, str, str, str]]:
    """Names, units, methods, limits and values, of which the contract asks for every twelfth."""
    names = [f"{name} in part {part}" for part in "ABC" for name in _names()]
    return [(name, "mg/kg", f"EN {12000 + k}:2019", "100", f"{1 + k * 7 % 89}.{k % 10}")
            for k, name in enumerate(names[: PAGES * _PER_PAGE])]  # fmt: skip


def _asked() -> list[tuple[str, str, str, str, str]]:
    return _rows()[:: PAGES * _PER_PAGE // ASKED][:ASKED]


def _drawn(path: Path) -> Path:
    canvas, rows = Canvas(str(path), pagesize=A4, invariant=1), _rows()
    high = A4[1]
    for page in range(PAGES):
        canvas.setFont("Helvetica", 9)
        heads = ["Orbis Testing Laboratory Ltd.", "Test report No. OT-2031-774", "Date of issue: 2031-03-05",
                 f"Page {page + 1} of {PAGES}"]  # fmt: skip
        if not page:
            heads += [
                "Contract No.: C-2031-8",
                "Sample: Milling additive",
                "Sampled by: inspector",
                "Lot size: 20 t",
            ]
        for k, text in enumerate(heads):
            canvas.drawString(50, high - 46 - 13 * k, text)
        table = [("Parameter", "Unit", "Method", "Limit", "Result"),
                 *rows[page * _PER_PAGE : (page + 1) * _PER_PAGE]]  # fmt: skip
        _table(canvas, high - 170, table)
        canvas.setFont("Helvetica", 7)
        for k in range(6):
            canvas.drawString(
                50, 60 - 8 * k, "The results relate to the items tested; reproduce this report in full. " * 2
            )
        canvas.showPage()
    canvas.save()
    return path


def _table(canvas: Canvas, top: float, rows: list[tuple[str, str, str, str, str]]) -> None:
    edges, step = (50, 240, 300, 400, 460, 530), 20
    for k, row in enumerate(rows):
        canvas.line(edges[0], top - k * step, edges[-1], top - k * step)
        for x, text in zip(edges, row, strict=False):
            canvas.drawString(x + 4, top - k * step - 14, text)
    bottom = top - len(rows) * step
    canvas.line(edges[0], bottom, edges[-1], bottom)
    for x in edges:
        canvas.line(x, top, x, bottom)


def _spec() -> Spec:
    characteristics = tuple(
        Characteristic.model_validate({"name": name, "require": f"<= {limit} {unit}", "method": method})
        for name, unit, method, limit, _ in _asked()
    )
    line = SpecLine.model_validate(
        {"line": 1, "description": "Milling additive", "quantity": "20 t", "tolerance": "5 %",
         "characteristics": characteristics}
    )  # fmt: skip
    window = Window.model_validate({"from": "2031-03-10", "to": "2031-03-31"})
    return Spec(
        contract_no="C-2031-8", contract_date=date(2031, 1, 10), our_side="seller",
        seller=SpecParty(name="Cedar Grain Ltd"), buyer=SpecParty(name="Fennel Trading Ltd"), lines=(line,),
        shipments=(SpecShipment(number=1, window=window, lines=(SpecShare(line=1, quantity=line.quantity),)),),
        inspection=SpecInspection(bodies=("Orbis Testing Laboratory",), standard="ISO 24333:2009"),
    )  # fmt: skip
