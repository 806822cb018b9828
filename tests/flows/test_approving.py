"""Approving, withdrawing and signing from the command line, with the ledger and the contracts that follow."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat

from tests.conftest import Ran
from tradedocs.ledger import Ledger

Run = Callable[..., Ran]
MEI = ("--by", "Lin Mei", "--role", "Head of Legal")


@pytest.fixture
def key(tmp_path: Path) -> Path:
    path = tmp_path / "key.pem"
    private = Ed25519PrivateKey.generate()
    path.write_bytes(private.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()))
    return path


def status(run: Run, clause: str = "general.notices") -> str:
    return run("clause", "show", clause).out.splitlines()[0].rpartition(" ")[2]


def test_the_register_of_approvers_is_kept_by_commands(run: Run, workspace: Path) -> None:
    (workspace / "clauses" / "approvers.yaml").unlink()
    assert "nothing counts as approved" in run("clause", "approvers").out
    assert run("clause", "approve", "general.notices", *MEI).code == 10
    assert (
        run("clause", "approvers", "add", "Lin Mei", "--role", "Head of Legal", "--family", "general").code
        == 0
    )
    assert run("clause", "approve", "general.notices", *MEI).code == 0
    assert "may not approve: disputes.claims" in run("clause", "approve", "disputes.claims", *MEI).err
    assert run("clause", "approvers", "end", "Lin Mei", "--on", "2020-01-01").code == 0
    assert status(run) == "draft"
    shown = run("clause", "approvers").out
    assert "2020-01-01" in shown
    assert [row.kind for row in Ledger(workspace / "ledger.jsonl").rows()] == [
        "approvers",
        "approve",
        "approvers",
    ]


def test_whoever_is_not_there_cannot_be_ended(run: Run, workspace: Path) -> None:
    ran = run("clause", "approvers", "end", "Nobody")
    assert ran.code == 2
    assert "Lin Mei" in ran.err


def test_withdrawing_makes_drafts_again(run: Run, workspace: Path) -> None:
    run("clause", "approve", "--all", *MEI)
    assert run("clause", "withdraw", "general.notices", *MEI, "--reason", "a new address rule").code == 0
    ran = run("clause", "status")
    assert ran.code == 10
    assert "general.notices" in ran.out
    assert "a new address rule" in ran.out
    assert run("clause", "approve", "general.notices", *MEI).code == 0
    assert run("clause", "status").code == 0


def test_what_is_not_approved_is_not_withdrawn(run: Run, workspace: Path) -> None:
    ran = run("clause", "withdraw", "general.notices", *MEI, "--reason", "x")
    assert ran.code == 2
    assert not (workspace / "ledger.jsonl").exists()


def test_what_expires_soon_is_told(run: Run, workspace: Path) -> None:
    run("clause", "approve", "--all", *MEI)
    run(
        "clause",
        "approve",
        "general.notices",
        "--by",
        "Zhao Lei",
        "--role",
        "Counsel",
        "--review-by",
        "2027-01-05",
    )
    soon = run("clause", "status", "--within", "30", "--as-of", "2026-12-20").out
    assert soon.split("\n")[1].split() == ["general.notices", "standard", "2027-01-05"]
    assert "general.notices" not in run("clause", "status", "--within", "10", "--as-of", "2026-12-20").out


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("--on", "2999-01-01"), "still to come"),
        (("--review-by", "2001-01-01"), "ended"),
        (("--scope", "deal.nothing == 1"), "--scope"),
    ],
)
def test_what_cannot_be_is_refused(run: Run, workspace: Path, arguments: tuple[str, ...], told: str) -> None:
    ran = run("clause", "approve", "general.notices", *MEI, *arguments)
    assert ran.code == 2
    assert told in ran.err
    assert not (workspace / "clauses" / "approvals.yaml").exists()


def test_an_approval_counts_in_its_scope(run: Run, workspace: Path) -> None:
    from tradedocs.workspace import data_folder

    run("clause", "approve", "--all", *MEI, "--scope", 'deal.delivery.incoterm == "CIF"')
    for deal, code in (("white-sugar", 0), ("led-lamps", 10)):
        ran = run("contract", "build", data_folder() / "samples" / deal / "deal.yaml", "-o", f"{deal}.docx")
        assert ran.code == code, ran.err


def test_one_pack_approves_many_texts_unless_one_changed(run: Run, workspace: Path) -> None:
    from tradedocs.contract.facts import KINDS
    from tradedocs.library import load_library

    library = load_library(workspace / "clauses", facts=KINDS)
    sent = [library.get("general.notices"), library.get("general.confidentiality")]
    facts = {"pack": "P-1", "clauses": [
        {"clause": one.id, "position": one.position, "version": one.version, "sha256": one.sha256} for one in sent
    ]}  # fmt: skip
    Ledger(workspace / "ledger.jsonl").append("clause-pack", facts, at=datetime(2026, 11, 25, tzinfo=UTC))
    assert status(run) == "in-review"
    scan = workspace / "signed.pdf"
    scan.write_bytes(b"%PDF signed")
    assert run("clause", "approve", "--pack", "P-1", "--signed", scan, *MEI).code == 0
    assert status(run) == status(run, "general.confidentiality") == "approved"
    row = list(Ledger(workspace / "ledger.jsonl").rows())[-1]
    assert row.facts["pack"] == "P-1"
    assert len(row.facts["signed_sha256"]) == 64
    file = workspace / "clauses" / "general" / "notices" / "standard.md"
    head, mark, text = file.read_text(encoding="utf-8").partition("## en")
    file.write_text(head + mark + text.replace(" the ", " each ", 1), encoding="utf-8")
    ran = run("clause", "approve", "--pack", "P-1", "--by", "Zhao Lei", "--role", "Counsel")
    assert ran.code == 10
    assert "general.notices" in ran.err
    assert run("clause", "approve", "--pack", "P-2", *MEI).code == 2


class TestSigned:
    @pytest.fixture(autouse=True)
    def signing(self, run: Run, workspace: Path, key: Path) -> None:
        assert run("clause", "approvers", "key", key).code == 0

    def test_without_the_key_nothing_is_approved(self, run: Run, workspace: Path) -> None:
        assert run("clause", "approve", "general.notices", *MEI).code == 10
        assert status(run) == "draft"

    def test_with_it_it_is(self, run: Run, workspace: Path, key: Path) -> None:
        assert run("clause", "approve", "general.notices", *MEI, "--sign", key).code == 0
        assert status(run) == "approved"

    def test_a_line_that_somebody_slipped_in_is_not_signed_along(
        self, run: Run, workspace: Path, key: Path
    ) -> None:
        run("clause", "approve", "general.notices", *MEI, "--sign", key)
        path = workspace / "clauses" / "approvals.yaml"
        path.write_text(path.read_text(encoding="utf-8").replace("general.notices", "general.languages"),
                        encoding="utf-8")  # fmt: skip
        ran = run("clause", "approve", "disputes.claims", *MEI, "--sign", key)
        assert ran.code == 10
        assert "general.languages" in ran.err

    def test_a_lost_signature_is_given_again(self, run: Run, workspace: Path, key: Path) -> None:
        run("clause", "approve", "general.notices", *MEI, "--sign", key)
        (workspace / "clauses" / "approvals.yaml.sig").unlink()
        assert status(run) == "draft"
        assert run("clause", "approve", "general.notices", *MEI, "--sign", key).code == 0
        assert status(run) == "approved"


def test_a_sole_counsel_stands_in_the_contract(run: Run, workspace: Path) -> None:
    from tradedocs.workspace import data_folder

    file = workspace / "clauses" / "general" / "notices" / "standard.md"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("version:", "author: Lin Mei\nversion:", 1), encoding="utf-8")
    run("clause", "approve", "--all", *MEI)
    assert "nobody else has approved it" in run("clause", "status").out
    run("clause", "approvers", "sole-counsel")
    assert run("clause", "status").code == 0
    deal = data_folder() / "samples" / "led-lamps" / "deal.yaml"
    assert run("contract", "build", deal, "-o", "c.docx").code == 0
    assert "sole counsel" in run("contract", "show", "c.docx", "--format", "json").out
