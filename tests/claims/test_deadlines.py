from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.claims.agreed import SUGAR, agreed, dates_of, letter, piece, record
from tradedocs.claims.deadlines import deadlines, pressing

PROMISES = [{"key": "pay", "what": {"en": "Pay 100 USD"}, "by": "seller", "due": "2027-03-01"},
            {"key": "sign", "what": {"en": "Sign"}, "by": "buyer"}]  # fmt: skip
SETTLED: dict[str, Any] = {
    "remedy": "offset", "amount": "100 USD", "paid_by": "offset", "promises": PROMISES, "move": 1,
    "agreed": "2027-02-01", "by": "Lin Mei", "row": 14, "offset": {"expires": "2027-06-01", "cash_days": 15},
}  # fmt: skip


def test_a_complaint_is_acknowledged_in_two_working_days() -> None:
    assert dates_of()["answer.acknowledge"].day == date(2027, 1, 19)  # received on a Friday
    done = dates_of(more={"letters": [letter("acknowledge", "2027-01-19")]})["answer.acknowledge"]
    assert (done.done, done.state) == (date(2027, 1, 19), "met")
    late = dates_of(more={"letters": [letter("acknowledge", "2027-01-20")]})["answer.acknowledge"]
    assert late.state == "late"
    assert dates_of(today="2027-01-20")["answer.acknowledge"].state == "passed"


def test_the_answer_counts_from_the_last_evidence_and_waits_while_some_is_asked_for() -> None:
    assert dates_of()["answer.answer"].day == date(2027, 1, 25)
    came = {"evidence": [piece("2027-01-18"), piece("2027-01-22", row=12)]}
    found = dates_of(more=came)
    assert found["answer.answer"].arithmetic == "evidence 2027-01-22 + 10 days = 2027-02-01"
    assert found["answer.missing"].day == date(2027, 1, 27)
    asked = dates_of(more={**came, "letters": [letter("request-evidence", "2027-01-23", row=13)]})
    assert "answer.answer" not in asked
    assert asked["answer.missing"].state == "met"


def test_a_letter_waits_for_its_answer() -> None:
    letters = [letter("request-evidence", "2027-01-18", reply_by="2027-01-25")]
    waiting = dates_of(today="2027-01-26", more={"letters": letters})["letter.10"]
    assert (waiting.day, waiting.state) == (date(2027, 1, 25), "passed")
    assert waiting.source == "Letter of 2027-01-18, ledger row 10"
    answered = dates_of(today="2027-01-26", more={"letters": letters, "evidence": [piece("2027-01-24")]})
    assert (answered["letter.10"].state, answered["letter.10"].done) == ("met", date(2027, 1, 24))


def test_a_survey_begins_and_is_answered_in_time() -> None:
    letters = [letter("joint-survey", "2027-01-20")]
    begun = dates_of(more={"letters": letters})
    assert begun["survey.begin"].day == date(2027, 2, 9)
    assert "survey.answer" not in begun
    came = dates_of(more={"letters": letters, "evidence": [piece("2027-02-05", "report")]})
    assert came["survey.begin"].state == "met"
    assert came["survey.answer"].arithmetic == "report 2027-02-05 + 10 days = 2027-02-15"


def test_promises_and_offsets_are_dates_until_they_are_kept() -> None:
    found = dates_of(today="2027-03-02", more={"settlement": SETTLED})
    assert (found["promise.pay"].state, found["promise.pay"].whose) == ("passed", "seller")
    assert (found["promise.sign"].state, found["promise.sign"].day) == ("unknown", None)
    assert found["offset.cash"].day == date(2027, 6, 16)
    kept = [{"promise": key, "on": "2027-02-20", "by": "Lin Mei", "row": 15} for key in ("pay", "sign")]
    done = dates_of(today="2027-03-02", more={"settlement": SETTLED, "performed": kept})
    assert {done["promise.pay"].state, done["promise.sign"].state} == {"met"}
    assert "offset.cash" not in done


