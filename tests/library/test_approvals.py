from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tradedocs.contract.facts import KINDS
from tradedocs.errors import InputError
from tradedocs.library import Register, Status, approve, load_approvals, load_library
from tradedocs.model.approval import Approval, Approver, ApproverFile
from tradedocs.model.clause import Clause, ClauseParagraph
from tradedocs.workspace import data_folder

LIBRARY = load_library(data_folder() / "clauses", facts=KINDS)
CLAUSE = LIBRARY.get("disputes.claims")
CLAUSES = st.sampled_from(LIBRARY.clauses)


def approval_of(clause: Clause) -> Approval:
    return Approval(
        clause=clause.id, position=clause.position, sha256=clause.sha256,
        approver="Lin Mei", role="Head of Legal", on=date(2026, 11, 24),
    )  # fmt: skip


EVERYBODY = ApproverFile(approvers=(Approver(name="Lin Mei", role="Head of Legal"),))


def status_of(clause: Clause, approvals: list[Approval]) -> Status:
    return Register(tuple(approvals), approvers=EVERYBODY).status(clause, date(2026, 11, 25))


def with_paragraph(clause: Clause, index: int, **change: object) -> Clause:
    paragraphs = list(clause.paragraphs)
    paragraphs[index] = paragraphs[index].model_copy(update=change)
    return clause.model_copy(update={"paragraphs": tuple(paragraphs)})


@given(CLAUSES, st.data())
def test_any_change_of_a_visible_character_voids_the_approval(clause: Clause, data: st.DataObject) -> None:
    index = data.draw(st.integers(0, len(clause.paragraphs) - 1))
    language = data.draw(st.sampled_from(["en", "zh"]))
    text = getattr(clause.paragraphs[index], language)
    at = data.draw(st.integers(0, len(text)))
    sign = data.draw(st.sampled_from("x0%不。(-"))
    changed = with_paragraph(clause, index, **{language: text[:at] + sign + text[at:]})
    assert status_of(changed, [approval_of(clause)]).state == "voided"
    assert status_of(clause, [approval_of(clause)]).state == "approved"


@given(CLAUSES, st.data())
def test_taking_out_a_paragraph_or_changing_its_level_voids_the_approval(
    clause: Clause, data: st.DataObject
) -> None:
    index = data.draw(st.integers(0, len(clause.paragraphs) - 1))
    shorter = clause.model_copy(
        update={"paragraphs": clause.paragraphs[:index] + clause.paragraphs[index + 1 :]}
    )
    other = with_paragraph(clause, index, level=5 - clause.paragraphs[index].level)
    for changed in (shorter, other):
        assert status_of(changed, [approval_of(clause)]).state == "voided"


@given(CLAUSES, st.sampled_from([" ", "  ", "\t", "\u00a0", "\r\n", "\u3000"]))
def test_blanks_and_quotes_do_not_void_it(clause: Clause, blank: str) -> None:
    def folded(paragraph: ClauseParagraph) -> ClauseParagraph:
        english = paragraph.en.replace(" ", blank).replace('"', "”").replace("'", "’")
        return paragraph.model_copy(update={"en": english + blank})

    changed = clause.model_copy(update={"paragraphs": tuple(map(folded, clause.paragraphs))})
    assert status_of(changed, [approval_of(clause)]).state == "approved"


def test_metadata_does_not_void_it() -> None:
    changed = CLAUSE.model_copy(update={"version": "9.9.9", "sources": (), "requires": ()})
    assert status_of(changed, [approval_of(CLAUSE)]).state == "approved"


def test_the_title_belongs_to_the_text() -> None:
    title = CLAUSE.title.model_copy(update={"zh": "其他"})
    changed = CLAUSE.model_copy(update={"title": title})
    assert status_of(changed, [approval_of(CLAUSE)]).state == "voided"


def test_an_approval_covers_one_position() -> None:
    fallback = LIBRARY.get("disputes.claims", "fallback-1")
    assert status_of(fallback, [approval_of(CLAUSE)]).state == "draft"


def test_going_back_to_an_approved_text_is_approved_again() -> None:
    changed = with_paragraph(CLAUSE, 0, en="Other.")
    both = [approval_of(CLAUSE), approval_of(changed)]
    assert status_of(CLAUSE, both).state == "approved"
    assert status_of(changed, both).state == "approved"


@given(st.lists(CLAUSES, max_size=5), st.text(st.characters(categories=["L", "N", "P", "S"]), min_size=1))
def test_the_register_gives_back_what_was_written(
    tmp_path_factory: pytest.TempPathFactory, clauses: list[Clause], name: str
) -> None:
    path = tmp_path_factory.mktemp("register") / "approvals.yaml"
    first = tuple(approval_of(clause).model_copy(update={"approver": name}) for clause in clauses)
    approve(path, first)
    approve(path, [approval_of(CLAUSE)])
    assert load_approvals(path).approvals == (*first, approval_of(CLAUSE))


def test_no_register_means_no_approval(tmp_path: Path) -> None:
    assert load_approvals(tmp_path / "approvals.yaml").approvals == ()


def test_a_register_with_errors_is_left_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "approvals.yaml"
    path.write_text("version: 1\napprovals:\n  - {clause: a.b}\n", encoding="utf-8")
    before = path.read_bytes()
    with pytest.raises(InputError):
        approve(path, [approval_of(CLAUSE)])
    assert path.read_bytes() == before
