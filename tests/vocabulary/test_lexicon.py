from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tradedocs.errors import ToolError
from tradedocs.vocabulary import Lexicon, fold, lexicon
from tradedocs.vocabulary.units import is_unit, unit_in_heading

NAMES = ("columns", "fields", "words", "phrases", "aql", "months", "companies")


@pytest.mark.parametrize("name", NAMES)
def test_packaged_lexicons_load_and_do_not_contradict_themselves(name: str) -> None:
    assert len(lexicon(name).labels) > 5


def test_a_label_of_two_meanings_is_an_error() -> None:
    with pytest.raises(ToolError, match="both"):
        Lexicon.of("x", {"a": ["Result"], "b": ["result"]})


def test_a_missing_lexicon_is_an_error() -> None:
    with pytest.raises(ToolError, match="missing"):
        lexicon("no-such-words")


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Test Item(s):", "test item"),
        ("Results", "result"),
        ("检测项目：", "检测项目"),
        ("Prüfmethode", "prufmethode"),
        ("ΑΝΑΛΥΣΗΣ", "αναλυσησ"),
        ("Ｒｅｓｕｌｔ", "result"),
        ("Sınır", "sinir"),
    ],
)
def test_folding(text: str, folded: str) -> None:
    assert fold(text) == folded


@given(st.text(max_size=60))
def test_folding_twice_is_folding_once_and_leaves_no_control_character(text: str) -> None:
    once = fold(text)
    assert all(c.isprintable() for c in once)


@pytest.mark.parametrize(
    ("heading", "role"),
    [
        ("Method Detection Limit", "mdl"), ("Test Method", "method"), ("Reference Limit", "limit"),
        ("检测结果", "result"), ("결과", "result"), ("No.", "index"),
        ("Grenzwert", "limit"), ("Sonuç", "result"), ("Résultat", "result"), ("Норма", "limit"),
        ("Μονάδα", "unit"), ("CAS No.", "cas"),
    ],
)  # fmt: skip
def test_column_labels_of_many_languages(heading: str, role: str) -> None:
    hit = lexicon("columns").best(heading)
    assert hit is not None
    assert hit.meaning == role


def test_the_longer_label_wins_over_the_one_inside_it() -> None:
    assert lexicon("words").exact("Not Conform") == "fail"
    assert [hit.meaning for hit in lexicon("words").all_in("the goods do not comply")] == ["fail"]


def test_words_of_one_meaning_in_two_languages() -> None:
    assert lexicon("words").said("Pass 合格") == "pass"
    assert lexicon("words").said("Pass 不合格") is None


@pytest.mark.parametrize(
    ("heading", "parts"),
    [
        ("MDL (mg/kg)", ("MDL", "mg/kg")), ("Result %", ("Result", "%")), ("Result Unit (mg/kg)", ("Result", "mg/kg")),
        ("Mark(s) of conformity", ("Mark(s) of conformity", None)), ("Unit", ("Unit", None)), ("(%)", ("", "%")),
    ],
)  # fmt: skip
def test_a_unit_in_a_heading(heading: str, parts: tuple[str, str | None]) -> None:
    assert unit_in_heading(heading) == parts


@pytest.mark.parametrize(
    ("text", "yes"),
    [("mg/kg", True), ("µg/cm²", True), ("MPa", True), ("N / mm2", True), ("lamp", False), ("", False)],
)
def test_units(text: str, yes: bool) -> None:
    assert is_unit(text) is yes


@pytest.mark.parametrize(
    ("name", "printed", "meaning"),
    [
        ("words", "NotDetected", "not-detected"),
        ("columns", "TestMethod", "method"),
        ("fields", "Dateofissue", "issue_date"),
        ("words", "inspec", None),
    ],
)
def test_a_long_label_that_lost_its_blanks(name: str, printed: str, meaning: str | None) -> None:
    assert lexicon(name).exact(printed) == meaning


def test_a_label_without_blanks_that_could_be_two_is_none() -> None:
    words = Lexicon.of("x", {"a": ["open seam"], "b": ["opense am"]})
    assert words.exact("openseam") is None
