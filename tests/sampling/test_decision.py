from __future__ import annotations

from decimal import Decimal

import pytest

from tradedocs.errors import UsageError
from tradedocs.sampling.decision import decide
from tradedocs.sampling.plans import plan
from tradedocs.sampling.standards import Z1_4

K = plan(2000, "II", Decimal("2.5"))
GAP = plan(2000, "II", Decimal("2.5"), state="reduced", standard=Z1_4)


@pytest.mark.parametrize(("found", "decision"), [(0, "accepted"), (7, "accepted"), (8, "not-accepted")])
def test_acceptance_and_rejection_number(found: int, decision: str) -> None:
    assert decide(K, found) == decision


@pytest.mark.parametrize(
    ("found", "decision"),
    [(3, "accepted"), (4, "accepted-then-normal"), (5, "accepted-then-normal"), (6, "not-accepted")],
)
def test_the_gap_of_reduced_inspection(found: int, decision: str) -> None:
    assert decide(GAP, found) == decision


@pytest.mark.parametrize("found", [-1, 126])
def test_numbers_that_cannot_be(found: int) -> None:
    with pytest.raises(UsageError):
        decide(K, found)


def test_one_item_may_have_several_nonconformities() -> None:
    per_100 = plan(8, "II", Decimal(25))
    assert per_100.sample_size == 2
    assert decide(per_100, 5) == "not-accepted"
