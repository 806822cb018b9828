"""The second text engine: what it says about honest values, and about files that show it another one."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.flows.shipped import Changer, cell, file_of, paper, turned_page, wheat
from tests.pdf.forged import FORGERIES, Forger, lie
from tradedocs.check.relied import relied_on
from tradedocs.flows.basis import Basis
from tradedocs.flows.crosscheck import judge
from tradedocs.flows.reading import read_report
from tradedocs.flows.second_engine import DISAGREES, compared
from tradedocs.model.report import Report
from tradedocs.reading.likeness import text_holds


def looked_at(folder: Path, value: Forger = lie, *changes: Changer) -> Report:
    agreed, path = wheat(), file_of(folder / "a.pdf", paper(value), *changes)
    report = read_report(path)
    return compared(path, report, *relied_on(agreed, agreed.shipments[0], (report,)))


@pytest.mark.parametrize("printed", ["12.5", "12,5", "<13", "12.0-12.5", "1 250"])
def test_honest_values_agree(tmp_path: Path, printed: str) -> None:
    report = looked_at(tmp_path, cell(printed))
    assert [w.agrees for one in report.results for w in one.witnesses] == [True] * 4
    assert all(w.by == "pypdf" for one in report.results for w in one.witnesses)
    assert not any(DISAGREES in one.doubt for one in report.results)


@pytest.mark.parametrize("degrees", [90, 180, 270])
def test_on_a_turned_page(tmp_path: Path, degrees: int) -> None:
    report = looked_at(tmp_path, lie, turned_page(degrees))
    assert [w.agrees for one in report.results for w in one.witnesses] == [True] * 4


def test_it_releases_nothing(tmp_path: Path) -> None:
    agreed = wheat()
    from tests.check.make import RECORDED

    judgement = judge(Basis(agreed, "c", "cc"), agreed.shipments[0], (looked_at(tmp_path),), RECORDED)
    assert {one.rule for one in judgement.findings if one.severity != "RELEASE"} == {"no-witness"}


def test_another_text_for_what_is_drawn(tmp_path: Path) -> None:
    value, change = FORGERIES["actual-text"]
    (moisture,) = [one for one in looked_at(tmp_path, value, change).results if one.parameter == "Moisture"]
    assert DISAGREES in moisture.doubt
    assert [(w.by, w.text, w.agrees) for w in moisture.witnesses] == [("pypdf", "14.2", False)]


@pytest.mark.parametrize(
    ("printed", "inside", "line", "holds"),
    [
        ("12.5", ["12.5"], ["13.0", "12.5"], True),
        ("12.5", ["14.2"], ["12.5", "14.2"], False),
        ("12.5", ["1", "2.5"], ["1", "2.5"], True),
        ("12.5", [], ["max 13.0 12.5"], True),
        ("12.5", [], ["max 12.55"], False),
        ("2.5", ["12.5"], ["12.5"], False),
        ("12", ["12.5"], ["12.5"], False),
        ("<0.01", ["< 0.01"], ["< 0.01"], True),
        ("1 250", ["1 250"], ["1 250"], True),
        ("12.5", ["%"], ["12.5", "%"], True),
        ("12.5", [], [], None),
        ("Pass", ["14"], ["14"], None),
        ("１２.５", ["12.5"], ["12.5"], True),
    ],
)
def test_figures_in_a_text(printed: str, inside: list[str], line: list[str], holds: bool | None) -> None:
    assert text_holds(printed, inside, line) is holds
