from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.sampling.reference import lines
from tradedocs.errors import UsageError
from tradedocs.sampling.lots import LEVELS, code_letter, level_of
from tradedocs.sampling.series import LETTERS


def test_every_lot_class_at_both_ends() -> None:
    (_, _, *levels), *rows = lines("letters")
    assert tuple(levels) == LEVELS
    for least, most, *letters in rows:
        for lot in (int(least), 10**15 if most == "-" else int(most)):
            assert [code_letter(lot, level) for level in LEVELS] == letters, lot


@given(st.integers(2, 10**7), st.integers(0, 10**7), st.sampled_from(LEVELS))
def test_a_bigger_lot_never_has_an_earlier_letter(lot: int, more: int, level: str) -> None:
    known = level_of(level)
    assert LETTERS.index(code_letter(lot, known)) <= LETTERS.index(code_letter(lot + more, known))


@pytest.mark.parametrize("lot", [-5, 0, 1])
def test_lots_that_the_tables_do_not_know(lot: int) -> None:
    with pytest.raises(UsageError) as refused:
        code_letter(lot, "II")
    assert refused.value.way_out


@pytest.mark.parametrize(("text", "level"), [("ii", "II"), (" s-1 ", "S-1"), ("III", "III")])
def test_levels_in_any_case(text: str, level: str) -> None:
    assert level_of(text) == level


@pytest.mark.parametrize("text", ["", "IV", "2", "S1", "S-5"])
def test_unknown_levels_name_the_known_ones(text: str) -> None:
    with pytest.raises(UsageError) as refused:
        level_of(text)
    assert "S-1, S-2, S-3, S-4, I, II, III" in refused.value.way_out
