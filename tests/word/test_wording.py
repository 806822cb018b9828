from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from tradedocs.model.revision import Words
from tradedocs.word.wording import changed_words, pairs, words_of

SOME = st.lists(
    st.sampled_from(["the", "Buyer", " ", "  ", "30", "days", "，", "买", "方", ".", "0.5", "%"])
).map("".join)


def shown(old: str, new: str) -> str:
    marks = {"same": "{}", "removed": "[-{}-]", "added": "{{+{}+}}"}
    return "".join(marks[piece.kind].format(piece.text) for piece in changed_words(old, new))


def test_one_word_is_one_change() -> None:
    assert shown("within 30 days after arrival", "within 60 days after arrival") == (
        "within [-30-]{+60+} days after arrival"
    )
    assert shown("0.5% a week", "0.05% a week") == "[-0.5-]{+0.05+}% a week"
    assert shown("不超过百分之五", "不低于百分之五") == "不[-超过-]{+低于+}百分之五"


def test_a_rewritten_phrase_is_not_shown_in_shreds() -> None:
    assert shown("pay the full price now", "pay half price later") == (
        "pay [-the full-]{+half+} price [-now-]{+later+}"
    )
    assert shown("a b c d", "a x y d") == "a [-b c-]{+x y+} d"


def test_nothing_changed() -> None:
    assert changed_words("same", "same") == (Words(kind="same", text="same"),)
    assert changed_words("", "") == ()


@given(SOME, SOME)
def test_both_texts_come_back(old: str, new: str) -> None:
    found = changed_words(old, new)
    assert "".join(piece.text for piece in found if piece.kind != "added") == old
    assert "".join(piece.text for piece in found if piece.kind != "removed") == new
    kinds = [piece.kind for piece in found]
    assert all(a != b for a, b in pairwise(kinds))
    assert "".join(words_of(old)) == old


@given(st.lists(SOME, max_size=6), st.lists(SOME, max_size=6))
def test_every_paragraph_is_paired_or_stands_alone(old: list[str], new: list[str]) -> None:
    found = pairs(old, new)
    assert [a for a, _ in found if a is not None] == list(range(len(old)))
    assert [b for _, b in found if b is not None] == list(range(len(new)))


def test_the_likest_paragraphs_belong_together() -> None:
    old = ["The Seller answers within 15 days.", "Claims are raised in writing."]
    new = [
        "A new sentence here about freight.",
        "The Seller answers within 5 days.",
        "Claims are raised in writing.",
    ]
    assert pairs(old, new) == [(None, 0), (0, 1), (1, 2)]
