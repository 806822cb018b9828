"""The price adjustment scales: guarantee, adjustment and rejection, in one sentence for each."""

from __future__ import annotations

from tradedocs.model.clause import Language
from tradedocs.model.deal import Deal
from tradedocs.model.goods import Characteristic, GoodsLine, PriceScale
from tradedocs.words.missing import MissingFact
from tradedocs.words.values import number, percent


def scale_lines(deal: Deal, language: Language) -> tuple[str, ...]:
    """One text for each characteristic with a scale.

    Raises:
        MissingFact: a characteristic has no Chinese name.
    """
    return tuple(
        _sentence(line, item, item.scale, language)
        for line in deal.goods
        for item in line.characteristics
        if item.scale is not None
    )


def _sentence(line: GoodsLine, item: Characteristic, scale: PriceScale, language: Language) -> str:
    unit = f" {item.require.unit}" if item.require.unit else ""
    step, rate = f"{number(scale.step)}{unit}", percent(scale.percent)
    if language == "zh":
        if item.name_zh is None:
            raise MissingFact(f"goods[{line.line}].characteristics.{item.name}.name_zh")
        cap = f"，最高{percent(scale.cap)}" if scale.cap is not None else ""
        return (
            f"第{line.line}项，{item.name_zh}：保证值 {item.require}；每超出{step}（不足的按{step}计）减价{rate}{cap}；"
            f"不符合 {scale.reject} 的可以拒收"
        )
    cap = f", at most {percent(scale.cap)}" if scale.cap is not None else ""
    return (
        f"Line {line.line}, {item.name}: guaranteed {item.require}; for each started {step} beyond it, {rate} "
        f"of the price{cap}; rejection if it does not meet {scale.reject}"
    )
