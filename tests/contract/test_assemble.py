from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from tests.contract.deals import FULL, LIBRARY, SAMPLES, changed, segments, text_of
from tradedocs.clausetext import parse_condition
from tradedocs.contract import assemble
from tradedocs.errors import BuildError
from tradedocs.library.shelf import Library
from tradedocs.model.approval import Approval
from tradedocs.model.clause import Clause, Language
from tradedocs.model.contract import Contract
from tradedocs.model.deal import Deal
from tradedocs.yamlfile import load

INCOTERMS = ("EXW", "FCA", "CPT", "CIP", "DAP", "DPU", "DDP", "FAS", "FOB", "CFR", "CIF")


def yes(clause: Clause) -> Approval:
    return Approval(
        clause=clause.id, position=clause.position, sha256=clause.sha256, approver="Lin Mei", role="Head of Legal",
        on=date(2026, 11, 24),
    )  # fmt: skip


def applies(clause: Clause, deal: Deal) -> bool:
    return clause.applies_when is None or parse_condition(clause.applies_when).holds(deal)


def sound(contract: Contract) -> None:
    """No blank, no leftover mark, no dangling reference; every key a bookmark name of its own."""
    paragraphs = [paragraph for article in contract.articles for paragraph in article.paragraphs]
    keys = [paragraph.key for paragraph in paragraphs]
    assert len(set(keys)) == len(keys)
    assert all(re.fullmatch(r"[a-z][a-z0-9_]{0,29}", key) for key in keys)
    numbers = {paragraph.key: paragraph.number for paragraph in paragraphs}
    assert len(set(numbers.values())) == len(numbers)
    for language in contract.languages:
        assert all(getattr(paragraph, language) for paragraph in paragraphs)
        for segment in segments(contract, language):
            assert segment.text.strip() or segment.text == " "
            assert not re.search(r"\{|\}|\[\[|\]\]|\*\*|None|TBD|____", segment.text)
            if segment.kind == "ref":
                assert segment.target in numbers
                assert segment.text == numbers[segment.target]


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.parent.name)
def test_samples_make_sound_contracts(path: Path) -> None:
    sound(assemble(load(path, Deal), LIBRARY, ()))


@pytest.mark.parametrize("incoterm", INCOTERMS)
@pytest.mark.parametrize("effect", ["final", "loading-with-reinspection", "discharge", "splitting"])
@pytest.mark.parametrize("plan", ["aql", "bulk"])
def test_every_kind_of_deal_makes_a_sound_contract(incoterm: str, effect: str, plan: str) -> None:
    deal = changed(FULL, delivery__incoterm=incoterm, inspection__effect=effect, insurance=None)
    if plan == "bulk":
        deal = changed(deal, inspection__aql=None, inspection__level=None, inspection__standard="GAFTA 124")
    contract = assemble(deal, LIBRARY, ())
    sound(contract)
    there = {article.clause_id for article in contract.articles}
    insured = sorted(name for name in there if name.startswith("commercial.insurance-"))
    expected = {"CIF": ["commercial.insurance-cif"], "CIP": ["commercial.insurance-cip"]}
    by_nobody = ("DAP", "DPU", "DDP")
    assert insured == expected.get(incoterm, [] if incoterm in by_nobody else ["commercial.insurance-buyer"])
    assert ("inspection.reinspection" in there) == (effect == "loading-with-reinspection")
    assert ("inspection.at-discharge" in there) == (effect in ("discharge", "splitting"))
    assert ("inspection.sampling-plan" in there) == (plan == "aql")


@pytest.mark.parametrize(
    ("basis", "clause"),
    [
        ("specification", None),
        ("standard", "quality.basis-standard"),
        ("sealed-sample", "quality.basis-sample"),
        ("grade", "quality.basis-grade"),
    ],
)
def test_the_basis_of_quality_is_said_besides_the_specification(basis: str, clause: str | None) -> None:
    contract = assemble(changed(FULL, quality__basis=basis), LIBRARY, ())
    sound(contract)
    there = {article.clause_id for article in contract.articles}
    assert "quality.specification" in there
    assert {name for name in there if name.startswith("quality.basis-")} == ({clause} if clause else set())
    if clause:
        assert "IEC 62612:2013" in text_of(contract, clause)


