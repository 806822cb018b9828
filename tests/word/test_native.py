"""What Word itself must find in a contract, checked on the XML, for both templates in every language."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml import etree

from tests.word.contracts import a_contract
from tradedocs.errors import BuildError
from tradedocs.model.clause import Language
from tradedocs.word.articles import bookmark_name, clause_tag
from tradedocs.word.build import build_docx
from tradedocs.word.package import DOCUMENT, read_parts
from tradedocs.word.styles import LEVELS
from tradedocs.word.text import paragraph_text
from tradedocs.word.xml import parse, w

LANGUAGES: tuple[tuple[Language, ...], ...] = (("en",), ("zh",), ("en", "zh"))
CASES = [(name, languages) for name in ("sales-contract", "sales-contract-modern") for languages in LANGUAGES]


@pytest.fixture(scope="module", params=CASES, ids=lambda case: f"{case[0]}-{'-'.join(case[1])}")
def case(request: pytest.FixtureRequest, template: Path) -> tuple[etree._Element, tuple[Language, ...]]:
    name, languages = request.param
    data = build_docx(a_contract(languages), template.with_name(f"{name}.docx"), deal_sha256="d" * 64)
    return parse(read_parts(data, name=name)[DOCUMENT], DOCUMENT), languages


Case = tuple[etree._Element, tuple[Language, ...]]


def style_of(paragraph: etree._Element) -> str:
    style = paragraph.find(f"{w('pPr')}/{w('pStyle')}")
    return style.get(w("val"), "") if style is not None else ""


def controls(root: etree._Element) -> Iterator[tuple[etree._Element, str]]:
    for control in root.iter(w("sdt")):
        tag = control.find(f"{w('sdtPr')}/{w('tag')}")
        assert tag is not None
        yield control, tag.get(w("val"), "")


def test_each_clause_heading_stands_in_a_control_in_each_language(case: Case) -> None:
    root, languages = case
    contract = a_contract(languages)
    tags = [tag for _, tag in controls(root) if tag.startswith("clause:")]
    wanted = [clause_tag(article) for article in contract.articles for _ in languages]
    assert (
        tags == wanted == [f"clause:{a.clause_id}@{a.version}" for a in contract.articles for _ in languages]
    )
    assert all(len(tag) <= 64 for tag in tags)
    headings = {LEVELS[language][0] for language in languages}
    for control, tag in controls(root):
        if tag.startswith("clause:"):
            paragraph = control.getparent()
            assert paragraph is not None
            assert style_of(paragraph) in headings
            assert paragraph.find(w("bookmarkStart")) is not None


def test_controls_have_ids_of_their_own_and_bookmarks_too(case: Case) -> None:
    root, _ = case
    for path, key in ((f".//{w('sdtPr')}/{w('id')}", "val"), (f".//{w('bookmarkStart')}", "id")):
        ids = [element.get(w(key)) for element in root.iterfind(path)]
        assert ids
        assert len(set(ids)) == len(ids)


def test_a_heading_can_be_edited_but_its_control_not_deleted(case: Case) -> None:
    root, _ = case
    for control, tag in controls(root):
        lock = control.find(f"{w('sdtPr')}/{w('lock')}")
        assert (lock is not None) == tag.startswith("clause:")
        assert lock is None or lock.get(w("val")) == "sdtLocked"
        order = [etree.QName(child).localname for child in control.find(w("sdtPr"))]
        assert order[:3] == ["alias", "tag", "id"]


def test_the_text_inside_controls_is_read(case: Case) -> None:
    root, languages = case
    texts = [paragraph_text(paragraph) for paragraph in root.iter(w("p"))]
    for article in a_contract(languages).articles:
        for language in languages:
            assert getattr(article.title, language) in texts
    names = {mark.get(w("name")) for mark in root.iter(w("bookmarkStart"))}
    assert {bookmark_name(language, "late") for language in languages} <= names


def test_a_tag_that_word_would_cut_is_not_built(template: Path) -> None:
    contract = a_contract()
    article = contract.articles[0].model_copy(update={"clause_id": "quality." + "x" * 60})
    with pytest.raises(BuildError, match="do not fit into a Word tag of 64 characters"):
        build_docx(contract.model_copy(update={"articles": (article,)}), template, deal_sha256="d" * 64)


def test_every_run_of_text_says_its_language(case: Case) -> None:
    root, _ = case
    for run in root.iter(w("r")):
        if run.find(w("t")) is not None:
            tongue = run.find(f"{w('rPr')}/{w('lang')}")
            assert tongue is not None, etree.tostring(run)
            assert (tongue.get(w("val")), tongue.get(w("eastAsia"))) == ("en-GB", "zh-CN")


def test_no_row_splits_and_headings_of_tables_are_repeated(case: Case) -> None:
    root, _ = case
    for table in root.iter(w("tbl")):
        rows = table.findall(w("tr"))
        assert all(row.find(f"{w('trPr')}/{w('cantSplit')}") is not None for row in rows)
        heads = [style_of(p) for row in rows[:1] for cell in row.findall(w("tc")) for p in cell.iter(w("p"))]
        if len(rows) > 2 and heads and set(heads) == {"ContractTableHead"}:
            assert rows[0].find(f"{w('trPr')}/{w('tblHeader')}") is not None


def test_no_paragraph_is_blank_but_those_that_keep_tables_apart(case: Case) -> None:
    """A clause that a deal drops, and a name that is empty, leave nothing behind."""
    root, _ = case
    blank = [style_of(p) for p in root.iter(w("p")) if not paragraph_text(p)]
    # The line to sign on: two cells and the gap between, in each of three rows the gap.
    assert sorted(set(blank)) == ["ContractGap", "ContractSignature"]
    assert blank.count("ContractSignature") == 5
    body = next(root.iter(w("body")))
    for one, other in zip(body, list(body)[1:], strict=False):
        assert not (one.tag == other.tag == w("tbl")), "Word joins tables that touch"
        if one.tag == other.tag == w("p"):
            assert paragraph_text(one) or paragraph_text(other), "two blank paragraphs in a row"


def test_each_annex_begins_a_page_and_leads_what_follows(case: Case) -> None:
    root, languages = case
    titles = [p for p in root.iter(w("p")) if style_of(p) == "ContractAnnex"]
    assert [paragraph_text(p) for p in titles] == [" ".join(a.title) for a in a_contract(languages).annexes]
    assert all(p.find(f"{w('pPr')}/{w('keepNext')}") is not None for p in titles)


@pytest.mark.parametrize("name", ["sales-contract.docx", "sales-contract-modern.docx"])
def test_the_style_of_an_annex_begins_a_page(template: Path, name: str) -> None:
    styles = read_parts(template.with_name(name).read_bytes(), name=name)["word/styles.xml"].decode()
    look = styles.split('w:styleId="ContractAnnex"')[1].split("</w:style>")[0]
    assert "<w:pageBreakBefore/>" in look
    assert "<w:keepNext/>" in look


def test_the_properties_say_languages_and_status(template: Path) -> None:
    for draft, status in ((True, "Draft"), (False, "Final")):
        data = build_docx(a_contract(draft=draft), template, deal_sha256="d" * 64)
        core = read_parts(data, name="a")["docProps/core.xml"].decode()
        assert "<dc:language>en-GB, zh-CN</dc:language>" in core
        assert f"<cp:contentStatus>{status}</cp:contentStatus>" in core
