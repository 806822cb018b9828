"""The sampling inspections of a goods line."""

from __future__ import annotations

from tradedocs.check.case import Case
from tradedocs.model.report import Report
from tradedocs.model.spec import SpecLine


def inspections(case: Case, line: SpecLine) -> tuple[Report, ...]:
    """The pre-shipment inspections about this line."""
    return tuple(report for report in case.reports_about(line) if report.family == "pre-shipment")
