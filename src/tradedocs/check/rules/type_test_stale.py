"""A type test is too old for this contract, or of a day on which it cannot have been made.

What: a report that is relied on as a type test may be at most as many days older than the contract as the deal says
(`inspection.type_test_days`, 365 without it), by the date that it
was issued and by the end of its tests, and no younger than the last day of shipment. A day that could be read in two
ways does not count, unless both ways are within this time.

Why: the goods that are made today are not those of the sample of five years ago: materials and suppliers change.

Bad: the contract is of 24 November 2026, the laboratory report of 3 March 2021.
Good: the laboratory report is of 1 October 2026.

Source: usual practice of buyers' programmes for type tests (one year).
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from tradedocs.check.case import Case, at
from tradedocs.check.typetests import type_tests
from tradedocs.model.finding import Finding, Verdict
from tradedocs.model.report import Report, StatedDate
from tradedocs.ui import say

ID = "type-test-stale"
RESTS_ON: tuple[str, ...] = ("inspection.report", "quality.specification")
_EXCHANGED = "day-month-ambiguous"


def check(case: Case) -> Iterator[Finding]:
    """HOLD for each such report, at its first date that does not fit."""
    for report in {report.source.sha256: report for _, report in type_tests(case)}.values():
        problems = (
            (stated, problem)
            for stated in (report.issue_date, report.dates.tested_to, report.dates.tested_from)
            if stated is not None and (problem := _problem(case, report, stated)) is not None
        )
        for stated, problem in problems:
            yield Finding(
                rule=ID,
                severity=Verdict.HOLD,
                message=f"{report.source.file}: {problem}",
                way_out=say("Have the type test made again on the goods as they are made now."),
                places=(at(report, stated.place),),
            )
            break


def _span(case: Case) -> tuple[date, date]:
    """The first and the last day that a type test may be of."""
    oldest = timedelta(days=case.spec.inspection.type_test_days)
    return case.spec.contract_date - oldest, case.shipment.window.last


def _is_fresh_either_way(case: Case, stated: StatedDate) -> bool:
    """Whether the day fits also with day and month exchanged, where that is the only doubt."""
    if stated.doubt != (_EXCHANGED,):
        return False
    first, last = _span(case)
    day = stated.value
    return all(first <= one <= last for one in (day, day.replace(month=day.day, day=day.month)))


def _problem(case: Case, report: Report, stated: StatedDate) -> str | None:
    if stated.doubt:
        if stated is not report.issue_date or _is_fresh_either_way(case, stated):
            return None
        return say("the date {text!r} of the type test could be read in more than one way", text=stated.text)
    first, last = _span(case)
    if stated.value < first:
        return say("the type test is of {day}, more than {n} days before the contract of {contract}",
                   day=stated.value, n=case.spec.inspection.type_test_days,
                   contract=case.spec.contract_date)  # fmt: skip
    if stated.value > last:
        return say(
            "the type test is of {day}, after the last day of shipment, {last}", day=stated.value, last=last
        )
    return None
