"""A count against the plan of the contract: 12,000 pieces, level II, AQL 2.5: 315 pieces, accept 14."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.claims.make import evidence, grounds, record
from tradedocs.claims.counting import against, count_of, plan_of, told_share
from tradedocs.model.claim import ClaimRecord

LADDER = ("clean", "within", "between", "over")


def _claim(examined: int, defective: int, **more: str) -> ClaimRecord:
    counted = {"examined": str(examined), "defective": str(defective), "random": "yes"}
    return record({"counted": counted, **more}, (evidence("count.xlsx", "defect-count"),))


def _stands(examined: int, defective: int, **more: str) -> str:
    claim = _claim(examined, defective, **more)
    count = count_of(claim)
    assert count is not None
    return against(count, plan_of(claim.complaint, grounds()))


@pytest.mark.parametrize(
    ("examined", "defective", "stands"),
    [
        (315, 0, "clean"),
        (315, 14, "within"),
        (315, 15, "over"),
        (100, 15, "over"),  # the rejection number in fewer pieces
        (40, 4, "over"),  # 2.79 % at least
        (40, 3, "between"),
        (500, 14, "within"),
        (500, 15, "between"),
        (500, 30, "over"),
        (5000, 60, "within"),  # 1.54 % at most
        (12000, 300, "within"),  # the whole lot: 2.5 % exactly
        (12000, 301, "over"),
    ],
)
def test_where_a_count_stands(examined: int, defective: int, stands: str) -> None:
    assert _stands(examined, defective) == stands


@pytest.mark.parametrize(
    ("name", "defective", "stands"),
    [("Insulation resistance", 1, "over"), ("Scratches", 21, "within"), ("Scratches", 22, "over"),
     ("Unheard of", 15, "over")],
)  # fmt: skip
def test_the_class_of_the_characteristic_chooses_the_plan(name: str, defective: int, stands: str) -> None:
    assert _stands(315, defective, characteristic=name) == stands


@pytest.mark.parametrize(("name", "stands"), [("minor", "within"), ("major", "over"), ("critical", "over")])
def test_the_class_that_was_counted_outranks_it(name: str, stands: str) -> None:
    survey = evidence(
        "s.pdf", report={"counted": {"examined": "315", "defective": "16", "defect_class": name}}
    )
    claim = record({"characteristic": "Luminous flux"}, (survey,))
    count = count_of(claim)
    assert count is not None
    assert against(count, plan_of(claim.complaint, grounds(), count.counted)) == stands


@given(st.integers(1, 12_000).flatmap(lambda n: st.tuples(st.just(n), st.integers(0, min(n, 400) - 1))))
def test_one_more_defective_piece_never_looks_better(sample: tuple[int, int]) -> None:
    n, d = sample
    assert LADDER.index(_stands(n, d)) <= LADDER.index(_stands(n, d + 1))


def test_bulk_goods_have_no_plan() -> None:
    claim = _claim(10, 1)
    count = count_of(claim)
    assert count is not None
    assert against(count, plan_of(claim.complaint, grounds("wheat"))) == "no-plan"


def test_an_independent_count_outweighs_the_claimants() -> None:
    survey = evidence("s.pdf", report={"counted": {"examined": "80", "defective": "2", "random": "yes"}})
    by_client = evidence(
        "c.pdf", report={"counted": {"examined": "9", "defective": "9"}, "sampled_by": "client"}
    )
    claim = record({"counted": {"examined": "10", "defective": "10"}}, (survey, by_client))
    count = count_of(claim)
    assert count is not None
    assert (count.on, count.counted.examined, count.interval.random) == ("report", 80, "yes")


@pytest.mark.parametrize(("sent", "shown", "on"), [((), (), "word"), (("defect-count",), (), "sent"),
                                                   ((), ("defect-count",), "file")])  # fmt: skip
def test_a_count_rests_on_its_record(sent: tuple[str, ...], shown: tuple[str, ...], on: str) -> None:
    counted = {"examined": "10", "defective": "1"}
    count = count_of(record({"counted": counted, "sent": sent}, tuple(evidence("f", one) for one in shown)))
    assert count is not None
    assert count.on == on


def test_a_share_is_told_with_its_interval() -> None:
    count = count_of(_claim(125, 13))
    assert count is not None
    assert told_share(count) == "13 of 125 pieces = 10.40 %, 95 % interval 5.65 to 17.13 % (Clopper-Pearson)"
