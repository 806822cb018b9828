from __future__ import annotations

import re

import pytest
from lxml import etree

from tests.word.contracts import a_contract
from tradedocs.model.clause import Language
from tradedocs.word.articles import articles_xml, bookmark_name, paragraphs_of
from tradedocs.word.numbers import printed_numbers, references
from tradedocs.word.styles import LEVELS
from tradedocs.word.text import paragraph_text
from tradedocs.word.xml import W_URI, w

BOTH: tuple[Language, ...] = ("en", "zh")


def tree(languages: tuple[Language, ...]) -> etree._Element:
    return etree.fromstring(f'<w:body xmlns:w="{W_URI}">{articles_xml(a_contract(languages))}</w:body>')


def numbered(root: etree._Element) -> list[etree._Element]:
    styles = {f"{style}" for names in LEVELS.values() for style in names}
    return [p for p in root.iter(w("p")) if p.find(f"{w('pPr')}/{w('pStyle')}").get(w("val")) in styles]


@pytest.mark.parametrize("languages", [("en",), ("zh",), BOTH], ids=["en", "zh", "en-zh"])
def test_word_counts_the_numbers_that_the_assembly_gave(languages: tuple[Language, ...]) -> None:
    wanted = {
        bookmark_name(language, item.key): item.number
        for language in languages
        for item in paragraphs_of(a_contract(languages))
    }
    assert printed_numbers(tree(languages)) == wanted


def test_no_number_is_typed() -> None:
    for paragraph in numbered(tree(BOTH)):
        assert re.match(r"\s*(\d+\.|\d+\.\d+|\([a-z]\))\s", paragraph_text(paragraph)) is None


def test_every_reference_is_a_field_that_shows_the_number_of_its_target() -> None:
    root = tree(BOTH)
    printed = printed_numbers(root)
    found = list(references(root))
    assert len(found) == 10
    assert all(printed[target] == shown for target, shown in found)


def test_english_refers_to_english_and_chinese_to_chinese() -> None:
    for cell in tree(BOTH).iter(w("tc")):
        languages = {mark.get(w("name"))[:3] for mark in cell.iter(w("bookmarkStart"))}
        targets = {node.text.split()[1][:3] for node in cell.iter(w("instrText"))}
        assert targets <= languages


def test_two_languages_stand_side_by_side() -> None:
    rows = list(tree(BOTH).iter(w("tr")))
    assert len(rows) == len(list(paragraphs_of(a_contract())))
    assert all(len(row.findall(w("tc"))) == 2 for row in rows)
    assert not list(tree(("en",)).iter(w("tbl")))


def test_bookmarks_are_unique_and_of_the_length_that_word_allows() -> None:
    marks = list(tree(BOTH).iter(w("bookmarkStart")))
    names = [mark.get(w("name")) for mark in marks]
    assert len({mark.get(w("id")) for mark in marks}) == len(set(names)) == len(names)
    assert all(re.fullmatch(r"[a-z]\w{0,39}", name) for name in names)


def test_headings_and_words_that_open_a_list_stay_with_what_follows() -> None:
    """And the last article stays with the signatures."""
    root = tree(("en",))
    kept = [p.find(f"{w('pPr')}/{w('keepNext')}") is not None for p in numbered(root)]
    levels = [item.level for item in paragraphs_of(a_contract(("en",)))]
    last = len(levels) - len(a_contract(("en",)).articles[-1].paragraphs)
    for index, level in enumerate(levels):
        following = levels[index + 1] if index + 1 < len(levels) else 9
        assert kept[index] == (level == 1 or following > level or index >= last)


def test_in_turn_each_paragraph_stands_in_one_language_after_the_other() -> None:
    contract = a_contract(BOTH)
    root = etree.fromstring(f'<w:body xmlns:w="{W_URI}">{articles_xml(contract, in_turn=True)}</w:body>')
    assert root.find(f".//{w('tbl')}") is None
    texts = [paragraph_text(p) for p in numbered(root)]
    wanted = [
        "".join(segment.text for segment in segments)
        for item in paragraphs_of(contract)
        for segments in (item.en, item.zh)
    ]
    assert texts == wanted
    assert printed_numbers(root) == {
        bookmark_name(language, item.key): item.number
        for language in BOTH
        for item in paragraphs_of(contract)
    }
    english = [p for p in numbered(root) if p.find(f"{w('bookmarkStart')}").get(w("name")).startswith("en_")]
    assert all(p.find(f"{w('pPr')}/{w('keepNext')}") is not None for p in english)
