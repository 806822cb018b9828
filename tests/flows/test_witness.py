from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.pdf.forged import LIE, TRUTH, forged, made
from tests.pdf.test_visible import moisture, sure
from tradedocs.flows import witness
from tradedocs.flows.reading import read_report
from tradedocs.flows.witness import available, witnessed
from tradedocs.pdf.witness import Glance

ocr = [
    pytest.mark.ocr,
    pytest.mark.skipif(not available(), reason="the extra `ocr` is not installed"),
]


@pytest.fixture
def seeing(monkeypatch: pytest.MonkeyPatch) -> Any:
    """Let the witness see what the test says, value by value, in the place of OCR."""

    def say(*glances: Glance) -> None:
        monkeypatch.setattr(witness, "available", lambda: True)
        monkeypatch.setattr(witness, "_seen", lambda path, sought: glances[: len(sought)])

    return say


AGREES, OTHER = Glance("12.5", "12.5", agrees=True), Glance("12.5", "14.2")
BLANK, NOTHING, LAYERLESS = Glance("12.5", blank=True), Glance("12.5"), Glance("", "12.5")


@pytest.mark.parametrize(
    ("glance", "doubt", "agrees"),
    [
        (AGREES, (), [True]),
        (OTHER, ("witness-disagrees",), [False]),
        (BLANK, ("text-not-visible",), [False]),
        (NOTHING, (), [False]),
        (LAYERLESS, (), []),
    ],
    ids=["agrees", "another value", "blank", "not recognised", "no text layer"],
)
def test_what_a_look_leaves(
    tmp_path: Path, seeing: Any, glance: Glance, doubt: tuple[str, ...], agrees: list[bool]
) -> None:
    path = made(tmp_path / "a.pdf")
    report = read_report(path)
    seeing(*[glance] * 6)
    (result,) = moisture(witnessed(path, report))
    assert result.doubt == doubt
    assert [one.agrees for one in result.witnesses] == agrees


def test_a_look_settles_what_the_letters_of_a_font_put_in_doubt(tmp_path: Path, seeing: Any) -> None:
    path = forged(tmp_path, "type3")
    report = read_report(path)
    assert moisture(report)[0].doubt == ("type3-font",)
    seeing(*[AGREES] * 6)
    assert sure(witnessed(path, report)) == [LIE]


def test_only_the_chosen_values_are_looked_at(tmp_path: Path, seeing: Any) -> None:
    path = made(tmp_path / "a.pdf")
    report = read_report(path)
    seeing(*[AGREES] * 3)
    seen = witnessed(path, report, lambda result: result.parameter == "Moisture")
    assert [len(result.witnesses) for result in seen.results] == [0, 1, 0, 0]
    assert seen == witnessed(path, report, moisture(report))


def test_the_number_and_the_date_of_the_report_are_looked_at_too(tmp_path: Path, seeing: Any) -> None:
    path = made(tmp_path / "a.pdf")
    report = read_report(path)
    seeing(*[AGREES] * 4, Glance("OG-2031-774", "OG-2031-114"), Glance("12 March 2031", blank=True))
    seen = witnessed(path, report)
    assert seen.report_no is not None
    assert seen.report_no.doubt == ("witness-disagrees",)
    assert seen.issue_date is not None
    assert seen.issue_date.doubt == ("text-not-visible",)


def test_without_the_ocr_or_its_worker_there_is_no_witness(
    tmp_path: Path, seeing: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = made(tmp_path / "a.pdf")
    report = read_report(path)
    seeing()
    assert witnessed(path, report) == report
    monkeypatch.setattr(witness, "available", lambda: False)
    assert witnessed(path, report) == report


class TestByOcr:
    """What the recogniser itself sees."""

    pytestmark = ocr

    def test_an_honest_report_agrees_everywhere(self, tmp_path: Path) -> None:
        path = made(tmp_path / "a.pdf")
        seen = witnessed(path, read_report(path))
        assert [[one.agrees for one in result.witnesses] for result in seen.results] == [[True]] * 4
        assert not seen.needs_look

    @pytest.mark.parametrize(
        "name",
        [
            "to-unicode",
            "differences",
            "type3",
            "actual-text",
            "white-on-white",
            "white-box",
            "free-text",
        ],
    )
    def test_another_value_on_the_page_is_seen(self, tmp_path: Path, name: str) -> None:
        path = forged(tmp_path, name)
        report = witnessed(path, read_report(path))
        (result,) = moisture(report)
        assert LIE not in sure(report)
        assert "witness-disagrees" in result.doubt
        assert result.witnesses[0].text == TRUTH
