from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from tests.word.contracts import a_contract
from tradedocs.model.deal import Deal
from tradedocs.word import phrases


def deal(**changes: Any) -> Deal:
    return a_contract(**changes).deal


def test_a_date_cannot_be_read_two_ways() -> None:
    assert phrases.day(date(2026, 3, 4), "en") == "4 March 2026"
    assert phrases.day(date(2026, 3, 4), "zh") == "2026年3月4日"


def test_a_text_without_chinese_stays_english() -> None:
    place = deal(place="Hamburg").place
    assert [phrases.local(place, "en"), phrases.local(place, "zh")] == ["Hamburg", "Hamburg"]


def test_delivery_names_rule_place_edition_ports_and_what_is_allowed() -> None:
    assert list(phrases.delivery(deal(), "en")) == [
        "FOB Ningbo, Incoterms® 2020",
        "By sea, port of loading Ningbo, port of destination Dublin.",
        "Partial shipments allowed, transhipment allowed.",
    ]
    assert list(phrases.delivery(deal(), "zh"))[2] == "允许分批装运，允许转运。"


def test_one_shipment_is_only_its_window() -> None:
    one = deal(shipments=[{"window": {"from": "2026-10-01", "to": "2026-10-31"}}])
    assert list(phrases.shipments(one, "en")) == [
        "From 1 October 2026 to 31 October 2026, both days included"
    ]
    assert list(phrases.shipments(one, "zh")) == ["2026年10月1日至2026年10月31日（含首尾两日）"]


def test_several_shipments_say_what_each_carries() -> None:
    first, second = phrases.shipments(deal(), "en")
    assert first.replace("\xa0", " ").endswith("both days included: 60,000 pcs of line 1, 25.5 t of line 2")
    assert second.startswith("Shipment 2: from 1 November 2026")


@pytest.mark.parametrize(
    ("part", "english", "chinese"),
    [
        ({"method": "tt-advance", "days": "7", "after": "contract-date"},
         "100 % by telegraphic transfer (T/T) in advance, within 7 days after the date of the Contract",
         "100%：电汇（T/T）预付，合同签订日后7天内支付"),
        ({"method": "tt-balance", "days": "0", "after": "bl-copy"},
         "100 % by telegraphic transfer (T/T), on receipt of the copy of the transport document",
         "100%：电汇（T/T），收到运输单据副本时支付"),
        ({"method": "lc-usance", "days": "90", "after": "shipment-date"},
         "100 % by irrevocable usance letter of credit, payable 90 days after the date of shipment",
         "100%：不可撤销远期信用证，装运日后90天付款"),
        ({"method": "tt-balance", "after": "bl-copy"}, "100 % by telegraphic transfer (T/T)", "100%：电汇（T/T）"),
        ({"method": "da", "days": "60", "after": "shipment-date"},
         "100 % by documents against acceptance (D/A), payable 60 days after the date of shipment",
         "100%：承兑交单（D/A），装运日后60天付款"),
        ({"method": "dp-sight"}, "100 % by documents against payment (D/P) at sight", "100%：即期付款交单（D/P）"),
    ],
)  # fmt: skip
def test_a_part_of_the_price(part: dict[str, str], english: str, chinese: str) -> None:
    paid = deal(payment=[{"share": "100 %", **part}])
    assert next(iter(phrases.payments(paid, "en"))) == english
    assert next(iter(phrases.payments(paid, "zh"))) == chinese


def test_bulk_goods_have_no_sampling_plan() -> None:
    bulk = deal(inspection={"bodies": ["X"], "place": "Port", "standard": "GAFTA 124"})
    assert list(phrases.inspection(bulk, "en")) == ["Inspection body: X; place: Port", "Sampling: GAFTA 124"]


def test_a_sampling_plan_gives_level_and_limits() -> None:
    assert list(phrases.inspection(deal(), "en"))[1] == (
        "Sampling: ISO 2859-1:1999, level II; AQL critical 0, major 2.5, minor 4.0"
    )
