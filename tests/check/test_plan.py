"""The sampling plan worked out again from the lot, and the inspector's numbers held against it."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from tests.check.make import PLACE, aql, characteristic, judged, line, psi, result, rules, spec
from tradedocs.model.amount import Quantity
from tradedocs.model.finding import Finding, Verdict
from tradedocs.model.report import Quantities, StatedCount
from tradedocs.model.spec import Spec, SpecShare

GOOD = result("Power", "9.2", "W")
LED = spec(line(characteristic("Power", "<= 9.9 W")))


def of(quantity: int, unit: str = "pcs", *, standard: str = "ISO 2859-1:2026") -> Spec:
    """The contract with another quantity or another standard."""
    share = SpecShare(line=1, quantity=Quantity(number=Decimal(quantity), unit=unit))
    shipment = LED.shipments[0].model_copy(update={"lines": (share,)})
    inspection = LED.inspection.model_copy(update={"standard": standard})
    return LED.model_copy(update={"shipments": (shipment,), "inspection": inspection})


def lot(number: int, unit: str = "pcs") -> Quantities:
    return Quantities(
        lot=StatedCount(text=f"{number} {unit}", number=Decimal(number), unit=unit, place=PLACE)
    )


def check(agreed: Spec, **more: Any) -> tuple[Verdict, tuple[Finding, ...]]:
    return judged(agreed, psi(GOOD, **more))


@pytest.mark.parametrize(
    "rows",
    [
        aql(n=200), aql(n=200, accepts=(0, 10, 14)), aql(accepts=(0, 21, 21)), aql(accepts=(0, 10, 21)),
        aql(n=500, accepts=(0, 21, 21)),
    ],
    ids=["smaller sample", "the plan of a smaller lot", "a generous number", "a strict number", "a larger plan"],
)  # fmt: skip
def test_another_plan_is_held_with_the_arithmetic(rows: Any) -> None:
    verdict, findings = check(LED, aql=rows)
    assert verdict is Verdict.HOLD
    assert rules(findings) == {"aql-plan-differs"}
    for words in ("lot of 12000, level II, AQL", "letter M, sample 315", "the report prints sample"):
        assert words in findings[-1].message


def test_a_larger_sample_with_the_numbers_of_the_plan_is_stricter() -> None:
    assert check(LED, aql=aql(n=500))[0] is Verdict.RELEASE


def test_the_lot_that_the_report_states_counts_within_the_tolerance_only() -> None:
    # 3,200 pcs and less are letter K: 125, 7 and 10; 3,201 and more letter L: 200, 10 and 14.
    small = aql(n=125, accepts=(0, 7, 10))
    assert check(of(3300), aql=small, quantities=lot(3200))[0] is Verdict.RELEASE
    assert check(of(3300), aql=small, quantities=lot(3300))[0] is Verdict.HOLD
    assert check(of(3500), aql=small, quantities=lot(3200))[0] is Verdict.HOLD


def test_dozens_are_counted_in_pieces() -> None:
    assert check(of(1000, "dozen"), quantities=lot(12000))[0] is Verdict.RELEASE
    assert "aql-plan-differs" in rules(check(of(1000, "sets"), quantities=lot(1000, "sets"))[1])


@pytest.mark.parametrize("standard", ["ISO 2859-2:2020", "house rules", "ISO 2859-1:1989"])
def test_a_standard_whose_tables_are_not_held_holds(standard: str) -> None:
    verdict, findings = check(of(12000, standard=standard))
    assert verdict is Verdict.HOLD
    assert rules(findings) == {"aql-plan-differs"}


def test_goods_that_are_not_counted_have_no_such_plan() -> None:
    verdict, findings = check(of(12, "t"), quantities=lot(12, "t"))
    assert verdict is Verdict.HOLD
    assert "aql-plan-differs" in rules(findings)


def test_a_report_that_accepts_more_than_the_plan_and_passes_is_rejected() -> None:
    verdict, findings = check(LED, aql=aql(found=(0, 15, 5), accepts=(0, 21, 21)))
    assert verdict is Verdict.REJECT
    [finding] = [one for one in findings if one.severity is Verdict.REJECT]
    assert finding.rule == "aql-exceeded"
    for words in ("15 major", "315", "accept 14", "12000", "accepts 21"):
        assert words in finding.message


def test_the_lot_that_the_report_states_excuses_no_defects() -> None:
    rows = aql(found=(0, 12, 0), n=200, accepts=(0, 21, 21))
    assert check(of(3300), aql=rows, quantities=lot(3300))[0] is Verdict.REJECT
    assert check(of(3300), aql=rows, quantities=lot(3200))[0] is Verdict.REJECT


def test_more_than_the_plan_accepts_in_a_larger_sample_is_another_plan() -> None:
    assert check(LED, aql=aql(found=(0, 15, 5), n=500, accepts=(0, 21, 21)))[0] is Verdict.HOLD


def test_a_critical_defect_is_never_accepted() -> None:
    verdict, findings = check(LED, aql=aql(found=(1, 0, 0), accepts=(1, 14, 21)))
    assert verdict is Verdict.REJECT
    assert {"aql-exceeded", "aql-plan-differs"} <= rules(findings)


@pytest.mark.parametrize(
    ("found", "n", "verdict"),
    [((0, 0, 0), 8, Verdict.RELEASE), ((0, 1, 0), 8, Verdict.HOLD), ((1, 0, 0), 8, Verdict.REJECT),
     ((0, 0, 0), 5, Verdict.HOLD)],
)  # fmt: skip
def test_where_the_sample_is_the_lot_every_piece_is_examined(
    found: tuple[int, int, int], n: int, verdict: Verdict
) -> None:
    # Eight pieces at AQL 0.010: an arrow leads to a sample of 1,250, so all eight are examined.
    agreed = of(8)
    assert agreed.inspection.aql is not None
    limits = agreed.inspection.aql.model_copy(update={"major": Decimal("0.010"), "minor": Decimal("0.010")})
    agreed = agreed.model_copy(update={"inspection": agreed.inspection.model_copy(update={"aql": limits})})
    rows = aql(found=found, limits=("0", "0.010", "0.010"), n=n, accepts=(0, 0, 0))
    assert check(agreed, aql=rows, quantities=lot(8))[0] is verdict


def test_one_piece_is_inspected_itself() -> None:
    assert (
        check(of(1), aql=aql(n=1, found=(0, 0, 0), accepts=(0, 0, 0)), quantities=lot(1))[0]
        is Verdict.RELEASE
    )
    assert (
        check(of(1), aql=aql(n=1, found=(0, 1, 0), accepts=(0, 1, 1)), quantities=lot(1))[0] is Verdict.HOLD
    )


def test_the_gap_of_a_reduced_plan_of_z1_4_is_no_contradiction() -> None:
    agreed = of(12000, standard="ANSI/ASQ Z1.4-2003")
    gap = tuple(row.model_copy(update={"accept": 7, "reject": 10, "sample_size": 125}) for row in aql()[1:])
    _, findings = check(agreed, aql=(aql()[0], *gap))
    assert not any("belong together" in finding.message for finding in findings)
    assert "aql-plan-differs" in rules(findings)
