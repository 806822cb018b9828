"""An equivalent sampling standard is information, unless the contract or the credit calls for one by name."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.check.make import aql, characteristic, judged, line, psi, result, rules, spec, stated
from tests.reading.paper import Sheet, drawn
from tradedocs.flows.reading import read_report
from tradedocs.model.finding import Verdict
from tradedocs.model.report import Report
from tradedocs.model.spec import Spec

AGREED = spec(line(characteristic("Power", "<= 9.9 W")))
REQUIRED = AGREED.model_copy(
    update={"inspection": AGREED.inspection.model_copy(update={"standard_required": True})}
)


def by(*names: str, **more: object) -> Report:
    named = tuple(fact for name in names if (fact := stated(name)) is not None)
    return psi(result("Power", "9.2", "W"), sampling_standards=named, **more)


@pytest.mark.parametrize(
    ("agreed", "report", "verdict", "found"),
    [
        (AGREED, by("ANSI/ASQ Z1.4"), Verdict.RELEASE, True),
        (AGREED, by("MIL-STD-105E"), Verdict.RELEASE, True),
        (AGREED, by("ISO 2859-1:1999"), Verdict.RELEASE, False),
        (AGREED, by(), Verdict.RELEASE, False),
        (REQUIRED, by("MIL-STD-105E"), Verdict.HOLD, True),
        (REQUIRED, by("GB/T 2828.1-2012", "ISO 2859-1"), Verdict.RELEASE, False),
        (AGREED, by("ANSI/ASQ Z1.4", aql=aql(n=200)), Verdict.HOLD, True),
    ],
)
def test_another_name(agreed: Spec, report: Report, verdict: Verdict, found: bool) -> None:
    said, findings = judged(agreed, report)
    assert said is verdict
    assert ("standard-differs" in {finding.rule for finding in findings}) is found
    if agreed is AGREED:
        assert "standard-differs" not in rules(findings)


def test_a_spec_that_calls_for_none_keeps_its_hash() -> None:
    assert "standard_required" not in AGREED.canonical()
    assert "standard_required" in REQUIRED.canonical()
    assert Spec.model_validate_json(AGREED.canonical()) == AGREED


def test_the_standards_are_read_as_printed(tmp_path: Path) -> None:
    def page(sheet: Sheet) -> None:
        sheet.text(60, 60, "INSPECTION REPORT", 14)
        sheet.text(60, 100, "Sampling: ANSI/ASQ Z1.4-2003 (equivalent to ISO 2859-1:1999), level II")
        sheet.text(60, 120, "Order 105, item 6001")

    report = read_report(drawn(tmp_path / "a.pdf", page))
    assert [one.text for one in report.sampling_standards] == ["ANSI/ASQ Z1.4-2003", "ISO 2859-1:1999"]
