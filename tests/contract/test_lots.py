from __future__ import annotations

from typing import Any

import pytest

from tests.contract.deals import FULL, SAMPLES, changed
from tests.word.contracts import a_contract
from tradedocs.contract.lots import planned_lots
from tradedocs.model.amount import parse_quantity
from tradedocs.model.annex import PlannedLot
from tradedocs.model.deal import Deal
from tradedocs.sampling.lots import items_in
from tradedocs.yamlfile import load


def rows(lots: tuple[PlannedLot, ...] | None) -> list[tuple[Any, ...]]:
    assert lots is not None
    return [
        (
            lot.shipment,
            lot.line,
            lot.lot,
            one.defects,
            one.aql,
            one.letters,
            one.sample_size,
            one.accept,
            one.reject,
        )
        for lot in lots
        for one in lot.classes
    ]


def test_each_line_of_each_shipment_has_the_plan_of_its_own_lot() -> None:
    """Z1.4 and ISO 2859-1, level II: 60,000 is N; 24,000 is M; AQL 4.0 at N has an arrow up to M."""
    assert rows(planned_lots(a_contract().deal)) == [
        (shipment, 1, 60_000, *one)
        for shipment in (1, 2)
        for one in (
            ("critical", "0", ("N",), 500, 0, 1),
            ("major", "2.5", ("N",), 500, 21, 22),
            ("minor", "4.0", ("N", "M"), 315, 21, 22),
        )
    ]


def test_a_sample_deal_as_an_inspector_looks_it_up() -> None:
    [lamps] = [path for path in SAMPLES if path.parent.name == "led-lamps"]
    found = rows(planned_lots(load(lamps, Deal)))
    assert found[0] == (1, 1, 24_000, "critical", "0", ("M",), 315, 0, 1)
    assert found[1] == (1, 1, 24_000, "major", "2.5", ("M",), 315, 14, 15)
    assert found[5] == (1, 2, 9_000, "minor", "4.0", ("L",), 200, 14, 15)


@pytest.mark.parametrize(
    ("quantity", "items"),
    [("12,000 pcs", 12_000), ("500 sets", 500), ("40 dozen", 480), ("2.5 t", None), ("9 l", None)],
)
def test_what_is_counted_has_items(quantity: str, items: int | None) -> None:
    assert items_in(parse_quantity(quantity)) == items


def test_bulk_goods_and_unknown_tables_have_no_plan() -> None:
    bulk = changed(FULL, inspection__aql=None, inspection__level=None)
    assert planned_lots(bulk) is None
    assert planned_lots(changed(FULL, inspection__standard="Our own plan of 2020")) is None
    assert planned_lots(changed(FULL, inspection__aql={"critical": 0, "major": "2.4", "minor": 4})) is None


def test_a_lot_of_one_is_inspected_itself() -> None:
    deal = a_contract(goods=[{**a_contract().deal.goods[0].model_dump(by_alias=True), "quantity": "1 pcs"}],
                      shipments=[{"window": {"from": "2026-10-01", "to": "2026-10-31"}}]).deal  # fmt: skip
    assert rows(planned_lots(deal))[1] == (1, 1, 1, "major", "2.5", (), 1, 0, 1)


def test_a_small_lot_is_inspected_whole() -> None:
    deal = a_contract(goods=[{**a_contract().deal.goods[0].model_dump(by_alias=True), "quantity": "5 pcs"}],
                      shipments=[{"window": {"from": "2026-10-01", "to": "2026-10-31"}}]).deal  # fmt: skip
    lots = planned_lots(deal)
    assert lots is not None
    assert [(one.sample_size, one.whole) for one in lots[0].classes] == [(5, True), (5, True), (3, False)]
