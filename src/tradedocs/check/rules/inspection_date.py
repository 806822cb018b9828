"""The day of inspection does not fit the report, the contract or the shipment.

What: a report on the shipment must have inspected, sampled or tested the goods after the contract was made, no longer
before it was issued than the deal says (`inspection.valid_days`, 60 without it), and, for what can only be known at
loading, in the shipment window. In every report nothing may have happened after the day of issue, goods are made
before they are inspected or tested, a sample is received and tested after it was drawn, and a report that says until
when it is valid must be so on the day of shipment, or where that is not known, when shipment begins. A day of
inspection or sampling that could be read in two ways must fit both ways.

Why: a new date on an old inspection is the cheapest of all forgeries.

Bad: the report is of 5 January 2027, the day of inspection 12 March 2024.
Good: the report is of 5 January 2027, the day of inspection 4 January 2027.

Source: ISO/IEC 17020 7.4 (date of inspection); UCP 600 art. 14(d) (data of a document must not conflict).
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from tradedocs.check.case import Case, at
from tradedocs.check.evidence import speaks_for_shipment
from tradedocs.check.rules.report_date import earliest, gate_of
from tradedocs.model.finding import Finding, Gate, Verdict
from tradedocs.model.report import Report, StatedDate
from tradedocs.ui import say

ID = "inspection-date"
RESTS_ON: tuple[str, ...] = ("inspection.report", "inspection.pre-shipment")
AMBIGUOUS = "day-month-ambiguous"
Problem = tuple[StatedDate, str, Gate]


def check(case: Case) -> Iterator[Finding]:
    """HOLD for each date that does not fit."""
    for report in case.reports:
        own = _own_order(report)
        of_shipment = _of_shipment(case, report) if speaks_for_shipment(report) else ()
        for stated, problem, gate in (*own, *of_shipment, *_expired(case, report)):
            yield Finding(
                rule=ID,
                severity=Verdict.HOLD,
                message=f"{report.source.file}: {problem}",
                way_out=say(
                    "Ask the issuer when and on which goods it did its work, and for a corrected report."
                ),
                places=(at(report, stated.place),),
                gate=gate,
            )


def _sure(*dates: StatedDate | None) -> tuple[StatedDate, ...]:
    return tuple(stated for stated in dates if stated is not None and not stated.doubt)


def _both_ways(*dates: StatedDate | None) -> tuple[StatedDate, ...]:
    """The dates, and those that could be read in two ways in both of them; what is doubtful otherwise is left out."""
    found: list[StatedDate] = []
    for stated in dates:
        if stated is not None and stated.doubt in ((), (AMBIGUOUS,)):
            found.append(stated)
            if stated.doubt:
                day = stated.value
                found.append(stated.model_copy(update={"value": day.replace(month=day.day, day=day.month)}))
    return tuple(found)


def _own_order(report: Report) -> Iterator[Problem]:
    """What the report's own dates say against each other."""
    dates = report.dates
    done = (dates.inspected, dates.sampled, dates.received, dates.tested_from, dates.tested_to)
    asked = _both_ways(dates.inspected, dates.sampled) if speaks_for_shipment(report) else ()
    for issued in _sure(report.issue_date):
        for stated in dict.fromkeys((*_sure(*done), *asked, *_sure(dates.produced))):
            if stated.value > issued.value:
                fact = say(
                    "{day} lies after the day of issue, {issued}", day=stated.value, issued=issued.value
                )
                yield stated, fact, "load"
    for produced in _sure(dates.produced):
        for stated in _sure(dates.inspected, dates.sampled, dates.tested_from, dates.tested_to):
            if stated.value < produced.value:
                fact = say("inspected on {day}, before the goods were made on {made}", day=stated.value,
                           made=produced.value)  # fmt: skip
                yield stated, fact, "load"
    for sampled in _sure(dates.sampled):
        for stated in _sure(dates.received, dates.tested_from, dates.tested_to):
            if stated.value < sampled.value:
                fact = say("received or tested on {day}, before the sample was drawn on {drawn}", day=stated.value,
                           drawn=sampled.value)  # fmt: skip
                yield stated, fact, "load"


def _of_shipment(case: Case, report: Report) -> Iterator[Problem]:
    """What they say against the contract and the shipment."""
    dates, longest = report.dates, case.spec.inspection.valid_days
    first = earliest(case, report)
    asked = _both_ways(dates.inspected, dates.sampled)
    for stated in dict.fromkeys((*asked, *_sure(dates.tested_from, dates.tested_to))):
        if stated.value < first:
            fact = say("the work was done on {day}, before {first}", day=stated.value, first=first)
            yield stated, fact, gate_of(case, stated.value)
        for issued in _sure(report.issue_date):
            if issued.value - stated.value > timedelta(days=longest):
                fact = say("the work was done on {day}, more than {n} days before the report of {issued}",
                           day=stated.value, n=longest, issued=issued.value)  # fmt: skip
                yield stated, fact, "load"


def _expired(case: Case, report: Report) -> Iterator[Problem]:
    shipped, first = case.standing.shipped, case.shipment.window.first
    for stated in _sure(report.dates.expires):
        if stated.value < first:
            yield stated, say("it is valid until {day}, and shipment begins on {first}", day=stated.value,
                              first=first), "load"  # fmt: skip
        elif shipped is not None and stated.value < shipped:
            yield stated, say("it is valid until {day}, and the goods were shipped on {shipped}", day=stated.value,
                              shipped=shipped), "documents"  # fmt: skip
