"""Values as each language of a contract spells them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from tradedocs.model.amount import Money, Quantity, UnitPrice
from tradedocs.model.clause import CountedUnit, Language

_MONTHS = ("January February March April May June July August September October November December").split()
_COUNTED: dict[CountedUnit, tuple[str, str]] = {
    "day": ("day", "日"), "week": ("week", "周"), "month": ("month", "个月"), "year": ("year", "年"),
    "hour": ("hour", "小时"), "arbitrator": ("arbitrator", "名仲裁员"),
    "sample": ("sample", "份样品"),
}  # fmt: skip
_UNITS_ZH = {
    "t": "吨", "kg": "千克", "g": "克", "pcs": "件", "sets": "套", "pairs": "双", "ctns": "箱", "bags": "袋",
    "rolls": "卷", "dozen": "打", "m": "米", "m²": "平方米", "m³": "立方米", "l": "升",
}  # fmt: skip


def number(value: Decimal | int) -> str:
    """A number without an exponent or trailing zeros; thousands are grouped."""
    return f"{Decimal(value).normalize():,f}"


def day(value: date, language: Language) -> str:
    """`24 November 2026` or `2026年11月24日`."""
    if language == "zh":
        return f"{value.year}年{value.month}月{value.day}日"
    return f"{value.day} {_MONTHS[value.month - 1]} {value.year}"


def counted(value: Decimal | int, unit: CountedUnit, language: Language) -> str:
    """`1 day`, `15 days`, `15日`."""
    gap = "" if language == "zh" else " "
    return f"{number(value)}{gap}{unit_of(unit, value, language)}"


def unit_of(unit: CountedUnit, value: Decimal | int, language: Language) -> str:
    """`day` for one, `days` for more, `日`."""
    english, chinese = _COUNTED[unit]
    return chinese if language == "zh" else f"{english}{'' if value == 1 else 's'}"


def percent(value: Decimal) -> str:
    """`0.5%`."""
    return f"{number(value)}%"


def unit(symbol: str, language: Language) -> str:
    """A unit as the language writes it; the symbol where it has no name of its own."""
    return _UNITS_ZH.get(symbol, symbol) if language == "zh" else symbol


def quantity(value: Quantity, language: Language) -> str:
    """`12,000 pcs` or `12,000件`."""
    name = unit(value.unit, language)
    gap = "" if name != value.unit else " "
    return f"{number(value.number)}{gap}{name}" if language == "zh" else f"{number(value.number)} {name}"


def money(value: Money) -> str:
    """`USD 1,250.00`, the same in both languages, to the currency's minor unit."""
    return str(value)


def figure(value: Money) -> str:
    """The amount alone, to the currency's minor unit, for a column whose heading names the currency."""
    return f"{value.rounded().amount:,}"


def unit_price(value: UnitPrice, language: Language) -> str:
    """`USD 1.85/pcs` or `USD 1.85/件`; every decimal of the price is kept."""
    return f"{value.currency} {unit_price_figure(value, language)}"


def unit_price_figure(value: UnitPrice, language: Language) -> str:
    """`1.85/pcs` or `1.85/件`, for a column whose heading names the currency."""
    return f"{value.amount:,f}/{unit(value.unit, language)}"


def tolerance(value: Decimal) -> str:
    """`±5%`."""
    return f"±{percent(value)}"


def either(items: Sequence[str], language: Language) -> str:
    """`Alpha, Beta or Gamma`, `Alpha、Beta或Gamma`."""
    if len(items) == 1:
        return items[0]
    comma, last = ("、", "或") if language == "zh" else (", ", " or ")
    return comma.join(items[:-1]) + last + items[-1]


def one_after_another(items: Sequence[str], language: Language) -> str:
    """A list inside a sentence, parted by semicolons."""
    return ("；" if language == "zh" else "; ").join(items)
