from __future__ import annotations

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from tradedocs.errors import InputError
from tradedocs.yamlfile import plain

TEXTS = st.text(st.characters(categories=["L", "N", "P", "S"]), max_size=12)
TREES = st.recursive(
    TEXTS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXTS, inner, max_size=3),
    max_leaves=12,
)


@given(TREES)
def test_any_tree_of_texts_comes_back(tree: object) -> None:
    assert plain(yaml.safe_dump(tree, allow_unicode=True), "x.yaml") == tree


@given(st.text(max_size=200))
def test_any_text_is_data_or_an_input_error(text: str) -> None:
    try:
        plain(text, "x.yaml")
    except InputError as error:
        problems = error.problems
    else:
        return
    assert problems


@pytest.mark.parametrize(
    "scalar", ["no", "on", "012", "1:30", "0x1F", "1e3", "2026-11-24", "null", "~", "true", ".5"]
)
def test_no_scalar_is_turned_into_something_else(scalar: str) -> None:
    assert plain(f"a: {scalar}", "x.yaml") == {"a": scalar}


def test_only_an_empty_value_is_none() -> None:
    assert plain("a:\nb: ''\n", "x.yaml") == {"a": None, "b": ""}


def test_a_deep_file_is_refused_quickly() -> None:
    with pytest.raises(InputError, match="1 error"):
        plain("[" * 5000 + "]" * 5000, "x.yaml")


def test_lines_count_from_where_the_text_begins() -> None:
    with pytest.raises(InputError) as caught:
        plain("a: 1\na: 2\n", "clause.md", first_line=10)
    assert caught.value.problems[0].place == "clause.md:11:1"
