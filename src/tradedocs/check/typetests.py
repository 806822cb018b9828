"""The reports that are relied on as type tests: submitted samples, for characteristics that allow one."""

from __future__ import annotations

from collections.abc import Iterator

from tradedocs.check.case import Case
from tradedocs.check.evidence import speaks_for_shipment
from tradedocs.model.report import Report
from tradedocs.model.spec import SpecLine


def type_tests(case: Case) -> Iterator[tuple[SpecLine, Report]]:
    """Each goods line with each report on one of its type-test characteristics that does not speak for the shipment."""
    pairs = {
        (item.line.line, seen.report.source.sha256): (item.line, seen.report)
        for item in case.examined
        if item.characteristic.evidence == "type-test"
        for seen in item.seen
        if not speaks_for_shipment(seen.report)
    }
    yield from pairs.values()
