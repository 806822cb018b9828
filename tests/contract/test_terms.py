from __future__ import annotations

from pathlib import Path

import pytest

from tradedocs.contract.terms import term_hits
from tradedocs.errors import InputError
from tradedocs.flows.clauses import library_of
from tradedocs.library.playbook import load_playbook
from tradedocs.model.playbook import Playbook
from tradedocs.workspace import packaged

PLAYBOOK = Playbook.model_validate(
    {
        "terms": [
            {"id": "no-limit", "why": "No.", "en": ["unlimited liability"], "zh": ["无限责任"]},
            {"id": "losses", "weight": "look", "why": "Read it.", "en": ["all losses"]},
        ]
    }
)


@pytest.mark.parametrize("text", ["has UNLIMITED\u00a0 liability.", "承担无限责任。"])
def test_a_term_is_found_in_both_languages(text: str) -> None:
    assert [hit.kind for hit in term_hits([text], [], PLAYBOOK)] == ["forbidden"]


def test_what_we_sent_ourselves_is_no_hit() -> None:
    assert not list(term_hits(["unlimited liability, gladly"], ["unlimited liability"], PLAYBOOK))


def test_parts_of_words_are_no_hit() -> None:
    assert not list(term_hits(["small losses and all lossesque things"], [], PLAYBOOK))
    assert [hit.kind for hit in term_hits(["for all losses."], [], PLAYBOOK)] == ["look"]


def test_the_packaged_playbook_fits_the_library_and_our_own_clauses_break_none_of_it() -> None:
    library = library_of(packaged())
    playbook = load_playbook(packaged().clauses, library.ids)
    assert playbook.terms
    assert playbook.must_have
    for clause in library.clauses:
        texts = [text for one in clause.paragraphs for text in (one.en, one.zh)]
        assert not [hit for hit in term_hits(texts, [], playbook) if hit.forbids], clause.id


def test_a_clause_that_is_none_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "playbook.yaml").write_text("version: 1\nmust_have: [general.nothing]\n", encoding="utf-8")
    with pytest.raises(InputError) as error:
        load_playbook(tmp_path, ["general.parties"])
    assert error.value.problems[0].message == "`must_have` names general.nothing, which is no clause"
    assert load_playbook(tmp_path / "none", []) == Playbook()
