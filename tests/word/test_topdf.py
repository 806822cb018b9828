from __future__ import annotations

import io
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from pypdf import PdfReader

from tests.word.contracts import a_contract
from tradedocs.errors import ToolError
from tradedocs.model.clause import Language
from tradedocs.word import topdf
from tradedocs.word.articles import paragraphs_of
from tradedocs.word.build import build_docx
from tradedocs.word.topdf import to_pdf, to_pdfs

needs_soffice = pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
MODERN = ("sales-contract-modern", "en-zh")
MODES: dict[str, tuple[Language, ...]] = {"en": ("en",), "zh": ("zh",), "en-zh": ("en", "zh")}


def test_without_libreoffice_the_way_out_is_the_command(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shutil, "which", lambda _: None)
    with pytest.raises(ToolError, match="not installed") as failed:
        to_pdf(tmp_path / "a.docx", tmp_path / "a.pdf")
    assert "apt-get install" in failed.value.way_out


def fake(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, script: str, fonts: bytes = b"Noto Serif CJK SC\n"
) -> Path:
    """A LibreOffice that does what `script` says, and a fontconfig that knows `fonts`."""
    program = tmp_path / "soffice"
    program.write_text(f"#!{sys.executable}\nimport os, sys, time\n{script}\n")
    program.chmod(0o755)
    monkeypatch.setattr(shutil, "which", lambda name: str(program) if name == "soffice" else name)
    monkeypatch.setattr(
        subprocess, "run", lambda command, **_: subprocess.CompletedProcess(command, 0, stdout=fonts)
    )
    docx = tmp_path / "a.docx"
    docx.write_bytes(b"x")
    return docx


def test_without_a_chinese_font_nothing_is_converted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    docx = fake(tmp_path, monkeypatch, "pass", fonts=b"")
    with pytest.raises(ToolError, match="Chinese") as failed:
        to_pdf(docx, tmp_path / "a.pdf")
    assert "fonts-noto-cjk" in failed.value.way_out


def test_a_conversion_that_makes_nothing_says_why(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    docx = fake(tmp_path, monkeypatch, "sys.exit('source file could not be loaded')")
    with pytest.raises(ToolError, match="source file could not be loaded"):
        to_pdf(docx, tmp_path / "a.pdf")
    assert not (tmp_path / "a.pdf").exists()


def test_a_conversion_that_hangs_is_ended_with_its_children(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    docx = fake(tmp_path, monkeypatch, "os.fork() or time.sleep(60)\ntime.sleep(60)")
    monkeypatch.setattr(topdf, "_SECONDS", 0.3)
    with pytest.raises(ToolError, match="did not finish"):
        to_pdf(docx, tmp_path / "a.pdf")


def test_each_conversion_has_a_profile_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    script = (
        "assert sys.argv[1].startswith('-env:UserInstallation=file:///'), sys.argv\n"
        "open(sys.argv[-1].replace('.docx', '.pdf'), 'w').write('%PDF ' + sys.argv[1])"
    )
    docx = fake(tmp_path, monkeypatch, script)
    profiles = []
    for _ in range(2):
        to_pdf(docx, tmp_path / "a.pdf")
        profiles.append((tmp_path / "a.pdf").read_text())
    assert profiles[0] != profiles[1]


def test_one_process_converts_several_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    script = (
        "names = [name for name in sys.argv if name.endswith('.docx')]\n"
        "[open(name.replace('.docx', '.pdf'), 'w').write('%PDF ' + open(name).read()) for name in names]"
    )
    first = fake(tmp_path, monkeypatch, script)
    second = tmp_path / "second.docx"
    first.write_text("one")
    second.write_text("two")
    to_pdfs({first: tmp_path / "1.pdf", second: tmp_path / "2.pdf"})
    assert [(tmp_path / name).read_text() for name in ("1.pdf", "2.pdf")] == ["%PDF one", "%PDF two"]


def test_what_was_converted_is_kept_when_another_fails(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    script = "open(sys.argv[-1].replace('.docx', '.pdf'), 'w').write('%PDF')"  # the last one only
    first = fake(tmp_path, monkeypatch, script)
    second = tmp_path / "second.docx"
    second.write_text("two")
    with pytest.raises(ToolError) as caught:
        to_pdfs({first: tmp_path / "1.pdf", second: tmp_path / "2.pdf"})
    assert caught.value.place == str(first)
    assert (tmp_path / "2.pdf").exists()
    assert not (tmp_path / "1.pdf").exists()


@pytest.mark.libreoffice
@needs_soffice
@pytest.mark.parametrize(("name", "mode"), [("sales-contract", mode) for mode in MODES] + [MODERN])
def test_libreoffice_counts_as_the_contract_says(
    tmp_path: Path, template: Path, name: str, mode: str
) -> None:
    """LibreOffice ignores the cached text of references and counts anew: an oracle for every number."""
    contract = a_contract(MODES[mode], repeat=3)
    template = template.with_name(f"{name}.docx")
    docx, out = tmp_path / "-odd name.docx", tmp_path / "out.pdf"
    docx.write_bytes(build_docx(contract, template, deal_sha256="d" * 64))
    to_pdf(docx, out)
    pages = [page.extract_text() for page in PdfReader(io.BytesIO(out.read_bytes())).pages]
    text = re.sub(r"\s+", "", "".join(pages))
    assert "Error" not in text
    for language in contract.languages:
        for item in paragraphs_of(contract):
            segments = item.en if language == "en" else item.zh
            if any(segment.kind == "ref" for segment in segments):
                whole = re.sub(r"\s+", "", item.label + "".join(segment.text for segment in segments))
                assert whole in text, whole
    for number, page in enumerate(pages, 1):
        wanted = {"en": f"Page{number}of{len(pages)}", "zh": f"第{number}页共{len(pages)}页"}
        flat = re.sub(r"\s+", "", page)
        assert all(wanted[language] in flat for language in contract.languages)
    signed = "签字盖章" if mode == "zh" else "Signature and seal"
    [last] = [page for page in pages if signed in page]
    for language in contract.languages:
        assert getattr(contract.articles[-1].title, language) in last, "the signatures stand alone on a page"
