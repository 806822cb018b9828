from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tradedocs.claims.calendar import after, months_after, working_days_after, years_after

DAYS = st.dates(date(2000, 1, 1), date(2080, 1, 1))


def test_the_sum_names_the_event_and_the_last_day() -> None:
    assert after(date(2026, 3, 2), 30, "discharged") == (
        date(2026, 4, 1),
        "discharged 2026-03-02 + 30 days = 2026-04-01",
    )
    assert after(date(2026, 3, 2), 1)[1] == "2026-03-02 + 1 day = 2026-03-03"


@pytest.mark.parametrize(
    ("start", "years", "end"),
    [("2024-02-29", 1, "2025-02-28"), ("2024-02-29", 4, "2028-02-29"), ("2026-12-31", 2, "2028-12-31")],
)
def test_a_year_ends_on_the_same_day_or_the_last_of_february(start: str, years: int, end: str) -> None:
    assert years_after(date.fromisoformat(start), years)[0] == date.fromisoformat(end)


@pytest.mark.parametrize(
    ("start", "months", "end"),
    [("2026-01-31", 1, "2026-02-28"), ("2026-08-31", 6, "2027-02-28"), ("2026-11-19", 24, "2028-11-19")],
)
def test_a_month_ends_on_the_same_day_or_the_last_one(start: str, months: int, end: str) -> None:
    assert months_after(date.fromisoformat(start), months)[0] == date.fromisoformat(end)


@pytest.mark.parametrize(("start", "end"), [("2027-01-15", "2027-01-19"), ("2027-01-16", "2027-01-19"),
                                            ("2027-01-13", "2027-01-15")])  # fmt: skip
def test_two_working_days_leave_the_weekend_out(start: str, end: str) -> None:
    assert working_days_after(date.fromisoformat(start), 2)[0] == date.fromisoformat(end)


@given(DAYS, st.integers(1, 60))
def test_working_days_count_themselves(start: date, days: int) -> None:
    end, words = working_days_after(start, days)
    between = [start + timedelta(days=k) for k in range(1, (end - start).days + 1)]
    assert sum(day.weekday() < 5 for day in between) == days
    assert end.weekday() < 5
    assert words.endswith(f"= {end}")


@given(DAYS, st.integers(1, 240))
def test_months_never_pass_their_month_and_years_are_twelve_of_them(start: date, months: int) -> None:
    end = months_after(start, months)[0]
    assert (end.year * 12 + end.month) - (start.year * 12 + start.month) == months
    assert end.day <= start.day
    assert years_after(start, months)[0] == months_after(start, 12 * months)[0]
