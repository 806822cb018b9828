from __future__ import annotations

import io
import re
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.word.contracts import BUYER, SELLER, a_contract
from tests.word.edits import edited
from tradedocs.errors import BuildError
from tradedocs.model.clause import Language
from tradedocs.model.text import forbidden_character
from tradedocs.word.build import build_docx
from tradedocs.word.package import DOCUMENT, read_parts
from tradedocs.word.styles import DRAFT_MARK
from tradedocs.word.text import paragraph_texts, visible_text
from tradedocs.word.xml import parse, w

GOLDEN = Path(__file__).parent / "golden"
MODES: dict[str, tuple[Language, ...]] = {"en": ("en",), "zh": ("zh",), "en-zh": ("en", "zh")}


def build(template: Path, mode: str = "en-zh", *, draft: bool = False) -> bytes:
    return build_docx(a_contract(MODES[mode], draft=draft), template, deal_sha256="d" * 64)


@pytest.mark.parametrize("mode", MODES)
def test_the_text_is_the_golden_one(template: Path, mode: str, update_golden: bool) -> None:
    text = visible_text(read_parts(build(template, mode), name=mode)) + "\n"
    golden = GOLDEN / f"{mode}.txt"
    if update_golden:
        golden.write_text(text, encoding="utf-8")
    assert text == golden.read_text(encoding="utf-8")


@pytest.mark.parametrize("mode", MODES)
def test_the_same_input_gives_the_same_bytes(template: Path, mode: str) -> None:
    assert build(template, mode) == build(template, mode)


def test_python_docx_opens_it_and_finds_the_tables_and_properties(built: bytes) -> None:
    document = Document(io.BytesIO(built))
    # Cover 4, articles 2, signatures 1, specification 2, plan 2, documents 1, credit 1, claim form 2.
    assert len(document.tables) == 15
    properties = document.core_properties
    assert properties.title == "Sales Contract TD-2026/0117"
    assert properties.created.isoformat() == "2026-09-01T00:00:00+00:00"
    assert properties.subject == f"{SELLER} – {BUYER}"


@pytest.mark.parametrize("mode", MODES)
def test_odd_names_come_through_in_every_place(template: Path, mode: str) -> None:
    texts = list(paragraph_texts(parse(read_parts(build(template, mode), name=mode)[DOCUMENT], DOCUMENT)))
    assert texts.count(BUYER) == 3  # the parties, the signatures, the claim form
    assert texts.count(SELLER) == (0 if mode == "zh" else 3)


names = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Co", "Cn", "Zl", "Zp"]), min_size=1
)


@given(name=names.map(str.strip).filter(lambda name: name and forbidden_character(name) is None))
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_name_comes_through(template: Path, name: str) -> None:
    party = {**a_contract().deal.buyer.model_dump(mode="json"), "name": name}
    contract = a_contract(("en",), buyer=party)
    build_docx(contract, template, deal_sha256="d" * 64)


def test_a_draft_says_so_in_red_on_every_page(template: Path) -> None:
    parts = read_parts(build(template, draft=True), name="a")
    header = parse(parts["word/header1.xml"], "header")
    assert any(DRAFT_MARK in text for text in paragraph_texts(header))
    assert (
        '<w:color w:val="C00000"/>'
        in parts["word/styles.xml"].decode().split('w:styleId="ContractDraftMark"')[1]
    )
    assert "DRAFT" not in visible_text(read_parts(build(template), name="a"))


def test_a_draft_from_a_template_without_the_mark_is_not_built(template: Path, tmp_path: Path) -> None:
    mine = tmp_path / "mine.docx"
    mine.write_bytes(edited(template.read_bytes(), "word/header1.xml", "{{ draft_mark }}", "Entwurf"))
    with pytest.raises(BuildError, match="draft_mark"):
        build(mine, draft=True)
    assert build(mine)


def test_a_first_page_without_a_header_of_its_own_hides_no_draft(template: Path, tmp_path: Path) -> None:
    mine = tmp_path / "mine.docx"
    mine.write_bytes(edited(template.read_bytes(), DOCUMENT, "</w:sectPr>", "<w:titlePg/></w:sectPr>"))
    with pytest.raises(BuildError, match="draft_mark"):
        build(mine, draft=True)


def test_a_template_that_leaves_the_seller_out_is_noticed(template: Path, tmp_path: Path) -> None:
    mine = tmp_path / "mine.docx"
    mine.write_bytes(
        edited(template.read_bytes(), DOCUMENT, "for item in seller.names", "for item in buyer.names")
    )
    with pytest.raises(BuildError, match="Smith & Sons <HK> Ltd"):
        build(mine)


@pytest.mark.parametrize(
    ("changes", "key"),
    [
        ({"place": "Ningbo"}, "place.zh"),
        ({"delivery": {"incoterm": "FOB", "place": {"en": "Ningbo", "zh": "宁波"}, "mode": "sea",
                       "port_of_loading": "Ningbo"}}, "delivery.port_of_loading.zh"),
        ({"payment": [{"share": "100 %", "method": "open-account"}]}, "payment[1].days"),
    ],
)  # fmt: skip
def test_a_cover_that_the_deal_does_not_fill_is_not_built(
    template: Path, changes: dict[str, Any], key: str
) -> None:
    with pytest.raises(BuildError, match=re.escape(f"`{key}`")):
        build_docx(a_contract(**changes), template, deal_sha256="d" * 64)


def test_the_total_in_words_is_worked_out_from_the_total(built: bytes) -> None:
    text = visible_text(read_parts(built, name="a"))
    assert "SAY US DOLLARS ONE HUNDRED AND FORTY-ONE THOUSAND EIGHT HUNDRED AND SEVENTY ONLY" in text
    assert "美元壹拾肆万壹仟捌佰柒拾元整" in text


def test_fonts_are_set_for_every_script(built: bytes) -> None:
    styles = parse(read_parts(built, name="a")["word/styles.xml"], "styles")
    fonts = list(styles.iter(w("rFonts")))
    assert fonts
    for font in fonts:
        assert all(font.get(w(slot)) for slot in ("ascii", "hAnsi", "eastAsia", "cs"))


def test_the_signature_block_stays_whole(built: bytes) -> None:
    root = parse(read_parts(built, name="a")[DOCUMENT], DOCUMENT)
    table = next(t for t in root.iter(w("tbl")) if "For and on behalf of the Seller" in "".join(t.itertext()))
    rows = table.findall(w("tr"))
    assert len(list(table.iter(w("cantSplit")))) == len(rows) == 3
    styles = {p.find(f"{w('pPr')}/{w('pStyle')}").get(w("val")) for p in table.iter(w("p"))}
    assert styles == {"ContractSignature"}
    sign = read_parts(built, name="a")["word/styles.xml"].decode().split('w:styleId="ContractSignature"')[1]
    assert "<w:keepNext/><w:keepLines/>" in sign.split("</w:style>")[0]