def test_an_offer_expires_and_an_answer_ends_that() -> None:
    offer = {"number": 1, "act": "offer", "side": "seller", "remedy": "goodwill", "amount": "50 USD", "row": 12,
             "expires": "2027-02-10", "by": "Lin Mei", "on": "2027-01-25"}  # fmt: skip
    answer = {"number": 2, "act": "accept", "side": "buyer", "answers": 1, "by": "D. Harrow", "on": "2027-02-01",
              "row": 13}  # fmt: skip
    assert dates_of(more={"moves": [offer]})["move.1"].day == date(2027, 2, 10)
    assert dates_of(more={"moves": [offer, answer]})["move.1"].state == "met"


def test_what_our_customer_complains_of_is_passed_on_to_the_supplier() -> None:
    terms = agreed(SUGAR)
    facts: dict[str, Any] = {"affected": "10 t", "upstream_of": "CL-2027-000", "found": None}
    found = dates_of(terms, **facts)["upstream.notice"]
    assert (found.day, found.whose) == (date(2027, 1, 17), "buyer")
    assert found.arithmetic == "our customer's complaint 2027-01-15 + 2 days = 2027-01-17"
    sent = dates_of(terms, more={"letters": [letter("non-conformity", "2027-01-16")]}, **facts)
    assert sent["upstream.notice"].state == "met"
    assert dates_of(terms, hidden="yes", **facts)["window.found"].day == date(2027, 1, 29)
    assert "upstream.notice" not in dates_of(terms, affected="10 t")


def test_a_supplier_that_was_told_has_to_answer() -> None:
    terms = agreed(SUGAR)
    assert "answer.acknowledge" not in dates_of(terms, affected="10 t")
    letters = [letter("non-conformity", "2027-01-18")]
    told = dates_of(terms, affected="10 t", more={"letters": letters})
    assert told["answer.acknowledge"].day == date(2027, 1, 20)
    heard = dates_of(
        terms, affected="10 t", more={"letters": letters, "evidence": [piece("2027-01-19", "letter")]}
    )
    assert heard["answer.acknowledge"].state == "met"


@pytest.mark.parametrize(
    ("today", "within", "keys"),
    [
        ("2027-01-16", 2, set()),
        ("2027-01-16", 3, {"answer.acknowledge"}),
        ("2027-01-25", 0, {"answer.acknowledge", "answer.missing", "answer.talk", "answer.answer"}),
    ],
)
def test_what_is_due_soon_or_passed_presses(today: str, within: int, keys: set[str]) -> None:
    day = date.fromisoformat(today)
    found = deadlines(record(), agreed(), (), day)
    assert {one.key for one in pressing(found, day, within)} == keys


@given(st.dates(date(2027, 1, 15), date(2031, 1, 1)), st.integers(0, 60))
def test_a_date_presses_exactly_when_it_is_open_and_near(today: date, within: int) -> None:
    found = deadlines(record(hidden="unknown", packages_damaged="yes"), agreed(), (), today)
    pressed = {one.key for one in pressing(found, today, within)}
    for one in found:
        is_open = one.day is not None and one.done is None and one.state in ("due", "passed")
        near = one.day is not None and one.day <= today + timedelta(days=within)
        assert (one.key in pressed) == (is_open and near)
        assert one.state != "due" or one.day is None or one.day >= today
    assert [one.day or date.max for one in found] == sorted(one.day or date.max for one in found)


@given(
    st.dates(date(2026, 11, 20), date(2027, 1, 15)),
    st.sampled_from(["quality", "quantity", "damage", "packing"]),
)
def test_every_day_stands_at_the_end_of_its_sum(arrived: date, alleged: str) -> None:
    for one in dates_of(arrived=arrived.isoformat(), alleged=alleged, taken_over=None, found=None).values():
        if "=" in one.arithmetic:
            assert one.arithmetic.endswith(f"= {one.day}")
        assert one.source
        assert one.what.zh
