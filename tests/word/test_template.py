from __future__ import annotations

import importlib.util
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from jinja2 import Environment, meta
from markupsafe import Markup

from tests.word.contracts import a_contract
from tests.word.edits import edited, with_parts
from tradedocs.errors import BuildError, UsageError
from tradedocs.word.build import build_docx
from tradedocs.word.cover import context_of
from tradedocs.word.package import DOCUMENT, read_parts, write_parts
from tradedocs.word.styles import REQUIRED
from tradedocs.word.template import WordTemplate, load_template

TITLE = "SALES CONTRACT"


def variant(template: Path, folder: Path, old: str, new: str, part: str = DOCUMENT) -> Path:
    path = folder / "mine.docx"
    path.write_bytes(edited(template.read_bytes(), part, old, new))
    return path


def render(path: Path, **changes: Any) -> str:
    return load_template(path).render({**context_of(a_contract()), **changes})[DOCUMENT].decode()


def test_the_packaged_template_is_what_its_tool_makes(
    template: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tools = template.parents[1] / "tools"
    monkeypatch.syspath_prepend(str(tools))
    spec = importlib.util.spec_from_file_location("make_templates", tools / "make_templates.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    for name, data in module.templates().items():
        assert data == (template.parent / name).read_bytes(), name
    for name in ("template_body", "template_modern", "template_parts", "template_styles"):
        sys.modules.pop(name)


def test_the_template_uses_every_name_that_the_context_gives(template: Path) -> None:
    used: set[str] = set()
    for part in load_template(template).dynamic.values():
        used |= meta.find_undeclared_variables(Environment(autoescape=True).parse("\n".join(part.lines)))
    assert used == set(context_of(a_contract()))


def test_an_undefined_name_is_an_error_with_part_and_paragraph(template: Path, tmp_path: Path) -> None:
    path = variant(template, tmp_path, TITLE, "Price: {{ prcie }} USD")
    with pytest.raises(BuildError, match="'prcie' is undefined") as broken:
        render(path)
    place = broken.value.place or ""
    assert place == "mine.docx word/document.xml paragraph 2: 'Price: {{ prcie }} USD'"


def test_an_undefined_name_in_a_header_names_the_header(template: Path, tmp_path: Path) -> None:
    path = variant(template, tmp_path, "{{ contract_no }}", "{{ contract_nr }}", "word/header1.xml")
    with pytest.raises(BuildError, match="contract_nr") as broken:
        render(path)
    assert "word/header1.xml paragraph 1" in (broken.value.place or "")


@pytest.mark.parametrize(
    "code",
    [
        "{{ 1 / 0 }}",
        "{{ date + 1 }}",
        "{{ seller.nick }}",
        "{{ cycler.__init__.__globals__.os.getcwd() }}",
        "{{ ''.__class__.__mro__ }}",
        "{{ goods.append(1) }}",
    ],
)
def test_code_that_fails_or_reaches_out_is_stopped_with_its_place(
    template: Path, tmp_path: Path, code: str
) -> None:
    path = variant(template, tmp_path, TITLE, code)
    with pytest.raises(BuildError) as broken:
        render(path)
    assert code in (broken.value.place or "").replace('\\"', '"')


@pytest.mark.parametrize("tag", ["{% if %}", "{%p frob x %}", "{{ a b }}", "{% for x in goods %}"])
def test_a_wrong_tag_is_an_error_when_the_template_is_loaded(
    template: Path, tmp_path: Path, tag: str
) -> None:
    with pytest.raises(BuildError) as broken:
        load_template(variant(template, tmp_path, TITLE, tag))
    assert "mine.docx word/document.xml paragraph" in (broken.value.place or "")


def test_a_tag_that_contracts_do_not_support_is_named(template: Path, tmp_path: Path) -> None:
    with pytest.raises(BuildError, match="colspan"):
        load_template(variant(template, tmp_path, TITLE, "{% colspan 2 %}"))


def test_tracked_changes_in_a_template_are_refused(template: Path, tmp_path: Path) -> None:
    marked = '</w:t></w:r><w:ins w:id="1" w:author="A"><w:r><w:t>x</w:t></w:r></w:ins><w:r><w:t>'
    with pytest.raises(BuildError, match="tracked changes"):
        load_template(variant(template, tmp_path, TITLE, marked))


def test_a_missing_style_is_named(template: Path, tmp_path: Path) -> None:
    path = variant(template, tmp_path, '"Contract Item Chinese"', '"Other"', "word/styles.xml")
    with pytest.raises(BuildError, match="lacks the style ContractItemChinese"):
        load_template(path)


def test_a_style_that_got_another_id_is_known_by_its_name(template: Path, tmp_path: Path) -> None:
    parts = read_parts(template.read_bytes(), name="t")
    path = tmp_path / "wps.docx"
    changed = {name: blob.replace(b'"ContractTableText"', b'"15"') for name, blob in parts.items()}
    path.write_bytes(write_parts(changed))
    assert (
        load_template(path).render(context_of(a_contract()))[DOCUMENT]
        == (load_template(template).render(context_of(a_contract()))[DOCUMENT])
    )
    assert b'w:styleId="ContractTableText"' in load_template(path).static["word/styles.xml"]


@pytest.mark.libreoffice
@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_a_template_that_was_saved_in_libreoffice_still_serves(template: Path, tmp_path: Path) -> None:
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "docx", "--outdir", tmp_path, template]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    contract = a_contract(draft=True)
    assert build_docx(contract, tmp_path / template.name, deal_sha256="d" * 64)


def test_the_readme_describes_every_name(template: Path) -> None:
    text = (template.parent / "README.md").read_text(encoding="utf-8")
    for name in (*context_of(a_contract()), *REQUIRED):
        assert f"`{name}`" in text or f"`{spaced(name)}`" in text, name


def spaced(style: str) -> str:
    return re.sub(r"(?<=[a-z])(?=[A-Z])", " ", style)


def test_a_template_that_is_no_docx_or_is_missing(tmp_path: Path, template: Path) -> None:
    broken = tmp_path / "t.docx"
    broken.write_bytes(b"no")
    with pytest.raises(BuildError, match="no DOCX"):
        load_template(broken)
    broken.write_bytes(with_parts(template.read_bytes(), **{"word/styles.xml": None}))
    with pytest.raises(BuildError, match="lacks the style"):
        load_template(broken)
    with pytest.raises(UsageError):
        load_template(tmp_path / "none.docx")


def test_text_is_escaped_and_a_block_is_inserted_as_xml(template: Path) -> None:
    xml = render(template, contract_no="A&B <x>", articles=Markup("<w:p><w:r><w:t>block</w:t></w:r></w:p>"))
    assert "A&amp;B &lt;x&gt;" in xml
    assert "<w:p><w:r><w:t>block</w:t></w:r></w:p>" in xml


def test_a_value_that_looks_like_a_tag_is_printed_and_not_obeyed(template: Path) -> None:
    assert "{{ 7 * 7 }}{% raw %}" in render(template, contract_no="{{ 7 * 7 }}{% raw %}")


@pytest.mark.parametrize(
    "text",
    ["a\x0bb", "a\nb", "a\tb", "a\u202eb", "a\u200bb", "a\ufeffb"],
    ids=lambda text: f"U+{ord(text[1]):04X}",
)
def test_a_character_that_no_document_may_hold_is_refused_with_its_place(template: Path, text: str) -> None:
    with pytest.raises(BuildError, match="character 2") as broken:
        render(template, seller={"names": ["ok", text]})
    assert broken.value.place == "seller.names[2]"


def test_no_steering_paragraph_is_left_over(template: Path) -> None:
    compiled = load_template(template)
    assert isinstance(compiled, WordTemplate)
    texts = [part.decode() for part in compiled.render(context_of(a_contract(("en",)))).values()]
    assert not any(mark in text for text in texts for mark in ("{%", "{{", "{#"))


def test_template_runs_split_by_word_are_put_together(template: Path, tmp_path: Path) -> None:
    split = '{{ contract_</w:t></w:r><w:proofErr w:type="spellStart"/><w:r><w:t>no }}'
    path = variant(template, tmp_path, TITLE, split)
    assert render(path).count("TD-2026/0117") == render(template).count("TD-2026/0117") + 1


def test_all_other_parts_are_taken_as_they_are(template: Path) -> None:
    before = read_parts(template.read_bytes(), name="t")
    after = load_template(template).render(context_of(a_contract()))
    changed = {name for name in before if before[name] != after[name]}
    assert changed == {DOCUMENT, "word/header1.xml", "word/footer1.xml"}
