"""A checked library is kept between commands, by the bytes of all its files."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest

from tradedocs.contract.facts import KINDS
from tradedocs.errors import InputError
from tradedocs.library import approve, load_library, load_register
from tradedocs.library import load as load_module
from tradedocs.model.approval import Approval
from tradedocs.workspace import data_folder


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("TRADEDOCS_CACHE", str(tmp_path / "cache"))
    return tmp_path / "cache"


@pytest.fixture
def clauses(tmp_path: Path) -> Path:
    shutil.copytree(data_folder() / "clauses", tmp_path / "clauses")
    return tmp_path / "clauses"


def test_the_kept_library_is_the_one_that_was_read(clauses: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = load_library(clauses, facts=KINDS)
    monkeypatch.setattr(load_module, "_checked", lambda *_: pytest.fail("read again"))
    again = load_library(clauses, facts=KINDS)
    assert again == first
    assert [one.sha256 for one in again.clauses] == [one.sha256 for one in first.clauses]


def test_any_change_of_a_file_is_seen(clauses: Path) -> None:
    load_library(clauses, facts=KINDS)
    path = clauses / "general" / "notices" / "standard.md"
    path.write_text(path.read_text(encoding="utf-8").replace("version: ", "version: 7", 1), encoding="utf-8")
    assert load_library(clauses, facts=KINDS).get("general.notices").version.startswith("7")


def test_an_error_is_told_each_time_and_nothing_is_kept(clauses: Path, folder: Path) -> None:
    (clauses / "outline.yaml").write_text("version: 1\narticles: []\n", encoding="utf-8")
    for _ in range(2):
        with pytest.raises(InputError):
            load_library(clauses, facts=KINDS)
    assert list(folder.glob("clauses-*")) == []


def test_other_facts_are_another_check(clauses: Path) -> None:
    load_library(clauses, facts=KINDS)
    with pytest.raises(InputError):
        load_library(clauses, facts={})


def test_a_file_that_changes_while_it_is_read_is_not_kept(
    clauses: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = load_module._checked

    def slowly(*arguments: object) -> object:
        library = real(*arguments)  # type: ignore[arg-type]
        path = clauses / "outline.yaml"
        path.write_text(path.read_text(encoding="utf-8") + "\n", encoding="utf-8")
        return library

    monkeypatch.setattr(load_module, "_checked", slowly)
    load_library(clauses, facts=KINDS)
    assert list(folder.glob("clauses-*")) == []


def test_the_register_of_approvals_is_kept_by_its_bytes(tmp_path: Path, folder: Path) -> None:
    path = tmp_path / "approvals.yaml"
    given = Approval(
        clause="general.notices",
        sha256="a" * 64,
        approver="Lin Mei",
        role="Head of Legal",
        on=date(2026, 6, 1),
    )
    approve(path, [given])
    first = load_register(tmp_path)
    assert first.approvals == (given,)
    assert len(list(folder.glob("yaml-approvalfile-*"))) == 1
    assert load_register(tmp_path).approvals == first.approvals
    approve(path, [given.model_copy(update={"approver": "Wu Jing"})])
    assert [one.approver for one in load_register(tmp_path).approvals] == ["Lin Mei", "Wu Jing"]
    path.write_text("version: 1\napprovals: [x]\n", encoding="utf-8")
    for _ in range(2):
        with pytest.raises(InputError):
            load_register(tmp_path)
