"""The sampling inspection that the contract calls for is not in the reports, or not complete.

What: where the contract sets AQLs, a pre-shipment inspection of the goods line must print for critical, major and
minor defects the AQL, the sample size, the acceptance number and the number found.

Bad: the report gives critical and major defects only.
Good: the report's table has all three classes with their numbers.

Source: ISO 2859-1 (determination of acceptability).
"""

from __future__ import annotations

from collections.abc import Iterator

from tradedocs.check.case import Case, at
from tradedocs.check.plan import inspections
from tradedocs.model.finding import Finding, Verdict
from tradedocs.ui import say

ID = "aql-missing"
RESTS_ON: tuple[str, ...] = ("inspection.acceptance", "inspection.sampling-plan")
_CLASSES = ("critical", "major", "minor")
_COLUMNS = {
    "aql": "AQL",
    "sample_size": "sample size",
    "accept": "acceptance number",
    "found": "number found",
}


def check(case: Case) -> Iterator[Finding]:
    """HOLD for each class or number that is missing."""
    if case.spec.inspection.aql is None:
        return
    way_out = say("Ask the inspection body for the complete AQL table.")
    for line in case.lines:
        reports = inspections(case, line)
        if not reports:
            yield Finding(
                rule=ID, severity=Verdict.HOLD, way_out=way_out, line=line.line,
                message=say("line {line}: no report holds the sampling inspection that the contract calls for",
                            line=line.line),
            )  # fmt: skip
        for report in reports:
            rows = {str(row.defect_class): row for row in report.aql}
            for name in _CLASSES:
                row = rows.get(name)
                lacks = [label for key, label in _COLUMNS.items() if row is None or getattr(row, key) is None]
                if lacks:
                    yield Finding(
                        rule=ID, severity=Verdict.HOLD, way_out=way_out, line=line.line,
                        message=say("{file}: {what} defects: {lacks} not stated", file=report.source.file, what=name,
                                    lacks=", ".join(lacks)),
                        places=(at(report, row.place),) if row is not None else (),
                    )  # fmt: skip
