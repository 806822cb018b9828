"""Recording the signed copy, and what the check makes of it, through the command line."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import Ran
from tests.flows.papers import scan_of
from tests.word.edits import edited
from tradedocs.flows.basis import basis_of
from tradedocs.word.package import DOCUMENT
from tradedocs.workspace import find

Run = Callable[..., Ran]
SAMPLES = Path(__file__).parents[2] / "samples"
DEAL = SAMPLES / "plastic-parts" / "deal.yaml"
PASSING = tuple(SAMPLES / "plastic-parts" / "reports" / name for name in ("pass-rohs.pdf", "pass-psi.pdf"))
ATTEST = ("--by", "Li Na", "--on", "2026-07-01")


@pytest.fixture
def contract(run: Run, workspace: Path) -> Path:
    assert run("clause", "approve", "--all", "--by", "A. Counsel", "--role", "counsel").code == 0
    run("contract", "build", DEAL, "-o", workspace / "contract.docx")  # exit code 10 where a deal rule warns
    return workspace / "contract.docx"


def test_a_signed_contract_releases_without_a_word_about_it(
    run: Run, contract: Path, workspace: Path
) -> None:
    scan = scan_of(contract, workspace / "signed.pdf")
    ran = run("contract", "sign", contract, "--scan", scan, *ATTEST)
    assert ran.code == 0
    assert "attested by Li Na" in ran.out
    assert "found in it: contract number, seller, buyer, total" in ran.out
    assert "NOT found" not in ran.out
    checked = run("check", contract, *PASSING, "--format", "json", "--out", workspace / "out")
    assert checked.code == 0
    data = json.loads(checked.out)
    assert data["contract"]["unsigned"] is False
    assert [(one["by"], one["shown"], one["kind"]) for one in data["contract"]["attestations"]] == [
        ("Li Na", True, "signed")
    ]
    assert "contract-unsigned" not in {one["rule"] for one in data["findings"]}
    assert "attested by Li Na" in (workspace / "out" / "verdict.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("picture", [True, False])
def test_what_the_scan_does_not_show_rests_on_the_person(
    run: Run, contract: Path, workspace: Path, picture: bool
) -> None:
    scan = scan_of(contract, workspace / "signed.pdf", without="WL-PO-55108", picture=picture)
    ran = run("contract", "sign", contract, "--scan", scan, *ATTEST, "--no-ocr")
    assert ran.code == 0
    assert "rests on the word of Li Na alone" in ran.out
    assert "contract number" in ran.out.split("NOT found")[1]
    checked = run("check", contract, PASSING[1])
    assert "contract-unsigned" not in checked.out
    assert "this rests on the word of Li Na alone" in checked.out


def test_only_what_was_built_here_and_is_final_can_be_signed(
    run: Run, contract: Path, workspace: Path, tmp_path: Path
) -> None:
    scan = scan_of(contract, workspace / "signed.pdf")
    whole = contract.read_bytes()
    contract.write_bytes(edited(whole, DOCUMENT, "Delivery term", "Our term"))
    ran = run("contract", "sign", contract, "--scan", scan, *ATTEST)
    assert (ran.code, "not as it was built" in ran.err) == (10, True)
    contract.write_bytes(whole)
    from tradedocs.workspace import init

    other = init(tmp_path / "other").root
    ran = run("--workspace", other, "contract", "sign", contract, "--scan", scan, *ATTEST)
    assert (ran.code, "not in the ledger" in ran.err) == (10, True)
    ran = run("--workspace", other, "contract", "build", DEAL, "-o", tmp_path / "d.docx")
    ran = run("--workspace", other, "contract", "sign", tmp_path / "d-DRAFT.docx", "--scan", scan, *ATTEST)
    assert (ran.code, "DRAFT" in ran.err) == (10, True)
    assert not [row for row in _rows(workspace) if row["kind"] == "contract-signed"]


def _rows(workspace: Path) -> list[dict[str, object]]:
    return [
        json.loads(line) for line in (workspace / "ledger.jsonl").read_text(encoding="utf-8").splitlines()
    ]


@pytest.mark.parametrize("content", [b"not a pdf", b"%PDF-1.7\n", b""])
def test_a_scan_that_cannot_be_opened_is_refused(
    run: Run, contract: Path, workspace: Path, content: bytes
) -> None:
    (workspace / "signed.pdf").write_bytes(content)
    ran = run("contract", "sign", contract, "--scan", workspace / "signed.pdf", *ATTEST)
    assert ran.code == 10
    assert run("contract", "sign", contract, "--scan", workspace / "none.pdf", *ATTEST).code == 2


@pytest.mark.parametrize(
    ("by", "on"), [(" ", "2026-07-01"), ("Li\u202eNa", "2026-07-01"), ("Li Na", "2999-01-01")]
)
def test_who_and_when_must_make_sense(run: Run, contract: Path, workspace: Path, by: str, on: str) -> None:
    scan = scan_of(contract, workspace / "signed.pdf")
    assert run("contract", "sign", contract, "--scan", scan, "--by", by, "--on", on).code == 2


def test_the_file_that_was_signed_last_counts(run: Run, contract: Path, workspace: Path) -> None:
    scan = scan_of(contract, workspace / "signed.pdf")
    assert run("contract", "sign", contract, "--scan", scan, *ATTEST).code == 0
    again, deal = workspace / "again.docx", workspace / "deal.yaml"
    deal.write_text(DEAL.read_text(encoding="utf-8") + "# once more\n", encoding="utf-8")
    run("contract", "build", deal, "-o", again)
    assert signed(contract) == (True, ())  # a later build changes nothing that was signed
    attested, problems = signed(again)
    assert (attested, "another file of contract" in problems[0]) == (False, True)
    assert run("contract", "sign", again, "--scan", scan, *ATTEST).code == 0
    assert signed(again) == (True, ())
    assert signed(contract)[1]


def signed(path: Path) -> tuple[bool, tuple[str, ...]]:
    """Whether a check would take the file as signed, and what speaks against it."""
    basis = basis_of(path, find(None))
    return bool(basis.attestations), basis.problems
