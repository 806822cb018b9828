from __future__ import annotations

import pytest

from tests.contract.deals import FULL, changed
from tradedocs.contract.facts import FACTS, KINDS, spelled
from tradedocs.model.clause import Language, Variable
from tradedocs.model.deal import Deal
from tradedocs.words.missing import MissingFact


def spoken(deal: Deal, path: str, language: Language, unit: str | None = None) -> str:
    variable = Variable.model_validate({"type": KINDS[path], "from": path, "unit": unit})
    return " | ".join(spelled(deal, variable, language))


@pytest.mark.parametrize("path", sorted(FACTS))
def test_every_fact_is_spelled_in_both_languages(path: str) -> None:
    for language in ("en", "zh"):
        assert spoken(FULL, path, language).strip()


@pytest.mark.parametrize(
    ("path", "unit", "en", "zh"),
    [
        ("deal.date", None, "1 March 2027", "2027年3月1日"),
        ("deal.seller.name", None, "East Harbour Lamps Ltd", "东港灯具有限公司"),
        ("deal.buyer.name", None, "Nordlicht Handels GmbH", "Nordlicht Handels GmbH"),
        ("deal.total", None, "USD 32,200.31", "USD 32,200.31"),
        ("deal.delivery.term", None, "CIF Hamburg, Incoterms® 2020", "CIF 汉堡，Incoterms® 2020"),
        ("deal.delivery.destination", None, "Hamburg, Germany", "德国汉堡"),
        ("deal.inspection.bodies", None, "Alpha Inspection, Beta Survey or Gamma Control",
         "Alpha Inspection、Beta Survey或Gamma Control"),
        ("deal.inspection.aql.major", None, "2.5", "2.5"),
        ("deal.inspection.aql.minor", None, "4", "4"),
        ("deal.claims.answer_days", None, "15 days", "15日"),
        ("deal.claims.quality_days", None, "30 days", "30日"),
        ("deal.late_delivery.rate_per_week", None, "0.5%", "0.5%"),
        ("deal.late_delivery.cancel_after_weeks", "week", "10 weeks", "10周"),
        ("deal.warranty_months", "month", "12 months", "12个月"),
        ("deal.disputes.arbitrators", "arbitrator", "1 arbitrator", "1名仲裁员"),
        ("deal.disputes.institution", None, "Hong Kong International Arbitration Centre (HKIAC)", "香港国际仲裁中心"),
        ("deal.disputes.rules_in_force", None,
         "HKIAC Administered Arbitration Rules in force when the Notice of Arbitration is submitted",
         "提交仲裁通知时有效的《香港国际仲裁中心机构仲裁规则》"),
        ("deal.disputes.arbitration_law", None, "the law of the seat of arbitration", "仲裁地法律"),
        ("deal.law.governing", None, "the law of Singapore", "新加坡法律"),
        ("deal.prevailing", None, "Chinese", "中文"),
        ("deal.inspection.cost", None, "the Seller", "卖方"),
        ("deal.packing", None, "Line 1: 100 pcs per carton | Line 2: the Seller's usual export packing",
         "第1项：每箱100只 | 第2项：卖方惯用的出口包装"),
        ("deal.shipments", None,
         "Shipment 1: from 1 May 2027 to 20 May 2027, both days included, 12,000 pcs of line 1, 1 t of line 2 | "
         "Shipment 2: from 1 June 2027 to 20 June 2027, both days included, 1,500 kg of line 2",
         "第1批：2027年5月1日至2027年5月20日（含首尾两日），第1项12,000件，第2项1吨 | "
         "第2批：2027年6月1日至2027年6月20日（含首尾两日），第2项1,500千克"),
        ("deal.goods", None,
         "Line 1: LED lamp 9 W, model EH-9, HS code 8539.52, quantity 12,000 pcs, unit price USD 1.85/pcs, "
         "amount USD 22,200.00 | Line 2: LED driver, quantity 2.5 t ±5%, unit price USD 4,000.125/t, "
         "amount USD 10,000.31",
         "第1项：LED灯9瓦，型号EH-9，HS编码8539.52，数量12,000件，单价USD 1.85/件，金额USD 22,200.00 | "
         "第2项：LED驱动器，数量2.5吨 ±5%，单价USD 4,000.125/吨，金额USD 10,000.31"),
        ("deal.letter_of_credit.form", None,
         "irrevocable letter of credit confirmed by a bank acceptable to the Seller",
         "由卖方接受的银行保兑的不可撤销信用证"),
    ],
)  # fmt: skip
def test_how_facts_are_spelled(path: str, unit: str | None, en: str, zh: str) -> None:
    assert spoken(FULL, path, "en", unit) == en
    assert spoken(FULL, path, "zh", unit) == zh


