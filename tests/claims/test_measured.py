"""What was measured after arrival: which report counts, and what the claimant's own figures say."""

from __future__ import annotations

from typing import Any

import pytest

from tests.claims.make import evidence, grounds, record
from tradedocs.claims.measured import fits, measured, other_lots
from tradedocs.model.claim import Evidence
from tradedocs.model.requirement import parse


def _report(file: str, flux: str, **more: Any) -> Evidence:
    return evidence(file, report={"values": {"Luminous flux": ("700 lm", flux)}, **more})


LOW, GOOD = _report("low.pdf", "REJECT"), _report("good.pdf", "RELEASE")
CLIENT_LOW = _report("client.pdf", "REJECT", sampled_by="client")
UNDRAWN_GOOD = _report("undrawn.pdf", "RELEASE", sampled_by=None)
OPEN = _report("open.pdf", "HOLD")


@pytest.mark.parametrize(
    ("shown", "outcome"),
    [
        ((), "none"),
        ((OPEN,), "none"),
        ((LOW,), "off"),
        ((GOOD,), "ok"),
        ((CLIENT_LOW,), "off-client"),
        ((UNDRAWN_GOOD,), "ok"),
        ((LOW, GOOD), "conflicting"),
        ((CLIENT_LOW, UNDRAWN_GOOD), "conflicting"),
        ((CLIENT_LOW, GOOD), "ok"),
        ((UNDRAWN_GOOD, LOW), "off"),
    ],
)
def test_a_sample_that_the_body_drew_outweighs_one_that_was_sent_in(
    shown: tuple[Evidence, ...], outcome: str
) -> None:
    assert measured(record({"characteristic": "Luminous flux"}, shown), grounds()).outcome == outcome


def test_only_the_characteristic_complained_of_counts() -> None:
    assert measured(record({"characteristic": "CCT"}, (LOW,)), grounds()).outcome == "none"
    assert measured(record({}, (LOW,)), grounds()).outcome == "off"


def test_a_report_that_fails_the_goods_is_not_good_by_its_values() -> None:
    failed = _report("f.pdf", "RELEASE", verdict="REJECT")
    held = _report("h.pdf", "RELEASE", verdict="HOLD")
    whole = _report("w.pdf", "RELEASE", verdict="RELEASE")
    assert measured(record({}, (failed,)), grounds()).outcome == "off"
    assert measured(record({}, (held,)), grounds()).outcome == "none"
    assert measured(record({}, (whole,)), grounds()).outcome == "ok"


def test_other_lots_say_nothing() -> None:
    claim = record(
        {"characteristic": "Luminous flux", "lots": ("L-31",)}, (_report("o.pdf", "REJECT", lots=("L 90",)),)
    )
    assert measured(claim, grounds()).outcome == "none"
    assert other_lots(claim) == ("o.pdf",)
    same = record({"lots": ("L-31",)}, (_report("o.pdf", "REJECT", lots=("L-31", "L-90")),))
    assert other_lots(same) == ()


@pytest.mark.parametrize(
    ("name", "guarded"),
    [("Insulation resistance", True), ("Luminous flux", False)],
)
def test_a_missed_limit_of_safety_is_told(name: str, guarded: bool) -> None:
    shown = evidence("s.pdf", report={"values": {name: ("1", "REJECT")}})
    assert (measured(record({"characteristic": name}, (shown,)), grounds()).guarded is not None) == guarded


def test_a_limit_of_law_and_a_hazardous_substance_are_guarded() -> None:
    for name, value in (("Aflatoxin B1", "4.1 µg/kg"), ("Lead (Pb)", "0.4 mg/kg")):
        shown = evidence("s.pdf", report={"values": {name: (value, "REJECT")}})
        found = measured(record({"characteristic": name, "affected": "5 t"}, (shown,)), grounds("wheat"))
        assert found.guarded is not None


@pytest.mark.parametrize(
    ("value", "outcome"),
    [("14.2 %", "off-claimed"), ("13.0 %", "ok-claimed"), ("140 g/kg", "off-claimed"), ("wet", "none"),
     ("14.2 lm", "none"), ("14.2", "none")],
)  # fmt: skip
def test_the_claimants_own_figures(value: str, outcome: str) -> None:
    claim = record({"affected": "5 t", "values": ({"characteristic": "Moisture", "value": value},)})
    assert measured(claim, grounds("wheat")).outcome == outcome


@pytest.mark.parametrize(
    ("wanted", "value", "meets"),
    [
        ("< 5 mm", "5 mm", False), ("<= 5 mm", "5 mm", True), ("> 5 mm", "5 mm", False), (">= 5 mm", "0.5 cm", True),
        ("45 ± 2 mm", "47 mm", True), ("45 ± 2 mm", "47.1 mm", False), ("2.8..3.2 mm", "2.7 mm", False),
        ("= 3 pcs", "3 pcs", True), ("not detected", "0 mg/kg", None), ("one of A, B", "A", None),
        ("-5..5 °C", "−6 °C", False),
    ],
)  # fmt: skip
def test_a_figure_against_a_requirement(wanted: str, value: str, meets: bool | None) -> None:
    assert fits(parse(wanted), value) is meets
