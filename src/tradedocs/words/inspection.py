"""Who inspects the goods, and where."""

from __future__ import annotations

from collections.abc import Mapping

from tradedocs.model.clause import Language
from tradedocs.model.deal import Deal
from tradedocs.model.terms import Rounding
from tradedocs.words.missing import in_language
from tradedocs.words.values import either


def inspection_bodies(deal: Deal, language: Language) -> str:
    """`Alpha, Beta or Gamma`, `Alpha、Beta或Gamma`."""
    return either(deal.inspection.bodies, language)


def value_compared(deal: Deal, language: Language) -> str:
    """How a measured value is compared with its requirement: as reported, or rounded first."""
    return _COMPARED[deal.inspection.rounding][language]


_COMPARED: Mapping[Rounding, Mapping[Language, str]] = {
    "full-value": {
        "en": "compared with the requirement as it is reported, without further rounding",
        "zh": "按报告所载原值与要求比较，不再修约",
    },
    "round-to-limit": {
        "en": "rounded once to as many decimals as the limit has (a 5 with nothing behind it to the even digit) and "
        "then compared with the requirement",
        "zh": "先一次修约至与限值相同的小数位数（拟舍弃数字为5且其后无数字的，修约为偶数），再与要求比较",
    },
}


def inspection_place(deal: Deal, language: Language) -> str:
    """Where the goods are inspected.

    Raises:
        MissingFact: the place has no Chinese.
    """
    return in_language(deal.inspection.place, language, "inspection.place")
