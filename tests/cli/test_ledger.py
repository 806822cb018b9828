"""`tradedocs ledger` through the command line, and the head that a command says when it wrote a row."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import Ran
from tradedocs.ledger import Ledger
from tradedocs.workspace import data_folder

Run = Callable[..., Ran]
SUGAR = data_folder() / "samples" / "white-sugar"
CHECK = ("check", SUGAR / "deal.yaml", SUGAR / "reports" / "pass.pdf", "--shipment", "1", "--unsigned")
APPROVE = (
    "clause",
    "approve",
    "quality.recall",
    "--position",
    "standard",
    "--by",
    "A. Counsel",
    "--role",
    "counsel",
)


def head(workspace: Path) -> str:
    last = Ledger(workspace / "ledger.jsonl").verify().last
    assert last is not None
    return f"ledger row {last.row}, head {last.sha256}"


def test_a_command_that_wrote_a_row_ends_with_the_head(run: Run, workspace: Path) -> None:
    ran = run(*APPROVE)
    assert ran.code == 0, ran.err
    assert ran.err.splitlines()[-1] == head(workspace)
    assert "head" not in run("ledger", "show").err
    assert "head" not in run("clause", "list").err


def test_a_verdict_on_paper_says_its_row_once(run: Run, workspace: Path) -> None:
    text = run(*CHECK)
    assert text.code == 0
    row, sha256 = head(workspace).replace("head ", "").removeprefix("ledger row ").split(", ")
    assert f"ledger row {row}, {sha256}" in text.out
    assert "head" not in text.err
    data = run(*CHECK, "--format", "json")
    assert data.err.splitlines()[-1] == head(workspace)
    assert json.loads(data.out)["ledger"]["sha256"] in data.err


def test_a_report_is_told_of_once_for_each_shipment(run: Run, workspace: Path) -> None:
    run(*CHECK)
    run(*CHECK)
    run(*CHECK[:-3], "--shipment", "2", "--unsigned")
    kinds = [row.kind for row in Ledger(workspace / "ledger.jsonl").rows()]
    assert kinds == ["report-read", "check", "check", "report-read", "check"]
    (first, *_) = Ledger(workspace / "ledger.jsonl").rows()
    told = first.facts["reports"][0]
    assert told["file"] == "pass.pdf"
    assert len(told["sha256"]) == 64
    assert told["report_no"]
    assert told["pages"] >= 1


def test_a_release_that_goes_out_is_told_of_with_its_files(run: Run, workspace: Path) -> None:
    run(*CHECK, "--notice", "notice", "--eml")
    *_, check, used = Ledger(workspace / "ledger.jsonl").rows()
    assert (used.kind, used.facts["check_row"], used.facts["verdict"]) == (
        "release-used",
        check.row,
        "RELEASE",
    )
    assert sorted(used.facts["written"]) == sorted(one.name for one in (workspace / "notice").iterdir())
    bad = ("check", SUGAR / "deal.yaml", SUGAR / "reports" / "fail.pdf", "--shipment", "1", "--unsigned")
    run(*bad, "--notice", "bad")
    *_, last = Ledger(workspace / "ledger.jsonl").rows()
    assert (last.kind, last.facts["verdict"]) == ("notice-written", "REJECT")


def test_rows_are_shown_by_kind_and_number_and_exported(run: Run, workspace: Path) -> None:
    run(*CHECK)
    number = json.loads(run("ledger", "show", "--kind", "check", "--format", "json").out)["facts"][
        "contract_no"
    ]
    assert len(run("ledger", "show", "--about", number).out.splitlines()) == 2
    assert len(run("ledger", "show", "--about", number, "--last", "1").out.splitlines()) == 1
    assert run("ledger", "show", "--about", "nothing").out == ""
    assert run("ledger", "export", "-o", "rows.jsonl").code == 0
    lines = (workspace / "rows.jsonl").read_text().splitlines()
    stored = (workspace / "ledger.jsonl").read_text().splitlines()
    assert [json.loads(line) for line in lines] == [json.loads(line) for line in stored]
    assert run("ledger", "export", "-o", "rows.csv", "--format", "csv").code == 0
    with (workspace / "rows.csv").open(newline="") as file:
        rows = list(csv.DictReader(file))
    assert [row["kind"] for row in rows] == ["report-read", "check"]
    assert json.loads(rows[1]["facts"])["contract_no"] == number


@pytest.mark.parametrize(("given", "code"), [("1:" + "0" * 64, 20), ("rubbish", 2)])
def test_an_anchor_that_does_not_fit(run: Run, workspace: Path, given: str, code: int) -> None:
    run(*APPROVE)
    assert run("ledger", "verify", "--anchor", given).code == code


def test_the_head_that_a_command_said_is_an_anchor(run: Run, workspace: Path) -> None:
    row, sha256 = run(*APPROVE).err.splitlines()[-1].removeprefix("ledger row ").split(", head ")
    run(*CHECK)
    assert run("ledger", "verify", "--anchor", f"{row}:{sha256}").code == 0
    lines = (workspace / "ledger.jsonl").read_bytes().splitlines(keepends=True)
    (workspace / "ledger.jsonl").write_bytes(b"".join(lines[: int(row) - 1]))
    assert run("ledger", "verify").code == 0
    assert run("ledger", "verify", "--anchor", f"{row}:{sha256}").code == 20
