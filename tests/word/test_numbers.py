from __future__ import annotations

import pytest

from tradedocs.word.numbers import Counter, letter


def test_a_multilevel_list_counts_and_starts_anew_below() -> None:
    counter = Counter()
    numbers = [counter.next(level) for level in (0, 1, 2, 2, 1, 2, 0, 1)]
    assert numbers == ["1", "1.1", "1.1(a)", "1.1(b)", "1.2", "1.2(a)", "2", "2.1"]


@pytest.mark.parametrize(
    ("number", "shown"), [(0, ""), (1, "a"), (26, "z"), (27, "aa"), (28, "bb"), (53, "aaa")]
)
def test_letters_go_on_as_word_counts_them(number: int, shown: str) -> None:
    assert letter(number) == shown
