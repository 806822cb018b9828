"""Inspections of parts, lots that several shipments share, and what was released on a report before."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.check.make import (
    PLACE,
    RECORDED,
    aql,
    characteristic,
    dated,
    judged,
    line,
    psi,
    result,
    rules,
    spec,
    stated,
)
from tradedocs.check.case import Standing, Use, make_case
from tradedocs.check.coverage import covered
from tradedocs.check.verdict import findings_of
from tradedocs.model.amount import Quantity
from tradedocs.model.finding import Finding, Verdict
from tradedocs.model.report import Dates, Quantities, Report, StatedCount
from tradedocs.model.spec import Spec, SpecShare

GOOD = result("Power", "9.2", "W")
LED = spec(line(characteristic("Power", "<= 9.9 W"), characteristic("Drop test", "conforms")))
DROP = result("Drop test", "Pass")


def count(number: int) -> StatedCount:
    return StatedCount(text=f"{number:,} pcs", number=Decimal(number), unit="pcs", place=PLACE)


def part(
    name: str, number: int = 6000, lot: str | None = None, day: str | None = None, **more: Any
) -> Report:
    """The inspection of a part: at level II 3,201 to 10,000 pcs are letter L, 200 pieces, 10 and 14 accepted."""
    facts: dict[str, Any] = {
        "file": f"{name}.pdf",
        "sha256": name,
        "report_no": stated(f"R-{name}"),
        "quantities": Quantities(lot=count(number)),
        "lots": (stated(lot),) if lot else (),
        "dates": Dates(inspected=dated(day)) if day else Dates(),
        "aql": aql(n=200, accepts=(0, 10, 14)),
    }
    return psi(*more.pop("rows", (GOOD, DROP)), **{**facts, **more})


SUMMED: dict[str, tuple[Report, ...]] = {
    "two lots": (part("1", lot="A"), part("2", lot="B")),
    "two days": (part("1", day="2027-01-03"), part("2", day="2027-01-04")),
    "two lots on one day": (part("1", lot="A", day="2027-01-03"), part("2", lot="B", day="2027-01-03")),
    "the first and the second part again": (
        part("1", lot="A"), part("2", lot="B"), part("2", lot="B", file="again.pdf", sha256="again")),
    "three parts within the tolerance": (
        part("1", 3900, lot="A"), part("2", 3900, lot="B"), part("3", 3900, lot="C")),
}  # fmt: skip


@pytest.mark.parametrize("name", SUMMED)
def test_parts_that_are_of_different_goods_make_up_the_shipment(name: str) -> None:
    verdict, findings = judged(LED, *SUMMED[name])
    assert verdict is Verdict.RELEASE, findings
    for left_out in range(len(SUMMED[name]) - (2 if "again" in name else 0)):
        fewer = tuple(one for index, one in enumerate(SUMMED[name]) if index != left_out)
        assert "again" in name or "quantity-short" in rules(judged(LED, *fewer)[1])


NOT_SUMMED: dict[str, tuple[Report, ...]] = {
    "the same lot": (part("1", lot="A"), part("2", lot="a")),
    "one lot within the other's name": (part("1", lot="LOT A"), part("2", lot="A")),
    "the same number": (part("1", lot="A"), part("2", lot="B", report_no=stated("R - 1"))),
    "the same file": (part("1", lot="A"), part("1", lot="B")),
    "the same quantity on the same day": (part("1", day="2027-01-03"), part("2", day="2027-01-03")),
    "another quantity on the same day": (part("1", 5900, day="2027-01-03"), part("2", day="2027-01-03")),
    "no lot and no day": (part("1"), part("2")),
    "no lot and one day": (part("1", day="2027-01-03"), part("2")),
    "no number": (part("1", lot="A", report_no=None), part("2", lot="B")),
    "too little": (part("1", 5000, lot="A"), part("2", 5000, lot="B")),
}


@pytest.mark.parametrize("name", NOT_SUMMED)
def test_what_may_be_the_same_goods_is_not_added_up(name: str) -> None:
    verdict, findings = judged(LED, *NOT_SUMMED[name])
    assert verdict is Verdict.HOLD
    assert "quantity-short" in rules(findings)


def message(findings: tuple[Finding, ...], rule: str) -> str:
    return next(one.message for one in findings if one.rule == rule)


def test_the_sum_and_what_could_not_be_added_are_shown() -> None:
    assert "5,000 + 5,000 = 10,000 pcs" in message(
        judged(LED, *NOT_SUMMED["too little"])[1], "quantity-short"
    )
    untold = message(judged(LED, *NOT_SUMMED["no lot and no day"])[1], "quantity-short")
    assert "1.pdf, 2.pdf may be of the same goods" in untold


def test_each_part_must_show_everything_and_be_judged_by_its_own_plan() -> None:
    bare = part("2", lot="B", rows=(GOOD,))
    verdict, findings = judged(LED, part("1", lot="A"), bare)
    assert verdict is Verdict.HOLD
    assert rules(findings) == {"not-found"}
    assert "2.pdf is of a part of the shipment and does not give Drop test" in message(findings, "not-found")
    assert (
        judged(LED, part("1", lot="A"), part("2", lot="B", rows=(GOOD, result("Drop test", "Fail"))))[0]
        is Verdict.REJECT
    )
    small = part("2", lot="B", aql=aql(n=80, accepts=(0, 5, 7)))
    assert rules(judged(LED, part("1", lot="A"), small)[1]) == {"aql-plan-differs"}
    over = part("2", lot="B", aql=aql(n=200, accepts=(0, 14, 21), found=(0, 12, 3)))
    assert judged(LED, part("1", lot="A"), over)[0] is Verdict.REJECT


def test_a_part_that_is_not_finished_and_parts_that_are_too_much_are_held() -> None:
    half = Quantities(lot=count(6000), finished=count(3000))
    assert "quantity-over" in rules(judged(LED, part("1", lot="A"), part("2", lot="B", quantities=half))[1])
    three = (part("1", lot="A"), part("2", lot="B"), part("3", lot="C"))
    verdict, findings = judged(LED, *three)
    assert verdict is Verdict.HOLD
    assert "6,000 + 6,000 + 6,000 = 18,000 pcs together" in message(findings, "quantity-over")


def split(*shares: int) -> Spec:
    """The contract in several shipments."""
    shipments = tuple(
        LED.shipments[0].model_copy(
            update={
                "number": n,
                "lines": (SpecShare(line=1, quantity=Quantity(number=Decimal(share), unit="pcs")),),
            }
        )
        for n, share in enumerate(shares, 1)
    )
    return LED.model_copy(update={"shipments": shipments})


def of_shipment(
    agreed: Spec, number: int, *reports: Report, uses: tuple[Use, ...] = ()
) -> tuple[Finding, ...]:
    standing = Standing(ledger=True, signed=False, unsigned_accepted=True, uses=uses)
    return findings_of(make_case(agreed, agreed.shipments[number - 1], reports, standing))


def use(shipment: int, number: int | None, contract: str = "C-1", **more: Any) -> Use:
    covers = () if number is None else ((1, Quantity(number=Decimal(number), unit="pcs")),)
    facts = {"report_sha256": "1", "report_no": "R-1", "row": 4, **more}
    return Use(contract_no=contract, shipment=shipment, covers=covers, **facts)


LOT = part("1", 10000)


def test_a_lot_serves_the_shipments_that_share_it() -> None:
    agreed = split(4000, 6000, 2000)
    assert rules(of_shipment(agreed, 1, LOT)) == set()
    assert rules(of_shipment(agreed, 2, LOT, uses=(use(1, 4000),))) == set()
    assert (
        rules(of_shipment(agreed, 2, LOT, uses=(use(1, 4000), use(1, 4000, row=5), use(2, 6000, row=6))))
        == set()
    )


def test_no_more_is_released_than_was_inspected() -> None:
    findings = of_shipment(split(4000, 6000, 2000), 3, LOT, uses=(use(1, 4000), use(2, 6000)))
    assert rules(findings) == {"report-reused"}
    for words in ("4,000 (shipment 1) + 6,000 (shipment 2)", "12,000 pcs", "inspected 10,000 pcs"):
        assert words in message(findings, "report-reused")


@pytest.mark.parametrize(
    "before",
    [use(1, None), use(1, 4000, contract="C-0"), use(1, 4001), use(1, 4001, report_sha256="other"),
     use(1, 4001, report_no=None)],
    ids=["quantity unknown", "another contract", "one more", "another file of the number", "no number"],
)  # fmt: skip
def test_what_else_was_released_on_the_report_holds(before: Use) -> None:
    assert rules(of_shipment(split(4000, 6000), 2, LOT, uses=(before,))) == {"report-reused"}


def test_a_report_that_released_other_goods_holds() -> None:
    other = use(1, 4000)
    other = Use(**{**other.__dict__, "covers": ((2, Quantity(number=Decimal(100), unit="pcs")),)})
    assert rules(of_shipment(split(4000, 6000), 2, LOT, uses=(other,))) == {"report-reused"}


def test_a_lot_of_the_whole_of_which_a_part_was_inspected_is_no_shared_lot() -> None:
    some = LOT.model_copy(update={"quantities": Quantities(lot=count(10000), inspected=count(4000))})
    assert "quantity-over" in rules(of_shipment(split(4000, 6000), 1, some))


def test_a_shared_lot_is_judged_by_its_own_plan() -> None:
    own = part("1", 10000, aql=aql(n=125, accepts=(0, 7, 10)))
    assert rules(of_shipment(split(3000, 7000), 1, own)) == {"aql-plan-differs"}


def test_parts_and_shares_are_what_the_ledger_counts() -> None:
    agreed = split(4000, 6000)
    case = make_case(agreed, agreed.shipments[0], (LOT,), RECORDED)
    assert [(number, str(share)) for number, share in covered(case, LOT)] == [(1, "4,000 pcs")]
    parts = SUMMED["two lots"]
    whole = make_case(LED, LED.shipments[0], parts, RECORDED)
    assert [str(share) for one in parts for _, share in covered(whole, one)] == ["6,000 pcs", "6,000 pcs"]


@given(
    st.integers(1000, 11000),
    st.lists(st.tuples(st.integers(1, 2), st.integers(1, 9000)), max_size=4),
)
def test_the_sum_never_exceeds_what_was_inspected(lot: int, taken: list[tuple[int, int]]) -> None:
    agreed = split(3000, 3000, 6000)
    uses = tuple(use(shipment, number) for shipment, number in taken)
    findings = of_shipment(agreed, 3, part("1", lot), uses=uses)
    most = {shipment: max(n for s, n in taken if s == shipment) for shipment, _ in taken}
    if most and sum(most.values()) + 6000 > lot:
        assert "report-reused" in rules(findings)
