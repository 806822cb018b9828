from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from pypdf import PdfReader

from tests.conftest import Ran
from tests.word.edits import edited
from tradedocs.contract.facts import KINDS
from tradedocs.errors import BuildError, InputError, UsageError
from tradedocs.flows.build import Built, build
from tradedocs.ledger import Ledger
from tradedocs.library import approve, load_library
from tradedocs.model.approval import Approval
from tradedocs.word import passport, topdf
from tradedocs.word.package import DOCUMENT, read_parts
from tradedocs.word.passport import read_contract
from tradedocs.word.text import visible_text
from tradedocs.workspace import Workspace, data_folder, find, packaged

SAMPLES = data_folder() / "samples"
DEALS = sorted(path.parent.name for path in SAMPLES.glob("*/deal.yaml"))
DEAL = SAMPLES / "led-lamps" / "deal.yaml"
NOW = datetime(2026, 11, 24, 9, 30, tzinfo=UTC)


def approve_all(workspace: Workspace, on: date) -> None:
    clauses = load_library(workspace.clauses, facts=KINDS).clauses
    approve(
        workspace.approvals,
        [
            Approval(
                clause=clause.id, position=clause.position, sha256=clause.sha256, approver="Lin Mei",
                role="Head of Legal", on=on,
            )
            for clause in clauses
        ],
    )  # fmt: skip


@pytest.fixture
def here(workspace: Path) -> Workspace:
    """A workspace whose clauses are all approved."""
    found = find(workspace)
    approve_all(found, date(2026, 6, 1))
    return found


def make(workspace: Workspace, folder: Path, deal: Path = DEAL, **options: object) -> Built:
    return build(deal, folder / "contract.docx", workspace=workspace, now=NOW, **options)  # type: ignore[arg-type]


@pytest.mark.parametrize("deal", DEALS)
@pytest.mark.parametrize("language", ["en", "zh", "en-zh"])
def test_every_sample_deal_is_built_in_every_language(
    here: Workspace, tmp_path: Path, deal: str, language: str
) -> None:
    built = make(here, tmp_path, SAMPLES / deal / "deal.yaml", language=language)
    assert built.draft_reasons == ()
    found = read_contract(built.file)
    assert found.problems == ()
    assert "-".join(found.passport.languages) == language
    assert all(clause.approved_by == "Lin Mei (Head of Legal)" for clause in found.passport.clauses)


def test_the_ledger_and_the_receipt_name_the_file(here: Workspace, tmp_path: Path) -> None:
    built = make(here, tmp_path)
    assert here.ledger is not None
    row = next(Ledger(here.ledger).rows())
    receipt = json.loads(built.receipt.read_text(encoding="utf-8"))
    assert built.receipt.name == "contract.receipt.json"
    assert row.kind == "contract-built"
    assert row.at == NOW.isoformat()
    assert (
        row.facts["file_sha256"] == receipt["file_sha256"] == built.sha256 == read_contract(built.file).sha256
    )
    assert receipt["ledger"] == {"row": 1, "sha256": row.sha256}
    assert receipt["spec_sha256"] == read_contract(built.file).spec.sha256
    assert receipt["version"] == 1


def test_the_same_deal_gives_the_same_file(here: Workspace, tmp_path: Path) -> None:
    first = make(here, tmp_path / "a").file.read_bytes()
    assert make(here, tmp_path / "b").file.read_bytes() == first


def test_a_clause_that_nobody_approved_makes_a_draft(here: Workspace, tmp_path: Path) -> None:
    clause = here.clauses / "disputes" / "claims" / "standard.md"
    clause.write_text(
        clause.read_text(encoding="utf-8").replace("in writing", "in  writing, at once"), encoding="utf-8"
    )
    built = make(here, tmp_path)
    assert built.draft_reasons == ("clause disputes.claims (standard) is not approved",)
    assert built.file.name == "contract-DRAFT.docx"
    assert built.receipt.name == "contract-DRAFT.receipt.json"
    assert not (tmp_path / "contract.docx").exists()
    assert read_contract(built.file).passport.draft


def test_approvals_after_the_day_do_not_count(here: Workspace, tmp_path: Path) -> None:
    assert make(here, tmp_path, as_of=date(2026, 5, 31)).draft_reasons
    assert not make(here, tmp_path, as_of=date(2026, 6, 1)).draft_reasons


def test_without_a_workspace_there_is_no_row(tmp_path: Path) -> None:
    built = make(packaged(), tmp_path)
    assert built.anchor is None
    assert json.loads(built.receipt.read_text(encoding="utf-8"))["ledger"] is None


def test_an_edited_contract_is_never_overwritten(here: Workspace, tmp_path: Path) -> None:
    built = make(here, tmp_path)
    make(here, tmp_path)
    built.file.write_bytes(edited(built.file.read_bytes(), DOCUMENT, "Delivery term", "Our term"))
    before = built.file.read_bytes()
    with pytest.raises(UsageError, match="edited"):
        make(here, tmp_path)
    built.file.write_bytes(b"notes")
    with pytest.raises(UsageError, match="edited"):
        make(here, tmp_path)
    assert before != built.file.read_bytes() == b"notes"


