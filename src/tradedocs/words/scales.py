"""The price adjustment scales: guarantee, adjustment and rejection, in one sentence for each."""

from __future__ import annotations

from tradedocs.model.clause import Language
from tradedocs.model.deal import Deal
from tradedocs.model.goods import GoodsLine, PriceScale
from tradedocs.words.missing import gap
from tradedocs.words.values import number, percent


def scale_lines(deal: Deal, language: Language) -> tuple[str, ...]:
    """One text for each characteristic with a scale.

    Raises:
        MissingFact: a characteristic has no Chinese name.
    """
    return tuple(
        _sentence(line, number, item.scale, language)
        for line in deal.goods
        for number, item in enumerate(line.characteristics, 1)
        if item.scale is not None
    )


def name_of(line: GoodsLine, number: int, language: Language) -> str:
    """The name of a line's characteristic, counted from 1.

    Raises:
        MissingFact: it has no Chinese name.
    """
    item = line.characteristics[number - 1]
    if language == "en":
        return item.name
    return item.name_zh or gap(f"goods[{line.line}].characteristics[{number}].name_zh")


def _sentence(line: GoodsLine, place: int, scale: PriceScale, language: Language) -> str:
    item, name = line.characteristics[place - 1], name_of(line, place, language)
    unit = f" {item.require.unit}" if item.require.unit else ""
    step, rate = f"{number(scale.step)}{unit}", percent(scale.percent)
    if language == "zh":
        cap = f"，最高{percent(scale.cap)}" if scale.cap is not None else ""
        return (
            f"第{line.line}项，{name}：保证值 {item.require}；每超出{step}（不足的按{step}计）减价{rate}{cap}；"
            f"不符合 {scale.reject} 的可以拒收"
        )
    cap = f", at most {percent(scale.cap)}" if scale.cap is not None else ""
    return (
        f"Line {line.line}, {name}: guaranteed {item.require}; for each started {step} beyond it, {rate} "
        f"of the price{cap}; rejection if it does not meet {scale.reject}"
    )
