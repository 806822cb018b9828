"""Money, quantities and percentages as files spell them: exact decimals with their unit.

Currencies and their minor units follow ISO 4217.
"""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Decimal
from typing import Annotated, Any

from pydantic import GetPydanticSchema
from pydantic_core import core_schema

from tradedocs.model.base import Fact
from tradedocs.model.units import Unit, find, ratio
from tradedocs.ui import say

MINOR_UNITS: dict[str, int] = {
    **dict.fromkeys(
        "AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BMD BND BOB BOV BRL BSD BTN BWP BYN BZD CAD CDF CHE "
        "CHF CHW CNY COP COU CRC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD "
        "HKD HNL HTG HUF IDR ILS INR IRR JMD KES KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK "
        "MNT MOP MRU MUR MVR MWK MXN MXV MYR MZN NAD NGN NIO NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR RON RSD "
        "RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TOP TRY TTD TWD TZS UAH "
        "USD USN UYU UZS VED VES WST XAD XCD XCG YER ZAR ZMW ZWG".split(), 2
    ),
    **dict.fromkeys("BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF".split(), 0),
    **dict.fromkeys("BHD IQD JOD KWD LYD OMR TND".split(), 3),
    **dict.fromkeys("CLF UYW".split(), 4),
}  # fmt: skip
"""Decimals of every active currency (ISO 4217 list one with its fund codes, 2026); not those of metals and tests."""

_COUNTED = frozenset({"pieces", "sets", "pairs", "cartons", "bags", "rolls"})
_PLAIN = r"\d+(?:\.\d+)?"
_GROUPED = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?"
_QUANTITY = re.compile(rf"({_GROUPED}|{_PLAIN})\s*([^\s\d.,].*)")
_PRICE = re.compile(
    rf"(?:([A-Z]{{3}})\s*({_GROUPED}|{_PLAIN})|({_GROUPED}|{_PLAIN})\s*([A-Z]{{3}}))\s*(?:/|per)\s*(\S.*)"
)
_MONEY = re.compile(rf"(?:([A-Z]{{3}})\s*({_GROUPED}|{_PLAIN})|({_GROUPED}|{_PLAIN})\s*([A-Z]{{3}}))")
_PERCENT = re.compile(rf"(?:±|\+/-)?\s*({_PLAIN})\s*%")


def _number(text: str) -> Decimal:
    return Decimal(text.replace(",", ""))


def currency(code: str) -> str:
    """The ISO 4217 code, checked.

    Raises:
        ValueError: it is not a currency that the table knows.
    """
    if code not in MINOR_UNITS:
        raise ValueError(
            say("unknown currency {code!r}; write an ISO 4217 code such as USD, EUR or CNY", code=code)
        )
    return code


class Money(Fact):
    """An amount in one currency."""

    amount: Decimal
    currency: str

    def rounded(self) -> Money:
        """Rounded half up to the currency's minor unit."""
        step = Decimal(1).scaleb(-MINOR_UNITS[self.currency])
        return Money(amount=self.amount.quantize(step, ROUND_HALF_UP), currency=self.currency)

    def __str__(self) -> str:
        return f"{self.currency} {self.rounded().amount:,}"


class Quantity(Fact):
    """A number of units (`12,000 pcs`, `500 t`)."""

    number: Decimal
    unit: str

    @property
    def counted(self) -> bool:
        """Whether its unit is counted (pieces, sets, cartons), not measured (tons, litres)."""
        return find(self.unit).dimension in _COUNTED

    def converted(self, unit: str) -> Decimal:
        """The number in another unit, exactly where the factor is finite.

        Raises:
            ValueError: the units measure different things.
        """
        factor = ratio(find(self.unit), find(unit))
        return self.number * factor.numerator / factor.denominator

    def __str__(self) -> str:
        return f"{self.number:,} {self.unit}"


