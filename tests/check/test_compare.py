from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.check.make import number, result
from tradedocs.check.compare import compare
from tradedocs.check.outcome import Outcome
from tradedocs.model.report import Value
from tradedocs.model.requirement import Requirement, parse

MEETS, FAILS, UNCLEAR = Outcome.MEETS, Outcome.FAILS, Outcome.UNCLEAR


@pytest.mark.parametrize(
    ("require", "printed", "unit", "outcome"),
    [
        ("<= 0.04 %", "0.04", "%", MEETS), ("<= 0.04 %", "0.0400001", "%", FAILS), ("< 0.04 %", "0.04", "%", FAILS),
        ("<= 0.04 %", "400", "mg/kg", MEETS), ("<= 0.04 %", "401", "ppm", FAILS), ("<= 0.04 %", "0.4", "g/kg", MEETS),
        (">= 99.8 °Z", "99.8", "°Z", MEETS), (">= 99.8 °Z", "99.79", "°S", FAILS), ("> 99.8 °Z", "99.8", "°Z", FAILS),
        ("45 ± 2 mm", "4.3", "cm", MEETS), ("45 ± 2 mm", "47.01", "mm", FAILS), ("45 +2/-1 mm", "43.9", "mm", FAILS),
        ("2.8..3.2 mm", "2.8", "mm", MEETS), ("2.8..3.2 mm", "0.125", "in", MEETS),
        ("2.8..3.2 mm", "3.3", "mm", FAILS),
        ("<= 100 mg/kg", "<2", "mg/kg", MEETS), ("<= 100 mg/kg", "<100", "mg/kg", MEETS),
        ("< 100 mg/kg", "<100", "mg/kg", MEETS), ("<= 100 mg/kg", "<200", "mg/kg", UNCLEAR),
        (">= 100 MPa", "<100", "MPa", FAILS), (">= 100 MPa", "<200", "MPa", UNCLEAR), ("1..5 %", "<2", "%", UNCLEAR),
        (">= 80", "82", None, MEETS), (">= 80", "82", "-", MEETS), (">= 80", "82", "%", UNCLEAR),
        ("= 304", "304", None, MEETS), ("= 304", "201", None, FAILS), ("= 304L", "304 L", None, MEETS),
        ("= 12V", "12", "V", MEETS), ("= A+", "A-", None, FAILS), ("one of 1.5, 2.0", "15", None, FAILS),
        ("one of 220 V, 230 V", "230", "V", MEETS),
        ("one of A, B", "b", None, MEETS), ("one of A, B", "C", None, FAILS),
        ("not detected", "not detected", None, MEETS), ("not detected", "5", "mg/kg", FAILS),
        ("not detected", "<5", "mg/kg", UNCLEAR), ("conforms", "Pass", None, MEETS), ("conforms", "合格", None, MEETS),
        ("conforms", "Not Conform", None, FAILS), ("conforms", "N/A", None, UNCLEAR),
        ("conforms", "Pending", None, UNCLEAR),
        ("absent in 25 g", "absent in 25 g", None, MEETS), ("absent in 25 g", "absent", "/25g", MEETS),
        ("absent in 25 g", "absent in 2.5 g", None, UNCLEAR), ("absent in 25 g", "negative", "/375 g", MEETS),
        ("absent in 25 g", "negative in 0.025 kg", None, MEETS), ("absent in 25 g", "negative", "25 grains", UNCLEAR),
        ("absent in 25 g", "nil but detected once in 25 g", None, UNCLEAR),
        ("absent in 25 g", "absent", None, UNCLEAR), ("absent in 25 g", "present in 25 g", None, FAILS),
        ("<= 5 %", "fail", "%", FAILS), ("<= 0.06 %", "-0.03", "%", UNCLEAR), (">= -20 °C", "-15", "°C", MEETS),
        ("conforms", "Not performed", None, UNCLEAR), ("conforms", "Pass 合格", None, MEETS),
        ("conforms", "Pass (合格)", None, MEETS), ("conforms", "Pass 不合格", None, UNCLEAR),
        ("conforms", "Not pass 合格", None, UNCLEAR),
    ],
)  # fmt: skip
def test_outcomes(require: str, printed: str, unit: str | None, outcome: Outcome) -> None:
    assert compare(parse(require), result("x", printed, unit)).outcome is outcome


