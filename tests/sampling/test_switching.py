from __future__ import annotations

from decimal import Decimal

import pytest

from tradedocs.errors import UsageError
from tradedocs.sampling.standards import Z1_4, Standard
from tradedocs.sampling.switching import Inspected, Situation, follow

# A lot of 2000 at level II, AQL 2.5: normal 125 7/8, tightened 125 5/6, reduced 50 5/6 (Z1.4: 50 3/6).
GOOD, MIDDLING, BAD = (Inspected(lot=2000, found=found) for found in (0, 7, 20))


def after(*lots: Inspected, standard: Standard | None = None, agreed: bool = False) -> Situation:
    if standard is None:
        return follow(lots, "II", Decimal("2.5"), reduced_agreed=agreed)
    return follow(lots, "II", Decimal("2.5"), reduced_agreed=agreed, standard=standard)


def test_it_begins_normal() -> None:
    assert after().state == "normal"


@pytest.mark.parametrize(
    ("lots", "state"),
    [
        ((BAD,), "normal"),
        ((BAD, BAD), "tightened"),
        ((BAD, GOOD, GOOD, GOOD, BAD), "tightened"),
        ((BAD, GOOD, GOOD, GOOD, GOOD, BAD), "normal"),
    ],
)
def test_two_of_five_lots_not_accepted_tighten(lots: tuple[Inspected, ...], state: str) -> None:
    assert after(*lots).state == state


def test_resubmitted_lots_never_count() -> None:
    again = Inspected(lot=2000, found=20, resubmitted=True)
    assert after(BAD, again, again).state == "normal"
    assert after(GOOD, again, GOOD).score == 6


def test_five_in_a_row_end_tightened_inspection() -> None:
    assert after(BAD, BAD, *[GOOD] * 4).state == "tightened"
    assert after(BAD, BAD, *[GOOD] * 5).state == "normal"
    assert after(BAD, BAD, GOOD, GOOD, BAD, *[GOOD] * 4).state == "tightened"


def test_a_lot_is_judged_by_the_plan_in_force() -> None:
    assert after(BAD, BAD, MIDDLING).refused == 1
    assert after(BAD, MIDDLING).refused == 0


def test_five_lots_not_accepted_on_tightened_stop_until_corrected() -> None:
    stopped = [BAD, BAD, BAD, GOOD, BAD, BAD, GOOD, BAD, BAD]
    assert after(*stopped[:-1]).state == "tightened"
    assert after(*stopped).state == "stopped"
    with pytest.raises(UsageError, match="before lot 10"):
        after(*stopped, GOOD)
    assert after(*stopped, Inspected(lot=2000, found=0, corrected=True)) == Situation(
        state="tightened", recent=(True,)
    )


def test_a_good_score_allows_reduced_inspection_if_agreed() -> None:
    assert after(*[GOOD] * 9, agreed=True).state == "normal"
    assert after(*[GOOD] * 10, agreed=True).state == "reduced"
    assert after(*[GOOD] * 10) == Situation(score=30, recent=(True,) * 10)
    unsteady = Inspected(lot=2000, found=0, steady=False)
    assert after(*[GOOD] * 9, unsteady, agreed=True).state == "normal"


def test_the_score_needs_what_the_next_tighter_aql_would_accept() -> None:
    # AQL 1.5 at the same letter accepts 5.
    assert after(*[Inspected(lot=2000, found=5)] * 2).score == 6
    assert after(GOOD, GOOD, Inspected(lot=2000, found=6)).score == 0


def test_the_score_of_plans_that_accept_none_or_one() -> None:
    lots = [Inspected(lot=200, found=1)] * 3  # AQL 1.0: 50 1/2
    assert follow(lots, "II", Decimal("1.0")).score == 6
    assert follow([*lots, Inspected(lot=200, found=2)], "II", Decimal("1.0")).score == 0


@pytest.mark.parametrize("last", [BAD, Inspected(lot=2000, found=0, steady=False)])
def test_one_bad_or_unsteady_lot_ends_reduced_inspection(last: Inspected) -> None:
    assert after(*[GOOD] * 12, agreed=True).state == "reduced"
    assert after(*[GOOD] * 12, last, agreed=True) == Situation()


def test_z1_4_counts_ten_accepted_lots_and_its_gap_ends_reduced() -> None:
    assert after(*[MIDDLING] * 9, standard=Z1_4, agreed=True).state == "normal"
    reduced = [MIDDLING] * 10
    assert after(*reduced, standard=Z1_4, agreed=True).state == "reduced"
    assert after(*reduced, Inspected(lot=2000, found=3), standard=Z1_4, agreed=True).state == "reduced"
    assert after(*reduced, Inspected(lot=2000, found=4), standard=Z1_4, agreed=True).state == "normal"


def test_aql_0_has_no_switching() -> None:
    with pytest.raises(UsageError, match="no AQL 0"):
        follow([], "II", Decimal(0))
