"""A deal that calls for lead in each specimen, checked against real laboratory reports."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import Ran
from tests.corpus_files import report

Run = Callable[..., Ran]
pytestmark = pytest.mark.corpus

SMALLEST = (Path(__file__).parent.parent / "cases" / "deals" / "good-smallest.yaml").read_text(
    encoding="utf-8"
)
HIGH_LEAD, LOW_LEAD, SCANNED = "60dd0f3c9304ccdb", "e7aab05c692904bd", "37dd597f01997c7b"


@pytest.fixture(params=["shipment", "type-test"])
def deal(request: pytest.FixtureRequest, workspace: Path) -> Path:
    path = workspace / "deal.yaml"
    wanted = f'{{name: Lead, aliases: [Total Lead], require: "<= 100 mg/kg", evidence: {request.param}}}'
    path.write_text(SMALLEST.replace('{name: Power, require: "<= 9.9 W"}', wanted), encoding="utf-8")
    return path


def test_one_specimen_of_8853_rejects(run: Run, deal: Path) -> None:
    ran = run("check", deal, report(HIGH_LEAD), "--unsigned")
    assert ran.code == 20
    assert ran.out.startswith("REJECT")
    assert "8,853" in ran.out or "8853" in ran.out


def test_lead_below_the_limit_is_no_reject(run: Run, deal: Path) -> None:
    ran = run("check", deal, report(LOW_LEAD), "--unsigned")
    assert ran.code in (0, 10)
    if "evidence: shipment" in deal.read_text(encoding="utf-8"):
        assert ran.code == 10
        assert "hold[wrong-evidence]" in ran.out


def test_a_scanned_report_holds(run: Run, deal: Path) -> None:
    ran = run("check", deal, report(SCANNED), "--unsigned")
    assert ran.code == 10
    assert ran.out.startswith("HOLD")
    assert "ocr-only" in ran.out or "hold[unread-page]" in ran.out or "hold[not-found]" in ran.out
