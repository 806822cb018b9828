from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tradedocs.reading.dates import AMBIGUOUS, Order, date_in, order_of


@pytest.mark.parametrize(
    ("printed", "meant"),
    [
        ("Jan 05, 2024", date(2024, 1, 5)),
        ("2026. 02. 04", date(2026, 2, 4)),
        ("11.11.2020", date(2020, 11, 11)),
        ("10-Jul-2026", date(2026, 7, 10)),
        ("2025.03.29", date(2025, 3, 29)),
        ("06 Mar 2017", date(2017, 3, 6)),
        ("Apr. 16, 2018", date(2018, 4, 16)),
        ("2024年1月5日", date(2024, 1, 5)),
        ("14. März 2025", date(2025, 3, 14)),
        ("3 Ağustos 2026", date(2026, 8, 3)),
        ("5 марта 2026", date(2026, 3, 5)),
        ("27/12/2017", date(2017, 12, 27)),
        ("2nd of May 2026", date(2026, 5, 2)),
    ],
)
def test_dates_as_reports_print_them(printed: str, meant: date) -> None:
    read = date_in(f"Date: {printed} Page 1")
    assert read is not None
    assert (read.value, read.doubt) == (meant, ())


def test_day_and_month_that_could_be_exchanged_are_a_doubt() -> None:
    read = date_in("04/01/2018")
    assert read is not None
    assert read.doubt == (AMBIGUOUS,)


@pytest.mark.parametrize(
    ("others", "meant"), [(["27/12/2017"], date(2018, 1, 4)), (["12/27/2017"], date(2018, 4, 1))]
)
def test_another_date_of_the_report_settles_the_order(others: list[str], meant: date) -> None:
    read = date_in("04/01/2018", order_of(others))
    assert read is not None
    assert (read.value, read.doubt) == (meant, ())


def test_contradicting_dates_settle_nothing() -> None:
    assert order_of(["27/12/2017", "12/27/2017"]) is Order.UNKNOWN


def test_dates_near_each_other_make_an_order_likely_but_stay_doubtful() -> None:
    order = order_of(["04/01/2026 04/02/2026 04/06/2026 04/03/2026"])
    read = date_in("04/06/2026", order)
    assert read is not None
    assert (order, read.value, read.doubt) == (Order.LIKELY_MONTH_FIRST, date(2026, 4, 6), (AMBIGUOUS,))


@pytest.mark.parametrize("printed", ["", "SOP.T.20.010", "32/13/2020", "February 30, 2024", "1-2-3"])
def test_what_is_no_date(printed: str) -> None:
    assert date_in(printed) is None


@given(st.dates(min_value=date(1990, 1, 1), max_value=date(2090, 12, 31)))
def test_an_iso_date_reads_as_itself(day: date) -> None:
    read = date_in(day.isoformat())
    assert read is not None
    assert read.value == day


@given(st.dates(min_value=date(1990, 1, 1), max_value=date(2090, 12, 31)))
def test_day_first_is_followed_when_it_is_proven(day: date) -> None:
    read = date_in(f"{day:%d/%m/%Y}", Order.DAY_FIRST)
    assert read is not None
    assert (read.value, read.doubt) == (day, ())


@given(st.text(max_size=60))
def test_any_text_can_be_searched(text: str) -> None:
    date_in(text)
    order_of([text])
