"""The whole check on built contracts and sample reports, through the command line."""

from __future__ import annotations

import json
import shutil
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import Ran

Run = Callable[..., Ran]
SAMPLES = Path(__file__).parent.parent.parent / "samples"
DEAL = SAMPLES / "plastic-parts" / "deal.yaml"
REPORTS = SAMPLES / "plastic-parts" / "reports"
PASSING = (REPORTS / "pass-rohs.pdf", REPORTS / "pass-psi.pdf")


@pytest.fixture
def contract(run: Run, workspace: Path) -> Path:
    assert run("clause", "approve", "--all", "--by", "A. Counsel", "--role", "counsel").code == 0
    assert run("contract", "build", DEAL, "-o", workspace / "contract.docx").code == 0
    return workspace / "contract.docx"


def test_a_built_contract_releases_and_the_ledger_tells_of_it(
    run: Run, contract: Path, workspace: Path
) -> None:
    ran = run("check", contract, *PASSING, "--unsigned", "--format", "json", "--out", workspace / "verdict")
    assert ran.code == 0
    data = json.loads(ran.out)
    assert data["verdict"] == "RELEASE"
    last = json.loads((workspace / "ledger.jsonl").read_text(encoding="utf-8").splitlines()[-1])
    assert data["ledger"] == {"row": last["row"], "sha256": last["sha256"]}
    assert last["facts"]["verdict"] == "RELEASE"
    assert last["facts"]["contract_sha256"] == data["contract"]["sha256"]
    written = json.loads((workspace / "verdict" / "verdict.json").read_text(encoding="utf-8"))
    assert written == data
    page = (workspace / "verdict" / "verdict.html").read_text(encoding="utf-8")
    assert page.count("data:image/") >= 10
    assert last["sha256"] in page
    assert run("ledger", "verify").code == 0


@pytest.mark.parametrize(("reject", "code", "head"), [("142 ± 5 g", 0, "note"), (None, 20, "reject")])
def test_a_value_in_the_zone_of_the_price_scale_is_shipped_at_a_lower_price(
    run: Run, workspace: Path, reject: str | None, code: int, head: str
) -> None:
    scale = f", scale: {{step: 1, percent: 1 %, reject: {reject}}}" if reject else ""
    deal = workspace / "deal.yaml"
    text = DEAL.read_text(encoding="utf-8")
    agreed = "require: 142 ± 5 g, class: minor, aliases: [Unit weight]"
    assert agreed in text
    deal.write_text(
        text.replace(agreed, f"require: 141.0 ± 0.5 g, class: minor, aliases: [Unit weight]{scale}"),
        encoding="utf-8",
    )
    assert run("clause", "approve", "--all", "--by", "A. Counsel", "--role", "counsel").code == 0
    built = run("contract", "build", deal, "-o", workspace / "contract.docx")
    assert built.code == 0, built.err
    ran = run("check", workspace / "contract.docx", *PASSING, "--unsigned")
    assert ran.code == code
    assert f"{head}[{'price-adjustment' if reject else 'outside-limit'}]" in ran.out
    if reject:
        assert run("check", deal, *PASSING, "--unsigned").code == 10


def test_unsigned_must_be_said(run: Run, contract: Path) -> None:
    ran = run("check", contract, *PASSING)
    assert ran.code == 10
    assert "hold[contract-unsigned]" in ran.out


def test_nothing_is_released_without_a_ledger(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    ran = run("check", DEAL, *PASSING, "--unsigned")
    assert ran.code == 10
    assert "hold[no-ledger]" in ran.out
    assert "not recorded" in ran.out


def test_nothing_is_released_on_a_broken_ledger(run: Run, contract: Path, workspace: Path) -> None:
    ledger = workspace / "ledger.jsonl"
    ledger.write_text(
        ledger.read_text(encoding="utf-8").replace("A. Counsel", "B. Counsel"), encoding="utf-8"
    )
    ran = run("check", contract, *PASSING, "--unsigned")
    assert ran.code == 10
    assert ran.out == ""
    assert "of the ledger was changed" in ran.err


def rewritten(path: Path, old: str, new: str) -> None:
    """The DOCX with one text replaced in every part."""
    parts = {}
    with zipfile.ZipFile(path) as archive:
        for name in archive.namelist():
            parts[name] = archive.read(name).replace(old.encode(), new.encode())
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)


@pytest.mark.parametrize(
    ("old", "new"), [("120.0 ± 0.5 mm", "120.0 ± 1.5 mm"), ("WL-PO-55108", "WL-PO-55109")]
)
def test_an_edited_contract_holds(run: Run, contract: Path, old: str, new: str) -> None:
    rewritten(contract, old, new)
    ran = run("check", contract, *PASSING, "--unsigned")
    assert ran.code == 10
    assert "hold[contract-altered]" in ran.out


def test_a_contract_that_this_ledger_does_not_know_holds(run: Run, contract: Path, tmp_path: Path) -> None:
    from tradedocs.workspace import init

    other = init(tmp_path / "other").root
    ran = run("--workspace", other, "check", contract, *PASSING, "--unsigned")
    assert ran.code == 10
    assert "hold[contract-altered]" in ran.out
    assert "not in the ledger" in ran.out


