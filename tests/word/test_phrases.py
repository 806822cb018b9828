from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.contract.deals import FULL, LIBRARY, SAMPLES, text_of
from tests.word.contracts import a_contract
from tradedocs.contract import assemble
from tradedocs.contract.assemble import languages_of
from tradedocs.contract.facts import FACTS, spelled
from tradedocs.model.clause import Language, Variable
from tradedocs.model.deal import Deal
from tradedocs.word import phrases
from tradedocs.yamlfile import load

SAID = {
    "deal.delivery.term": phrases.delivery,
    "deal.delivery.destination": phrases.delivery,
    "deal.delivery.partial_shipments": phrases.delivery,
    "deal.delivery.transhipment": phrases.delivery,
    "deal.shipments": phrases.shipments,
    "deal.payment": phrases.payments,
    "deal.letter_of_credit.form": phrases.payments,
    "deal.inspection.bodies": phrases.inspection,
    "deal.inspection.place": phrases.inspection,
    "deal.inspection.standard": phrases.inspection,
    "deal.inspection.level": phrases.inspection,
    "deal.inspection.aql.critical": phrases.inspection,
    "deal.inspection.aql.major": phrases.inspection,
    "deal.inspection.aql.minor": phrases.inspection,
    "deal.documents": phrases.documents,
}
CREDIT, PLAN = "deal.letter_of_credit", ("deal.inspection.level", "deal.inspection.aql")


def deal(**changes: Any) -> Deal:
    return a_contract(**changes).deal


def stated(deal: Deal, path: str) -> bool:
    if path.startswith(CREDIT):
        return deal.has_credit
    return not path.startswith(PLAN) or deal.inspection.aql is not None


@pytest.mark.parametrize("path", SAID)
@pytest.mark.parametrize("sample", [None, *SAMPLES], ids=lambda path: path.parent.name if path else "made")
def test_the_cover_says_each_fact_as_the_articles_do(sample: Path | None, path: str) -> None:
    one = load(sample, Deal) if sample else deal()
    if not stated(one, path):
        return
    variable = Variable.model_validate({"type": FACTS[path].kind, "from": path})
    for language in languages_of(one):
        cover = "\n".join(SAID[path](one, language))
        for text in spelled(one, variable, language):
            assert text in cover


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_sentences_of_the_cover_stand_in_the_articles(language: Language) -> None:
    contract = assemble(FULL, LIBRARY, ())
    allowed = list(phrases.delivery(FULL, language))[2]
    assert allowed in text_of(contract, "commercial.delivery", language)
    plan = list(phrases.inspection(FULL, language))[1]
    limits = plan[plan.index("The acceptance" if language == "en" else "接收质量限") :]
    assert limits in text_of(contract, "inspection.sampling-plan", language)


def test_delivery_names_rule_place_edition_ports_and_what_is_allowed() -> None:
    assert list(phrases.delivery(deal(), "en")) == [
        "FOB Ningbo, Incoterms® 2020",
        "By sea, port of loading Ningbo, destination Dublin.",
        "Partial shipments are allowed. Transhipment is allowed.",
    ]
    assert list(phrases.delivery(deal(), "zh")) == [
        "FOB 宁波，Incoterms® 2020",
        "海运，装运口岸：宁波，目的地：都柏林。",
        "分批装运：允许。转运：允许。",
    ]


def test_a_way_without_ports_says_no_more_than_the_deal() -> None:
    plain = deal(delivery={"incoterm": "EXW", "place": "Ningbo", "mode": "road"})
    assert list(phrases.delivery(plain, "en"))[1] == "By road."


def test_the_form_of_the_credit_stands_under_the_payments() -> None:
    assert list(phrases.payments(deal(), "en"))[2:] == ["Letter of credit: irrevocable letter of credit"]
    plain = deal(payment=[{"share": "100 %", "method": "dp-sight"}])
    assert len(list(phrases.payments(plain, "zh"))) == 1


def test_bulk_goods_have_no_sampling_plan() -> None:
    bulk = deal(inspection={"bodies": ["X"], "place": "Port", "standard": "GAFTA 124"})
    assert list(phrases.inspection(bulk, "en")) == [
        "Before each shipment the Goods are inspected at Port by X.",
        "The samples are drawn under GAFTA 124.",
    ]


def test_a_sampling_plan_gives_level_and_limits() -> None:
    assert list(phrases.inspection(deal(), "en"))[1] == (
        "The sample is drawn under ISO 2859-1:1999, inspection level II. The acceptance quality limits (AQL) are 0 for "
        "critical, 2.5 for major and 4 for minor defects."
    )
    assert list(phrases.inspection(deal(), "zh"))[1] == (
        "样品依ISO 2859-1:1999，检验水平II抽取。接收质量限（AQL）为：致命缺陷0，严重缺陷2.5，轻微缺陷4。"
    )
