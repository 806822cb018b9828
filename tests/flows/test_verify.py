"""A contract that came back, and a library that moved on, through the command line."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import Ran
from tests.word import hands

Run = Callable[..., Ran]
DEAL = Path(__file__).parents[2] / "samples" / "plastic-parts" / "deal.yaml"


@pytest.fixture
def contract(run: Run, workspace: Path) -> Path:
    assert run("clause", "approve", "--all", "--by", "A. Counsel", "--role", "counsel").code == 0
    run("contract", "build", DEAL, "-o", workspace / "contract.docx")  # exit code 10 where a deal rule warns
    return workspace / "contract.docx"


def test_an_untouched_contract(run: Run, contract: Path) -> None:
    ran = run("contract", "verify", contract)
    assert (ran.code, "held against the text in the ledger" in ran.out) == (0, True)
    data = json.loads(run("contract", "verify", contract, "--format", "json").out)
    assert (data["version"], data["untouched"], data["proof"]) == (1, True, "ledger")
    assert {one["state"] for one in data["clauses"]} == {"untouched"}


@pytest.mark.libreoffice
@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_saved_by_libreoffice_only_the_edits_show(run: Run, contract: Path, tmp_path: Path) -> None:
    works = (hands.replace("in writing", "in speech"), hands.track("interest", "rent", author="Sino Buyer"))
    contract.write_bytes(hands.worked_on(contract.read_bytes(), *works))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = [
        "soffice",
        profile,
        "--headless",
        "--convert-to",
        "docx",
        "--outdir",
        tmp_path / "lo",
        contract,
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    ran = run("contract", "verify", tmp_path / "lo" / "contract.docx", "--format", "json")
    assert ran.code == 10
    touched = [one for one in json.loads(ran.out)["clauses"] if one["state"] != "untouched" or one["moved"]]
    edits = [edit for one in touched for edit in one["edits"]]
    assert sorted(edit["tracked"] for edit in edits) == [False, True]
    assert {two["author"] for one in touched for two in one["proposals"]} == {"Sino Buyer"}


def test_the_words_and_the_author_are_shown(run: Run, contract: Path) -> None:
    works = (hands.replace("in writing", "in speech"), hands.track("interest", "rent", author="\u202eX"))
    contract.write_bytes(hands.worked_on(contract.read_bytes(), *works))
    ran = run("contract", "verify", contract)
    assert ran.code == 10
    assert "[not tracked]" in ran.out
    assert "[-writing-]{+speech+}" in ran.out
    assert "[proposed]" in ran.out
    assert "X, 2026-09-03T10:00:00Z inserts 'rent'" in ran.out
    assert "\u202e" not in ran.out


def test_a_file_that_the_ledger_does_not_know_is_told(run: Run, contract: Path, tmp_path: Path) -> None:
    from tradedocs.workspace import init

    other = init(tmp_path / "other").root
    ran = run("--workspace", other, "contract", "verify", contract)
    assert ran.code == 10
    assert "the ledger tells of no contract of that number" in ran.out


def test_a_contract_without_its_text_cannot_be_verified(run: Run, contract: Path) -> None:
    from tradedocs.word.package import read_parts, write_parts

    parts = read_parts(contract.read_bytes(), name="c")
    item = parts["customXml/item1.xml"].decode()
    begin, end = item.index("<text"), item.index("</text>") + len("</text>")
    contract.write_bytes(write_parts({**parts, "customXml/item1.xml": (item[:begin] + item[end:]).encode()}))
    ran = run("contract", "verify", contract)
    assert ran.code == 10
    assert "does not hold the text" in ran.err


def test_a_library_that_moved_on(run: Run, contract: Path, workspace: Path) -> None:
    assert run("contract", "outdated", contract).code == 0
    clause = workspace / "clauses" / "disputes" / "negotiation" / "standard.md"
    text = clause.read_text(encoding="utf-8")
    had = re.search(r"^version: (\S+)$", text, re.M)
    assert had is not None
    head, mark, body = text.replace(had[0], "version: 9.1.0").partition("## en")
    clause.write_text(head + mark + body.replace("\n- ", "\n- In any case, ", 1), encoding="utf-8")
    ran = run("contract", "outdated", contract)
    assert ran.code == 0
    assert "which nobody has approved yet" in ran.out
    assert (
        run("clause", "approve", "disputes.negotiation", "--by", "A. Counsel", "--role", "counsel").code == 0
    )
    ran = run("contract", "outdated", contract)
    assert ran.code == 10
    assert f"disputes.negotiation (standard): {had[1]} → 9.1.0, approved by A. Counsel (counsel)" in ran.out
    assert "{+In any case, +}" in ran.out
    data = json.loads(run("contract", "outdated", contract, "--format", "json").out)
    assert [(one["id"], one["standing"]) for one in data["clauses"]] == [("disputes.negotiation", "newer")]


def test_a_file_that_was_forged_throughout_is_told_by_the_ledger(run: Run, contract: Path) -> None:
    """Text, embedded text and passport agree with each other, and only the ledger knows better."""
    from tradedocs.word.package import read_parts, write_parts
    from tradedocs.word.passport import read_contract
    from tradedocs.word.text import text_sha256

    parts = read_parts(contract.read_bytes(), name="c")
    item = next(name for name in parts if name.startswith("customXml/item1"))
    old = read_contract(contract).passport.text_sha256
    for name in ("word/document.xml", item):
        assert b"in writing" in parts[name]
        parts[name] = parts[name].replace(b"in writing", b"by a call.")
    parts[item] = parts[item].replace(old.encode(), text_sha256(parts).encode())
    contract.write_bytes(write_parts(parts))
    assert read_contract(contract).problems == ()
    ran = run("contract", "verify", contract)
    assert ran.code == 10
    assert "the ledger tells of no contract of that number, text and specification" in ran.out
