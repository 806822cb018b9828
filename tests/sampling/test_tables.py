from __future__ import annotations

import pytest

from tests.sampling.reference import cells
from tradedocs.sampling.curve import acceptance
from tradedocs.sampling.plans import Plan
from tradedocs.sampling.series import AQLS, LETTERS
from tradedocs.sampling.tables import Family, State, cell

PRINTED: tuple[tuple[str, Family, State, int], ...] = (
    ("iso-normal", "iso", "normal", 416),
    ("iso-tightened", "iso", "tightened", 417),
    ("iso-reduced", "iso", "reduced", 416),
    ("z1.4-reduced", "z1.4", "reduced", 416),
    ("iso-normal", "z1.4", "normal", 416),
)
ROWS = LETTERS[:-1]
BOTH: tuple[Family, ...] = ("iso", "z1.4")
ALL: tuple[State, ...] = ("normal", "tightened", "reduced")


@pytest.mark.parametrize(("name", "family", "state", "count"), PRINTED)
def test_every_cell_is_as_printed(name: str, family: Family, state: State, count: int) -> None:
    printed = list(cells(name))
    assert len(printed) == count
    for entry in printed:
        assert cell(family, state, entry.letter, AQLS.index(entry.aql)) == entry.plan, entry


def test_tightened_of_z1_4_is_that_of_iso_but_for_one_cell() -> None:
    differ = [
        (letter, aql)
        for letter in ROWS
        for place, aql in enumerate(AQLS)
        if cell("z1.4", "tightened", letter, place) != cell("iso", "tightened", letter, place)
    ]
    assert differ == [("A", "10")]
    assert cell("z1.4", "tightened", "A", AQLS.index("10")) == ("D", 8, 1, 2)


@pytest.mark.parametrize("family", BOTH)
@pytest.mark.parametrize("state", ALL)
def test_a_later_letter_never_has_a_smaller_sample_or_a_smaller_acceptance_number(
    family: Family, state: State
) -> None:
    for place in range(len(AQLS)):
        column = [cell(family, state, letter, place) for letter in ROWS]
        assert [found.size for found in column] == sorted(found.size for found in column)
        assert [found.accept for found in column] == sorted(found.accept for found in column)


@pytest.mark.parametrize("family", BOTH)
@pytest.mark.parametrize("state", ALL)
def test_acceptance_is_below_rejection_and_only_reduced_z1_4_has_a_gap(family: Family, state: State) -> None:
    gaps = {
        found.reject - found.accept
        for letter in ROWS
        for place in range(len(AQLS))
        for found in [cell(family, state, letter, place)]
    }
    assert gaps == ({1, 2, 3} if (family, state) == ("z1.4", "reduced") else {1})


def _plan(state: State, letter: str, place: int) -> Plan:
    found = cell("iso", state, letter, place)
    return Plan(
        standard="ISO 2859-1", edition="2026", level="II", state=state, lot=10**6, aql=AQLS[place],
        code_letter=letter, letter=found.letter, sample_size=found.size, accept=found.accept,
        reject=found.reject, full_inspection=False,
    )  # fmt: skip


def test_tightened_is_never_more_lenient_than_normal() -> None:
    more_lenient = [
        (letter, aql, times)
        for letter in ROWS
        for place, aql in enumerate(AQLS)
        for times in (0.5, 1, 2, 4)
        if _accepted("tightened", letter, place, times) > _accepted("normal", letter, place, times) + 1e-12
    ]
    # 2 items with none allowed against 5 with one: so it is printed, and it shows only for very bad lots.
    assert more_lenient == [("A", "10", 4)]


def _accepted(state: State, letter: str, place: int, times: float) -> float:
    """The share of lots accepted whose quality is so many times the AQL."""
    plan, quality = _plan(state, letter, place), float(AQLS[place]) * times
    return acceptance(plan, min(quality, 100) if plan.counts_items else quality)


@pytest.mark.parametrize("letter", ROWS)
def test_reduced_never_inspects_more_than_normal(letter: str) -> None:
    for family in BOTH:
        for place in range(len(AQLS)):
            assert cell(family, "reduced", letter, place).size <= cell(family, "normal", letter, place).size
