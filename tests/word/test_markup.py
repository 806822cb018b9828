from __future__ import annotations

from lxml import etree
from markupsafe import Markup

from tradedocs.word.markup import bookmark, cell, field, paragraph, row, run, table
from tradedocs.word.xml import W_URI, w

ODD = "R&D <Ltd> \"x\" 'y' ]]>"


def tree(markup: Markup) -> etree._Element:
    return etree.fromstring(f'<x xmlns:w="{W_URI}">{markup}</x>')


def test_every_text_comes_through_escaped() -> None:
    root = tree(
        paragraph("S", run(ODD, "en"), field(f"REF {ODD}", ODD, "zh"), bookmark(1, ODD, run(ODD, "zh")))
    )
    assert [node.text for node in root.iter(w("t"))] == [ODD, ODD, ODD]
    assert next(root.iter(w("instrText"))).text == f" REF {ODD} "
    assert next(root.iter(w("bookmarkStart"))).get(w("name")) == ODD


def test_blanks_at_the_ends_of_a_run_are_kept() -> None:
    text = next(tree(run(" a ", "en")).iter(w("t")))
    assert text.text == " a "
    assert text.get("{http://www.w3.org/XML/1998/namespace}space") == "preserve"


def test_a_chinese_run_asks_for_the_chinese_font_and_says_its_language() -> None:
    root = tree(run("“价款”", "zh"))
    assert next(root.iter(w("rFonts"))).get(w("hint")) == "eastAsia"
    assert next(root.iter(w("lang"))).get(w("eastAsia")) == "zh-CN"


def test_rows_do_not_split_and_a_header_row_is_repeated() -> None:
    root = tree(table("S", (100, 200), [row([cell(100, paragraph("P"))], header=True), row([])]))
    assert len(list(root.iter(w("cantSplit")))) == 2
    assert len(list(root.iter(w("tblHeader")))) == 1
    assert [column.get(w("w")) for column in root.iter(w("gridCol"))] == ["100", "200"]
    assert next(root.iter(w("tblW"))).get(w("w")) == "300"
