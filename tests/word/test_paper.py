"""The documents of an inspection are read back: a template that leaves something out stops them."""

from __future__ import annotations

from pathlib import Path

import pytest

from tradedocs.errors import BuildError
from tradedocs.model.annex import AnnexColumn
from tradedocs.model.paper import Paper, PaperSection, PaperTable
from tradedocs.word.package import DOCUMENT, read_parts, write_parts
from tradedocs.word.paper import paper_docx
from tradedocs.word.text import visible_text
from tradedocs.word.xml import parse, w

TEMPLATES = Path(__file__).parents[2] / "templates"
COLUMNS = (
    AnnexColumn(head=("Item", "项目"), share=3),
    AnnexColumn(head=("Number", "数"), share=1, number=True),
)
PAPER = Paper(
    kind="hold-notice",
    contract_no="A & B-1",
    languages=("en", "zh"),
    title=("HOLD NOTICE", "暂停装运通知"),
    facts=((("To", "致"), ("Smith & Sons <Ltd>", "extra line", "third line")),),
    sections=(
        PaperSection(
            title=("What", "事项"),
            lead=(("before",),),
            tables=(PaperTable(columns=COLUMNS, rows=((("one",), ("1",)), (("two",), ())), together=True),),
            notes=(("after", "之后"),),
            signatures=(("For us",),),
        ),
    ),
)


def shown(data: bytes) -> list[str]:
    return visible_text(read_parts(data, name="paper")).split("\n")


@pytest.mark.parametrize("name", ["inspection-order", "inspection-checklist", "notice"])
def test_everything_is_printed_and_the_same_facts_give_the_same_bytes(name: str) -> None:
    data = paper_docx(PAPER, TEMPLATES / f"{name}.docx")
    lines = shown(data)
    for words in ("HOLD NOTICE", "Smith & Sons <Ltd>", "third line", "before", "one", "之后", "For us"):
        assert words in lines
    assert "Contract No. 合同编号 A & B-1 Hold notice" in lines
    assert paper_docx(PAPER, TEMPLATES / f"{name}.docx") == data


def test_a_mark_stands_in_the_header() -> None:
    marked = PAPER.model_copy(update={"mark": "NOT TO BE SENT"})
    assert "NOT TO BE SENT" in "".join(shown(paper_docx(marked, TEMPLATES / "notice.docx")))
    assert "NOT TO BE SENT" not in "".join(shown(paper_docx(PAPER, TEMPLATES / "notice.docx")))


@pytest.mark.parametrize(("block", "lost"), [("{{p sections }}", "What"), ("{{p facts }}", "To")])
def test_a_template_that_leaves_a_block_out_is_refused(tmp_path: Path, block: str, lost: str) -> None:
    parts = read_parts((TEMPLATES / "notice.docx").read_bytes(), name="notice")
    text = parts[DOCUMENT].decode()
    assert block in text
    template = tmp_path / "notice.docx"
    template.write_bytes(write_parts({**parts, DOCUMENT: text.replace(block, "nothing").encode()}))
    with pytest.raises(BuildError, match=f"'{lost}' is not found in the document"):
        paper_docx(PAPER, template)


def test_a_table_that_belongs_together_and_a_signature_keep_their_page() -> None:
    root = parse(read_parts(paper_docx(PAPER, TEMPLATES / "notice.docx"), name="paper")[DOCUMENT], DOCUMENT)
    kept = {
        "".join(map(str, paragraph.itertext())): paragraph.find(f"{w('pPr')}/{w('keepNext')}") is not None
        for paragraph in root.iter(w("p"))
    }
    assert (kept["one"], kept["two"], kept["after"]) == (True, False, True)
