"""The goods of a deal: what, how much of it, at what price, and packed how."""

from __future__ import annotations

from tradedocs.model.clause import Language
from tradedocs.model.deal import Deal
from tradedocs.model.goods import GoodsLine
from tradedocs.model.shapes import LocalText
from tradedocs.words.missing import in_language
from tradedocs.words.values import money, quantity, tolerance, unit_price

_USUAL_PACKING = LocalText(en="the Seller's usual export packing", zh="卖方惯用的出口包装")


def description(line: GoodsLine, language: Language) -> str:
    """What the goods are.

    Raises:
        MissingFact: there is no Chinese.
    """
    return in_language(line.description, language, f"goods[{line.line}].description")


def packing(line: GoodsLine, language: Language) -> str:
    """How they are packed; the seller's usual export packing where the deal says nothing.

    Raises:
        MissingFact: there is no Chinese.
    """
    return in_language(line.packing or _USUAL_PACKING, language, f"goods[{line.line}].packing")


def goods_lines(deal: Deal, language: Language) -> tuple[str, ...]:
    """One text for each goods line: what, how much of it, and its price."""
    return tuple(_numbered(line, _goods_line(line, language), language) for line in deal.goods)


def packing_lines(deal: Deal, language: Language) -> tuple[str, ...]:
    """The packing of every goods line."""
    return tuple(_numbered(line, packing(line, language), language) for line in deal.goods)


def _goods_line(line: GoodsLine, language: Language) -> str:
    chinese = language == "zh"
    parts = [description(line, language)]
    if line.model:
        parts.append(f"型号{line.model}" if chinese else f"model {line.model}")
    if line.hs_code:
        parts.append(f"HS编码{line.hs_code}" if chinese else f"HS code {line.hs_code}")
    amount = quantity(line.quantity, language) + (f" {tolerance(line.tolerance)}" if line.tolerance else "")
    price, total = unit_price(line.unit_price, language), money(line.amount)
    if chinese:
        parts += [f"数量{amount}", f"单价{price}", f"金额{total}"]
    else:
        parts += [f"quantity {amount}", f"unit price {price}", f"amount {total}"]
    return ("，" if chinese else ", ").join(parts)


def _numbered(line: GoodsLine, text: str, language: Language) -> str:
    return f"第{line.line}项：{text}" if language == "zh" else f"Line {line.line}: {text}"
