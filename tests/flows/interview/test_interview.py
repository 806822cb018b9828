from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tradedocs.errors import InputError
from tradedocs.flows.interview import Replay, ask, deal_text, sections
from tradedocs.flows.interview.choices import DOCUMENTS, PLANS, incoterms
from tradedocs.flows.interview.write import write_deal
from tradedocs.model.deal import Deal
from tradedocs.yamlfile import parse, plain

CASES = Path(__file__).parent.parent.parent / "cases" / "answers"
GOOD = CASES / "good-fob-credit.yaml"
DAY = date(2027, 1, 5)


def answers(**changes: Any) -> dict[str, Any]:
    data = plain(GOOD.read_text(encoding="utf-8"), GOOD.name)
    return {**data, **changes}


def interviewed(data: dict[str, Any]) -> Deal:
    replay = Replay(data, "answers.yaml")
    given = ask(sections(DAY), replay)
    replay.finish()
    return parse(deal_text(given), "deal.yaml", Deal)


def told(data: dict[str, Any]) -> list[str]:
    replay = Replay(data, "answers.yaml")
    ask(sections(DAY), replay)
    with pytest.raises(InputError) as caught:
        replay.finish()
    return [f"{problem.place}: {problem.message}" for problem in caught.value.problems]


def test_answers_make_a_deal() -> None:
    deal = interviewed(answers())
    assert deal.date == DAY
    assert deal.delivery.incoterm == "FCA"
    assert deal.delivery.loading == "FCL"
    assert [part.method for part in deal.payment] == ["tt-advance", "lc-sight"]
    assert deal.letter_of_credit is not None
    assert deal.letter_of_credit.place_of_expiry.zh == "宁波"
    assert deal.inspection.bodies == ("Alpha Inspection", "Beta Survey")
    assert deal.documents[2].en.startswith("Full set of clean on board")
    assert deal.goods[0].characteristics[1].characteristic_class == "critical"


@pytest.mark.parametrize("plan", sorted(PLANS))
def test_every_plan_of_payment_makes_a_deal(plan: str) -> None:
    data = answers(payment=plan)
    if "lc" not in plan:
        del data["letter_of_credit"]
    assert sum(part.share for part in interviewed(data).payment) == 100


def test_every_usual_document_makes_a_deal() -> None:
    deal = interviewed(answers(documents=list(DOCUMENTS), more_documents=[{"en": "Note", "zh": "说明"}]))
    assert len(deal.documents) == len(DOCUMENTS) + 1


def test_bulk_goods_name_the_standard_of_the_trade() -> None:
    data = answers(inspection={"bodies": "Alpha", "by": "bulk", "standard": "GAFTA 124"})
    inspection = interviewed(data).inspection
    assert (inspection.standard, inspection.level, inspection.aql) == ("GAFTA 124", None, None)


def test_an_english_contract_is_not_asked_for_chinese() -> None:
    data = answers(language="en", place={"en": "Ningbo"})
    wrong = told(data)
    assert "answers.yaml: seller.name_zh: no question asks for this" in wrong


def test_the_rules_that_are_offered_fit_the_mode_and_the_containers() -> None:
    by_sea = [choice.value for choice in incoterms({"delivery": {"mode": "sea", "loading": "FCL"}})]
    by_air = [choice.value for choice in incoterms({"delivery": {"mode": "air"}})]
    assert by_sea.index("FCA") < by_sea.index("FOB")
    assert "FOB" not in by_air
    assert len(by_sea) == 11


def test_every_wrong_answer_is_told_at_once() -> None:
    wrong = told(plain((CASES / "bad-answers.yaml").read_text(encoding="utf-8"), "x"))
    starts = ("contract_no: there is no answer", "buyer.country: ", "delivery.incoterm: 'FOC' is none of",
              "shipment: the last day comes before", "contrct_no: no question asks for this",
              "unasked: no question asks for this")  # fmt: skip
    for start in starts:
        assert any(line.startswith(f"answers.yaml: {start}") for line in wrong), start
    assert len(wrong) == len(starts)


def test_what_does_not_fit_together_writes_nothing(tmp_path: Path) -> None:
    data = answers(goods=[{**answers()["goods"][0], "unit_price": "1.85 EUR/pcs"}])
    replay = Replay(data, "a")
    given = ask(sections(DAY), replay)
    with pytest.raises(InputError, match="1 error"):
        write_deal(tmp_path / "deal.yaml", given)
    assert not list(tmp_path.iterdir())


def test_the_file_says_what_its_parts_are_and_quotes_nothing() -> None:
    replay = Replay(answers(), "a")
    text = deal_text(ask(sections(DAY), replay))
    assert "# the shares make 100 %\npayment:\n" in text
    assert "\ndate: 2027-01-05\n" in text
    assert ": '" not in text
