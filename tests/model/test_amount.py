from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tradedocs.model.amount import Money, Quantity, parse_percent, parse_quantity, parse_unit_price


@pytest.mark.parametrize(
    ("text", "number", "unit"),
    [
        ("12000 pcs", "12000", "pcs"),
        ("12,000 PCS", "12000", "pcs"),
        ("500 MT", "500", "t"),
        ("1.5 t", "1.5", "t"),
    ],
)
def test_quantities(text: str, number: str, unit: str) -> None:
    assert parse_quantity(text) == Quantity(number=Decimal(number), unit=unit)


@pytest.mark.parametrize(
    "text",
    ["12.000,5 pcs", "12000", "pcs", "1,85 t", "-5 t", "12 000 pcs", "0 pcs", "24.000 pcs", "1.5 sets"],
)
def test_what_is_no_quantity(text: str) -> None:
    with pytest.raises(ValueError, match=r"not a quantity|unknown unit|is nothing|are counted"):
        parse_quantity(text)


def test_unit_prices_in_both_orders() -> None:
    assert parse_unit_price("1.85 USD/pcs") == parse_unit_price("USD 1.85 per pcs")


@pytest.mark.parametrize("text", ["1,85 USD/pcs", "1.85/pcs", "1.85 USD", "1.85 XXX/pcs"])
def test_what_is_no_unit_price(text: str) -> None:
    with pytest.raises(ValueError, match=r"unit price|currency"):
        parse_unit_price(text)


def test_price_and_quantity_in_different_units_of_mass() -> None:
    assert parse_unit_price("486.50 USD/t").total(parse_quantity("500000 kg")) == Money(
        amount=Decimal("243250.00"), currency="USD"
    )


def test_price_and_quantity_of_different_kinds() -> None:
    with pytest.raises(ValueError, match="cannot be compared"):
        parse_unit_price("486.50 USD/t").total(parse_quantity("12 pcs"))


@pytest.mark.parametrize(("amount", "currency", "shown"), [("2.345", "USD", "USD 2.35"), ("2.5", "JPY", "JPY 3"),
                                                           ("1234567.8", "KWD", "KWD 1,234,567.800")])  # fmt: skip
def test_money_is_rounded_half_up_to_the_minor_unit(amount: str, currency: str, shown: str) -> None:
    assert str(Money(amount=Decimal(amount), currency=currency)) == shown


@given(st.decimals(min_value=0, max_value=10**9, places=4))
def test_percentages_come_back(number: Decimal) -> None:
    assert parse_percent(f"± {number} %") == number
