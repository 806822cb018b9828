from __future__ import annotations

import pytest

from tests.word.edits import edited
from tradedocs.word.package import DOCUMENT, read_parts
from tradedocs.word.text import text_sha256, visible_text
from tradedocs.word.xml import W_URI

T = '<w:r><w:t xml:space="preserve">{}</w:t></w:r>'


def document(inner: str, **parts: str) -> dict[str, bytes]:
    def wrapped(name: str, content: str) -> bytes:
        return f'<w:{name} xmlns:w="{W_URI}">{content}</w:{name}>'.encode()

    around = {f"word/{name}.xml": wrapped("hdr", content) for name, content in parts.items()}
    return {DOCUMENT: wrapped("body", inner), **around}


def shown(inner: str) -> str:
    return visible_text(document(f"<w:p>{inner}</w:p>"))


def field(name: str, result: str) -> str:
    def char(kind: str) -> str:
        return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'

    asked = f"{char('begin')}<w:r><w:instrText> {name} </w:instrText></w:r>"
    return f"{asked}{char('separate')}{T.format(result)}{char('end')}"


def test_how_word_splits_a_paragraph_does_not_count() -> None:
    assert shown(T.format("one two")) == shown(
        T.format("one") + '<w:proofErr w:type="x"/>' + T.format(" two")
    )


def test_blanks_of_every_kind_are_one() -> None:
    assert shown(T.format("a \u00a0 b") + "<w:r><w:tab/><w:t>c</w:t><w:br/><w:t>d</w:t></w:r>") == "a b c d"


def test_page_numbers_do_not_count_but_references_do() -> None:
    assert shown(T.format("Page ") + field("PAGE", "7")) == "Page"
    assert shown(T.format("of ") + field("numpages  \\* MERGEFORMAT", "9")) == "of"
    assert shown(f'<w:fldSimple w:instr=" PAGE ">{T.format("3")}</w:fldSimple>' + T.format("of")) == "of"
    assert shown(field("REF en_late \\w \\h", "3.1")) == "3.1"


def test_hidden_and_deleted_text_is_not_visible() -> None:
    assert shown("<w:r><w:rPr><w:vanish/></w:rPr><w:t>x</w:t></w:r>" + T.format("y")) == "y"
    assert shown('<w:del w:id="1"><w:r><w:delText>x</w:delText></w:r></w:del>' + T.format("y")) == "y"
    assert shown('<w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>x</w:t></w:r>') == "x"


def test_inserted_text_text_boxes_and_pictures_are_visible() -> None:
    assert shown(f'<w:ins w:id="1">{T.format("x")}</w:ins>') == "x"
    box = f"<w:r><w:pict><w:txbxContent><w:p>{T.format('inside')}</w:p></w:txbxContent></w:pict></w:r>"
    assert shown(T.format("out") + box) == "out\N{OBJECT REPLACEMENT CHARACTER}\ninside"
    assert shown("<w:r><w:drawing/></w:r>") == "\N{OBJECT REPLACEMENT CHARACTER}"


def test_headers_count_whatever_their_parts_are_called() -> None:
    one = document("", header1=f"<w:p>{T.format('A')}</w:p>", footer1=f"<w:p>{T.format('B')}</w:p>")
    other = document(
        "", header3=f"<w:p>{T.format('B')}</w:p>", footer2=f"<w:p>{T.format('A')}</w:p>", header4="<w:p/>"
    )
    assert visible_text(one) == visible_text(other) == "A\nB"


@pytest.mark.parametrize(
    ("part", "old", "new"),
    [
        (DOCUMENT, "Claims for quantity", "Claims for quality"),
        (DOCUMENT, "82,200.00", "82,200.01"),
        (DOCUMENT, "USD\xa0141", "EUR\xa0141"),
        (DOCUMENT, "索赔成立的", "索赔不成立的"),
        (DOCUMENT, "<w:t>2.3</w:t>", "<w:t>2.4</w:t>"),
        (DOCUMENT, "≥ 806 lm", "≥ 800 lm"),
        ("word/header1.xml", "TD-2026/0117", "TD-2026/0118"),
        ("word/footer1.xml", "Page ", "Sheet "),
    ],
)
def test_any_edit_of_the_visible_text_changes_the_hash(built: bytes, part: str, old: str, new: str) -> None:
    before = read_parts(built, name="a")
    after = read_parts(edited(built, part, old, new), name="a")
    assert text_sha256(before) != text_sha256(after)
