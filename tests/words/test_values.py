from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from tradedocs.model.amount import Money, parse_quantity, parse_unit_price
from tradedocs.words import values


def test_a_date_cannot_be_read_two_ways() -> None:
    assert values.day(date(2026, 3, 4), "en") == "4 March 2026"
    assert values.day(date(2026, 3, 4), "zh") == "2026年3月4日"


def test_numbers_are_plain() -> None:
    assert values.number(Decimal("1E+3")) == "1,000"
    assert values.number(Decimal("0.50")) == "0.5"
    assert values.number(Decimal("4.0")) == "4"
    assert values.tolerance(Decimal("2.50")) == "±2.5%"


def test_what_is_counted_agrees_in_number() -> None:
    assert [values.counted(n, "hour", "en") for n in (1, 2)] == ["1 hour", "2 hours"]
    assert values.counted(3, "arbitrator", "zh") == "3名仲裁员"


@pytest.mark.parametrize(
    ("text", "en", "zh"),
    [("12000 pcs", "12,000 pcs", "12,000件"), ("25.50 t", "25.5 t", "25.5吨"), ("5 kW", "5 kW", "5 kW")],
)
def test_quantities(text: str, en: str, zh: str) -> None:
    assert values.quantity(parse_quantity(text), "en") == en
    assert values.quantity(parse_quantity(text), "zh") == zh


def test_a_price_keeps_its_decimals_and_its_figure_is_the_same() -> None:
    price = parse_unit_price("0.6850 USD/pcs")
    assert values.unit_price(price, "zh") == "USD 0.6850/件"
    for language in ("en", "zh"):
        assert values.unit_price(price, language) == f"USD {values.unit_price_figure(price, language)}"


def test_an_amount_without_its_currency() -> None:
    value = Money(amount=Decimal("1250.005"), currency="USD")
    assert (values.money(value), values.figure(value)) == ("USD 1,250.01", "1,250.01")


def test_lists() -> None:
    assert values.either(["A"], "zh") == "A"
    assert values.either(["A", "B", "C"], "en") == "A, B or C"
    assert values.either(["A", "B", "C"], "zh") == "A、B或C"
    assert values.one_after_another(["A", "B"], "zh") == "A；B"
