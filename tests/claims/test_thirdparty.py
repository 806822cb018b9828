from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from tests.claims.agreed import agreed, dates_of, letter
from tradedocs.claims.terms import Terms

DAMAGED: dict[str, Any] = {"alleged": "damage", "packages_damaged": "yes"}


def by(mode: str) -> Terms:
    """The sample contract with another way of carriage."""
    terms = agreed()
    delivery = terms.deal.delivery.model_copy(update={"mode": mode})
    return Terms(terms.deal.model_copy(update={"delivery": delivery}), terms.articles, terms.languages)


def test_by_sea_the_shortest_period_comes_first() -> None:
    found = dates_of(**DAMAGED)
    days = {key: one.day for key, one in found.items() if key.startswith("carrier.")}
    assert days["carrier.contract"] == days["carrier.hague"] == date(2027, 1, 8)
    assert days["carrier.prc"] == date(2027, 1, 12)
    assert days["carrier.hamburg"] == date(2027, 1, 20)
    assert days["carrier.suit"] == date(2028, 1, 5)
    assert found["carrier.contract"].source == "Contract, Clause 35.2"


def test_goods_in_containers_have_fifteen_days_under_the_chinese_code() -> None:
    assert dates_of(**DAMAGED, containers=["TLLU 455102 7"])["carrier.prc"].day == date(2027, 1, 20)


@pytest.mark.parametrize(
    ("mode", "key", "day", "suit"),
    [("road", "cmr", "2027-01-12", "2028-01-05"), ("air", "montreal", "2027-01-19", "2029-01-05"),
     ("courier", "montreal", "2027-01-19", "2029-01-05"), ("rail", "cim", "2027-01-12", "2028-01-05")],
)  # fmt: skip
def test_other_carriage_has_other_periods(mode: str, key: str, day: str, suit: str) -> None:
    found = dates_of(by(mode), **DAMAGED)
    assert found[f"carrier.{key}"].day == date.fromisoformat(day)
    assert found["carrier.suit"].day == date.fromisoformat(suit)
    assert "carrier.hague" not in found


def test_a_notice_that_was_written_is_held_against_each_period() -> None:
    found = dates_of(**DAMAGED, more={"letters": [letter("carrier-notice", "2027-01-10")]})
    assert (found["carrier.hague"].state, found["carrier.prc"].state) == ("late", "met")


def test_who_holds_the_papers_has_to_act() -> None:
    assert dates_of(**DAMAGED)["carrier.hague"].whose == "buyer"
    assert dates_of(**DAMAGED, title_to_sue="seller")["carrier.hague"].whose == "seller"
    assert dates_of(**DAMAGED, policy_holder="seller")["insurer.notice"].whose == "seller"


def test_the_insurer_is_told_at_once() -> None:
    found = dates_of(**DAMAGED, today="2027-01-09")["insurer.notice"]
    assert (found.day, found.state) == (date(2027, 1, 8), "passed")
    told = dates_of(**DAMAGED, more={"letters": [letter("insurer-notice", "2027-01-09")]})
    assert told["insurer.notice"].state == "met"


def test_a_defect_of_the_goods_concerns_no_carrier() -> None:
    found = dates_of()
    assert not [key for key in found if key.startswith(("carrier.", "insurer."))]
    assert found["inspector.notice"].day == date(2027, 2, 7)
    assert "inspector.notice" not in dates_of(**DAMAGED)


@pytest.mark.parametrize(
    "facts", [{"packages_damaged": "yes"}, {"receipt_reserved": "yes"}, {"seal_intact": "no"}]
)
def test_a_trace_of_the_transport_calls_for_the_carrier(facts: dict[str, Any]) -> None:
    assert "carrier.hague" in dates_of(**facts)


@pytest.mark.parametrize(("reserved", "state"), [("yes", "met"), ("no", "passed"), ("unknown", "unknown")])
def test_the_reservation_on_the_receipt_was_made_or_missed(reserved: str, state: str) -> None:
    assert dates_of(**DAMAGED, receipt_reserved=reserved)["carrier.receipt"].state == state
