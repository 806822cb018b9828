from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tradedocs.model.text import forbidden_character


@pytest.mark.parametrize(
    "text", ["a\x00b", "a\x1bb", "a\u202eb", "a\u2066b", "a\u200bb", "a\tb", "a\nb", "a\ufffeb"]
)
def test_what_no_document_may_hold(text: str) -> None:
    found = forbidden_character(text)
    assert found is not None
    assert found[0] == 1


@pytest.mark.parametrize(
    "text", ["Smith & Sons <HK> Ltd", 'O\'Neil "Best" & Co', "宁波晨光照明有限公司", "é ü ß °Z ± 2 µm"]
)
def test_what_names_hold(text: str) -> None:
    assert forbidden_character(text) is None


@given(
    st.text(
        st.characters(categories=["L", "N", "P", "S", "Zs"], exclude_characters="\u2028\u2029"), max_size=30
    )
)
def test_letters_numbers_and_signs_are_allowed(text: str) -> None:
    assert forbidden_character(text) is None
