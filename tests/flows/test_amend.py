"""A contract that is amended: addenda, the text and the Spec in force, and what the check is held against."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from tests.conftest import Ran
from tests.flows.papers import scan_of
from tests.word.edits import edited
from tradedocs.flows.basis import basis_of
from tradedocs.word.package import DOCUMENT, read_parts
from tradedocs.word.passport import read_contract
from tradedocs.word.text import HEADERS, paragraph_texts
from tradedocs.word.tracked import accepted, rejected
from tradedocs.word.xml import parse
from tradedocs.workspace import find

Run = Callable[..., Ran]
DEAL = Path(__file__).parents[2] / "samples" / "led-lamps" / "deal.yaml"
BY = ("--by", "Li Na", "--on", "2026-10-02", "--no-ocr")
FIRST = (
    ("quantity: 24,000 pcs", "quantity: 30,000 pcs"), ('require: ">= 806 lm"', 'require: ">= 780 lm"'),
    ("quality_days: 45", "quality_days: 30"),
    ("- {share: 70 %, method: tt-balance, days: 5, after: bl-copy}",
     "- {share: 70 %, method: lc-sight}\n\nletter_of_credit:\n  place_of_expiry: {en: Ningbo, zh: 宁波}"),
)  # fmt: skip


@pytest.fixture
def contract(run: Run, workspace: Path) -> Path:
    approve = ("clause", "approve", "--all", "--by", "A. Counsel", "--role", "counsel", "--on", "2026-06-01")
    assert run(*approve).code == 0
    assert run("contract", "build", DEAL, "-o", workspace / "c.docx", "--as-of", "2026-08-18").code == 0
    return workspace / "c.docx"


@pytest.fixture
def signed(run: Run, contract: Path) -> Path:
    sign(run, contract)
    return contract


def sign(run: Run, file: Path) -> Ran:
    scan = scan_of(file, file.with_suffix(".pdf"))
    return run("contract", "sign", file, "--scan", scan, *BY)


def deal(folder: Path, *changes: tuple[str, str], name: str = "new.yaml") -> Path:
    text = DEAL.read_text(encoding="utf-8")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new, 1)
    (folder / name).write_text(text, encoding="utf-8")
    return folder / name


def amend(run: Run, contract: Path, new: Path, name: str = "a1.docx", *more: object) -> Ran:
    return run(
        "contract", "amend", contract, new, "-o", contract.with_name(name), "--on", "2026-10-01", *more
    )


def test_an_addendum_says_what_changes_and_nothing_else(run: Run, signed: Path, workspace: Path) -> None:
    ran = amend(run, signed, deal(workspace, *FIRST))
    assert ran.code == 0
    assert "addendum 1 to contract NSL-2026-0417" in ran.out
    for part in (
        "Quantity 数量",
        "Terms of payment",
        "disputes.claims): changed",
        "letter-of-credit): new",
        "specification",
    ):
        assert part in ran.out
    assert "general.force-majeure" not in ran.out
    found = read_contract(workspace / "a1.docx")
    assert found.problems == ()
    assert found.passport.amends is not None
    assert found.passport.amends.number == 1
    assert found.passport.amends.contract_sha256 == read_contract(signed).sha256
    assert str(found.spec.lines[0].quantity) == "30,000 pcs"
    data = read_parts((workspace / "a1.docx").read_bytes(), name="a")[DOCUMENT]
    before, after = ("\n".join(paragraph_texts(view(parse(data, "x")))) for view in (rejected, accepted))
    assert "(b) 45 days for quality" in before
    assert "(b) 30 days for quality" in after
    assert "质量、包装和标志：30日内" in after
    assert "≥ 780 lm" in after
    assert "≥ 780 lm" not in before
    assert "become Articles" in after
    row = json.loads((workspace / "ledger.jsonl").read_text(encoding="utf-8").splitlines()[-1])
    assert (row["kind"], row["facts"]["number"], row["facts"]["draft"]) == ("addendum-built", 1, False)


def test_the_same_addendum_gives_the_same_bytes(run: Run, signed: Path, workspace: Path) -> None:
    new = deal(workspace, *FIRST)
    for name in ("a1.docx", "b1.docx"):
        assert amend(run, signed, new, name).code == 0
    assert (workspace / "a1.docx").read_bytes() == (workspace / "b1.docx").read_bytes()


def test_the_spec_in_force_is_the_signed_one(run: Run, signed: Path, workspace: Path) -> None:
    assert amend(run, signed, deal(workspace, *FIRST)).code == 0
    here = find(None)
    basis = basis_of(signed, here, today=date(2026, 10, 3))
    assert "addendum 1 was built" in basis.addenda[0]
    assert str(basis.spec.lines[0].quantity) == "24,000 pcs"
    given = basis_of(signed, here, [workspace / "a1.docx"], today=date(2026, 10, 3))
    assert "addendum 1 is not signed" in given.addenda[0]
    assert sign(run, workspace / "a1.docx").code == 0
    basis = basis_of(signed, here, today=date(2026, 10, 3))  # it lies beside the contract
    assert (basis.addenda, basis.problems, str(basis.spec.lines[0].quantity)) == ((), (), "30,000 pcs")
    assert [one.addendum for one in basis.attestations] == [None, 1]
    earlier = basis_of(signed, here, today=date(2026, 9, 30))
    assert (earlier.addenda, str(earlier.spec.lines[0].quantity)) == ((), "24,000 pcs")
    (workspace / "a1.docx").rename(workspace / "elsewhere.docx")
    lost = basis_of(signed, here, today=date(2026, 10, 3))
    assert "is not among the files given" in lost.addenda[0]
    assert basis_of(signed, here, [workspace / "elsewhere.docx"], today=date(2026, 10, 3)).addenda == ()


def test_an_open_addendum_holds_the_shipment(run: Run, signed: Path, workspace: Path) -> None:
    assert amend(run, signed, deal(workspace, *FIRST)).code == 0
    ran = run("check", signed, DEAL.parent / "reports" / "pass-1.pdf", "--addendum", workspace / "a1.docx")
    assert ran.code == 10
    assert "hold[addendum-open]" in ran.out
    assert (
        run("contract", "withdraw", workspace / "a1.docx", "--by", "Li Na", "--reason", "no deal").code == 0
    )
    assert basis_of(signed, find(None)).addenda == ()
    assert run("check", DEAL, "x.pdf", "--addendum", workspace / "a1.docx").code == 2
    assert run("check", workspace / "a1.docx", "x.pdf").code == 2


def test_a_second_addendum_follows_the_first(run: Run, signed: Path, workspace: Path) -> None:
    assert amend(run, signed, deal(workspace, *FIRST)).code == 0
    second = (*FIRST, ("answer_days: 10", "answer_days: 12"))
    new = deal(workspace, *second, name="second.yaml")
    assert (
        amend(run, signed, new, "a2.docx", "--addendum", workspace / "a1.docx").code == 10
    )  # not signed yet
    assert sign(run, workspace / "a1.docx").code == 0
    assert amend(run, signed, new, "a2.docx").code == 10  # the signed first one is not named
    ran = amend(run, signed, new, "a2.docx", "--addendum", workspace / "a1.docx")
    assert ran.code == 0
    assert "addendum 2" in ran.out
    assert "Quantity" not in ran.out
    assert "specification" not in ran.out
    assert read_contract(workspace / "a2.docx").problems == ()
    ran = run("contract", "consolidate", signed, workspace / "a2.docx", "--on", "2026-10-05")
    assert (ran.code, "addendum 1 is missing" in ran.err) == (10, True)
    assert sign(run, workspace / "a2.docx").code == 0
    ran = run("contract", "consolidate", signed, workspace / "a2.docx", workspace / "a1.docx", "--on", "2026-10-05",
              "--format", "json")  # fmt: skip
    data = json.loads(ran.out)
    assert (data["addenda"], data["original"]) == ([1, 2], False)
    text = json.dumps(data["articles"], ensure_ascii=False)
    assert "12 days" in text
    assert "30 days for quality" in text
    assert basis_of(signed, find(None)).addenda == ()


def test_the_consolidated_text_is_marked_and_carries_no_passport(
    run: Run, signed: Path, workspace: Path
) -> None:
    assert amend(run, signed, deal(workspace, *FIRST)).code == 0
    assert sign(run, workspace / "a1.docx").code == 0
    out = workspace / "all.docx"
    ran = run("contract", "consolidate", signed, workspace / "a1.docx", "--on", "2026-10-05", "-o", out)
    assert ran.code == 0
    parts = read_parts(out.read_bytes(), name="all")
    headers = [parts[name].decode() for name in parts if HEADERS.fullmatch(name)]
    assert headers
    assert all("NOT AN ORIGINAL" in one and "非原件" in one for one in headers)
    assert not any(name.startswith("customXml") for name in parts)
    assert run("contract", "show", out).code == 10
    spec = json.loads((workspace / "all.spec.json").read_text(encoding="utf-8"))
    assert spec == json.loads(read_contract(workspace / "a1.docx").spec.canonical())
    assert run("contract", "consolidate", signed, workspace / "a1.docx", "-o", out).code == 2


def test_what_is_not_signed_cannot_be_amended(run: Run, contract: Path, workspace: Path) -> None:
    ran = amend(run, contract, deal(workspace, *FIRST))
    assert (ran.code, "not recorded as signed" in ran.err) == (10, True)
    ran = run("contract", "consolidate", contract)
    assert (ran.code, "not recorded as signed" in ran.err) == (10, True)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("contract_no: NSL-2026-0417", "contract_no: NSL-2026-0418", "`contract_no` is"),
        ("language: en-zh", "language: en", "`language` is"),
        ("# We sell", "# we sell", "nothing changes"),
    ],
)
def test_what_an_addendum_cannot_say(
    run: Run, signed: Path, workspace: Path, old: str, new: str, said: str
) -> None:
    ran = amend(run, signed, deal(workspace, (old, new)))
    assert (ran.code, said in ran.err) == (20, True)
    assert not (workspace / "a1.docx").exists()


def test_an_edited_or_foreign_addendum_does_not_count(
    run: Run, signed: Path, workspace: Path, tmp_path: Path
) -> None:
    assert amend(run, signed, deal(workspace, *FIRST)).code == 0
    addendum = workspace / "a1.docx"
    whole = addendum.read_bytes()
    addendum.write_bytes(edited(whole, DOCUMENT, "780", "700"))
    assert sign(run, addendum).code == 10
    assert any("not as it was built" in one for one in basis_of(signed, find(None), [addendum]).addenda)
    assert run("contract", "verify", addendum).code == 10
    addendum.write_bytes(whole)
    assert run("contract", "verify", addendum).code == 0
    assert run("contract", "consolidate", addendum, signed).code == 2


def test_the_signed_text_stays_where_the_change_does_not_touch_it(
    run: Run, signed: Path, workspace: Path
) -> None:
    for name in ("general/notices", "disputes/claims"):
        clause = workspace / "clauses" / name / "standard.md"
        head, mark, text = clause.read_text(encoding="utf-8").partition("## en")
        clause.write_text(head + mark + text.replace(" the ", " the said ", 1), encoding="utf-8")
    ran = amend(run, signed, deal(workspace, ("quality_days: 45", "quality_days: 30")))
    assert ran.code == 10  # the touched clause has a new text that nobody has approved
    assert ran.err.count("is not approved") == 1
    assert "disputes.claims (standard) is not approved" in ran.err
    assert "worded by the library of today: disputes.claims" in ran.err
    draft = read_contract(workspace / "a1-DRAFT.docx")
    old = {one.clause_id: one for one in read_contract(signed).articles}
    assert next(one for one in draft.articles if one.clause_id == "general.notices") == old["general.notices"]
    assert sign(run, workspace / "a1-DRAFT.docx").code == 10


@pytest.mark.libreoffice
@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_libreoffice_keeps_the_redline(run: Run, signed: Path, workspace: Path) -> None:
    assert amend(run, signed, deal(workspace, *FIRST)).code == 0
    profile = f"-env:UserInstallation={(workspace / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "docx", "--outdir", "lo", "a1.docx"]
    subprocess.run(command, cwd=workspace, check=True, capture_output=True, timeout=120)
    assert read_contract(workspace / "lo" / "a1.docx").problems == ()
    data = read_parts((workspace / "lo" / "a1.docx").read_bytes(), name="a")[DOCUMENT]
    assert "(b) 45 days for quality" in "\n".join(paragraph_texts(rejected(parse(data, "x"))))
