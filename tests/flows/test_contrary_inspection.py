"""Inspections that conclude PASS although their own numbers break the plan, from the drawn file to the verdict.

The contract's lot of 12,000 pcs at level II is code letter M: 315 pieces, 14 major and 21 minor defects accepted.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.check.make import RECORDED, characteristic, line, spec
from tests.reading.paper import Sheet, drawn
from tradedocs.flows.basis import Basis
from tradedocs.flows.crosscheck import judge
from tradedocs.flows.reading import read_or_name
from tradedocs.model.finding import Judgement, Verdict
from tradedocs.model.report import Witness

AGREED = spec(line(characteristic("Power", "<= 9.9 W"), description="LED lamp"))
Numbers = dict[str, tuple[str, str, str, str, str]]  # AQL, sample, accept, reject, found
Layout = Callable[[Sheet, Numbers], None]


def numbers(*, n: str = "315", accept: int = 14, found: int = 5) -> Numbers:
    return {
        "Critical": ("0", n, "0", "1", "0"),
        "Major": ("2.5", n, str(accept), str(accept + 1), str(found)),
        "Minor": ("4.0", n, "21", "22", "5"),
    }


def down_the_side(sheet: Sheet, told: Numbers) -> None:
    rows = [
        ["Defects", "AQL", "Sample size", "Ac", "Re", "Found"],
        *([name, *row] for name, row in told.items()),
    ]
    sheet.ruled(50, 330, [80, 60, 90, 60, 60, 60], rows)


def across_the_top(sheet: Sheet, told: Numbers) -> None:
    names = ("AQL", "Sample size", "Max allowed", "Reject", "Total found")
    rows = [[name, *(row[k] for row in told.values())] for k, name in enumerate(names)]
    sheet.ruled(50, 330, [110, 80, 80, 80], [["", *told], *rows])


def in_one_cell(sheet: Sheet, told: Numbers) -> None:
    rows = [[name, aql, n, f"{ac}/{re}", found] for name, (aql, n, ac, re, found) in told.items()]
    sheet.ruled(50, 330, [90, 60, 90, 90, 60], [["Class", "AQL", "Sample size", "Ac/Re", "Found"], *rows])


def without_lines(sheet: Sheet, told: Numbers) -> None:
    rows = [["Defect class", "AQL", "Sample size", "Accept", "Reject", "Found"],
            *([name, *row] for name, row in told.items())]  # fmt: skip
    sheet.columns([50, 150, 220, 320, 390, 460], 330, rows)


LAYOUTS = (down_the_side, across_the_top, in_one_cell, without_lines)


def inspection(path: Path, layout: Layout, told: Numbers) -> Path:
    def draw(sheet: Sheet) -> None:
        sheet.text(50, 60, "Alpha Inspection Co., Ltd.", 14)
        sheet.text(50, 85, "FINAL RANDOM INSPECTION REPORT", 12)
        facts = [("Report No.", "AI-27-00415"), ("Date of issue", "2027-01-05"), ("Contract No.", "C-1"),
                 ("Inspection date", "2027-01-04"), ("Product", "LED lamp"), ("Lot size", "12,000 pcs"),
                 ("Inspection type", "Pre-shipment inspection")]  # fmt: skip
        sheet.ruled(50, 110, [130, 220], facts)
        sheet.ruled(50, 260, [130, 220], [("Overall conclusion", "PASS")])
        sheet.text(50, 310, "Sampling: ISO 2859-1, level II, single sampling, normal inspection", 9)
        layout(sheet, told)
        sheet.ruled(
            50,
            460,
            [130, 60, 90, 90],
            [["Parameter", "Unit", "Limit", "Result"], ["Power", "W", "max 9.9", "9.2"]],
        )

    return drawn(path, draw)


def judged(path: Path) -> Judgement:
    report = read_or_name(path)
    looked = (Witness(by="person", agrees=True),)
    rows = tuple(row.model_copy(update={"witnesses": looked}) for row in report.results)
    seen = report.model_copy(update={"results": rows})
    assert seen.conclusion == "pass"
    return judge(Basis(AGREED, "contract.docx", "cc"), AGREED.shipments[0], (seen,), RECORDED)


def reasons(judgement: Judgement) -> dict[str, str]:
    return {one.rule: one.message for one in judgement.findings if one.severity is not Verdict.RELEASE}


@pytest.mark.parametrize("layout", LAYOUTS)
class TestEveryLayout:
    def test_at_the_number_it_is_released(self, tmp_path: Path, layout: Layout) -> None:
        judgement = judged(inspection(tmp_path / "a.pdf", layout, numbers(found=14)))
        assert judgement.verdict is Verdict.RELEASE, reasons(judgement)

    def test_one_more_is_rejected_with_the_arithmetic(self, tmp_path: Path, layout: Layout) -> None:
        judgement = judged(inspection(tmp_path / "a.pdf", layout, numbers(found=15)))
        assert judgement.verdict is Verdict.REJECT
        assert set(reasons(judgement)) == {"aql-exceeded"}
        message = reasons(judgement)["aql-exceeded"]
        assert "15 major defects found, accept 14, reject 15 (sample of 315)" in message
        assert "lot of 12000, level II, AQL 2.5: letter M, sample 315, accept 14, reject 15" in message

    def test_a_more_generous_number_in_the_report_does_not_help(self, tmp_path: Path, layout: Layout) -> None:
        judgement = judged(inspection(tmp_path / "a.pdf", layout, numbers(accept=21, found=15)))
        assert judgement.verdict is Verdict.REJECT
        assert "accept 14, reject 15; the report accepts 21" in reasons(judgement)["aql-exceeded"]

    def test_a_sample_below_the_plan_is_held(self, tmp_path: Path, layout: Layout) -> None:
        judgement = judged(inspection(tmp_path / "a.pdf", layout, numbers(n="125", found=5)))
        assert judgement.verdict is Verdict.HOLD
        assert set(reasons(judgement)) == {"aql-plan-differs"}
        message = reasons(judgement)["aql-plan-differs"]
        assert "prints sample 125" in message
        assert "letter M, sample 315" in message

    def test_too_many_in_a_sample_below_the_plan_are_rejected(self, tmp_path: Path, layout: Layout) -> None:
        judgement = judged(inspection(tmp_path / "a.pdf", layout, numbers(n="125", found=15)))
        assert judgement.verdict is Verdict.REJECT
        assert {"aql-exceeded", "aql-plan-differs"} == set(reasons(judgement))
