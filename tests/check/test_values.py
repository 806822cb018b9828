"""A value beside its limit: uncertainty, rounding, detection limits, directions, and what cannot be."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.check.make import characteristic, judged, lab, line, number, psi, result, rules, spec
from tradedocs.check.compare import compare
from tradedocs.check.judging import Judging
from tradedocs.check.outcome import Outcome
from tradedocs.model.finding import Finding, Verdict
from tradedocs.model.report import Result, Value
from tradedocs.model.requirement import Requirement, parse
from tradedocs.model.spec import Spec
from tradedocs.vocabulary.directions import points_wrong

MEETS, FAILS, UNCLEAR = Outcome.MEETS, Outcome.FAILS, Outcome.UNCLEAR


def measured(value: str, margin: str | None, unit: str = "%") -> Result:
    printed = value if margin is None else f"{value} ± {margin}"
    meant = number(value).model_copy(update={"uncertainty": None if margin is None else Decimal(margin)})
    return result("x", printed, unit, value=meant)


@pytest.mark.parametrize(
    ("require", "value", "margin", "simple", "guard", "silent"),
    [
        ("<= 13.0 %", "12.4", "0.6", MEETS, MEETS, MEETS),
        ("<= 13.0 %", "12.5", "0.6", MEETS, UNCLEAR, UNCLEAR),
        ("<= 13.0 %", "13.0", "0.1", MEETS, UNCLEAR, UNCLEAR),
        ("<= 13.0 %", "13.1", "0.6", FAILS, FAILS, FAILS),
        ("<= 13.0 %", "14", "0.6", FAILS, FAILS, FAILS),
        ("< 13.0 %", "12.4", "0.6", MEETS, UNCLEAR, UNCLEAR),
        (">= 46 %", "46.2", "0.3", MEETS, UNCLEAR, UNCLEAR),
        (">= 46 %", "46.3", "0.3", MEETS, MEETS, MEETS),
        ("12 ± 1 %", "12.5", "0.6", MEETS, UNCLEAR, UNCLEAR),
        ("12 ± 1 %", "12", "1", MEETS, MEETS, MEETS),
        ("<= 13.0 %", "12", None, MEETS, UNCLEAR, MEETS),
        ("<= 13.0 %", "14", None, FAILS, FAILS, FAILS),
    ],
)
def test_zones(
    require: str, value: str, margin: str | None, simple: Outcome, guard: Outcome, silent: Outcome
) -> None:
    seen = measured(value, margin)
    found = tuple(
        compare(parse(require), seen, Judging(rule)).outcome for rule in ("simple", "guard-band", None)
    )
    assert found == (simple, guard, silent)


def test_the_arithmetic_stands_in_the_words() -> None:
    words = compare(parse("<= 13.0 %"), measured("12.5", "0.6"), Judging("simple")).words
    assert "conditional pass: 12.5 + 0.6 = 13.1 %, limit 13.0 %" in words
    words = compare(parse("<= 13.0 %"), measured("13.2", "0.6"), Judging("simple")).words
    assert "conditional fail: 13.2 − 0.6 = 12.6 %, limit 13.0 %" in words
    words = compare(parse(">= 46 %"), measured("46.2", "0.3"), Judging("guard-band")).words
    assert "conditional pass: 46.2 − 0.3 = 45.9 %, limit 46 %" in words


def test_the_uncertainty_is_converted_with_its_value() -> None:
    seen = measured("390", "20", "mg/kg")
    assert compare(parse("<= 0.04 %"), seen, Judging("guard-band")).outcome is UNCLEAR
    assert compare(parse("<= 0.042 %"), seen, Judging("guard-band")).outcome is MEETS


@given(
    value=st.decimals(0, 100, places=2),
    margin=st.decimals(0, 10, places=2),
    bound=st.decimals(0, 100, places=1),
    upper=st.booleans(),
)
def test_no_rule_of_decision_releases_what_the_value_alone_fails(
    value: Decimal, margin: Decimal, bound: Decimal, upper: bool
) -> None:
    require = Requirement(kind="limit", unit="%", **{"high" if upper else "low": bound})
    alone = compare(require, measured(str(value), None)).outcome
    for rule in ("simple", "guard-band", None):
        with_margin = compare(require, measured(str(value), str(margin)), Judging(rule)).outcome  # type: ignore[arg-type]
        assert with_margin is alone or (alone is MEETS and with_margin is UNCLEAR and rule != "simple")


@pytest.mark.parametrize(
    ("require", "value", "outcome", "words"),
    [
        ("<= 0.04 %", "0.042", MEETS, "rounded to 2 decimals as the limit (half to even): 0.04, meets"),
        ("<= 0.04 %", "0.045", MEETS, "0.04, meets"),
        ("<= 0.04 %", "0.0450001", FAILS, "0.05, is outside"),
        ("<= 0.05 %", "0.055", FAILS, "0.06, is outside"),
        ("<= 0.040 %", "0.042", FAILS, "0.042 % is outside"),
        ("< 0.05 %", "0.0496", FAILS, "0.05, is outside"),
        (">= 99.8 °Z", "99.75", MEETS, "99.8, meets"),
        ("<= 100", "100.5", MEETS, "rounded to 0 decimals"),
        ("44 ± 0.5", "44.54", MEETS, "44.5, meets"),
    ],
)
def test_rounded_to_the_limit(require: str, value: str, outcome: Outcome, words: str) -> None:
    needed = parse(require)
    found = compare(needed, result("x", value, needed.unit), Judging("simple", "round-to-limit"))
    assert found.outcome is outcome
    assert words in found.words


def test_what_is_counted_is_neither_rounded_nor_uncertain() -> None:
    rule = Judging("guard-band", "round-to-limit")
    assert compare(parse("= 3 pcs"), result("x", "3", "pcs"), rule).outcome is MEETS
    assert compare(parse("= 3 pcs"), result("x", "3.2", "pcs"), rule).outcome is FAILS
    assert compare(parse("<= 5 pcs"), result("x", "4", "pcs"), rule).outcome is MEETS


def test_a_range_without_uncertainty_does_not_pass_a_guard_band() -> None:
    value = Value(kind="range", low=Decimal("2.9"), high=Decimal("3.1"))
    seen = result("x", "2.9-3.1", "mm", value=value)
    found = [compare(parse("2.8..3.2 mm"), seen, Judging(rule)).outcome for rule in ("simple", "guard-band")]
    assert found == [MEETS, UNCLEAR]


def test_without_that_rule_nothing_is_rounded() -> None:
    assert compare(parse("<= 0.04 %"), result("x", "0.042", "%")).outcome is FAILS
    assert compare(parse("<= 0.04 %"), result("x", "0.0400001", "%"), Judging("simple")).outcome is FAILS


ND = "N.D."


@pytest.mark.parametrize(
    ("require", "unit", "mdl", "outcome"),
    [
        ("<= 5 mg/kg", "mg/kg", None, UNCLEAR), ("<= 5 mg/kg", "mg/kg", "10", UNCLEAR),
        ("<= 5 mg/kg", "mg/kg", "2", MEETS), ("<= 5 mg/kg", "mg/kg", "5", MEETS),
        ("<= 0.0005 %", "mg/kg", "2", MEETS), ("<= 0.0005 %", "mg/kg", "6", UNCLEAR),
        ("<= 5 mg/kg", None, "2", UNCLEAR), (">= 5 mg/kg", "mg/kg", "2", FAILS), (">= 5 mg/kg", "mg/kg", "9", UNCLEAR),
        ("1..5 mg/kg", "mg/kg", "3", UNCLEAR), ("1..5 mg/kg", "mg/kg", "1", FAILS),
        ("not detected", "mg/kg", None, MEETS), ("not detected", "mg/kg", "10", MEETS),
        ("not detected (LOD <= 2 mg/kg)", "mg/kg", "2", MEETS),
        ("not detected (LOD <= 2 mg/kg)", "mg/kg", "3", UNCLEAR),
        ("not detected (LOD <= 2 mg/kg)", "mg/kg", None, UNCLEAR),
        ("not detected (LOD <= 2 mg/kg)", None, "1", UNCLEAR),
        ("not detected (LOD <= 2 mg/kg)", "%", "0.0001", MEETS), ("not detected (LOD <= 2 mg/kg)", "mm", "1", UNCLEAR),
    ],
)  # fmt: skip
def test_not_detected_counts_as_far_as_its_limit_reaches(
    require: str, unit: str | None, mdl: str | None, outcome: Outcome
) -> None:
    assert compare(parse(require), result("x", ND, unit, mdl=mdl)).outcome is outcome


@pytest.mark.parametrize(
    ("unit", "mdl", "outcome"),
    [("ug/kg", "2 mg/kg", MEETS), ("ug/kg", "20 mg/kg", UNCLEAR), ("mg/kg", "20 ug/kg", MEETS),
     ("mg/kg", "2 mg/foo", UNCLEAR), ("mg/kg", "2 (LOQ)", MEETS)],
)  # fmt: skip
def test_the_detection_limit_keeps_the_unit_that_stands_behind_it(
    unit: str, mdl: str, outcome: Outcome
) -> None:
    value = result("x", ND, unit, mdl=mdl.split()[0]).value
    seen = result("x", ND, unit, mdl=mdl, value=value)
    assert compare(parse("<= 5 mg/kg"), seen).outcome is outcome
    assert compare(parse("not detected (LOD <= 5 mg/kg)"), seen).outcome is outcome


def test_a_bare_nil_tells_no_detection_limit() -> None:
    nil = result("x", "nil", "mg/kg")
    assert compare(parse("not detected"), nil).outcome is MEETS
    assert compare(parse("not detected (LOD <= 2 mg/kg)"), nil).outcome is UNCLEAR
    found = result("x", "1", "mg/kg")
    assert compare(parse("not detected (LOD <= 2 mg/kg)"), found).outcome is FAILS


def test_the_verdict_of_not_detected() -> None:
    agreed = spec(line(characteristic("Lead", "not detected (LOD <= 2 mg/kg)")))
    seen = {mdl: judged(agreed, psi(result("Lead", ND, "mg/kg", mdl=mdl)))[0] for mdl in ("2", "3", None)}
    assert seen == {"2": Verdict.RELEASE, "3": Verdict.HOLD, None: Verdict.HOLD}


def deciding(require: str = "<= 13.0 %", cls: str = "major", **terms: Any) -> Spec:
    agreed = spec(line(characteristic("x", require, **{"class": cls})))
    return agreed.model_copy(update={"inspection": agreed.inspection.model_copy(update=terms)})


def named(findings: tuple[Finding, ...], rule: str) -> list[Finding]:
    return [finding for finding in findings if finding.rule == rule]


@pytest.mark.parametrize(
    ("terms", "cls", "verdict"),
    [
        ({"decision": "simple"}, "critical", Verdict.RELEASE),
        ({"decision": "guard-band", "guarded": ("critical",)}, "critical", Verdict.HOLD),
        ({"decision": "guard-band", "guarded": ("critical",)}, "major", Verdict.RELEASE),
        ({"decision": "guard-band", "guarded": ("critical", "major")}, "major", Verdict.HOLD),
        ({}, "minor", Verdict.HOLD),
    ],
)
def test_a_straddling_value_by_the_contracts_rule(terms: dict[str, Any], cls: str, verdict: Verdict) -> None:
    found, findings = judged(deciding(cls=cls, **terms), psi(measured("12.5", "0.6")))
    assert found is verdict
    (finding,) = named(findings, "uncertainty-straddles")
    assert finding.severity is verdict
    assert "12.5 + 0.6 = 13.1" in finding.message


def test_a_conditional_fail_is_rejected_and_named() -> None:
    verdict, findings = judged(deciding(decision="simple"), psi(measured("13.1", "0.6")))
    assert verdict is Verdict.REJECT
    assert "conditional fail" in named(findings, "outside-limit")[0].message


@pytest.mark.parametrize(
    ("name", "require", "points"),
    [
        ("Sulphur dioxide", ">= 20 mg/kg", "max"), ("SO2", ">= 20 mg/kg", "max"), ("二氧化硫", ">= 20 mg/kg", "max"),
        ("Sulphur dioxide (SO2)", ">= 20 mg/kg", "max"), ("Polarization", "<= 99.8 °Z", "min"),
        ("As", ">= 1 mg/kg", "max"),
        ("CRI", "<= 80", "min"), ("光通量", "<= 806 lm", "min"), ("Moisture", ">= 14 %", "max"),
        ("Protein", "<= 34 %", "min"),
        ("Sulphur dioxide", "<= 20 mg/kg", None), ("Lead", ">= 99.97 %", None), ("Protein", "<= 11.5 %", None),
        ("Moisture", "8..12 %", None), ("Nickel", ">= 8 %", None), ("Nitrogen", "<= 0.012 %", None),
        ("Formaldehyde", ">= 37 %", None), ("Moisture", ">= 5 mm", "max"), ("Lead", ">= 5 mm", None),
    ],
)  # fmt: skip
def test_directions(name: str, require: str, points: str | None) -> None:
    assert points_wrong((name,), parse(require)) == points


def test_a_limit_that_points_the_wrong_way_holds_whatever_was_found() -> None:
    agreed = spec(line(characteristic("Sulphur dioxide", ">= 20 mg/kg")))
    verdict, findings = judged(agreed, psi(result("SO2", "25", "mg/kg")))
    assert verdict is Verdict.HOLD
    assert rules(findings) == {"limit-direction"}


@pytest.mark.parametrize("printed", ["min 20", "≥ 20", "20 min", "not less than 20"])
def test_a_report_that_prints_the_limit_the_other_way(printed: str) -> None:
    agreed = spec(line(characteristic("Sulphur dioxide", "<= 20 mg/kg")))
    assert rules(judged(agreed, psi(result("SO2", "9", "mg/kg", limit=printed)))[1]) == {"limit-differs"}
    assert not rules(judged(agreed, psi(result("SO2", "9", "mg/kg", limit="max 20")))[1])


YIELD, TENSILE = "Yield strength", "Tensile strength"


@pytest.mark.parametrize(
    ("rows", "goods", "held"),
    [
        ((result("Nitrogen", "46.9", "%"),), "Granular urea lamp", True),
        ((result("Nitrogen", "46.4", "%"),), "Granular urea lamp", False),
        ((result("Nitrogen", "82.2", "%"),), "LED lamp", False),
        ((result("Power factor", "1.02"),), "LED lamp", True),
        ((result("Power factor", "0.99"),), "LED lamp", False),
        ((result("Ash", "101", "%"),), "LED lamp", True),
        ((result(YIELD, "420", "MPa"), result(TENSILE, "400", "N/mm2")), "LED lamp", True),
        ((result(YIELD, "420", "MPa"), result(TENSILE, "0.59", "GPa")), "LED lamp", False),
        ((result(YIELD, "420", "MPa", specimen="1"), result(TENSILE, "400", "MPa", specimen="2")), "LED lamp", False),
        ((result("Iron", "72", "%"), result("Cr", "18", "%"), result("Ni", "15", "%")), "LED lamp", True),
        ((result("Iron", "71", "%"), result("Cr", "18", "%"), result("Ni", "11", "%")), "LED lamp", False),
        ((result("Iron", "72", "%"), result("Iron", "71.8", "%"), result("Cr", "40", "%")), "LED lamp", False),
    ],
)  # fmt: skip
def test_what_no_goods_can_have(rows: tuple[Result, ...], goods: str, held: bool) -> None:
    agreed = spec(line(characteristic("Power", "<= 9.9 W")))
    findings = judged(agreed, psi(result("Power", "9", "W"), *rows, goods=goods))[1]
    assert ("impossible-value" in rules(findings)) is held
    assert all(one.places for one in named(findings, "impossible-value"))


def test_a_laboratorys_impossible_value_holds_too() -> None:
    agreed = spec(line(characteristic("Power", "<= 9.9 W")))
    report = lab(result("Power factor", "1.2"))
    assert "impossible-value" in rules(judged(agreed, psi(result("Power", "9", "W")), report)[1])