def test_a_failed_ledger_leaves_no_contract(here: Workspace, tmp_path: Path) -> None:
    assert here.ledger is not None
    here.ledger.write_text("broken\n")
    with pytest.raises(Exception, match="ledger"):
        make(here, tmp_path)
    assert not list(tmp_path.glob("contract*"))


def test_errors_of_the_deal_and_the_name_come_before_anything_is_written(
    here: Workspace, tmp_path: Path
) -> None:
    bad = tmp_path / "deal.yaml"
    bad.write_text(
        DEAL.read_text(encoding="utf-8").replace("our_side: seller", "our_side: broker"), encoding="utf-8"
    )
    with pytest.raises(InputError):
        make(here, tmp_path, bad)
    with pytest.raises(UsageError, match="Word file"):
        build(DEAL, tmp_path / "contract.pdf", workspace=here, now=NOW)
    with pytest.raises(UsageError):
        make(here, tmp_path, tmp_path / "none.yaml")
    assert [path.name for path in tmp_path.iterdir() if path.is_file()] == ["deal.yaml"]


def test_the_pdf_is_recorded_with_the_file(
    here: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        topdf, "to_pdf", lambda docx, pdf: pdf.write_bytes(b"%PDF of " + docx.read_bytes()[:4])
    )
    built = make(here, tmp_path, pdf=True)
    assert built.pdf == tmp_path / "contract.pdf"
    assert built.pdf.read_bytes() == b"%PDF of PK\x03\x04"
    assert len(json.loads(built.receipt.read_text(encoding="utf-8"))["pdf_sha256"]) == 64


@pytest.mark.libreoffice
@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_a_draft_pdf_says_so_on_every_page(tmp_path: Path) -> None:
    built = make(packaged(), tmp_path, pdf=True)
    assert built.pdf is not None
    pages = [page.extract_text() for page in PdfReader(built.pdf).pages]
    assert len(pages) > 5
    assert all("NOT FOR SIGNATURE" in page for page in pages)


def test_the_command_builds_a_draft_and_says_why(run: Callable[..., Ran], tmp_path: Path) -> None:
    ran = run("contract", "build", DEAL, "-o", tmp_path / "c.docx", "--lang", "en")
    assert ran.code == 10
    assert ran.out.splitlines() == [str(tmp_path / "c-DRAFT.docx"), str(tmp_path / "c-DRAFT.receipt.json")]
    assert "not for signature" in ran.err
    assert "clause general.parties (standard) is not approved" in ran.err
    assert "c-DRAFT.receipt.json lists them all" in ran.err


def test_the_command_builds_a_final_contract_and_shows_it(
    run: Callable[..., Ran], here: Workspace, tmp_path: Path
) -> None:
    file = tmp_path / "c.docx"
    ran = run("contract", "build", DEAL, "-o", file, "--as-of", "2026-07-01")
    assert (ran.code, "ledger row 1," in ran.err) == (0, True)
    shown = run("contract", "show", file)
    assert shown.code == 0
    for text in ("NSL-2026-0417: final", "Luminous flux", ">= 806 lm", "level II, AQL critical 0", "agree."):
        assert text in shown.out
    data = json.loads(run("contract", "show", file, "--format", "json").out)
    assert data["version"] == 1
    assert data["problems"] == []
    assert data["spec"]["contract_no"] == "NSL-2026-0417"


def test_the_command_says_what_an_edit_changed(run: Callable[..., Ran], tmp_path: Path) -> None:
    run("contract", "build", DEAL, "-o", tmp_path / "c.docx")
    file = tmp_path / "c-DRAFT.docx"
    file.write_bytes(edited(file.read_bytes(), DOCUMENT, "≥ 806 lm", "≥ 700 lm"))
    shown = run("contract", "show", file)
    assert shown.code == 10
    assert "shows '≥ 700 lm', the contract says '≥ 806 lm'" in shown.out


def test_showing_what_is_no_contract_needs_a_person(run: Callable[..., Ran], tmp_path: Path) -> None:
    file = tmp_path / "c.docx"
    file.write_bytes(b"%PDF")
    assert run("contract", "show", file).code == 10
    assert run("contract", "show", tmp_path / "none.docx").code == 2


def test_a_draft_shows_what_is_missing_and_lists_it(here: Workspace, tmp_path: Path) -> None:
    deal = tmp_path / "deal.yaml"
    text = DEAL.read_text(encoding="utf-8")
    assert 'place: {en: "Ningbo, China", zh: 中国宁波}' in text
    deal.write_text(
        text.replace('place: {en: "Ningbo, China", zh: 中国宁波}', "place: Ningbo"), encoding="utf-8"
    )
    with pytest.raises(BuildError, match=r"`place\.zh`"):
        make(here, tmp_path, deal)
    built = make(here, tmp_path, deal, draft=True)
    assert built.file.name == "contract-DRAFT.docx"
    assert set(built.draft_reasons) == {"a draft was asked for", "`place.zh` is missing in the deal"}
    text = visible_text(read_parts(built.file.read_bytes(), name="a"))
    assert "● place.zh – is missing 缺失" in text
    assert "[● place.zh]" in text
    assert read_contract(built.file).problems == ()


