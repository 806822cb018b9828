from __future__ import annotations

import io
import shutil
import subprocess
from pathlib import Path

import pytest
from docx import Document

from tests.word.contracts import a_contract
from tests.word.edits import edited, with_parts
from tradedocs.errors import RefusedInput, UsageError
from tradedocs.word.build import build_docx
from tradedocs.word.package import DOCUMENT, read_parts
from tradedocs.word.passport import ContractFile, read_contract

ITEM = "customXml/item1.xml"


def read(folder: Path, data: bytes) -> ContractFile:
    path = folder / "contract.docx"
    path.write_bytes(data)
    return read_contract(path)


def test_the_file_tells_what_it_was_made_of(tmp_path: Path, built: bytes) -> None:
    found = read(tmp_path, built)
    contract = a_contract()
    assert found.problems == ()
    assert found.spec == contract.spec
    assert found.passport.spec_sha256 == contract.spec.sha256
    assert found.passport.deal_sha256 == "d" * 64
    assert found.passport.contract_no == "TD-2026/0117"
    assert [clause.id for clause in found.passport.clauses] == [
        article.clause_id for article in contract.articles
    ]


def test_saving_it_again_in_another_program_is_no_edit(tmp_path: Path, built: bytes) -> None:
    out = io.BytesIO()
    Document(io.BytesIO(built)).save(out)
    assert out.getvalue() != built
    found = read(tmp_path, out.getvalue())
    assert found.problems == ()


@pytest.mark.libreoffice
@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_saving_it_again_in_libreoffice_is_no_edit(tmp_path: Path, built: bytes) -> None:
    (tmp_path / "contract.docx").write_bytes(built)
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "docx", "--outdir", "again", "contract.docx"]
    subprocess.run(command, cwd=tmp_path, check=True, capture_output=True, timeout=120)
    assert read_contract(tmp_path / "again" / "contract.docx").problems == ()


@pytest.mark.parametrize(
    ("part", "old", "new", "said"),
    [
        (DOCUMENT, "within ", "not within ", "the file was edited"),
        ("word/header1.xml", "TD-2026", "TD-2027", "the file was edited"),
        (DOCUMENT, "≥ 806 lm", "≥ 700 lm", "row 1, column 3"),
        (DOCUMENT, ">Evidence<", ">Proof<", "shows 1 specification tables"),
        (ITEM, "&gt;= 806 lm", "&gt;= 700 lm", "not the one that the passport names"),
        (ITEM, "TD-2026/0117", "TD-2026/0118", "of contract TD-2026/0118"),
    ],
)
def test_where_text_passport_and_spec_disagree_is_said(
    tmp_path: Path, built: bytes, part: str, old: str, new: str, said: str
) -> None:
    problems = read(tmp_path, edited(built, part, old, new)).problems
    assert any(said in problem for problem in problems), problems


def test_a_changed_spec_is_noticed_even_with_a_new_hash(tmp_path: Path, built: bytes) -> None:
    easier = a_contract().spec.model_copy(update={"lines": a_contract().spec.lines[:1]})
    found = read(tmp_path, built)
    data = edited(built, ITEM, found.passport.spec_sha256, easier.sha256)
    spec = read_parts(built, name="a")[ITEM].decode().split("<spec>")[1].split("</spec>")[0]
    from markupsafe import escape

    changed = read(tmp_path, edited(data, ITEM, spec, str(escape(easier.canonical()))))
    assert any("shows 2 specification tables, the contract has 1" in problem for problem in changed.problems)


@pytest.mark.parametrize(
    ("item", "said"),
    [
        (None, "no contract passport"),
        (b"<other/>", "no contract passport"),
        (b'<contract xmlns="urn:tradedocs:contract:1"/>', "damaged"),
        (
            b'<contract xmlns="urn:tradedocs:contract:1"><passport>{}</passport><spec>{}</spec></contract>',
            "damaged",
        ),
        (b"<broken", "well-formed"),
        (b'<!DOCTYPE c [<!ENTITY e SYSTEM "file:///etc/passwd">]><c>&e;</c>', "document type"),
    ],
    ids=["none", "other", "empty", "no facts", "broken", "entity"],
)
def test_without_a_whole_passport_the_file_is_refused(
    tmp_path: Path, built: bytes, item: bytes | None, said: str
) -> None:
    with pytest.raises(RefusedInput, match=said):
        read(tmp_path, with_parts(built, **{ITEM: item}))


def test_two_passports_are_refused(tmp_path: Path, built: bytes) -> None:
    item = read_parts(built, name="a")[ITEM]
    with pytest.raises(RefusedInput, match="2 contract passports"):
        read(tmp_path, with_parts(built, **{"customXml/item7.xml": item}))


def test_a_template_with_data_of_its_own_keeps_it(tmp_path: Path, template: Path) -> None:
    mine = tmp_path / "mine.docx"
    mine.write_bytes(with_parts(template.read_bytes(), **{ITEM: b"<own/>"}))
    data = build_docx(a_contract(), mine, deal_sha256="d" * 64)
    assert read_parts(data, name="a")[ITEM] == b"<own/>"
    assert read(tmp_path, data).problems == ()


def test_what_is_no_contract_is_refused(tmp_path: Path, template: Path) -> None:
    with pytest.raises(RefusedInput, match="passport"):
        read_contract(template)
    with pytest.raises(RefusedInput, match="no DOCX"):
        read(tmp_path, b"%PDF-1.7")
    with pytest.raises(UsageError):
        read_contract(tmp_path / "none.docx")
