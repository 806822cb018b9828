"""Text that a reader of the pages does not see is told; what is white on a dark cell is seen."""

from __future__ import annotations

import pytest

from tradedocs.word.package import DOCUMENT
from tradedocs.word.unseen import unseen

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def a_file(body: str, styles: str = "", **more: str) -> dict[str, bytes]:
    parts = {
        DOCUMENT: f"<w:document {W}><w:body>{body}</w:body></w:document>",
        "word/styles.xml": f"<w:styles {W}>{styles}</w:styles>",
        **{f"word/{name}.xml": text for name, text in more.items()},
    }
    return {name: text.encode() for name, text in parts.items()}


def a_run(look: str, text: str = "sold as is") -> str:
    return f"<w:r><w:rPr>{look}</w:rPr><w:t>{text}</w:t></w:r>"


def a_paragraph(look: str, inside: str = "") -> str:
    return f"<w:p>{inside}{a_run(look)}</w:p>"


HIDING_STYLE = (
    '<w:style w:type="paragraph" w:styleId="Base"><w:rPr><w:vanish/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Note"><w:basedOn w:val="Base"/></w:style>'
    '<w:style w:type="character" w:styleId="Faint"><w:rPr><w:color w:val="FFFFFF"/></w:rPr></w:style>'
)


@pytest.mark.parametrize(
    ("body", "styles", "why"),
    [
        (a_paragraph("<w:vanish/>"), "", "hidden text"),
        (a_paragraph("", '<w:pPr><w:pStyle w:val="Note"/></w:pPr>'), HIDING_STYLE, "hidden text"),
        (a_paragraph('<w:rStyle w:val="Faint"/>'), HIDING_STYLE, "white text"),
        (a_paragraph('<w:color w:val="ffffff"/>'), "", "white text"),
        (a_paragraph('<w:color w:val="auto" w:themeColor="background1"/>'), "", "white text"),
        (a_paragraph('<w:sz w:val="2"/>'), "", "text too small to be read"),
        (a_paragraph('<w:w w:val="1"/>'), "", "text squeezed until it cannot be read"),
        (
            a_paragraph(""),
            "<w:docDefaults><w:rPrDefault><w:rPr><w:vanish/></w:rPr></w:rPrDefault></w:docDefaults>",
            "hidden text",
        ),
        (
            a_paragraph(""),
            '<w:style w:type="paragraph" w:default="1" w:styleId="N"><w:rPr><w:sz w:val="1"/></w:rPr></w:style>',
            "text too small to be read",
        ),
    ],
)
def test_what_nobody_sees_is_told(body: str, styles: str, why: str) -> None:
    assert unseen(a_file(body, styles)) == (f"{why}: 'sold as is'",)


@pytest.mark.parametrize(
    "body",
    [
        a_paragraph(""),
        a_paragraph('<w:vanish w:val="0"/>'),
        a_paragraph('<w:vanish w:val="0"/>', '<w:pPr><w:pStyle w:val="Note"/></w:pPr>'),
        a_paragraph('<w:color w:val="FFFFFF"/><w:highlight w:val="black"/>'),
        a_paragraph('<w:color w:val="FFFFFF"/>', '<w:pPr><w:shd w:val="clear" w:fill="1F3864"/></w:pPr>'),
        '<w:tbl><w:tr><w:tc><w:tcPr><w:shd w:val="clear" w:fill="1F3864"/></w:tcPr>'
        + a_paragraph('<w:color w:val="FFFFFF"/>')
        + "</w:tc></w:tr></w:tbl>",
        a_paragraph('<w:sz w:val="14"/>'),
        "<w:p>" + a_run("<w:vanish/>", " ") + "</w:p>",
    ],
)
def test_what_can_be_seen_is_not_told(body: str) -> None:
    assert unseen(a_file(body, HIDING_STYLE)) == ()


@pytest.mark.parametrize(
    "head", ["<?xml version='1.0' encoding='{0}'?>", "<?xml version='1.0' encoding='{0}' standalone='no'?>"]
)
def test_no_encoding_and_no_entity_hides_that_something_is_hidden(head: str) -> None:
    parts = a_file(a_paragraph('<w:color w:val="&#70;FFFFF"/>'))
    assert unseen(parts)
    body = parts[DOCUMENT].decode().replace("&#70;", "F")
    for encoding in ("utf-16", "utf-8", "ascii"):
        assert unseen({**parts, DOCUMENT: (head.format(encoding) + body).encode(encoding)}), encoding


def test_headers_and_notes_are_looked_at_too() -> None:
    header = f"<w:hdr {W}>" + a_paragraph("<w:vanish/>") + "</w:hdr>"
    assert unseen(a_file(a_paragraph(""), header1=header)) == ("hidden text: 'sold as is'",)


def test_styles_that_are_based_on_each_other_end() -> None:
    circle = (
        '<w:style w:type="paragraph" w:styleId="A"><w:basedOn w:val="B"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="B"><w:basedOn w:val="A"/></w:style>'
    )
    assert unseen(a_file(a_paragraph("", '<w:pPr><w:pStyle w:val="A"/></w:pPr>'), circle)) == ()
