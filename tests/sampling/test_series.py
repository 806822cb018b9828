from __future__ import annotations

from decimal import Decimal

import pytest

from tradedocs.errors import UsageError
from tradedocs.sampling.series import AQLS, LETTERS, SIZES, aql_of, place_of


def test_the_series_are_the_preferred_numbers() -> None:
    assert AQLS[:6] == ("0.010", "0.015", "0.025", "0.040", "0.065", "0.10")
    assert AQLS[-6:] == ("100", "150", "250", "400", "650", "1000")
    assert SIZES == (2, 3, 5, 8, 13, 20, 32, 50, 80, 125, 200, 315, 500, 800, 1250, 2000, 3150)
    assert "".join(LETTERS) == "ABCDEFGHJKLMNPQRS"


@pytest.mark.parametrize(
    ("text", "place"), [("2.50", 12), ("4", 13), ("0.01", 0), (" 1.0 ", 10), ("1000", 25)]
)
def test_an_aql_is_known_by_its_value(text: str, place: int) -> None:
    assert place_of(aql_of(text)) == place


@pytest.mark.parametrize(
    "text", ["", "2,5", "2.5 %", "-1", "+1", "1e1", ".65", "NaN", "2.5.", "２.５", "1_0"]
)
def test_what_is_no_plain_number_is_refused(text: str) -> None:
    with pytest.raises(UsageError) as refused:
        aql_of(text)
    assert "2.5" in refused.value.way_out


@pytest.mark.parametrize(
    ("aql", "near"),
    [("3", "2.5 and 4.0"), ("0.2", "0.15 and 0.25"), ("0.001", "0.010"), ("0", "0.010"), ("1001", "1000")],
)
def test_an_aql_between_the_steps_names_its_neighbours(aql: str, near: str) -> None:
    with pytest.raises(UsageError, match=f"no AQL {aql}$") as refused:
        place_of(Decimal(aql))
    assert near in refused.value.way_out
