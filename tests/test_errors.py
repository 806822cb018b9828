from __future__ import annotations

import pytest

from tradedocs.errors import worst


@pytest.mark.parametrize(
    ("codes", "result"),
    [([], 3), ([0, 0], 0), ([0, 3], 3), ([0, 3, 10], 10), ([10, 20, 0], 20), ([20, 2, 1], 1)],
)
def test_a_batch_gives_the_worst_code(codes: list[int], result: int) -> None:
    assert worst(codes) == result
