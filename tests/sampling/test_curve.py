from __future__ import annotations

from decimal import Decimal
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.sampling.reference import lines
from tradedocs.sampling.curve import acceptance, quality_accepted
from tradedocs.sampling.plans import Plan, plan
from tradedocs.sampling.series import AQLS
from tradedocs.sampling.standards import Z1_4
from tradedocs.sampling.tables import State, cell

K = plan(2000, "II", Decimal("2.5"))


def _plan(state: str, letter: str, aql: str) -> Plan:
    known: State = next(name for name in get_args(State) if name == state)
    found = cell("iso", known, letter, AQLS.index(aql))
    return K.model_copy(
        update={"aql": aql, "sample_size": found.size, "accept": found.accept, "reject": found.reject}
    )


@pytest.mark.parametrize("line", lines("curves"), ids=" ".join)
def test_published_curves(line: list[str]) -> None:
    state, letter, aql, at_aql, *qualities = line
    found = _plan(state, letter, aql)
    assert acceptance(found, float(aql)) == pytest.approx(float(at_aql), abs=0.00006)
    for share, quality in zip((0.95, 0.5, 0.1), qualities, strict=True):
        assert quality_accepted(found, share) == pytest.approx(float(quality), abs=0.0006)


@given(st.sampled_from(("1.0", "10", "15", "650")), st.floats(0, 100), st.floats(0, 100))
def test_worse_lots_are_accepted_less_often(aql: str, one: float, other: float) -> None:
    better, worse = sorted((one, other))
    found = _plan("normal", "E", aql)
    assert 0 <= acceptance(found, worse) <= acceptance(found, better) + 1e-12 <= 1 + 1e-9


def test_the_ends_of_the_curve() -> None:
    assert acceptance(K, 0) == 1
    assert acceptance(K, 100) == 0
    assert acceptance(_plan("normal", "E", "650"), 0) == 1
    assert quality_accepted(_plan("normal", "A", "1000"), 0.1) > 1000


def test_the_gap_of_z1_4_accepts() -> None:
    gap = plan(2000, "II", Decimal("2.5"), state="reduced", standard=Z1_4)
    assert acceptance(gap, 10) == pytest.approx(acceptance(gap.model_copy(update={"accept": 5}), 10))
