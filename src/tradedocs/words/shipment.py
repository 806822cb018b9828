"""The shipments of a deal: when, and what each carries."""

from __future__ import annotations

from tradedocs.model.clause import Language
from tradedocs.model.deal import Deal
from tradedocs.model.terms import Shipment
from tradedocs.words.values import day, quantity


def shipment_lines(deal: Deal, language: Language) -> tuple[str, ...]:
    """One text for each shipment: its window, and what it carries."""
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
    if chinese:
        return "，".join(f"第{line.line}项{quantity(share, 'zh')}" for line, share in deal.shipped(shipment))
    return ", ".join(f"{quantity(share, 'en')} of line {line.line}" for line, share in deal.shipped(shipment))
