from __future__ import annotations

from xml.sax.saxutils import escape

import pytest

from tradedocs.word.paperblocks import blocks_of
from tradedocs.word.uncompared import uncompared

SPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def parts(*lines: str, raw: str = "") -> dict[str, bytes]:
    body = "".join(f"<w:p><w:r><w:t>{escape(line)}</w:t></w:r></w:p>" for line in lines)
    return {
        "word/document.xml": f'<w:document xmlns:w="{SPACE}"><w:body>{body}{raw}</w:body></w:document>'.encode()
    }


def test_every_paragraph_is_in_one_block() -> None:
    lines = (
        "Preamble",
        "1. Claims",
        "1.1 Within 15 days.",
        "(a) in writing;",
        "ARTICLE 2 Law",
        "English law.",
    )
    found = blocks_of(parts(*lines))
    assert [[text for _, text in one.lines] for one in found] == [
        ["Preamble"], ["Claims", "Within 15 days.", "in writing;"], ["Law", "English law."],
    ]  # fmt: skip
    assert [one.number for one in found] == [None, "1", "ARTICLE 2"]


def test_the_two_languages_of_a_heading_are_one_block() -> None:
    found = blocks_of(parts("1. Claims", "1. 索赔", "In time.", "按期。", "第二条 法律", "中国法律。"))
    assert [one.text for one in found] == ["Claims\n索赔\nIn time.\n按期。", "法律\n中国法律。"]


@pytest.mark.parametrize(
    "text", ["15 days for quantity", "0.5 percent a week", "1.5 % of the price", "30日内提出", "1,200 pcs"]
)
def test_a_figure_that_opens_a_sentence_is_no_number(text: str) -> None:
    assert blocks_of(parts(text))[0].lines[0][1] == text


@pytest.mark.parametrize(
    ("raw", "more", "told"),
    [
        ('<w:altChunk r:id="x" xmlns:r="r"/>', {}, "1 documents that Word would take in"),
        ("", {"word/media/image1.png": b"x"}, "pictures: word/media/image1.png"),
        ("", {"word/embeddings/a.xlsx": b"x"}, "files inside it: word/embeddings/a.xlsx"),
    ],
)
def test_what_nobody_compares_is_told(raw: str, more: dict[str, bytes], told: str) -> None:
    assert uncompared(parts("a")) == ()
    assert uncompared({**parts("a", raw=raw), **more})[0].startswith(told)


def test_a_number_before_a_figure_is_a_number() -> None:
    assert blocks_of(parts("3.3 300 days for quality"))[0].lines[0][1] == "300 days for quality"


def numbered(
    *lines: tuple[str, int | None] | str, formats: tuple[str, ...] = ("%1.", "%1.%2", "(%3)")
) -> dict[str, bytes]:
    """A file whose paragraphs Word numbers: each text with its level, or in the style `Clause`, or in no list."""
    levels = "".join(
        f'<w:lvl w:ilvl="{n}"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="{text}"/></w:lvl>'
        for n, text in enumerate(formats)
    )
    numbering = (
        f'<w:numbering xmlns:w="{SPACE}"><w:abstractNum w:abstractNumId="7">{levels}</w:abstractNum>'
        '<w:num w:numId="3"><w:abstractNumId w:val="7"/></w:num></w:numbering>'
    )
    in_list = '<w:pPr><w:numPr><w:numId w:val="3"/></w:numPr></w:pPr>'
    styles = (
        f'<w:styles xmlns:w="{SPACE}"><w:style w:type="paragraph" w:styleId="Clause">{in_list}</w:style>'
        '<w:style w:type="paragraph" w:styleId="Own"><w:basedOn w:val="Clause"/></w:style></w:styles>'
    )
    body = ""
    for line in lines:
        text, level = (line, None) if isinstance(line, str) else line
        look = (
            ""
            if isinstance(line, str)
            else '<w:pStyle w:val="Own"/>'
            if level is None
            else f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="3"/></w:numPr>'
        )
        body += f"<w:p><w:pPr>{look}</w:pPr><w:r><w:t>{escape(text)}</w:t></w:r></w:p>"
    return {
        "word/document.xml": f'<w:document xmlns:w="{SPACE}"><w:body>{body}</w:body></w:document>'.encode(),
        "word/numbering.xml": numbering.encode(),
        "word/styles.xml": styles.encode(),
    }


def test_numbers_that_word_puts_before_paragraphs_begin_blocks() -> None:
    found = blocks_of(
        numbered(
            "Preamble",
            ("Claims", 0),
            ("Within 15 days.", 1),
            ("in writing;", 2),
            ("Law", None),
            "English law.",
        )
    )
    assert [(one.number, one.text) for one in found] == [
        (None, "Preamble"), ("1", "Claims\nWithin 15 days.\nin writing;"), ("2", "Law\nEnglish law."),
    ]  # fmt: skip


def test_a_list_that_only_enumerates_begins_no_block() -> None:
    found = blocks_of(numbered("1. Documents", ("Invoice", 0), ("Packing list", 0), ("Bill of lading", 0)))
    assert [one.number for one in found] == ["1"]


def test_a_paragraph_that_leaves_the_list_of_its_style_has_no_number() -> None:
    file = numbered("Preamble", ("Claims", None), "In time.", ("Law", None), "English law.")
    out = file["word/document.xml"].replace(
        b'<w:pStyle w:val="Own"/></w:pPr><w:r><w:t>Law',
        b'<w:pStyle w:val="Own"/><w:numPr><w:numId w:val="0"/></w:numPr></w:pPr><w:r><w:t>Law',
    )
    assert [one.number for one in blocks_of({**file, "word/document.xml": out})] == [None, "1"]


@pytest.mark.parametrize("formats", [("", "", ""), ("•", "•", "•")])
def test_bullets_are_no_numbers(formats: tuple[str, ...]) -> None:
    assert [one.number for one in blocks_of(numbered("Goods", ("Lamps", 0), "new", formats=formats))] == [
        None
    ]
