"""A settlement's promises add up to what was agreed, and a credit is never used beyond itself or a cap."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.claims.matters import matter, move
from tradedocs.claims.applying import applied, capped
from tradedocs.claims.promising import Way, agreed_offset, promises, way_of
from tradedocs.errors import UsageError
from tradedocs.model.amount import MINOR_UNITS, Money
from tradedocs.model.settling import Move, Promise

CODES = st.sampled_from(["USD", "JPY", "KWD"])
AGREED = date(2026, 12, 20)
MATTER = matter()


@st.composite
def some_credit(draw: st.DrawFn) -> tuple[Money, list[Money], Decimal]:
    code = draw(CODES)
    places = MINOR_UNITS[code]
    money = st.decimals(min_value=1, max_value=100_000, places=places).map(
        lambda one: Money(amount=one, currency=code)
    )
    cap = draw(st.decimals(min_value="0.1", max_value=100, places=1))
    return draw(money), draw(st.lists(money, max_size=6)), cap


@given(some_credit())
def test_a_credit_is_used_up_to_the_cent_and_never_beyond(case: tuple[Money, list[Money], Decimal]) -> None:
    credit, orders, cap = case
    used, rest = applied(credit, orders, cap)
    assert sum((one.amount for one in used), Decimal(0)) + rest.amount == credit.amount
    assert rest.amount >= 0
    for one, order in zip(used, orders, strict=True):
        assert one.amount * 100 <= order.amount * cap
        assert one == one.rounded()


@given(some_credit())
def test_nothing_is_kept_back_while_an_order_has_room(case: tuple[Money, list[Money], Decimal]) -> None:
    credit, orders, cap = case
    used, rest = applied(credit, orders, cap)
    if rest.amount > 0:
        assert [one.amount for one in used] == [capped(order, cap).amount for order in orders]


def test_a_cap_is_rounded_down() -> None:
    assert capped(Money(amount=Decimal("0.99"), currency="USD"), Decimal("15")).amount == Decimal("0.14")


def test_a_credit_is_not_used_in_another_currency() -> None:
    with pytest.raises(ValueError, match="EUR"):
        applied(
            Money(amount=Decimal(5), currency="USD"), [Money(amount=Decimal(5), currency="EUR")], Decimal(100)
        )


def made(one: Move, way: Way | None = None) -> tuple[Promise, ...]:
    chosen = way_of(one, way)
    offset = None
    if chosen == "offset":
        offset = agreed_offset(MATTER, AGREED, orders=(), cap=Decimal(50), expires=date(2027, 3, 1))
    return promises(MATTER, one, chosen, offset, AGREED)


AMOUNTS = st.decimals(min_value="0.01", max_value="20640", places=2)


@given(AMOUNTS, st.sampled_from(["payment", "credit-note", "offset"]))
def test_the_promises_add_up_to_the_amount(amount: Decimal, way: Way) -> None:
    kept = made(move(amount=Money(amount=amount, currency="USD")), way)
    assert sum(one.amount.amount for one in kept if one.amount is not None) == amount


@given(st.integers(min_value=1, max_value=24_000), AMOUNTS | st.none())
def test_goods_count_at_their_price_beside_the_amount(pieces: int, amount: Decimal | None) -> None:
    money = None if amount is None else Money(amount=amount, currency="USD")
    kept = made(move(remedy="replenishment", quantity=f"{pieces} pcs", amount=money))
    total = sum(one.amount.amount for one in kept if one.amount is not None)
    assert total == Decimal("0.86") * pieces + (amount or 0)


@pytest.mark.parametrize(
    ("facts", "keys"),
    [
        ({"amount": "USD 100"}, "signature credit-note"),
        ({"amount": "USD 100", "paid_by": "payment"}, "signature credit-note payment"),
        ({"remedy": "offset", "amount": "USD 100"}, "signature credit-note offset"),
        (
            {"remedy": "refund", "amount": "USD 100", "paid_by": "payment"},
            "signature credit-note payment disposal",
        ),
        ({"remedy": "replenishment", "quantity": "10 pcs"}, "signature proforma replacement disposal"),
        ({"remedy": "make-up-shortage", "quantity": "10 pcs"}, "signature proforma replacement"),
        ({"remedy": "sorting", "quantity": "10 pcs"}, "signature sorting"),
        ({"remedy": "repair", "quantity": "10 pcs"}, "signature repair"),
    ],
)
def test_what_each_remedy_promises(facts: dict[str, str], keys: str) -> None:
    kept = made(move(**facts))
    assert " ".join(one.key for one in kept) == keys
    assert all(one.due is not None and one.due > AGREED for one in kept if one.key != "signature")


def test_a_way_that_was_agreed_is_kept() -> None:
    agreed = move(amount="USD 100", paid_by="payment")
    assert way_of(agreed, "payment") == "payment"
    with pytest.raises(UsageError, match="accepted as payment, not as offset"):
        way_of(agreed, "offset")
    with pytest.raises(UsageError, match="does not fit"):
        way_of(move(remedy="replenishment", quantity="5 pcs"), "payment")
    with pytest.raises(UsageError, match="does not fit"):
        way_of(move(amount="USD 100"), "replacement")


@pytest.mark.parametrize(
    ("cap", "expires", "error"),
    [("100", None, "until when"), ("0", date(2027, 1, 1), "no share"), ("101", date(2027, 1, 1), "no share"),
     ("50", AGREED, "would expire")],
)  # fmt: skip
def test_an_offset_has_an_end_and_a_share(cap: str, expires: date | None, error: str) -> None:
    with pytest.raises(UsageError, match=error):
        agreed_offset(MATTER, AGREED, orders=(), cap=Decimal(cap), expires=expires)


def test_goods_without_a_value_are_not_sent() -> None:
    cheap = MATTER.line.model_copy(
        update={"unit_price": MATTER.line.unit_price.model_copy(update={"amount": Decimal("0.001")})}
    )
    deal = MATTER.deal.model_copy(update={"goods": (cheap, *MATTER.deal.goods[1:])})
    with pytest.raises(UsageError, match="would be zero"):
        promises(
            matter(deal=deal), move(remedy="replenishment", quantity="4 pcs"), "replacement", None, AGREED
        )