def test_the_price_follows_the_scale_of_the_deal() -> None:
    contract = assemble(FULL, LIBRARY, ())
    assert "for each started 0.5 % beyond it, 1% of the price" in text_of(
        contract, "compensation.price-scale"
    )


@pytest.mark.parametrize("position", ["fallback-1", "fallback-2"])
def test_every_fallback_makes_a_sound_contract(position: str) -> None:
    chosen = [
        {"clause": name, "position": position}
        for name in LIBRARY.ids
        if position in LIBRARY.positions(name) and applies(LIBRARY.get(name, position), FULL)
    ]
    assert chosen
    contract = assemble(changed(FULL, clauses=chosen), LIBRARY, ())
    sound(contract)
    assert sum(article.position == position for article in contract.articles) == len(chosen)


@pytest.mark.parametrize("languages", [("en",), ("zh",), ("en", "zh")])
def test_one_language_leaves_the_other_empty(languages: tuple[Language, ...]) -> None:
    contract = assemble(FULL, LIBRARY, (), languages=languages)
    sound(contract)
    for language in {"en", "zh"} - set(languages):
        assert segments(contract, language) == []
    there = {article.clause_id for article in contract.articles}
    assert ("general.languages" in there) == (len(languages) == 2)


def test_articles_are_numbered_in_the_order_of_the_outline() -> None:
    contract = assemble(FULL, LIBRARY, ())
    order = [article.clause_id for article in contract.articles]
    assert order == [name for name in LIBRARY.ids if name in order]
    assert [article.paragraphs[0].number for article in contract.articles] == [
        str(number) for number in range(1, len(order) + 1)
    ]


def test_both_languages_hold_the_same_values_and_references() -> None:
    contract = assemble(FULL, LIBRARY, ())
    for article in contract.articles:
        for paragraph in article.paragraphs:
            for kind in ("ref", "value"):
                en = sorted(
                    (s.text if kind == "ref" else s.source or "") for s in paragraph.en if s.kind == kind
                )
                zh = sorted(
                    (s.text if kind == "ref" else s.source or "") for s in paragraph.zh if s.kind == kind
                )
                assert en == zh, paragraph.number


def test_a_list_becomes_items() -> None:
    lines = text_of(assemble(FULL, LIBRARY, ()), "commercial.payment").splitlines()
    assert lines[2:5] == [
        "(a) 30% of the Contract Price by telegraphic transfer in advance, within 1 day after the date of "
        "this Contract",
        "(b) 60% of the Contract Price by usance letter of credit, payable 60 days after the date of shipment",
        "(c) 10% of the Contract Price by telegraphic transfer, on arrival of the Goods at the destination",
    ]


def test_what_is_missing_is_named_with_clause_variable_and_key() -> None:
    data = FULL.model_dump(by_alias=True)
    data["goods"][0]["description"]["zh"] = None
    data["documents"][1]["zh"] = None
    data["payment"][1].update({"days": None, "after": None})
    with pytest.raises(BuildError) as caught:
        assemble(Deal.model_validate(data), LIBRARY, ())
    message = caught.value.message
    assert "commercial.goods: goods needs `goods[1].description.zh`" in message
    assert "commercial.documents: documents needs `documents[2].zh`" in message
    assert "commercial.payment: payment needs `payment[2].days`" in message


def test_chinese_is_needed_only_where_it_is_built() -> None:
    deal = changed(FULL, inspection__place={"en": "the factory"})
    sound(assemble(deal, LIBRARY, (), languages=("en",)))
    with pytest.raises(BuildError, match=re.escape("`inspection.place.zh`")):
        assemble(deal, LIBRARY, ())


def test_an_f_term_says_where_the_goods_go() -> None:
    deal = changed(FULL, delivery__incoterm="FOB", delivery__port_of_destination=None)
    with pytest.raises(BuildError, match=re.escape("`delivery.port_of_destination`")):
        assemble(deal, LIBRARY, ())


