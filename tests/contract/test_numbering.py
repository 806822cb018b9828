from __future__ import annotations

import re
import string

from hypothesis import given
from hypothesis import strategies as st

from tradedocs.contract.numbering import Counter, base_key, letters

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


@given(st.integers(1, 100_000))
def test_letters_count_like_columns_of_a_spreadsheet(count: int) -> None:
    value = 0
    for letter in letters(count):
        value = value * 26 + string.ascii_lowercase.index(letter) + 1
    assert value == count