@pytest.mark.parametrize(
    ("name", "zh", "expected", "chinese"),
    [
        ("Singapore", "新加坡", "the law of Singapore", "新加坡法律"),
        ("English law", "英国法", "English law", "英国法"),
        ("the laws of China", "中国法律", "the laws of China", "中国法律"),
    ],
)
def test_a_law_is_named_once(name: str, zh: str, expected: str, chinese: str) -> None:
    deal = changed(FULL, law__governing={"en": name, "zh": zh})
    assert spoken(deal, "deal.law.governing", "en") == expected
    assert spoken(deal, "deal.law.governing", "zh") == chinese


@pytest.mark.parametrize(
    ("part", "key"),
    [
        ({"method": "open-account"}, "payment[1].days"),
        ({"method": "da", "days": 30}, "payment[1].after"),
        ({"method": "tt-advance", "after": "contract-date"}, "payment[1].days"),
    ],
)
def test_a_payment_that_does_not_say_when(part: dict[str, object], key: str) -> None:
    deal = changed(FULL, payment=[{"share": "100 %", **part}])
    with pytest.raises(MissingFact) as caught:
        spoken(deal, "deal.payment", "en")
    assert caught.value.key == key


@pytest.mark.parametrize("method", ["tt-advance", "tt-balance", "lc-sight", "dp-sight"])
def test_a_payment_that_needs_no_days(method: str) -> None:
    deal = changed(FULL, payment=[{"share": "100 %", "method": method}])
    assert spoken(deal, "deal.payment", "en").startswith("100% of the Contract Price by ")
    assert spoken(deal, "deal.payment", "zh").startswith("合同总价的100%：以")


@pytest.mark.parametrize(
    "path", ["deal.inspection.level", "deal.inspection.aql.major", "deal.seller.bank.swift"]
)
def test_what_the_deal_leaves_out_is_never_blank(path: str) -> None:
    deal = changed(FULL, inspection__level=None, inspection__aql=None, seller__bank=None)
    with pytest.raises(MissingFact) as caught:
        spoken(deal, path, "en")
    assert caught.value.key == path.removeprefix("deal.")


def test_a_destination_without_chinese_is_named_by_the_key_that_it_comes_from() -> None:
    port = changed(FULL, delivery__port_of_destination={"en": "Hamburg"})
    place = changed(FULL, delivery__port_of_destination=None, delivery__place={"en": "Hamburg"})
    for deal, key in ((port, "delivery.port_of_destination.zh"), (place, "delivery.place.zh")):
        with pytest.raises(MissingFact) as caught:
            spoken(deal, "deal.delivery.destination", "zh")
        assert caught.value.key == key


@pytest.mark.parametrize(
    ("path", "unit", "en", "zh"),
    [
        ("deal.claims.quality_days", None, "thirty (30) days", "三十（30）日"),
        ("deal.late_delivery.rate_per_week", None, "zero point five percent (0.5%)", "百分之零点五（0.5%）"),
        ("deal.late_delivery.cancel_after_weeks", "week", "ten (10) weeks", "十（10）周"),
        ("deal.disputes.arbitrators", None, "one (1)", "一（1）"),
    ],
)
def test_a_clause_can_want_the_number_in_words(path: str, unit: str | None, en: str, zh: str) -> None:
    variable = Variable.model_validate({"type": KINDS[path], "from": path, "unit": unit, "in_words": True})
    assert spelled(FULL, variable, "en") == (en,)
    assert spelled(FULL, variable, "zh") == (zh,)


def test_only_numbers_are_printed_in_words() -> None:
    with pytest.raises(ValueError, match="only numbers, days and percentages are printed `in_words`"):
        Variable.model_validate({"type": "text", "from": "deal.place", "in_words": True})
