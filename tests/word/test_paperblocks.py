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