@pytest.mark.parametrize(
    ("choice", "message"),
    [
        ({"clause": "quality.warrenty"}, "which is no clause"),
        ({"clause": "general.notices", "position": "fallback-1"}, "has no position fallback-1"),
        ({"clause": "commercial.insurance-cip"}, "does not apply"),
        ({"clause": "compensation.offset", "omit": True}, "requires compensation.offset"),
        ({"clause": "disputes.arbitration", "omit": True}, "refers to disputes.arbitration"),
        ({"clause": "general.parties", "omit": True}, "uses the term"),
    ],
)
def test_choices_that_do_not_fit(choice: dict[str, object], message: str) -> None:
    with pytest.raises(BuildError, match=message):
        assemble(changed(FULL, clauses=[choice]), LIBRARY, ())


def test_a_clause_is_chosen_once() -> None:
    twice = [{"clause": "quality.warranty"}, {"clause": "quality.warranty", "omit": True}]
    with pytest.raises(BuildError, match="twice"):
        assemble(changed(FULL, clauses=twice), LIBRARY, ())


def test_a_clause_may_be_left_out() -> None:
    deal = changed(FULL, clauses=[{"clause": "quality.warranty", "omit": True}])
    contract = assemble(deal, LIBRARY, ())
    sound(contract)
    assert "quality.warranty" not in {article.clause_id for article in contract.articles}


def test_clauses_that_exclude_each_other() -> None:
    clauses = tuple(
        clause.model_copy(update={"excludes": ("general.notices",)})
        if clause.id == "general.title"
        else clause
        for clause in LIBRARY.clauses
    )
    with pytest.raises(BuildError, match="exclude each other"):
        assemble(FULL, Library(clauses=clauses, outline=LIBRARY.outline), ())


@pytest.mark.parametrize("languages", [("en",), ("zh",), ("en", "zh")])
@pytest.mark.parametrize("fault", ["alone", "key"])
def test_a_text_whose_languages_have_other_paragraphs_is_not_even_built_as_a_draft(
    languages: tuple[Language, ...], fault: str
) -> None:
    limit = LIBRARY.get("compensation.limitation", "standard")
    first, second, *rest = limit.paragraphs
    wrong = (
        (first, second.model_copy(update={"zh": ""}), *rest) if fault == "alone"
        else (first, second.model_copy(update={"key": first.key}), *rest)
    )  # fmt: skip
    halved = limit.model_copy(update={"paragraphs": wrong, "differs": ("12: this paragraph is missing",)})
    clauses = tuple(halved if one is limit else one for one in LIBRARY.clauses)
    library = Library(clauses=clauses, outline=LIBRARY.outline)
    if fault == "alone" and "zh" not in languages:
        assemble(FULL, library, (), languages=languages)
        return
    with pytest.raises(BuildError, match=r"compensation\.limitation"):
        assemble(FULL, library, (), languages=languages)


def test_a_contract_is_a_draft_until_each_clause_is_approved() -> None:
    everything = tuple(yes(clause) for clause in LIBRARY.clauses)
    final = assemble(FULL, LIBRARY, everything)
    assert not final.draft
    assert {article.approved_by for article in final.articles} == {"Lin Mei (Head of Legal)"}
    without = tuple(one for one in everything if one.clause != "disputes.claims")
    assert assemble(FULL, LIBRARY, without).draft_reasons == (
        "clause disputes.claims (standard) is not approved",
    )
    assert len(assemble(FULL, LIBRARY, ()).draft_reasons) == len(final.articles)


def test_an_approval_of_another_text_counts_for_nothing() -> None:
    stale = tuple(yes(clause).model_copy(update={"sha256": "0" * 64}) for clause in LIBRARY.clauses)
    contract = assemble(FULL, LIBRARY, stale)
    assert len(contract.draft_reasons) == len(contract.articles)


def test_the_same_deal_makes_the_same_contract() -> None:
    assert assemble(FULL, LIBRARY, ()) == assemble(FULL, LIBRARY, ())


def test_the_spec_carries_what_reports_are_checked_against() -> None:
    spec = assemble(FULL, LIBRARY, ()).spec
    assert [line.quantity.unit for line in spec.lines] == ["pcs", "t"]
    assert [(share.line, str(share.quantity)) for share in spec.shipments[1].lines] == [(2, "1,500 kg")]
    assert spec.lines[0].characteristics == FULL.goods[0].characteristics
    assert spec.inspection.bodies == FULL.inspection.bodies
