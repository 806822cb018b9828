"""Payment, shipment, delivery and documents as phrases."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from tests.word.contracts import a_contract
from tradedocs.model.deal import Deal
from tradedocs.words.delivery import allowed, delivery_term, destination
from tradedocs.words.documents import document_lines
from tradedocs.words.goods import packing
from tradedocs.words.inspection import inspection_place
from tradedocs.words.missing import MissingFact, in_language
from tradedocs.words.party import side
from tradedocs.words.payment import credit_form, payment_phrases
from tradedocs.words.shipment import shipment_lines


def deal(**changes: Any) -> Deal:
    return a_contract(**changes).deal


@pytest.mark.parametrize(
    ("part", "english", "chinese"),
    [
        ({"method": "tt-advance", "days": "7", "after": "contract-date"},
         "by telegraphic transfer in advance, within 7 days after the date of this Contract",
         "以电汇方式预付，于本合同签订之日起7日内付清"),
        ({"method": "tt-balance", "days": "0", "after": "bl-copy"},
         "by telegraphic transfer, on receipt of a copy of the transport document",
         "以电汇方式支付，于收到运输单据副本之日付清"),
        ({"method": "tt-balance"},
         "by telegraphic transfer, before the original documents are released",
         "以电汇方式支付，在正本单据放单前付清"),
        ({"method": "lc-usance", "days": "90", "after": "shipment-date"},
         "by usance letter of credit, payable 90 days after the date of shipment",
         "以远期信用证支付，付款期限为装运之日后90日"),
        ({"method": "da", "days": "1", "after": "shipment-date"},
         "by documentary collection, documents against acceptance, payable 1 day after the date of shipment",
         "以承兑交单（D/A）方式支付，付款期限为装运之日后1日"),
        ({"method": "open-account", "days": "30", "after": "invoice-date"},
         "by telegraphic transfer on open account, within 30 days after the date of the commercial invoice",
         "以赊销方式电汇支付，于商业发票开具之日起30日内付清"),
    ],
)  # fmt: skip
def test_a_part_of_the_price(part: dict[str, str], english: str, chinese: str) -> None:
    paid = deal(payment=[{"share": "100 %", **part}])
    assert payment_phrases(paid, "en") == (f"100% of the Contract Price {english}",)
    assert payment_phrases(paid, "zh") == (f"合同总价的100%：{chinese}",)


def test_a_deposit_is_called_one() -> None:
    first = {
        "share": "20 %",
        "method": "tt-advance",
        "nature": "deposit",
        "days": "7",
        "after": "contract-date",
    }
    paid = deal(payment=[first, {"share": "80 %", "method": "tt-balance"}])
    assert (paid.has_deposit, paid.has_advance, paid.deposit_share) == (True, False, Decimal(20))
    assert payment_phrases(paid, "en")[0] == (
        "20% of the Contract Price as a deposit by telegraphic transfer in advance, "
        "within 7 days after the date of this Contract"
    )
    assert (
        payment_phrases(paid, "zh")[0] == "合同总价的20%（定金）：以电汇方式预付，于本合同签订之日起7日内付清"
    )


@pytest.mark.parametrize(
    ("part", "key"),
    [
        ({"method": "open-account"}, "payment[2].days"),
        ({"method": "tt-balance", "after": "bl-copy"}, "payment[2].days"),
        ({"method": "tt-balance", "days": "3"}, "payment[2].after"),
    ],
)
def test_half_a_time_of_payment_is_never_left_out(part: dict[str, str], key: str) -> None:
    paid = deal(payment=[{"share": "30 %", "method": "tt-advance"}, {"share": "70 %", **part}])
    for language in ("en", "zh"):
        with pytest.raises(MissingFact) as caught:
            payment_phrases(paid, language)
        assert caught.value.key == key


def test_a_credit_is_irrevocable_and_says_who_confirms_it() -> None:
    confirmed = deal(letter_of_credit={"place_of_expiry": "Ningbo", "confirmed": "true"})
    assert credit_form(deal(), "en") == "irrevocable letter of credit"
    assert credit_form(confirmed, "en") == (
        "irrevocable letter of credit confirmed by a bank acceptable to the Seller"
    )
    assert credit_form(confirmed, "zh") == "由卖方接受的银行保兑的不可撤销信用证"
    assert (
        credit_form(deal(letter_of_credit=None, payment=[{"share": "100 %", "method": "tt-advance"}]), "en")
        is None
    )


def test_one_shipment_carries_everything() -> None:
    one = deal(shipments=[{"window": {"from": "2026-10-01", "to": "2026-10-31"}}])
    assert shipment_lines(one, "en") == (
        "Shipment 1: from 1 October 2026 to 31 October 2026, both days included, all of the Goods",
    )
    assert shipment_lines(one, "zh") == ("第1批：2026年10月1日至2026年10月31日（含首尾两日），全部货物",)


def test_several_shipments_say_what_each_carries() -> None:
    first, second = shipment_lines(deal(), "en")
    assert first.endswith("both days included, 60,000 pcs of line 1, 25.5 t of line 2")
    assert second.startswith("Shipment 2: from 1 November 2026")


def test_where_the_goods_are_delivered_and_where_they_go() -> None:
    assert delivery_term(deal(), "zh") == "FOB 宁波，Incoterms® 2020"
    assert destination(deal(), "zh") == "都柏林"
    place = {"place": {"en": "Cork", "zh": "科克"}, "mode": "sea"}
    assert destination(deal(delivery={"incoterm": "FOB", **place}), "en") is None
    assert destination(deal(delivery={"incoterm": "CIF", **place}), "en") == "Cork"
    assert [allowed("not allowed", language) for language in ("en", "zh")] == ["not allowed", "不允许"]
    assert [side(who, "zh") for who in ("seller", "buyer")] == ["卖方", "买方"]


def test_english_never_stands_in_for_chinese() -> None:
    place = deal(place="Hamburg").place
    assert in_language(place, "en", "place") == "Hamburg"
    with pytest.raises(MissingFact, match=r"^place\.zh$"):
        in_language(place, "zh", "place")
    with pytest.raises(MissingFact, match=r"^documents\[2\]\.zh$"):
        document_lines(deal(documents=[{"en": "Invoice", "zh": "发票"}, "Packing list"]), "zh")
    with pytest.raises(MissingFact, match=r"^inspection\.place\.zh$"):
        inspection_place(deal(inspection={"bodies": ["X"], "place": "Port"}), "zh")


def test_goods_without_packing_get_the_usual_one() -> None:
    assert packing(deal().goods[1], "en") == "the Seller's usual export packing"
    assert packing(deal().goods[0], "zh") == "每出口纸箱100件"


@pytest.mark.parametrize(
    ("more", "en", "zh"),
    [
        ({}, "Invoice", "发票"),
        ({"originals": 1}, "Invoice, 1 original", "发票，正本1份"),
        ({"originals": 3, "copies": 1}, "Invoice, 3 originals, 1 copy", "发票，正本3份，副本1份"),
        ({"copies": 2, "issuer": {"en": "the mill", "zh": "工厂"}}, "Invoice, 2 copies, issued by the mill",
         "发票，副本2份，由工厂出具"),
    ],
)  # fmt: skip
def test_a_document_says_how_many_and_by_whom(more: dict[str, Any], en: str, zh: str) -> None:
    listed = deal(documents=[{"en": "Invoice", "zh": "发票", **more}])
    assert document_lines(listed, "en") == (en,)
    assert document_lines(listed, "zh") == (zh,)


def test_an_issuer_without_chinese_is_missing() -> None:
    with pytest.raises(MissingFact) as missing:
        document_lines(deal(documents=[{"en": "Invoice", "zh": "发票", "issuer": "the mill"}]), "zh")
    assert missing.value.key == "documents[1].issuer.zh"
