from __future__ import annotations

from pathlib import Path

import pytest

from tradedocs import workspace
from tradedocs.errors import InputError, RefusedInput, UsageError


def test_the_packaged_data_serves_without_a_workspace(tmp_path: Path) -> None:
    found = workspace.find(start=tmp_path)
    assert found.root is None
    assert found.ledger is None
    assert (found.clauses / "outline.yaml").is_file()


def test_it_is_found_upwards(tmp_path: Path) -> None:
    made = workspace.init(tmp_path / "w")
    below = tmp_path / "w" / "deals" / "2026"
    below.mkdir(parents=True)
    assert workspace.find(start=below) == made
    assert made.ledger == tmp_path / "w" / "ledger.jsonl"


def test_the_named_one_wins(tmp_path: Path) -> None:
    workspace.init(tmp_path / "a")
    named = workspace.init(tmp_path / "b")
    assert workspace.find(tmp_path / "b", start=tmp_path / "a") == named


def test_a_folder_without_the_marker_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no workspace"):
        workspace.find(tmp_path)


@pytest.mark.parametrize("name", ["clauses", "templates", "ledger.jsonl"])
def test_init_replaces_nothing(tmp_path: Path, name: str) -> None:
    (tmp_path / name).mkdir()
    with pytest.raises(UsageError, match=name):
        workspace.init(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == [name]


def test_init_twice_is_an_error(tmp_path: Path) -> None:
    workspace.init(tmp_path / "w")
    with pytest.raises(UsageError, match="already"):
        workspace.init(tmp_path / "w")


def test_the_roots_of_signatures_are_named_in_the_settings(tmp_path: Path) -> None:
    made = workspace.init(tmp_path / "w")
    (tmp_path / "w" / "root.pem").write_text("a certificate")
    (tmp_path / "w" / "tradedocs.toml").write_text('version = 1\n[sign]\nroots = ["root.pem"]\n')
    assert made.roots == ()
    assert workspace.find(tmp_path / "w").roots == (tmp_path / "w" / "root.pem",)


@pytest.mark.parametrize(
    ("section", "said"),
    [
        ('[sign]\nroots = ["other.pem"]\n', "no file other.pem"),
        ('[sign]\nroots = "root.pem"\n', "a list of certificate files"),
        ("[sign]\nroot = []\n", "a list of certificate files"),
        ("sign = 3\n", "a list of certificate files"),
    ],
)
def test_roots_that_are_none(tmp_path: Path, section: str, said: str) -> None:
    workspace.init(tmp_path / "w")
    (tmp_path / "w" / "tradedocs.toml").write_text("version = 1\n" + section)
    with pytest.raises(InputError) as caught:
        workspace.find(tmp_path / "w")
    assert said in str(caught.value.problems)


def test_the_copy_claims_no_approval(tmp_path: Path) -> None:
    made = workspace.init(tmp_path / "w")
    assert not made.approvals.exists()


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        ("version = [", "not valid TOML"),
        ("version = 9\n", "version must be 1"),
        ("version = 1\nclausse = 2\n", "unknown key"),
    ],
)
def test_a_marker_that_is_not_understood_is_refused(tmp_path: Path, settings: str, said: str) -> None:
    workspace.init(tmp_path / "w")
    marker = tmp_path / "w" / "tradedocs.toml"
    marker.write_text(settings, encoding="utf-8")
    with pytest.raises(InputError) as caught:
        workspace.find(start=tmp_path / "w")
    (problem,) = caught.value.problems
    assert said in problem.message
    assert problem.place.startswith(f"{marker}:")


def test_a_workspace_without_its_clauses_is_refused(tmp_path: Path) -> None:
    workspace.init(tmp_path / "w")
    (tmp_path / "w" / "clauses").rename(tmp_path / "gone")
    with pytest.raises(RefusedInput, match="no folder clauses"):
        workspace.find(start=tmp_path / "w")
