from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tradedocs.contract.numbering import Counter, base_key, letters
from tradedocs.word.numbers import Counter as CountedByWord

WORD = st.from_regex(r"[a-z][a-z0-9-]{0,14}", fullmatch=True)
IDS = st.lists(WORD, min_size=2, max_size=3).map(".".join)
LEVELS = st.lists(st.sampled_from([2, 3]), max_size=60).map(lambda levels: [2, *levels])


@given(LEVELS, st.integers(1, 60), IDS)
def test_numbers_and_keys_differ_and_follow_the_order(levels: list[int], article: int, name: str) -> None:
    counter = Counter(article, base_key(name))
    places = [counter.heading(), *(counter.next(level) for level in levels)]
    assert len({place.number for place in places}) == len(places)
    assert len({place.key for place in places}) == len(places)
    subs = [place.number for place, level in zip(places[1:], levels, strict=True) if level == 2]
    assert subs == [f"{article}.{index}" for index in range(1, len(subs) + 1)]
    for place in places:
        assert re.fullmatch(r"[a-z][a-z0-9_]{0,29}", place.key)
        assert place.number.startswith(str(article))


@given(LEVELS)
def test_items_begin_anew_under_each_sub_clause(levels: list[int]) -> None:
    counter = Counter(7, "x")
    item = 0
    for level in levels:
        place = counter.next(level)
        item = item + 1 if level == 3 else 0
        if level == 3:
            assert place.label == f"({letters(item)})"


@given(IDS, IDS)
def test_two_clauses_never_share_a_key(one: str, other: str) -> None:
    assert (base_key(one) == base_key(other)) == (one == other)


@pytest.mark.parametrize(
    ("count", "label"), [(1, "a"), (26, "z"), (27, "aa"), (28, "bb"), (52, "zz"), (53, "aaa")]
)
def test_items_after_z_are_lettered_as_word_does(count: int, label: str) -> None:
    assert letters(count) == label


@given(st.integers(1, 120))
def test_a_long_list_is_numbered_as_the_built_file_counts_it(items: int) -> None:
    ours, words = Counter(1, "x"), CountedByWord()
    levels = [2, *[3] * items]
    assert words.next(0) == ours.heading().number
    for level in levels:
        assert ours.next(level).number == words.next(level - 1)
