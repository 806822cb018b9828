"""What must hold of every remedy's money, whatever the claim: never above the cap, never twice, exact to the cent."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from itertools import combinations
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.claims.remedies.make import CAP, LAMPS, MINOR, case, granted, of
from tradedocs.claims.remedies import DoubleRecovery, RemedyCase, exposure, remedies_of, together
from tradedocs.claims.remedies.together import loss_of
from tradedocs.claims.statute import statutory
from tradedocs.model.amount import MINOR_UNITS, Money
from tradedocs.model.granted import Pieces

CURRENCIES = ("USD", "JPY", "KWD", "CNY")
GRADES = (
    ("single-defects", "minor", "seller"), ("single-defects", "over-limit", "seller"),
    ("batch-defect", "batch", "seller"),
    ("shortage", "minor", "seller"), ("perception-deviation", "none", "buyer"), ("misuse", "none", "buyer"),
    ("transport-damage", "unknown", "carrier-or-insurer"), ("undecided", "unknown", "undecided"),
    ("single-defects", "safety", "seller"),
)  # fmt: skip
FREE = {"replenishment", "repair", "repudiation"}


@st.composite
def claims(draw: st.DrawFn) -> RemedyCase:
    """Claims of every grade, with whatever the user knows of costs, under caps of every kind."""
    currency = draw(st.sampled_from(CURRENCIES))
    step = Decimal(1).scaleb(-MINOR_UNITS[currency])

    def amounts() -> st.SearchStrategy[str]:
        return st.integers(0, 900_000).map(lambda n: f"{currency} {n * step:f}")

    names = ("unit_cost", "freight", "insurance", "duty", "clearance", "disposal", "sorting_rate", "rework", "survey",
             "storage", "handling", "buyer_loss")  # fmt: skip
    costs: dict[str, Any] = {name: draw(amounts()) for name in names if draw(st.booleans())}
    if draw(st.booleans()):
        costs["sorting_hours"] = str(draw(st.integers(0, 90_000).map(lambda n: Decimal(n) / 100)))
    goods = {**LAMPS, "unit_price": f"{draw(st.integers(1, 99_999)) * Decimal('0.0001'):f} {currency}/pcs"}
    cap = CAP.model_copy(update={
        "percent": Decimal(draw(st.integers(1, 150))), "base": draw(st.sampled_from(["goods", "contract", None])),
        "refunds_count": draw(st.booleans()), "profit": draw(st.sampled_from(["none", "foreseeable"])),
    })  # fmt: skip
    grades = granted().grades
    assert grades is not None
    other = draw(st.sampled_from(["replaced", "damages", "choice", None]))
    grants = granted(
        goods, cap=draw(st.sampled_from([cap, cap, None])), grades=grades.model_copy(update={"other": other}),
        minor=MINOR.model_copy(update={"handling": draw(st.booleans())}), law=draw(st.sampled_from(["CISG", "PRC"])),
    )  # fmt: skip
    pieces = Pieces(rule="above-aql", aql={"major": Decimal("2.5")}, article="33")
    grants = grants.model_copy(update={"pieces": draw(st.sampled_from([None, pieces]))})
    examined = draw(st.integers(1, 500))
    return case(
        grants, draw(st.sampled_from(GRADES)), costs=costs, affected=f"{draw(st.integers(1, 20_000))} pcs",
        characteristic="Luminous flux", counted={"examined": examined, "defective": draw(st.integers(0, examined)),
                 "random": draw(st.sampled_from(["yes", "no", "unknown"]))},
        value_ratio=f"{draw(st.integers(0, 1200).map(lambda n: Decimal(n) / 10))} %", missing="120 pcs",
        usable=draw(st.sampled_from(["yes", "no", "unknown"])), paid=f"{draw(st.integers(0, 100))} %",
        next_order={"value": draw(amounts())},
        facts={"earlier": draw(st.sampled_from([Decimal(0), Decimal(500)])),
               "goodwill": draw(st.sampled_from([None, Decimal(3), Decimal("2.5")]))},
    )  # fmt: skip


def room_of(given: RemedyCase) -> Decimal | None:
    """What the cap leaves, worked out apart from the code under test."""
    cap, line = given.granted.cap, given.granted.lines[0]
    if cap is None:
        return None
    step = Decimal(1).scaleb(-MINOR_UNITS[line.unit_price.currency])
    price = (min(given.complaint.affected.number, line.quantity.number) * line.unit_price.amount).quantize(
        step, "ROUND_HALF_UP"
    )
    base = given.granted.price.amount if cap.base == "contract" else price
    return max(Decimal(0), base * cap.percent / 100 - given.earlier).quantize(step, "ROUND_HALF_UP")


@given(claims())
def test_no_remedy_goes_above_the_cap(given: RemedyCase) -> None:
    room = room_of(given)
    if room is None:
        return
    assert given.granted.cap is not None
    for one in remedies_of(given):
        counts = one.kind not in FREE and (given.granted.cap.refunds_count or one.kind == "sorting")
        for amount in (one.gain, one.low, one.high) if counts else ():
            assert amount is None or amount.amount <= room, one.key


@given(claims())
def test_the_law_stays_under_the_cap_where_it_is_not_excluded(given: RemedyCase) -> None:
    room = room_of(given)
    if room is None:
        return
    for one in statutory(given):
        excluded = one.barred is not None and "puts the contract's grades in its place" in one.barred.en
        if loss_of(one) == "further" and one.gain is not None and not excluded:
            assert one.gain.amount <= room


@given(claims())
def test_what_makes_good_the_same_loss_is_never_added(given: RemedyCase) -> None:
    for found in (remedies_of(given), statutory(given)):
        for left, right in combinations(found, 2):
            same = loss_of(left) == loss_of(right)
            assert (right.key in left.excludes) == (left.key in right.excludes) == same
            if same:
                with pytest.raises(DoubleRecovery):
                    together((left, right), given)


@given(claims())
def test_a_price_reduction_and_damages_do_not_hold_the_same_loss(given: RemedyCase) -> None:
    """Damages hold what the user named beside the value of the goods, and not one cent of the value."""
    costs, grades = given.complaint.costs, given.granted.grades
    assert grades is not None
    beside = sum((one.amount for one in (costs.buyer_loss, costs.handling) if one is not None), Decimal(0))
    for one in statutory(given):
        if one.key in ("cisg-74", "prc-583") and one.gain is not None:
            assert one.gain.amount <= beside
            if (
                given.granted.minor is not None
                and given.granted.minor.handling
                and costs.handling is not None
            ):
                assert one.gain.amount <= beside - costs.handling.amount


@given(claims())
def test_every_amount_is_whole_in_the_currency_s_minor_unit_and_stands_in_the_steps(
    given: RemedyCase,
) -> None:
    for one in (*remedies_of(given), *statutory(given)):
        steps = [step.amount for step in one.steps]
        for amount in (one.gain, one.cost, one.low, one.high, *steps):
            if amount is None:
                continue
            assert amount == amount.rounded()
            assert amount.currency == given.granted.currency
            assert amount.amount == amount.amount.quantize(Decimal(1).scaleb(-MINOR_UNITS[amount.currency]))
        if one.kind not in ("repudiation", "offset"):
            assert all(
                each in steps for each in (one.gain, one.cost, one.low, one.high) if each is not None
            ), one.key


@given(claims())
def test_printed_sums_add_up(given: RemedyCase) -> None:
    """Each `total` step spells its parts: read them back from the words and add them."""
    for one in (*remedies_of(given), *statutory(given)):
        for step in one.steps:
            head, _, result = step.words.en.rpartition(" = ")
            if (" + " not in head and " − " not in head.split(": ")[-1]) or "×" in head:
                continue
            spelled = head.split(": ")[-1].replace(",", "").replace("− ", "-").replace("+ ", "").split()
            assert sum(map(Decimal, spelled)) == step.amount.amount
            assert str(step.amount) == result


@given(claims(), st.integers(1, 400), st.data())
def test_more_defects_never_bring_less(given: RemedyCase, examined: int, data: st.DataObject) -> None:
    few = data.draw(st.integers(0, examined - 1))
    more = data.draw(st.integers(few + 1, examined))

    def gains(defective: int) -> list[Money | None]:
        counted = {"examined": examined, "defective": defective, "random": "yes"}
        complaint = given.complaint.model_validate(
            {**given.complaint.model_dump(mode="json"), "counted": counted}
        )
        changed = replace(given, record=given.record.model_copy(update={"complaint": complaint}))
        found = [one for one in remedies_of(changed) if one.kind == "defect-refund"]
        return [each for one in found for each in (one.low, one.gain, one.high)]

    for less, greater in zip(gains(few), gains(more), strict=True):
        if less is not None and greater is not None:
            assert less.amount <= greater.amount


@given(claims())
def test_the_exposure_is_the_most_of_all_permitted_sums(given: RemedyCase) -> None:
    found = [one for one in remedies_of(given) if one.gain is not None and one.barred is None]
    most, keys = exposure(found, given)
    assert len({loss_of(of(key, tuple(found))) for key in keys}) == len(keys)
    sums = [Decimal(0)]
    for size in range(1, 4):
        for chosen in combinations(found, size):
            if len({loss_of(one) for one in chosen}) == size:
                sums.append(together(chosen, given).amount)
    assert most.amount == max(sums)


@given(claims())
def test_nothing_is_invented_where_nothing_was_given(given: RemedyCase) -> None:
    complaint = given.complaint.model_copy(
        update={
            "value_ratio": None,
            "counted": None,
            "costs": given.complaint.costs.model_validate({}),
            "missing": None,
        }
    )
    bare = replace(given, record=given.record.model_copy(update={"complaint": complaint}), goodwill=None)
    for one in remedies_of(bare):
        if one.kind in (
            "price-reduction",
            "defect-refund",
            "repair",
            "sorting",
            "make-up-shortage",
            "price-scale",
        ):
            assert one.gain is None, one.key
            assert one.unknown, one.key
        if one.kind == "replenishment":
            assert one.cost is None
            assert "costs.unit_cost" in one.unknown
