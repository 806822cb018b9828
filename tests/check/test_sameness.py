"""One measurement written twice, and two measurements that only look like one."""

from __future__ import annotations

from typing import Any

import pytest

from tests.check.make import case, characteristic, judged, line, psi, result, rules, spec
from tradedocs.check.sameness import all_the_same, same_value
from tradedocs.model.base import Place
from tradedocs.model.finding import Verdict
from tradedocs.model.report import Report, Result

PERCENT = spec(line(characteristic("CBG", "<= 2 %")))
LEFT, RIGHT, UNDER, FAR = (10, 10, 50, 20), (90, 10, 130, 20), (10, 24, 50, 34), (90, 300, 130, 310)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (("0.03", "%"), ("0.03", "%"), True), (("0.03", "%"), ("0.05", "%"), False),
        (("0.03", "%"), ("0.04", "%"), False), (("8.62", "mg/g"), ("8.620", "mg/g"), True),
        (("285.255", "mg/g"), ("28.525", "%"), True), (("285.255", "mg/g"), ("28.53", "%"), True),
        (("285.255", "mg/g"), ("28.527", "%"), False), (("191.61", "mg/g"), ("19.161", "%"), True),
        (("0.7", "mg/kg"), ("0.700", "mg/kg"), True), (("10", "mg/kg"), ("0.001", "%"), True),
        (("1", "mg/kg"), ("1", "µg/cm²"), False), (("1", "mg/kg"), ("1", "blobs"), False),
        (("1", None), ("1", "%"), False), (("N.D.", "mg/g"), ("N.D.", "%"), True),
        (("<5", "mg/kg"), ("<0.0005", "%"), True), (("<5", "mg/kg"), ("<0.001", "%"), False),
        (("<5", "mg/kg"), ("5", "mg/kg"), False), (("ok", None), ("fine", None), False),
    ],
)  # fmt: skip
def test_two_values(one: tuple[str, str | None], other: tuple[str, str | None], same: bool) -> None:
    a, b = result("x", *one), result("x", *other)
    assert same_value(a, b) is same
    assert same_value(b, a) is same


def test_each_with_each() -> None:
    one, near, far = (result("x", text, "%") for text in ("1", "1.4", "0.6"))
    assert all_the_same((one, near))
    assert all_the_same((one, far))
    assert not all_the_same((near, one, far))
    assert all_the_same((one, near, one, near))


def twice(
    *, box: tuple[int, int, int, int] = RIGHT, first: str = "1.2", page: int = 1, **more: Any
) -> Report:
    """CBG in % and once more in mg/unit."""
    given: dict[str, Any] = {"parameter": "CBG", "printed": "113.14", "unit": "mg/unit", **more}
    return psi(_at(LEFT, 1, result("CBG", first, "%")), _at(box, page, result(**given)))


def _at(box: tuple[int, int, int, int], page: int, row: Result) -> Result:
    return row.model_copy(update={"place": Place(page=page, box=box)})


@pytest.mark.parametrize("box", [RIGHT, UNDER])
def test_a_second_unit_beside_or_below_says_it_again(box: tuple[int, int, int, int]) -> None:
    assert judged(PERCENT, twice(box=box))[0] is Verdict.RELEASE
    assert judged(PERCENT, twice(box=box, verdict="Pass"))[0] is Verdict.RELEASE


def test_it_is_no_evidence() -> None:
    (item,) = case(PERCENT, twice()).examined
    assert [seen.result.unit for seen in item.seen] == ["%"]


@pytest.mark.parametrize(
    "more",
    [{"box": FAR}, {"page": 2}, {"specimen": "2"}, {"section": "Leachable"}, {"limit": "150"}, {"verdict": "Check"},
     {"doubt": ("merged",)}, {"printed": "<6.1"}, {"unit": None}],
    ids=str,
)  # fmt: skip
def test_what_may_be_another_measurement_is_held(more: dict[str, Any]) -> None:
    verdict, findings = judged(PERCENT, twice(**more))
    assert verdict is Verdict.HOLD
    assert rules(findings) & {"unit-unknown", "not-comparable", "doubtful-reading"}


def test_a_value_that_fails_is_not_outweighed_by_its_second_unit() -> None:
    assert judged(PERCENT, twice(first="2.2"))[0] is Verdict.REJECT


def test_a_second_unit_that_is_marked_failed_is_not_left_out() -> None:
    assert judged(PERCENT, twice(verdict="Fail"))[0] is not Verdict.RELEASE


def test_a_second_unit_alone_proves_nothing() -> None:
    report = psi(_at(LEFT, 1, result("CBG", "113.14", "mg/unit")))
    assert "unit-unknown" in rules(judged(PERCENT, report)[1])
