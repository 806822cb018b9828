"""A report on the shipment is of a time at which these goods could not have been inspected for it.

What: the date may not be older than the contract, nor younger than the last day of the
shipment window. A report that gives what can only be known at loading may not be older than the first day of the
window, unless another report on the shipment, of that time, gives it as well; that holds the documents, not the
loading. A date that could be read in two ways does not count.

Why: an old report with a good number is the cheapest of all forgeries, and an honest mistake as well.

Bad: the contract is of 6 July 2026, the inspection report of 10 November 2025.
Good: the window opens on 10 September 2026, the certificate of loading is of 14 September 2026.

Source: CISG 36(1) (conformity when the risk passes); UCP 600 art. 14(d), 14(i).
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from tradedocs.check.case import Case, at
from tradedocs.check.evidence import speaks_for_shipment
from tradedocs.model.finding import Finding, Gate, Verdict
from tradedocs.model.report import Report
from tradedocs.ui import say

ID = "report-date"
RESTS_ON: tuple[str, ...] = ("inspection.report", "inspection.pre-shipment")


def check(case: Case) -> Iterator[Finding]:
    """HOLD for each report whose date is missing, doubtful or impossible."""
    for report in case.reports:
        if not speaks_for_shipment(report):
            continue
        found = _problem(case, report)
        if found is not None:
            problem, gate = found
            yield Finding(
                rule=ID,
                severity=Verdict.HOLD,
                message=f"{report.source.file}: {problem}",
                way_out=say("Ask the issuer for the report on this shipment, with its date."),
                places=(at(report, report.issue_date.place),) if report.issue_date is not None else (),
                gate=gate,
                about=report.issue_date
                if report.issue_date is not None and report.issue_date.doubt
                else None,
            )


def _problem(case: Case, report: Report) -> tuple[str, Gate] | None:
    stated = report.issue_date
    if stated is None:
        return None  # report-unnamed says so
    if stated.doubt:
        return say("the date {text!r} could be read in more than one way", text=stated.text), "load"
    first, last = earliest(case, report), case.shipment.window.last
    if stated.value < first:
        return say("it is of {day}, before {first}", day=stated.value, first=first), gate_of(
            case, stated.value
        )
    if stated.value > last:
        return say(
            "it is of {day}, after the last day of shipment, {last}", day=stated.value, last=last
        ), "load"
    return None


def gate_of(case: Case, day: date) -> Gate:
    """A day after the contract, but before loading, is too early for what is known only then, and for nothing else."""
    return "load" if day < case.spec.contract_date else "documents"


def earliest(case: Case, report: Report) -> date:
    """The contract's day; the first day of loading where what can only be known then rests on this report."""
    at_loading = any(
        item.characteristic.stage == "loading"
        and any(seen.report is report for seen in item.seen)
        and not any(seen.report is not report and _of_loading(case, seen.report) for seen in item.seen)
        for item in case.examined
    )
    return case.shipment.window.first if at_loading else case.spec.contract_date


def _of_loading(case: Case, report: Report) -> bool:
    """Whether another report on the shipment is surely of the time of loading."""
    stated, window = report.issue_date, case.shipment.window
    return (
        speaks_for_shipment(report)
        and stated is not None
        and not stated.doubt
        and window.first <= stated.value <= window.last
    )
