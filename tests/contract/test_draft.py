from __future__ import annotations

import re

import pytest

from tests.contract.deals import FULL, LIBRARY, changed, segments
from tradedocs.contract import assemble, with_gaps
from tradedocs.errors import BuildError
from tradedocs.model.contract import Contract, OpenItem
from tradedocs.model.deal import Deal
from tradedocs.words.missing import GAP

NO_CHINESE = changed(FULL, delivery__place={"en": "Hamburg"}, inspection__place={"en": "the mill"})


def drafted(deal: Deal) -> Contract:
    return assemble(deal, LIBRARY, (), gaps=True)


def test_without_a_draft_a_missing_value_is_an_error() -> None:
    with pytest.raises(BuildError, match=re.escape("`delivery.place.zh`")):
        assemble(NO_CHINESE, LIBRARY, ())


def test_in_a_draft_it_is_a_mark_in_its_sentence_and_a_reason() -> None:
    contract = drafted(NO_CHINESE)
    assert contract.draft
    texts = {segment.text for segment in segments(contract, "zh")}
    assert "CIF [● delivery.place.zh]，Incoterms® 2020" in texts
    assert "[● inspection.place.zh]" in texts
    assert not any("●" in segment.text for segment in segments(contract, "en"))
    assert "`delivery.place.zh` is missing in the deal" in contract.draft_reasons
    assert OpenItem(key="inspection.place.zh", missing=True) in contract.open_points


def test_each_key_is_listed_once() -> None:
    contract = drafted(NO_CHINESE)
    again = with_gaps(contract, ("delivery.place.zh", "place.zh", "place.zh"))
    keys = [item.key for item in again.open_points]
    assert sorted(keys) == sorted(set(keys))
    assert "place.zh" in keys
    assert len([reason for reason in again.draft_reasons if "draft was asked" in reason]) == 1


def test_no_text_of_a_draft_is_blank() -> None:
    for language in ("en", "zh"):
        assert all(segment.text for segment in segments(drafted(NO_CHINESE), language))


def test_a_draft_of_a_whole_deal_is_still_a_draft() -> None:
    contract = drafted(FULL)
    assert contract.open_points == ()
    assert "a draft was asked for" in contract.draft_reasons


def test_an_error_of_another_kind_stays_one() -> None:
    with pytest.raises(BuildError, match="is no clause"):
        drafted(changed(FULL, clauses=[{"clause": "quality.nothing"}]))


def test_a_mark_that_somebody_typed_makes_a_draft() -> None:
    deal = changed(FULL, place={"en": "[● place]", "zh": "[● place]"})
    assert assemble(deal, LIBRARY, ()).draft_reasons[0] == (
        "the deal holds [● place], which stands for a missing value"
    )


@pytest.mark.parametrize(
    ("text", "marks"),
    [
        ("[● delivery.place.zh]，Incoterms", ["[● delivery.place.zh]"]),
        ("由[● documents[6].issuer.zh]出具", ["[● documents[6].issuer.zh]"]),
        (
            "[● a][● goods[1].characteristics[12].name_zh]",
            ["[● a]", "[● goods[1].characteristics[12].name_zh]"],
        ),
        ("[1] and [x]", []),
    ],
)
def test_the_mark_is_found_whole(text: str, marks: list[str]) -> None:
    assert GAP.findall(text) == marks


def open_texts(deal: Deal) -> set[str]:
    contract = assemble(deal, LIBRARY, ())
    assert contract.draft
    return {segment.text for segment in segments(contract, "en") if segment.open}


def test_a_value_to_confirm_is_marked_wherever_it_is_printed() -> None:
    deal = changed(FULL, confirm=[{"key": "delivery.place", "why": "the buyer asks for Bremen"}])
    assert open_texts(deal) == {"CIF Hamburg, Incoterms® 2020"}
    contract = assemble(deal, LIBRARY, ())
    assert contract.open_points == (OpenItem(key="delivery.place", why="the buyer asks for Bremen"),)
    assert "`delivery.place` is to be confirmed: the buyer asks for Bremen" in contract.draft_reasons


def test_what_is_worked_out_from_it_is_marked_too() -> None:
    deal = changed(FULL, confirm=[{"key": "goods[1].unit_price"}])
    marked = open_texts(deal)
    assert {"USD 32,200.31", "SAY US DOLLARS THIRTY-TWO THOUSAND TWO HUNDRED AND 31/100 ONLY"} <= marked
    assert any(text.startswith("Line 1: ") for text in marked)
    assert not any(text.startswith("Line 2: ") for text in marked)


def test_open_cells_of_the_annexes() -> None:
    deal = changed(
        FULL, confirm=[{"key": "inspection.aql.major"}, {"key": "letter_of_credit.presentation_days"}]
    )
    contract = assemble(deal, LIBRARY, ())
    marked = {
        (annex.kind, " ".join(table.rows[row][0]), column)
        for annex in contract.annexes
        for table in annex.tables
        for row, column in table.open
    }
    assert ("inspection-plan", "AQL, major defects AQL，严重缺陷", 1) in marked
    assert ("letter-of-credit", "48", 2) in marked
    assert not any(row.startswith("AQL, minor") for _, row, _ in marked)


def test_every_key_of_a_deal_can_be_to_confirm() -> None:
    """Whatever stands there is changed without an error, and the contract is still the same but for the marks."""
    plain = assemble(FULL, LIBRARY, ())
    keys = [name for name in type(FULL).model_fields if name != "confirm"]
    keys += [f"{part}.{name}" for part in ("delivery", "inspection", "letter_of_credit", "disputes", "law", "seller")
             for name, field in type(getattr(FULL, part)).model_fields.items()]  # fmt: skip
    for key in keys:
        contract = assemble(changed(FULL, confirm=[{"key": key}]), LIBRARY, ())
        for language in ("en", "zh"):
            texts = [segment.text for segment in segments(contract, language)]
            assert texts == [segment.text for segment in segments(plain, language)], key