@pytest.mark.parametrize(
    ("mdl", "outcome"), [("2", MEETS), ("100", MEETS), ("200", UNCLEAR), (None, UNCLEAR)]
)
def test_not_detected_is_as_good_as_its_detection_limit(mdl: str | None, outcome: Outcome) -> None:
    assert compare(parse("<= 100 mg/kg"), result("x", "N.D.", "mg/kg", mdl=mdl)).outcome is outcome


def test_a_range_must_lie_inside_as_a_whole() -> None:
    value = Value(kind="range", low=Decimal("2.9"), high=Decimal("3.3"))
    assert compare(parse("2.8..3.2 mm"), result("x", "2.9-3.3", "mm", value=value)).outcome is FAILS


def test_the_words_give_the_value_in_the_contracts_unit() -> None:
    words = compare(parse("<= 0.04 %"), result("x", "401", "mg/kg")).words
    assert words == "401 mg/kg (= 0.0401 %) is outside ≤ 0.04 %"


@given(
    bound=st.decimals(-1000, 1000, places=4),
    value=st.decimals(-1000, 1000, places=4),
    upper=st.booleans(),
    doubt=st.booleans(),
)
def test_limits_are_exact_and_doubt_never_passes(
    bound: Decimal, value: Decimal, upper: bool, doubt: bool
) -> None:
    require = Requirement(kind="limit", high=bound) if upper else Requirement(kind="limit", low=bound)
    seen = result("x", str(value), value=number(str(value)), doubt=("x",) if doubt else ())
    outcome = compare(require, seen).outcome
    meets = value <= bound if upper else value >= bound
    assert outcome is (UNCLEAR if doubt else MEETS if meets else FAILS)


@pytest.mark.parametrize(
    ("require", "kind", "printed", "outcome"),
    [("< 0.06 %", "below", "≤ 0.06", UNCLEAR), ("<= 0.06 %", "below", "≤ 0.06", MEETS),
    ("< 0.06 %", "below", "< 0.06", MEETS),
     ("> 99.8 %", "above", "≥ 99.8", UNCLEAR), (">= 5 %", "below", "≤ 5", UNCLEAR),
     (">= 5 %", "below", "< 5", FAILS)],
)  # fmt: skip
def test_the_bound_itself_counts_as_it_is_printed(
    require: str, kind: str, printed: str, outcome: Outcome
) -> None:
    edge = Decimal(printed[1:].strip())
    value = Value(kind="below", high=edge) if kind == "below" else Value(kind="above", low=edge)
    assert compare(parse(require), result("x", printed, "%", value=value)).outcome is outcome


@pytest.mark.parametrize(
    "verdict", ["F", "NG", "Not OK", "Above limit", "Pending", "N/A", "Marginal", "Fail (see remark)"]
)
def test_only_a_plain_pass_beside_a_value_lets_it_count(verdict: str) -> None:
    assert compare(parse("<= 5 %"), result("x", "4", "%", verdict=verdict)).outcome is UNCLEAR
    assert compare(parse("conforms"), result("x", "Conform", verdict=verdict)).outcome in (UNCLEAR, FAILS)


@pytest.mark.parametrize(
    ("printed", "outcome"),
    [("Conform", MEETS), ("5.5", MEETS), ("burning smell", UNCLEAR), ("1 pc not conform", UNCLEAR)],
)
def test_what_stands_beside_a_pass(printed: str, outcome: Outcome) -> None:
    assert compare(parse("conforms"), result("x", printed, verdict="Pass")).outcome is outcome
