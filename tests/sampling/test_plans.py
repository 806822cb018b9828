from __future__ import annotations

from decimal import Decimal
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from tests.sampling.reference import lines
from tradedocs.errors import UsageError
from tradedocs.sampling.lots import LEVELS, level_of
from tradedocs.sampling.plans import plan, plans
from tradedocs.sampling.series import AQLS
from tradedocs.sampling.standards import ISO_2859_1, Z1_4, Standard
from tradedocs.sampling.tables import State

STATES: tuple[State, ...] = get_args(State)
LOTS = st.integers(2, 2_000_000)
AQL = st.sampled_from(("0", *AQLS)).map(Decimal)


@pytest.mark.parametrize("line", lines("lots"), ids=" ".join)
def test_lots_worked_out_by_hand(line: list[str]) -> None:
    lot, level, aql, state, code, letter, table, inspected, accept, reject, share = line
    found = plan(
        int(lot), level_of(level), Decimal(aql), state=next(known for known in STATES if known == state)
    )
    assert (found.code_letter, found.letter) == (code, letter)
    assert (found.sample_size, found.accept, found.reject) == (int(inspected), int(accept), int(reject))
    assert found.full_inspection == (share == "all") == (int(table) >= int(lot))


def test_reduced_plans_of_the_two_standards() -> None:
    iso = plan(2000, "II", Decimal("2.5"), state="reduced")
    american = plan(2000, "II", Decimal("2.5"), state="reduced", standard=Z1_4)
    assert (iso.sample_size, iso.accept, iso.reject) == (50, 5, 6)
    assert (american.sample_size, american.accept, american.reject) == (50, 3, 6)


@given(LOTS, st.sampled_from(LEVELS), AQL, st.sampled_from(STATES), st.sampled_from((ISO_2859_1, Z1_4)))
def test_a_plan_fits_its_lot(lot: int, level: str, aql: Decimal, state: State, standard: Standard) -> None:
    found = plan(lot, level_of(level), aql, state=state, standard=standard)
    assert 1 <= found.sample_size <= lot
    assert 0 <= found.accept < found.reject
    assert found.full_inspection == (found.sample_size == lot)
    assert Decimal(found.aql) == aql


@given(LOTS, st.integers(0, 2_000_000), st.sampled_from(LEVELS), AQL, st.sampled_from(STATES))
def test_a_bigger_lot_never_has_a_smaller_sample(
    lot: int, more: int, level: str, aql: Decimal, state: State
) -> None:
    small, big = (plan(size, level_of(level), aql, state=state) for size in (lot, lot + more))
    assert small.sample_size <= big.sample_size


@given(LOTS, AQL)
def test_a_higher_level_never_has_a_smaller_sample(lot: int, aql: Decimal) -> None:
    sizes = [plan(lot, level_of(level), aql).sample_size for level in LEVELS]
    assert sizes == sorted(sizes)


def test_aql_0_takes_the_sample_of_the_strictest_other_class() -> None:
    zero, major, minor = plans(200, "II", [Decimal(aql) for aql in ("0", "1.0", "4.0")])
    assert (zero.letter, zero.sample_size, zero.accept, zero.reject, zero.aql) == ("H", 50, 0, 1, "0")
    assert (major.sample_size, major.accept) == (50, 1)
    assert (minor.letter, minor.sample_size, minor.accept) == ("G", 32, 3)


def test_aql_0_alone_takes_the_sample_of_the_code_letter() -> None:
    (alone,) = plans(200, "II", [Decimal("0.0")])
    assert alone == plan(200, "II", Decimal(0))
    assert (alone.letter, alone.sample_size, alone.accept, alone.reject) == ("G", 32, 0, 1)


def test_aql_0_of_a_lot_that_is_inspected_whole() -> None:
    zero, _ = plans(100, "II", [Decimal(0), Decimal("0.10")])
    assert (zero.sample_size, zero.accept, zero.full_inspection) == (100, 0, True)


def test_a_sample_as_large_as_the_lot_is_the_whole_lot() -> None:
    assert plan(20, "II", Decimal("0.65")).full_inspection
    assert not plan(21, "II", Decimal("0.65")).full_inspection


def test_huge_lots() -> None:
    assert plan(10**30, "III", Decimal("0.025"), state="tightened").sample_size == 3150


@pytest.mark.parametrize(("lot", "aql"), [(0, "1.0"), (1, "1.0"), (100, "3")])
def test_what_has_no_plan(lot: int, aql: str) -> None:
    with pytest.raises(UsageError):
        plan(lot, "II", Decimal(aql))


def test_a_plan_is_frozen() -> None:
    with pytest.raises(ValidationError):
        plan(200, "II", Decimal("1.0")).accept = 5  # type: ignore[misc]
