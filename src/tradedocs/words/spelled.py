"""Numbers, days and percentages in words, with the figure behind them: `thirty (30) days`, `三十（30）日`."""

from __future__ import annotations

from decimal import Decimal

from tradedocs.model.clause import CountedUnit, Language
from tradedocs.words.amounts import chinese, english
from tradedocs.words.values import number, percent, unit_of

_EVERYDAY = str.maketrans("壹贰叁肆伍陆柒捌玖拾佰仟", "一二三四五六七八九十百千")


def in_figures_of_speech(value: Decimal | int, language: Language) -> str:
    """The number alone: `thirty`, `zero point five`, `三十`, `零点五`. Not negative, below 10^15."""
    whole, _, fraction = f"{Decimal(value).normalize():f}".partition(".")
    if language == "zh":
        out = chinese(int(whole)).translate(_EVERYDAY)
        out = out[1:] if out.startswith("一十") else out
        digits = "".join(chinese(int(digit)).translate(_EVERYDAY) for digit in fraction)
        return f"{out}点{digits}" if digits else out
    out = english(int(whole))
    return out + (" point " + " ".join(english(int(digit)) for digit in fraction) if fraction else "")


def counted_in_words(value: Decimal | int, unit: CountedUnit, language: Language) -> str:
    """`thirty (30) days`, `三十（30）日`."""
    words, name = in_figures_of_speech(value, language), unit_of(unit, value, language)
    return f"{words}（{number(value)}）{name}" if language == "zh" else f"{words} ({number(value)}) {name}"


def percent_in_words(value: Decimal, language: Language) -> str:
    """`zero point five percent (0.5%)`, `百分之零点五（0.5%）`."""
    words = in_figures_of_speech(value, language)
    return f"百分之{words}（{percent(value)}）" if language == "zh" else f"{words} percent ({percent(value)})"


def number_in_words(value: Decimal | int, language: Language) -> str:
    """`three (3)`, `三（3）`."""
    words = in_figures_of_speech(value, language)
    return f"{words}（{number(value)}）" if language == "zh" else f"{words} ({number(value)})"
