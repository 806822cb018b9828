"""The rules of a negotiation, each with its border."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.claims.matters import matter, move
from tradedocs.claims import bargaining
from tradedocs.claims.matter import percent_of
from tradedocs.claims.policy import level_for, limits_of, packaged_policy
from tradedocs.errors import RefusedInput, UsageError
from tradedocs.model.amount import Money
from tradedocs.model.authority import LEVELS, Authority

LIMITS = limits_of(packaged_policy())
LOT = Money(amount=Decimal("20640.00"), currency="USD")  # 24,000 pcs at 0.86
CENTS = st.decimals(min_value="0.01", max_value="20640.00", places=2)


def usd(amount: str) -> Money:
    return Money(amount=Decimal(amount), currency="USD")


@pytest.mark.parametrize(
    ("amount", "level"),
    [
        ("412.80", "sales"),
        ("412.81", "manager"),
        ("1032.00", "manager"),
        ("1032.01", "board"),
        ("20640", "board"),
    ],
)
def test_the_level_changes_at_two_and_at_five_percent(amount: str, level: Authority) -> None:
    assert matter().lot_value == LOT
    assert level_for(percent_of(usd(amount), LOT), LIMITS) == level


@given(CENTS, CENTS)
def test_more_never_needs_less_authority(one: Decimal, other: Decimal) -> None:
    low, high = sorted((one, other))
    levels = [
        LEVELS.index(level_for(percent_of(Money(amount=amount, currency="USD"), LOT), LIMITS))
        for amount in (low, high)
    ]
    assert levels[0] <= levels[1]


def test_a_level_without_a_limit_may_give_all() -> None:
    assert level_for(percent_of(LOT, LOT), {"sales": Decimal(1)}) == "manager"


@pytest.mark.parametrize(
    ("facts", "error"),
    [
        ({}, "holds nothing"),
        ({"amount": "EUR 100"}, "in EUR, the contract in USD"),
        ({"amount": "USD 0"}, "holds nothing"),
        ({"amount": "USD 100", "expires": "2026-12-19"}, "expire"),
        ({"remedy": "repudiation", "amount": "USD 1"}, "no offer"),
        ({"remedy": "replenishment"}, "of how much"),
        ({"remedy": "replenishment", "quantity": "5 kg"}, "cannot be valued"),
    ],
)
def test_what_cannot_be_offered(facts: dict[str, str], error: str) -> None:
    with pytest.raises(UsageError, match=error):
        bargaining.refuse_terms(move(**facts), matter())


def test_the_lot_is_the_most_that_is_given() -> None:
    bargaining.refuse_terms(move(amount="USD 20,640.00"), matter())
    with pytest.raises(RefusedInput, match="more than what is left"):
        bargaining.refuse_terms(move(amount="USD 20,640.01"), matter())
    with pytest.raises(RefusedInput, match=r"USD 20,639\.00 of"):
        bargaining.refuse_terms(move(amount="USD 20,640.00"), matter(), usd("1"))


def test_more_pieces_than_were_shipped_are_refused() -> None:
    bargaining.refuse_terms(move(remedy="replenishment", quantity="24000 pcs"), matter())
    with pytest.raises(RefusedInput, match="more than the 24,000 pcs"):
        bargaining.refuse_terms(move(remedy="replenishment", quantity="24001 pcs"), matter())


def test_goods_and_money_are_given_together() -> None:
    both = move(remedy="replenishment", quantity="1000 pcs", amount="USD 40")
    assert bargaining.given_by(both, matter()) == usd("900.00")


def test_authority_is_asked_of_the_seller_only() -> None:
    big = move(amount="USD 5000")
    with pytest.raises(RefusedInput, match=r"24\.22 %.*board"):
        bargaining.refuse_authority(big, matter(), "manager", LIMITS)
    assert bargaining.refuse_authority(big, matter(), "board", LIMITS) == "board"
    assert bargaining.refuse_authority(big, matter(our_side="buyer"), "sales", LIMITS) == "sales"


def test_nothing_is_answered_twice_or_too_early() -> None:
    first = move(amount="USD 100")
    no = move(2, act="decline", side="buyer", remedy=None, answers=1)
    assert bargaining.open_move((first,), 1, date(2026, 12, 20)) == first
    with pytest.raises(RefusedInput, match="answered by move 2"):
        bargaining.open_move((first, no), 1, date(2026, 12, 20))
    with pytest.raises(UsageError, match="no offer or counter-offer 2"):
        bargaining.open_move((first, no), 2, date(2026, 12, 20))
    with pytest.raises(UsageError, match="after this answer"):
        bargaining.open_move((first,), 1, date(2026, 12, 19))


def test_an_offer_can_be_accepted_on_its_last_day_and_not_after() -> None:
    offer = move(amount="USD 100", expires="2026-12-31")
    bargaining.refuse_expired(offer, date(2026, 12, 31))
    with pytest.raises(RefusedInput, match="expired on 2026-12-31"):
        bargaining.refuse_expired(offer, date(2027, 1, 1))


def test_a_second_remedy_for_the_same_loss_is_told() -> None:
    first, second = move(amount="USD 100"), move(2, remedy="goodwill", amount="USD 50")
    assert "still open" in next(bargaining.remarks(second, (first,), matter()))
    assert list(bargaining.remarks(move(2, amount="USD 150"), (first,), matter())) == []
    yes = move(2, act="accept", side="buyer", remedy=None, answers=1)
    assert "second remedy" in next(bargaining.remarks(move(3, amount="USD 50"), (first, yes), matter()))


def test_what_is_above_the_limit_of_liability_is_told() -> None:
    small = matter()
    limited = small.deal.remedies.model_copy(update={"liability_cap": Decimal(10)})
    deal = small.deal.model_copy(update={"remedies": limited})
    assert "10 %" in next(bargaining.remarks(move(amount="USD 2064.01"), (), matter(deal=deal)))
    assert list(bargaining.remarks(move(amount="USD 2064.00"), (), matter(deal=deal))) == []
