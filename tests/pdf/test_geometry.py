from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tradedocs.pdf.geometry import IDENTITY, Frame, bounds, times, turned

side = st.floats(min_value=1, max_value=1000)
quarters = st.integers(min_value=0, max_value=3)


@given(st.tuples(side, side, side, side), side, side, quarters)
def test_four_quarters_are_none(
    box: tuple[float, float, float, float], wide: float, high: float, quarter: int
) -> None:
    there = turned(box, wide, high, quarter)
    size = (high, wide) if quarter % 2 else (wide, high)
    assert turned(there, *size, -quarter % 4) == pytest.approx(box, abs=1e-6)


@given(quarters, quarters)
def test_a_frame_turned_twice_is_turned_once(first: int, second: int) -> None:
    frame = Frame.of((10, 20, 610, 812), 90)
    both = frame.turned(first).turned(second)
    once = frame.turned((first + second) % 4)
    assert (both.width, both.height) == (once.width, once.height)
    assert both.box(100, 100, 150, 120) == pytest.approx(once.box(100, 100, 150, 120))


def test_a_crop_box_moves_the_origin() -> None:
    assert Frame.of((10, 20, 110, 220), 0).box(10, 210, 60, 220) == (0, 0, 50, 10)


def test_matrices_apply_one_after_the_other() -> None:
    scale, move = (2.0, 0.0, 0.0, 2.0, 0.0, 0.0), (1.0, 0.0, 0.0, 1.0, 5.0, 7.0)
    assert times(IDENTITY, scale) == scale
    assert bounds(times(scale, move), 1, 1, 2, 2) == (7, 9, 9, 11)
