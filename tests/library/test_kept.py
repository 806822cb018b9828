"""The approved texts that are kept, and the spelling of a clause file from a Clause."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tradedocs.errors import UsageError
from tradedocs.library import KeptTexts, load_library
from tradedocs.library.file import clause_of, parse_clause
from tradedocs.library.spelling import spelled
from tradedocs.model.approval import Approval
from tradedocs.model.clause import Clause, Language
from tradedocs.workspace import data_folder


@pytest.fixture(scope="module")
def clauses() -> tuple[Clause, ...]:
    return load_library(data_folder() / "clauses").clauses


def yes(clause: Clause, language: Language | None = None) -> Approval:
    return Approval(
        clause=clause.id, position=clause.position, language=language,
        sha256=clause.sha256 if language is None else clause.sha256_of(language), approver="Lin Mei",
        role="Head of Legal", on=date(2026, 9, 1),
    )  # fmt: skip


def test_every_clause_is_read_as_it_was_spelled(clauses: tuple[Clause, ...]) -> None:
    for clause in clauses:
        assert clause_of(parse_clause(spelled(clause), Path(clause.file.file))) == clause


def test_what_was_approved_comes_back(tmp_path: Path, clauses: tuple[Clause, ...]) -> None:
    kept, clause = KeptTexts(tmp_path / "approved"), clauses[0]
    for approval in (yes(clause), yes(clause, "zh")):
        assert kept.of(approval) is None
        kept.keep(clause, approval.sha256)
        found = kept.of(approval)
        assert found is not None
        assert found.sha256 == clause.sha256
    assert kept.named(clause, clause.sha256[:8]).sha256 == clause.sha256


@pytest.mark.parametrize("damage", [b"", b"---\n", "\N{CROSS MARK}".encode("utf-16")])
def test_a_file_that_is_cut_counts_as_none(
    tmp_path: Path, clauses: tuple[Clause, ...], damage: bytes
) -> None:
    kept, clause = KeptTexts(tmp_path), clauses[0]
    kept.keep(clause, clause.sha256)
    (tmp_path / f"{clause.sha256}.md").write_bytes(damage)
    assert kept.of(yes(clause)) is None
    kept.keep(clause, clause.sha256)
    assert kept.of(yes(clause)) is not None


def test_a_text_that_does_not_hash_to_its_name_counts_as_none(
    tmp_path: Path, clauses: tuple[Clause, ...]
) -> None:
    kept, clause = KeptTexts(tmp_path), clauses[0]
    first = clause.paragraphs[0]
    forged = clause.model_copy(update={"paragraphs": (first.model_copy(update={"en": "Other words."}),)})
    (tmp_path / f"{clause.sha256}.md").write_text(spelled(forged), encoding="utf-8")
    assert kept.of(yes(clause)) is None
    with pytest.raises(UsageError, match="0 kept texts"):
        kept.named(clause, clause.sha256[:8])


def test_a_hash_is_named_by_more_than_a_few_characters(tmp_path: Path, clauses: tuple[Clause, ...]) -> None:
    with pytest.raises(UsageError, match="at least 6"):
        KeptTexts(tmp_path).named(clauses[0], "abc")