@pytest.mark.parametrize(("deal", "language"), list(zip(DEALS, ["en", "zh", "en-zh"], strict=True)))
def test_every_sample_deal_is_built_with_the_modern_template(
    here: Workspace, tmp_path: Path, deal: str, language: str
) -> None:
    options = {"language": language, "template": "sales-contract-modern"}
    built = make(here, tmp_path, SAMPLES / deal / "deal.yaml", **options)
    assert built.draft_reasons == ()
    assert read_contract(built.file).problems == ()


def test_a_template_is_named_or_a_file(here: Workspace, tmp_path: Path) -> None:
    mine = tmp_path / "mine.docx"
    shutil.copyfile(here.templates / "sales-contract-modern.docx", mine)
    hashes = {
        read_contract(make(here, tmp_path, template=name).file).passport.template_sha256
        for name in ("sales-contract-modern", "sales-contract-modern.docx", str(mine))
    }
    assert len(hashes) == 1
    with pytest.raises(UsageError, match="there is no template 'sales-contract-moder'") as failed:
        make(here, tmp_path, template="sales-contract-moder")
    assert "sales-contract-modern" in failed.value.way_out


def without(text: str, *lines: str) -> str:
    for line in lines:
        assert line in text
        text = text.replace(line, "")
    return text


def test_a_draft_marks_the_texts_that_every_deal_must_have(here: Workspace, tmp_path: Path) -> None:
    deal = tmp_path / "deal.yaml"
    text = without(
        DEAL.read_text(encoding="utf-8"), "  signatory: Daniel Harrow\n", "  email: buying@harrow-finch.example\n",
        "  seat: {en: Shanghai, zh: 上海}\n", "    swift: BEZCCNBNXXX\n",
    )  # fmt: skip
    deal.write_text(text, encoding="utf-8")
    with pytest.raises(InputError):
        make(here, tmp_path, deal)
    built = make(here, tmp_path, deal, draft=True)
    shown = visible_text(read_parts(built.file.read_bytes(), name="a"))
    for key in ("buyer.signatory", "buyer.email", "disputes.seat", "seller.bank.swift"):
        assert f"`{key}` is missing in the deal" in built.draft_reasons
        assert f"[● {key}]" in shown
        assert f"● {key} – is missing 缺失" in shown
    assert read_contract(built.file).problems == ()


def test_a_draft_without_a_date_or_a_choice_is_an_error_that_names_only_those(
    here: Workspace, tmp_path: Path
) -> None:
    deal = tmp_path / "deal.yaml"
    text = without(DEAL.read_text(encoding="utf-8"), "  signatory: Daniel Harrow\n", "currency: USD\n")
    deal.write_text(text.replace("window: {from: 2026-11-10, to: 2026-11-25}", "window: {from: 2026-11-10}"))
    with pytest.raises(InputError) as failed:
        make(here, tmp_path, deal, draft=True)
    assert [problem.message for problem in failed.value.problems] == [
        "`currency` is missing", "`shipments[1].window.to` is missing",
    ]  # fmt: skip


def test_the_mark_of_a_missing_value_is_no_value_in_a_contract(here: Workspace, tmp_path: Path) -> None:
    """Only a draft may hold it where a text has a shape of its own."""
    deal = tmp_path / "deal.yaml"
    text = DEAL.read_text(encoding="utf-8").replace("buying@harrow-finch.example", '"[● buyer.email]"')
    deal.write_text(text, encoding="utf-8")
    with pytest.raises(InputError):
        make(here, tmp_path, deal)


def test_the_command_writes_the_same_bytes_with_the_cache_and_without(
    run: Callable[..., Ran], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    built = []
    for number, cache in enumerate(("", tmp_path / "cache", tmp_path / "cache")):
        monkeypatch.setenv("TRADEDOCS_CACHE", str(cache))
        run("contract", "build", DEAL, "-o", tmp_path / f"{number}.docx", "--as-of", "2026-11-24")
        built.append((tmp_path / f"{number}-DRAFT.docx").read_bytes())
    assert built[0] == built[1] == built[2]
    assert {path.name.rpartition("-")[0] for path in (tmp_path / "cache").iterdir()} >= {"clauses", "frame"}


def test_an_approval_and_its_day_count_with_the_cache(
    here: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TRADEDOCS_CACHE", str(tmp_path / "cache"))
    assert not make(here, tmp_path).draft_reasons
    here.approvals.unlink()
    assert make(here, tmp_path).draft_reasons


def test_an_unchanged_file_is_known_by_its_receipt(
    here: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = make(here, tmp_path).file.read_bytes()
    monkeypatch.setattr(passport, "read_contract", lambda _: pytest.fail("the file was taken apart"))
    assert make(here, tmp_path).file.read_bytes() == before