def test_a_report_twice_counts_once(run: Run, workspace: Path) -> None:
    copy = workspace / "copy.pdf"
    shutil.copy(PASSING[1], copy)
    ran = run("check", DEAL, *PASSING, copy, "--unsigned")
    assert ran.code == 0


def test_a_file_that_is_no_pdf_is_a_report_of_which_nothing_was_read(run: Run, workspace: Path) -> None:
    bad = workspace / "bad.pdf"
    bad.write_bytes(b"not a PDF")
    ran = run("check", DEAL, *PASSING, bad, "--unsigned")
    assert ran.code == 10
    assert "hold[unread-page]" in ran.out


def test_no_report_is_nothing_to_check(run: Run, workspace: Path) -> None:
    ran = run("check", DEAL)
    assert ran.code == 3
    assert ran.out == ""


@pytest.mark.parametrize("name", ["contract.txt", "missing.yaml", "missing.docx"])
def test_what_is_no_contract_is_a_usage_error(run: Run, workspace: Path, name: str) -> None:
    if "missing" not in name:
        (workspace / name).write_text("x", encoding="utf-8")
    assert run("check", workspace / name, *PASSING).code == 2


def test_a_foreign_word_file_is_refused(run: Run, workspace: Path) -> None:
    shutil.copy(workspace / "templates" / "sales-contract.docx", workspace / "foreign.docx")
    ran = run("check", workspace / "foreign.docx", *PASSING)
    assert ran.code == 10
    assert "no contract passport" in ran.err


def test_several_shipments_need_a_number(run: Run, workspace: Path) -> None:
    sugar = SAMPLES / "white-sugar"
    ran = run("check", sugar / "deal.yaml", sugar / "reports" / "pass.pdf", "--unsigned")
    assert ran.code == 2
    assert "--shipment" in ran.err
    assert (
        run("check", sugar / "deal.yaml", sugar / "reports" / "pass.pdf", "--unsigned", "--shipment", 3).code
        == 2
    )
    assert (
        run("check", sugar / "deal.yaml", sugar / "reports" / "pass.pdf", "--unsigned", "--shipment", 1).code
        == 0
    )


def test_the_same_check_again_is_released_again(run: Run, workspace: Path) -> None:
    assert run("check", DEAL, *PASSING, "--unsigned").code == 0
    assert run("check", DEAL, *PASSING, "--unsigned").code == 0


def test_the_order_of_reports_changes_nothing(run: Run, workspace: Path) -> None:
    one = json.loads(run("check", DEAL, *PASSING, "--unsigned", "--format", "json").out)
    two = json.loads(run("check", DEAL, *reversed(PASSING), "--unsigned", "--format", "json").out)
    assert one["verdict"] == two["verdict"] == "RELEASE"
    assert [line["verdict"] for line in one["lines"]] == [line["verdict"] for line in two["lines"]]


@pytest.mark.parametrize("name", ["verdict.json", "verdict.html"])
def test_nothing_of_somebody_elses_is_overwritten_or_recorded(run: Run, workspace: Path, name: str) -> None:
    out = workspace / "out"
    out.mkdir()
    (out / name).write_text("mine", encoding="utf-8")
    ran = run("check", DEAL, *PASSING, "--unsigned", "--out", out)
    assert ran.code == 2
    assert (out / name).read_text(encoding="utf-8") == "mine"
    assert not (workspace / "ledger.jsonl").exists()


def test_a_file_for_a_folder_is_refused_before_anything_is_recorded(run: Run, workspace: Path) -> None:
    (workspace / "out").write_text("mine", encoding="utf-8")
    assert run("check", DEAL, *PASSING, "--unsigned", "--out", workspace / "out").code == 2
    assert not (workspace / "ledger.jsonl").exists()


def test_its_own_verdict_is_replaced(run: Run, workspace: Path) -> None:
    for _ in range(2):
        assert run("check", DEAL, *PASSING, "--unsigned", "--out", workspace / "out").code == 0


def test_a_contract_without_its_passport_is_named_as_altered(run: Run, contract: Path) -> None:
    with zipfile.ZipFile(contract) as archive:
        parts = {name: archive.read(name) for name in archive.namelist() if not name.startswith("customXml")}
    with zipfile.ZipFile(contract, "w") as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    ran = run("check", contract, *PASSING, "--unsigned")
    assert ran.code == 10
    assert "contract-altered" in ran.err


@pytest.mark.parametrize("name", ["contract.pdf", "contract.receipt.json"])
def test_a_build_leaves_alone_what_it_did_not_write(run: Run, contract: Path, name: str) -> None:
    mine = contract.with_name(name)
    mine.write_text("a signed scan", encoding="utf-8")
    arguments = ("contract", "build", DEAL, "-o", contract, *(("--pdf",) if name.endswith("pdf") else ()))
    assert run(*arguments).code == 2
    assert mine.read_text(encoding="utf-8") == "a signed scan"


def test_a_build_leaves_another_deals_contract_alone(run: Run, contract: Path) -> None:
    before = contract.read_bytes()
    assert run("contract", "build", SAMPLES / "led-lamps" / "deal.yaml", "-o", contract).code == 2
    assert contract.read_bytes() == before
