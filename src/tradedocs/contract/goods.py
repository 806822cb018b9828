"""Goods, packing, shipments, delivery term and documents of a deal as lines of a contract."""

from __future__ import annotations

from tradedocs.contract.missing import MissingFact
from tradedocs.contract.spell import day, money, percent, quantity, unit_price
from tradedocs.model.amount import Quantity
from tradedocs.model.clause import Language
from tradedocs.model.deal import Deal, GoodsLine, LocalText, Shipment


def in_language(text: LocalText, language: Language, key: str) -> str:
    """The text in one language.

    Raises:
        MissingFact: it has no Chinese; the fact names `key`.zh.
    """
    if language == "en":
        return text.en
    if text.zh is None:
        raise MissingFact(f"{key}.zh")
    return text.zh


def delivery_term(deal: Deal, language: Language) -> str:
    """`FOB Ningbo, Incoterms® 2020`, `FOB 宁波，Incoterms® 2020`."""
    if language == "en":
        return deal.delivery.term
    place = in_language(deal.delivery.place, "zh", "delivery.place")
    return f"{deal.delivery.incoterm} {place}，Incoterms® {deal.delivery.edition}"


def goods_lines(deal: Deal, language: Language) -> tuple[str, ...]:
    """One text for each goods line: what, how much of it, and its price."""
    return tuple(_goods_line(line, language) for line in deal.goods)


def _goods_line(line: GoodsLine, language: Language) -> str:
    chinese = language == "zh"
    parts = [in_language(line.description, language, f"goods[{line.line}].description")]
    if line.model:
        parts.append(f"型号{line.model}" if chinese else f"model {line.model}")
    if line.hs_code:
        parts.append(f"HS编码{line.hs_code}" if chinese else f"HS code {line.hs_code}")
    amount = quantity(line.quantity, language) + (f" ±{percent(line.tolerance)}" if line.tolerance else "")
    price, total = unit_price(line.unit_price, language), money(line.amount)
    if chinese:
        parts += [f"数量{amount}", f"单价{price}", f"金额{total}"]
    else:
        parts += [f"quantity {amount}", f"unit price {price}", f"amount {total}"]
    return _numbered(line, ("，" if chinese else ", ").join(parts), language)


def packing_lines(deal: Deal, language: Language) -> tuple[str, ...]:
    """The packing of every goods line; the seller's usual export packing where the deal names none."""
    usual = LocalText(en="the Seller's usual export packing", zh="卖方惯用的出口包装")
    return tuple(
        _numbered(line, in_language(line.packing or usual, language, f"goods[{line.line}].packing"), language)
        for line in deal.goods
    )


def _numbered(line: GoodsLine, text: str, language: Language) -> str:
    return f"第{line.line}项：{text}" if language == "zh" else f"Line {line.line}: {text}"


def shipment_lines(deal: Deal, language: Language) -> tuple[str, ...]:
    """One text for each shipment: its window, and what it carries where that is not everything."""
    return tuple(_shipment_line(deal, shipment, language) for shipment in deal.shipments)


def _shipment_line(deal: Deal, shipment: Shipment, language: Language) -> str:
    first, last = day(shipment.window.first, language), day(shipment.window.last, language)
    carried = _carried(deal, shipment, language)
    if language == "zh":
        return f"第{shipment.number}批：{first}至{last}（含首尾两日），{carried}"
    return f"Shipment {shipment.number}: from {first} to {last}, both days included, {carried}"


def _carried(deal: Deal, shipment: Shipment, language: Language) -> str:
    chinese = language == "zh"
    if not shipment.lines:
        return "全部货物" if chinese else "all of the Goods"
    shares: list[tuple[GoodsLine, Quantity]] = list(deal.shipped(shipment))
    if chinese:
        return "，".join(f"第{line.line}项{quantity(share, 'zh')}" for line, share in shares)
    return ", ".join(f"{quantity(share, 'en')} of line {line.line}" for line, share in shares)


def document_lines(deal: Deal, language: Language) -> tuple[str, ...]:
    """The documents that the seller presents."""
    return tuple(
        in_language(text, language, f"documents[{index}]") for index, text in enumerate(deal.documents, 1)
    )
