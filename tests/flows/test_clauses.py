from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import Ran

BY = ("--by", "Lin Mei", "--role", "Head of Legal")
Run = Callable[..., Ran]


def edit(root: Path, old: str, new: str) -> None:
    path = root / "clauses" / "general" / "confidentiality" / "standard.md"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_list_shows_every_clause_with_its_status(run: Run, workspace: Path) -> None:
    run("clause", "approve", "general.notices", *BY)
    lines = run("clause", "list").out.splitlines()
    assert lines[0].split() == ["clause", "position", "authority", "version", "status", "title"]
    found = {tuple(cells[:2]): (cells[2], cells[4]) for cells in (line.split() for line in lines)}
    assert found["general.notices", "standard"] == ("sales", "approved")
    assert found["disputes.claims", "fallback-2"] == ("legal", "draft")


def test_show_has_both_languages_and_marks_variables(run: Run, workspace: Path) -> None:
    out = run("clause", "show", "disputes.claims", "--position", "fallback-1").out
    assert "{quality_days} days, deal.claims.quality_days" in out
    assert "{quality_days} for quality" in out
    assert "质量、包装和标志：{quality_days}内" in out
    assert "[disputes.evidence]" in out


def test_a_wrong_id_says_the_nearest(run: Run, workspace: Path) -> None:
    ran = run("clause", "show", "disputes.claim")
    assert ran.code == 2
    assert "disputes.claims" in ran.err


def test_a_wrong_position_says_which_there_are(run: Run, workspace: Path) -> None:
    ran = run("clause", "show", "general.notices", "--position", "fallback-1")
    assert ran.code == 2
    assert "It has: standard." in ran.err


def test_approving_everything_frees_the_way_and_is_in_the_ledger(run: Run, workspace: Path) -> None:
    assert run("clause", "status").code == 10
    assert run("clause", "approve", "--all", *BY, "--on", "2026-11-24").code == 0
    assert run("clause", "status").code == 0
    shown = run("ledger", "show").out
    assert "Lin Mei" in shown
    assert "general.notices" in shown
    assert run("ledger", "verify").code == 0


def test_a_changed_text_blocks_again_and_says_whose_approval_it_voided(run: Run, workspace: Path) -> None:
    run("clause", "approve", "--all", *BY, "--on", "2026-11-24")
    edit(workspace, 'default: "3"', 'default: "5"')
    ran = run("clause", "status")
    assert ran.code == 10
    assert "general.confidentiality" in ran.out
    assert "changed since Lin Mei approved it on 2026-11-24" in ran.out
    assert len(ran.out.splitlines()) == 2


def test_approving_twice_records_once(run: Run, workspace: Path) -> None:
    run("clause", "approve", "general.notices", *BY)
    before = (workspace / "clauses" / "approvals.yaml").read_bytes()
    ran = run("clause", "approve", "general.notices", "general.notices", *BY)
    assert ran.code == 0
    assert (workspace / "clauses" / "approvals.yaml").read_bytes() == before
    assert len((workspace / "ledger.jsonl").read_text().splitlines()) == 1


def test_a_second_person_is_recorded_too(run: Run, workspace: Path) -> None:
    run("clause", "approve", "general.notices", *BY)
    run("clause", "approve", "general.notices", "--by", "Zhao Lei", "--role", "Counsel")
    text = (workspace / "clauses" / "approvals.yaml").read_text(encoding="utf-8")
    assert text.count("clause: general.notices") == 2


@pytest.mark.parametrize(
    "arguments",
    [
        (*BY,),
        ("general.notices", "--all", *BY),
        ("general.notices", "--by", " ", "--role", "x"),
        ("general.notices", "--by", "a\u202eb", "--role", "x"),
        ("general.notices", *BY, "--on", "2999-01-01"),
        ("general.nothing", *BY),
    ],
)
def test_what_cannot_be_an_approval_is_refused(run: Run, workspace: Path, arguments: tuple[str, ...]) -> None:
    assert run("clause", "approve", *arguments).code == 2
    assert not (workspace / "clauses" / "approvals.yaml").exists()
    assert not (workspace / "ledger.jsonl").exists()


def test_without_a_workspace_nothing_is_approved(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    ran = run("clause", "approve", "general.notices", *BY)
    assert ran.code == 10
    assert "tradedocs init" in ran.err
    assert run("clause", "list").code == 0


def test_a_broken_ledger_takes_no_approval(run: Run, workspace: Path) -> None:
    run("clause", "approve", "general.notices", *BY)
    ledger = workspace / "ledger.jsonl"
    ledger.write_text(ledger.read_text().replace("Lin Mei", "Lin Mai"))
    before = (workspace / "clauses" / "approvals.yaml").read_bytes()
    assert run("clause", "approve", "general.title", *BY).code == 10
    assert (workspace / "clauses" / "approvals.yaml").read_bytes() == before


def test_a_source_that_nobody_checked_says_so(run: Callable[..., Ran]) -> None:
    out = run("clause", "show", "commercial.payment").out
    assert "not yet checked by a person" in out
    assert "None" not in out
