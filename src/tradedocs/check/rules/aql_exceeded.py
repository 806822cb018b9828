"""More defects were found than the plan accepts.

What: for each class the number found is compared with the acceptance number of the report. A report that concludes
PASS although a number is exceeded is rejected as well.

Bad: 15 minor defects found, 14 accepted.
Good: 14 minor defects found, 14 accepted.

Source: ISO 2859-1 (determination of acceptability).
"""

from __future__ import annotations

from collections.abc import Iterator

from tradedocs.check.case import Case, at
from tradedocs.model.finding import Finding, Verdict
from tradedocs.model.report import AqlRow
from tradedocs.ui import say

ID = "aql-exceeded"


def check(case: Case) -> Iterator[Finding]:
    """REJECT for each class that exceeds its acceptance number, in whatever kind of report it stands."""
    for report, lines in zip(case.reports, case.about, strict=True):
        for row in report.aql:
            if row.doubt or row.found is None or not _exceeded(row):
                continue
            yield Finding(
                rule=ID,
                severity=Verdict.REJECT,
                message=say("{file}: {found} {what} defects found, accept {accept}, reject {reject} (sample of {n})",
                            file=report.source.file, found=row.found, what=row.defect_class,
                            accept=_number(row.accept), reject=_number(row.reject),
                            n=_number(row.sample_size)),
                way_out=say("Do not ship. Sort or rework the lot and have it inspected again."),
                places=(at(report, row.place),),
                line=lines[0] if len(lines) == 1 else None,
            )  # fmt: skip


def _exceeded(row: AqlRow) -> bool:
    """More than the acceptance number, or at least the rejection number, whichever the report prints."""
    assert row.found is not None
    over = row.accept is not None and row.found > row.accept
    return over or (row.reject is not None and row.found >= row.reject)


def _number(number: int | None) -> str:
    return "?" if number is None else str(number)
