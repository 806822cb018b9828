from __future__ import annotations

import pytest

from tradedocs.contract.signs import trivial
from tradedocs.model.revision import Edit
from tradedocs.word.wording import changed_words


def edit(old: str, new: str) -> Edit:
    return Edit(number=None, language="en", words=changed_words(old, new), tracked=False)


@pytest.mark.parametrize(
    ("old", "new"),
    [("final and binding", "final, and binding"), ("in time; and", "in time, and"), ("本合同，双方", "本合同。双方"),
     ("in  writing", "in writing")],
)  # fmt: skip
def test_signs_and_blanks(old: str, new: str) -> None:
    assert trivial([edit(old, new)])


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("1.5 %", "15 %"), ("1,5", "15"), ("-18 °C", "18 °C"), ("<= 5", ">= 5"), ("5 %", "5"), ("10 - 12", "10 + 12"),
        ("is liable", "is not liable"), ("the Goods", "the goods"), ("a text", ""), ("", "a text"), ("±2", "2"),
        ("12.345", "12,345"),
    ],
)  # fmt: skip
def test_what_can_change_a_meaning_is_not_trivial(old: str, new: str) -> None:
    assert not trivial([edit(old, new)])


def test_nothing_is_not_trivial() -> None:
    assert not trivial([])
    assert not trivial([edit("a,", "a"), edit("a", "b")])
