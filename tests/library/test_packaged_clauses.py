"""The clauses that the program brings along."""

from __future__ import annotations

import re

import pytest

from tradedocs.clausetext import tokens
from tradedocs.contract.facts import KINDS
from tradedocs.library import load_library
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


@pytest.mark.parametrize("position", ["standard", "fallback-1"])
def test_a_limit_of_liability_spares_what_no_law_lets_it_touch(position: str) -> None:
    clause = LIBRARY.get("compensation.limitation", position)  # type: ignore[arg-type]
    text = " ".join(paragraph.zh for paragraph in clause.paragraphs)
    assert all(word in text for word in ("人身伤亡", "故意", "重大过失"))
