"""The clauses that the program brings along."""

from __future__ import annotations

import re
from decimal import Decimal

import pytest

from tradedocs.clausetext import tokens
from tradedocs.contract.facts import KINDS
from tradedocs.library import load_library
from tradedocs.model.authority import needed_for
from tradedocs.model.clause import Clause
from tradedocs.workspace import data_folder

LIBRARY = load_library(data_folder() / "clauses", facts=KINDS)


def of(clause: Clause) -> str:
    return f"{clause.id}-{clause.position}"


def test_every_family_is_there() -> None:
    families = {clause.family for clause in LIBRARY.clauses}
    assert families == {"quality", "inspection", "disputes", "compensation", "commercial", "general"}
    assert len(LIBRARY.ids) >= 22


def test_the_word_that_doubles_a_repayment_stands_in_the_deposit_clause_only() -> None:
    holding = {
        clause.id
        for clause in LIBRARY.clauses
        if any("定金" in paragraph.zh for paragraph in clause.paragraphs)
    }
    assert holding == {"commercial.deposit"}


def test_nothing_is_approved_when_the_program_is_delivered() -> None:
    assert not (data_folder() / "clauses" / "approvals.yaml").exists()


@pytest.mark.parametrize("clause", LIBRARY.clauses, ids=of)
def test_both_languages_are_what_they_say(clause: Clause) -> None:
    for paragraph in clause.paragraphs:
        assert not re.search(r"[\u4e00-\u9fff]", paragraph.en)
        plain = "".join(token.text for token in tokens(paragraph.zh) if token.kind == "text")
        if plain:
            assert re.search(r"[\u4e00-\u9fff，。；：]", plain)
            assert not re.search(r"[,;?!]", plain), "Chinese text has Chinese punctuation"


@pytest.mark.parametrize("clause", LIBRARY.clauses, ids=of)
def test_paragraphs_end_as_sentences_or_lists_do(clause: Clause) -> None:
    for paragraph in clause.paragraphs:
        if [token.kind for token in tokens(paragraph.en)] == ["variable"]:
            continue
        assert re.search(r"[.:;]$|; and$", paragraph.en), paragraph.en
        assert re.search(r"[。：；]$|；以及$", paragraph.zh), paragraph.zh


def test_liquidated_damages_are_never_called_a_penalty() -> None:
    for clause in LIBRARY.clauses:
        text = " ".join(paragraph.en + paragraph.zh for paragraph in clause.paragraphs)
        assert not re.search(r"penalt|罚款|罚金", text, re.IGNORECASE)


def test_no_dead_reference_stands_in_a_text() -> None:
    dead = r"Incoterms® (?!rules|2020)\d|UCP 500|商检局|合同法|LIBOR|telex|电传|C&F|DDU|DAT\b|Contract Law"
    for clause in LIBRARY.clauses:
        text = " ".join(paragraph.en + paragraph.zh for paragraph in clause.paragraphs)
        assert not re.search(dead, text), clause.id


@pytest.mark.parametrize("position", ["standard", "fallback-1", "fallback-2"])
def test_a_limit_of_liability_spares_what_no_law_lets_it_touch(position: str) -> None:
    clause = LIBRARY.get("compensation.limitation", position)  # type: ignore[arg-type]
    text = " ".join(paragraph.zh for paragraph in clause.paragraphs)
    assert all(word in text for word in ("人身伤亡", "故意", "重大过失"))


CORE = [
    clause
    for clause in LIBRARY.clauses
    if clause.family in ("quality", "inspection", "disputes", "compensation")
]


@pytest.mark.parametrize("clause", CORE, ids=of)
def test_somebody_looks_after_it_and_negotiators_know_why(clause: Clause) -> None:
    assert clause.owner
    assert clause.note
    assert clause.review_by is not None
    assert clause.sources
    assert clause.position == "standard" or clause.gives


@pytest.mark.parametrize("clause", CORE, ids=of)
def test_a_value_of_its_own_is_one_that_sales_may_agree_to(clause: Clause) -> None:
    for name, variable in clause.variables.items():
        if variable.default is not None:
            assert needed_for(Decimal(variable.default), variable.playbook) == "sales", name


@pytest.mark.parametrize("clause", CORE, ids=of)
def test_a_period_or_a_share_of_the_deal_has_a_range(clause: Clause) -> None:
    for name, variable in clause.variables.items():
        if variable.type in ("days", "percent") and variable.source != "deal.inspection.splitting_limit":
            assert "sales" in variable.playbook, name


def test_the_deepest_families_are_deep() -> None:
    ladders = {clause.id for clause in CORE if clause.position != "standard"}
    assert len({clause.id for clause in CORE}) >= 38
    assert len(ladders) >= 15
