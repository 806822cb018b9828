"""The windows of the sample contract: 45 days for quality and 15 for quantity after arrival, 365 for hidden defects."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.claims.agreed import HOUSINGS, LAMPS, SUGAR, agreed, dates_of, letter, without
from tradedocs.model.claimview import Bar

ARRIVED = date(2026, 12, 28)
CLAIMS = "disputes.claims"


@pytest.mark.parametrize(
    ("received", "state"), [("2027-02-10", "met"), ("2027-02-11", "met"), ("2027-02-12", "late")]
)
def test_the_day_before_the_window_on_it_and_after_it(received: str, state: str) -> None:
    window = dates_of(received=received, today=received)["window.quality"]
    assert (window.day, window.state) == (date(2027, 2, 11), state)
    assert window.arithmetic == "arrived 2026-12-28 + 45 days = 2027-02-11"
    assert window.source == "Contract, Clause 32.1(b)"
    assert window.whose == "buyer"


def test_a_late_claim_names_what_may_excuse_it() -> None:
    found = dates_of(received="2027-02-12", today="2027-02-12")
    assert found["window.quality"].stopped_by == ("CISG article 40", "CISG article 44")
    assert {"excuse.known", "excuse.reasonable"} <= found.keys()
    in_time = dates_of(received="2027-02-11")
    assert not in_time["window.quality"].stopped_by
    assert not {"excuse.known", "excuse.reasonable"} & in_time.keys()


def test_what_we_knew_before_shipment_stops_a_late_window() -> None:
    bar = Bar(row=4, kind="finding-resolved", what="luminous flux 801 lm")
    found = dates_of(received="2027-02-12", bars=(bar,))
    assert "Ledger row 4" in found["window.quality"].stopped_by
    assert "luminous flux 801 lm" in found["excuse.ledger"].what.en
    assert "excuse.ledger" not in dates_of(bars=(bar,))  # in time, so that nobody needs an excuse


def test_a_hidden_defect_counts_from_its_discovery_and_has_an_end() -> None:
    found = dates_of(hidden="yes", received="2027-09-10", found="2027-09-01", today="2027-09-10")
    assert "window.quality" not in found
    assert found["window.found"].day == date(2027, 9, 15)
    assert found["window.hidden"].day == date(2027, 12, 28)
    assert {
        found[key].state for key in ("window.found", "window.hidden", "warranty.notice", "warranty.end")
    } == {"met"}
    late = dates_of(hidden="yes", received="2027-12-29", found="2027-12-20", today="2027-12-29")
    assert (late["window.found"].state, late["window.hidden"].state) == ("met", "late")
    slow = dates_of(hidden="yes", received="2027-09-16", found="2027-09-01", today="2027-09-16")
    assert (slow["window.found"].state, slow["window.hidden"].state) == ("late", "met")


def test_where_nobody_knows_whether_it_was_hidden_both_windows_are_shown() -> None:
    assert {"window.quality", "window.found", "window.hidden"} <= dates_of(hidden="unknown").keys()


def test_a_warranty_of_months_ends_with_them() -> None:
    found = dates_of(hidden="yes")
    assert found["warranty.end"].arithmetic == "shipped 2026-11-20 + 24 months = 2028-11-20"
    assert found["warranty.notice"].source == "Contract, Clause 31.2"
    assert "warranty.end" not in dates_of(hidden="no")
    assert dates_of(hidden="yes", shipped=None)["warranty.end"].missing == "shipped"
    assert "warranty.end" not in dates_of(without(agreed(), "quality.warranty"), hidden="yes")


def test_a_shortage_has_its_own_window() -> None:
    found = dates_of(alleged="quantity", missing="40 pcs", received="2027-01-12")
    assert (found["window.quantity"].day, found["window.quantity"].state) == (date(2027, 1, 12), "met")
    assert "window.quality" not in found


def test_a_window_without_its_first_day_asks_for_it() -> None:
    window = dates_of(arrived=None, taken_over=None)["window.quality"]
    assert (window.state, window.day, window.missing) == ("unknown", None, "arrived")


def test_two_years_from_handing_over_are_the_end_of_every_notice() -> None:
    found = dates_of(received="2029-01-06", found="2029-01-05", hidden="yes", today="2029-01-06")
    end = found["law.two-years"]
    assert (end.day, end.state, end.source) == (date(2029, 1, 5), "late", "CISG article 39(2)")
    assert end.arithmetic == "taken over 2027-01-05 + 2 years = 2029-01-05"
    assert (
        dates_of(received="2029-01-05", found="2029-01-05", today="2029-01-05")["law.two-years"].state
        == "met"
    )


def test_without_the_cisg_the_civil_code_stands_there() -> None:
    terms = without(agreed(), cisg="excluded")
    found = dates_of(terms, received="2029-01-08", found="2029-01-05", hidden="yes", today="2029-01-08")
    assert found["law.two-years"].source == "PRC Civil Code article 621"
    assert found["excuse.short"].source == "PRC Civil Code article 622"
    assert "excuse.reasonable" not in found
    assert "law.reasonable" not in found


def test_under_another_law_neither_speaks() -> None:
    terms = without(agreed(SUGAR), cisg="excluded")
    assert "law.two-years" not in dates_of(terms, affected="10 t", alleged="quality")


def test_a_last_day_on_a_weekend_is_not_moved_and_the_code_is_named() -> None:
    found = dates_of(arrived="2026-12-30", taken_over="2026-12-30", received="2027-02-15", today="2027-02-15")
    assert found["window.quality"].day == date(2027, 2, 13)  # a Saturday
    assert found["window.quality"].state == "late"
    assert found["excuse.weekend"].source == "PRC Civil Code article 203"
    friday = dates_of(
        arrived="2026-12-29", taken_over="2026-12-29", received="2027-02-15", today="2027-02-15"
    )
    assert friday["window.quality"].state == "late"
    assert "excuse.weekend" not in friday


def test_actions_are_barred_by_the_law_of_the_contract() -> None:
    assert dates_of()["action.law"].arithmetic == "found 2027-01-08 + 4 years = 2031-01-08"
    assert "action.law" not in dates_of(agreed(SUGAR), affected="10 t")
    assert "action.contract" not in dates_of()


@pytest.mark.parametrize("name", [LAMPS, HOUSINGS])
def test_every_window_has_the_days_that_the_contract_prints(name: str) -> None:
    terms = agreed(name)
    found = dates_of(terms, hidden="unknown")
    for key, variable in (("window.quality", "quality_days"), ("window.hidden", "latent_days")):
        day, days = found[key].day, terms.days(CLAIMS, variable)
        assert day is not None
        assert (day - ARRIVED).days == days


def test_as_buyer_the_window_waits_for_our_own_notice() -> None:
    terms = agreed(SUGAR)
    facts: dict[str, Any] = {"affected": "10 t", "alleged": "quality", "complainant": "Yuanqiao"}
    assert dates_of(terms, today="2027-01-20", **facts)["window.quality"].state == "due"
    assert dates_of(terms, today="2027-01-28", **facts)["window.quality"].state == "passed"
    sent = {"letters": [letter("non-conformity", "2027-01-27")]}
    window = dates_of(terms, today="2027-01-28", more=sent, **facts)["window.quality"]
    assert (window.day, window.done, window.state) == (date(2027, 1, 27), date(2027, 1, 27), "met")


@given(st.integers(0, 900))
def test_a_notice_is_in_time_exactly_up_to_the_last_day(days: int) -> None:
    received = ARRIVED + timedelta(days=days)
    found = dates_of(received=received.isoformat(), found=None, today=received.isoformat())
    window = found["window.quality"]
    assert window.day is not None
    assert (window.state == "met") == (received <= window.day)
    assert bool(window.stopped_by) == (window.state == "late")