class UnitPrice(Fact):
    """A price for one unit (`1.85 USD/pcs`)."""

    amount: Decimal
    currency: str
    unit: str

    def total(self, quantity: Quantity) -> Money:
        """The price of a quantity, rounded to the minor unit.

        Raises:
            ValueError: quantity and price are in units of different kinds.
        """
        return Money(amount=self.amount * quantity.converted(self.unit), currency=self.currency).rounded()

    def __str__(self) -> str:
        return f"{self.amount} {self.currency}/{self.unit}"


def parse_quantity(text: str) -> Quantity:
    """`12000 pcs` or `12,000 pcs` as a quantity.

    Raises:
        ValueError: it is not a number with a known unit.
    """
    match = _QUANTITY.fullmatch(text.strip())
    if match is None:
        raise ValueError(
            say("{text!r} is not a quantity; write a number and a unit, such as '12000 pcs'", text=text)
        )
    unit = find(match[2])
    if unit.dimension in _COUNTED and "." in match[1]:
        raise ValueError(
            say(
                "{text!r}: {unit} are counted; write a whole number, without a point",
                text=text,
                unit=unit.symbol,
            )
        )
    if _number(match[1]) == 0:
        raise ValueError(say("{text!r} is nothing; write how many", text=text))
    return Quantity(number=_number(match[1]), unit=unit.symbol)


def parse_unit_price(text: str) -> UnitPrice:
    """`1.85 USD/pcs` or `USD 1.85 per pcs` as a unit price.

    Raises:
        ValueError: it is not an amount, a currency and a unit.
    """
    match = _PRICE.fullmatch(text.strip())
    if match is None:
        raise ValueError(say("{text!r} is not a unit price; write for example '1.85 USD/pcs'", text=text))
    code, amount = match[1] or match[4], match[2] or match[3]
    unit: Unit = find(match[5])
    return UnitPrice(amount=_number(amount), currency=currency(code), unit=unit.symbol)


def parse_money(text: str) -> Money:
    """`1,850.00 USD` or `USD 1850` as an amount.

    Raises:
        ValueError: it is not an amount with a currency, or has more decimals than the currency.
    """
    match = _MONEY.fullmatch(text.strip())
    if match is None:
        raise ValueError(say("{text!r} is not an amount; write for example 'USD 1,850.00'", text=text))
    money = Money(amount=_number(match[2] or match[3]), currency=currency(match[1] or match[4]))
    if money.rounded().amount != money.amount:
        raise ValueError(
            say("{text!r} has more decimals than {currency} has", text=text, currency=money.currency)
        )
    return money.rounded()


def parse_percent(text: str) -> Decimal:
    """`5 %` as Decimal('5').

    Raises:
        ValueError: it is not a number with a percent sign.
    """
    match = _PERCENT.fullmatch(text.strip())
    if match is None:
        raise ValueError(say("{text!r} is not a percentage; write for example '5 %'", text=text))
    return Decimal(match[1])


def _text_schema(parse: Any, kind: Any, write: Any = str) -> Any:
    def build(_source: Any, handler: Any) -> core_schema.CoreSchema:
        def read(value: Any) -> Any:
            return parse(value) if isinstance(value, str) else value

        return core_schema.no_info_before_validator_function(
            read, handler(kind), json_schema_input_schema=core_schema.str_schema(),
            serialization=core_schema.plain_serializer_function_ser_schema(write, when_used="json"),
        )  # fmt: skip

    return GetPydanticSchema(build)


def _plain_quantity(quantity: Quantity) -> str:
    return f"{quantity.number} {quantity.unit}"


QuantityText = Annotated[Quantity, _text_schema(parse_quantity, Quantity, _plain_quantity)]
UnitPriceText = Annotated[UnitPrice, _text_schema(parse_unit_price, UnitPrice)]
MoneyText = Annotated[Money, _text_schema(parse_money, Money)]
PercentText = Annotated[Decimal, _text_schema(parse_percent, Decimal, lambda value: f"{value} %")]
